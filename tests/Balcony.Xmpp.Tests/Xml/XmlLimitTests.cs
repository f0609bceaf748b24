// Limits hold, and what is held stays small, whatever comes.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlLimitTests
{
    private static readonly XmlLimits Small = XmlLimits.BeforeAuthentication;

    [Theory]
    [InlineData("<a b='", "x")]
    [InlineData("<a ", "\n")]
    [InlineData("<a ", "b='1' ")]
    [InlineData("<", "a")]
    [InlineData("<a ", "b")]
    [InlineData("<a b ", " ")]
    [InlineData("<a b= ", " ")]
    [InlineData("<a>", "text")]
    [InlineData("<a>", "ü")]
    [InlineData("<a>", "&amp;")]
    [InlineData("<a>&#", "0")]
    [InlineData("<a>&", "z")]
    [InlineData("<a><![CDATA[", "]")]
    [InlineData("<a><b/></a ", " ")]
    [InlineData("", "<a>")]
    [InlineData("<a>", "<b/>")]
    [InlineData("<a>", "<b c='1' d='2' e='3' f='4' xmlns='u'>x</b>")]
    [InlineData("</stream:stream", " ")]
    public void Endless_input_is_cut_off_and_costs_little(string start, string repeated)
    {
        var endless = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 200 / repeated.Length + 1)));
        var first = Encoding.UTF8.GetBytes(start);
        foreach (var piece in new[] { 1, 7, endless.Length })
        {
            using var reader = OpenReader();
            var used = 0L;
            var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            Action feed = () =>
            {
                Feed(reader, first);
                while (true)
                {
                    Assert.True(used <= Small.MaxStanzaBytes + endless.Length);
                    var at = (int)(used % endless.Length);
                    var bytes = endless.AsSpan(at, Math.Min(piece, endless.Length - at));
                    Feed(reader, bytes);
                    used += bytes.Length;
                }
            };
            var broken = Assert.Throws<StreamException>(feed);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
            Assert.Equal(StreamCondition.PolicyViolation, broken.Condition);
            Assert.False(reader.HoldsData);
            Assert.True(allocated < 12 * Small.MaxStanzaBytes, $"{allocated} bytes allocated");
        }
    }

    [Theory]
    [InlineData(9_999, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void A_stanza_may_have_as_many_bytes_as_the_limit_says(int length, bool isAllowed)
    {
        var stanza = "<a>" + new string('x', length - 7) + "</a>";
        var limits = new XmlLimits { MaxStanzaBytes = 10_000 };
        var bytes = Encoding.UTF8.GetBytes(XmlReading.Header + stanza + "<b/>");
        foreach (var seen in new[] { XmlReading.ReadAll(bytes, limits), XmlReading.ReadAll(XmlReading.Cut(bytes, [200, 5_000, 10_080]), limits) })
            Assert.Equal(isAllowed ? "Element <b/>" : "policy-violation", seen[^1]);
    }

    [Fact]
    public void Depth_attributes_names_and_elements_are_counted()
    {
        var limits = new XmlLimits { MaxDepth = 5, MaxAttributes = 8, MaxNameBytes = 32, MaxElements = 64 };
        foreach (var (allowed, refused) in new[]
        {
            ("<a><a><a><a><a/></a></a></a></a>", "<a><a><a><a><a><a/></a></a></a></a></a>"),
            ($"<a {Attributes(8)}/>", $"<a {Attributes(9)}/>"),
            ($"<{new string('n', 32)}/>", $"<{new string('n', 33)}/>"),
            ($"<a {new string('n', 32)}=''/>", $"<a {new string('n', 33)}=''/>"),
            ($"<a xmlns='{new string('u', 1024)}'/>", $"<a xmlns='{new string('u', 1025)}'/>"),
            (Prefixes(4), Prefixes(4).Replace("<a/>", "<a xmlns:q='q'/>", StringComparison.Ordinal)),
            ($"<a>{Children(63)}</a>", $"<a>{Children(64)}</a>"),
        })
        {
            Assert.Equal(allowed, XmlReading.ReadStanza(allowed, limits));
            Assert.Equal("policy-violation", XmlReading.ReadStanza(refused, limits));
        }

        static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"a{i}=''"));
        static string Prefixes(int depth) => depth == 0 ? "<a/>"
            : $"<a {string.Join(' ', Enumerable.Range(0, 8).Select(i => $"xmlns:p{depth}{i}='u{i}'"))}>{Prefixes(depth - 1)}</a>";
        static string Children(int count) => string.Concat(Enumerable.Repeat("<b/>", count));
    }

    [Theory]
    [InlineData("a{0}=''", "a7=''")]
    [InlineData("xmlns:p{0}='u{0}' p{0}:a=''", "xmlns:px='u7' px:a=''")]
    [InlineData("xmlns:p{0}='&#117;{0}' p{0}:a=''", "xmlns:px='u7' px:a=''")]
    public void Many_attributes_are_still_compared(string pattern, string duplicate)
    {
        var limits = new XmlLimits { MaxAttributes = 1_000 };
        var attributes = string.Join(' ', Enumerable.Range(0, 400).Select(i => string.Format(null, pattern, i)));
        Assert.Equal($"<a {attributes}/>", XmlReading.ReadStanza($"<a {attributes}/>", limits));
        Assert.Equal("not-well-formed", XmlReading.ReadStanza($"<a {attributes} {duplicate}/>", limits));
    }

    [Fact]
    public void Large_stanzas_byte_by_byte_are_not_read_again_and_again()
    {
        var limits = new XmlLimits { MaxStanzaBytes = 1_100_000 };
        var filler = new string('x', 1_000_000);
        foreach (var stanza in new[] { $"<a>{filler}</a>", $"<a b='{filler}'/>", $"<a><![CDATA[{filler}]]></a>", $"<a{filler.Replace('x', ' ')}/>" })
        {
            using var reader = OpenReader();
            reader.Limits = limits;
            var result = default(XmlReadResult);
            foreach (var b in Encoding.UTF8.GetBytes(stanza))
            {
                ReadOnlySpan<byte> one = [b];
                result = reader.Read(ref one);
            }
            Assert.Equal(stanza.Length, result.Element!.Utf8.Length);
        }
    }

    [Fact]
    public void Lower_limits_apply_from_the_next_byte()
    {
        using var reader = OpenReader();
        Feed(reader, Encoding.UTF8.GetBytes("<a>" + new string('x', 12_000)));
        reader.Limits = new XmlLimits { MaxStanzaBytes = 10_000 };
        Assert.Equal(StreamCondition.PolicyViolation, Assert.Throws<StreamException>(() => Feed(reader, "x"u8)).Condition);
    }

    private static XmlStreamReader OpenReader()
    {
        var reader = new XmlStreamReader(Small, "jabber:client");
        Feed(reader, Encoding.UTF8.GetBytes(XmlReading.Header));
        return reader;
    }

    private static void Feed(XmlStreamReader reader, ReadOnlySpan<byte> bytes)
    {
        while (reader.Read(ref bytes).Kind != XmlReadKind.NeedMoreData)
        {
        }
    }
}
