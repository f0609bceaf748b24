// Properties of the reader and writer over generated, mutated and cut input.
using System.Text;
using System.Text.RegularExpressions;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public partial class XmlPropertyTests
{
    private const string Header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:h='urn:h' xmlns:p=\"o'ver\" to='example.org'>";

    private const string Awkward = "<&>'\"\r\n\t]]>";

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Any_cut_of_the_bytes_gives_the_same()
    {
        Check(4_000, random =>
        {
            var bytes = Stream(random);
            var limits = new XmlLimits { MaxStanzaBytes = random.Next(3) == 0 ? random.Next(20, 400) : 10_000, MaxAttributes = random.Next(8, 20), MaxDepth = random.Next(2, 10) };
            var whole = XmlReading.ReadAll(bytes, limits);
            var cuts = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(bytes.Length + 1)).ToArray();
            Assert.Equal(whole, XmlReading.ReadAll(XmlReading.Cut(bytes, cuts), limits));
            Assert.Equal(whole, XmlReading.ReadAll(bytes.Select(b => new[] { b }), limits));
        });
    }

    [Fact]
    public void A_sequence_of_segments_gives_the_same()
    {
        Check(1_000, random =>
        {
            var bytes = Stream(random);
            var pieces = XmlReading.Cut(bytes, Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(bytes.Length + 1))).ToList();
            for (var i = random.Next(3); i > 0; i--)
                pieces.Insert(random.Next(pieces.Count + 1), []);
            var input = XmlReading.Sequence(pieces);
            var seen = new List<string>();
            using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
            try
            {
                while (reader.Read(ref input) is { Kind: not XmlReadKind.NeedMoreData } result)
                {
                    if (result.Kind != XmlReadKind.Whitespace)
                        seen.Add(result.Element is { } element ? $"{result.Kind} {XmlReading.Utf8(element)}" : result.Kind.ToString());
                }
                Assert.True(input.IsEmpty);
                if (reader.HoldsData)
                    seen.Add("incomplete");
            }
            catch (StreamException broken)
            {
                seen.Add(broken.Condition.Name);
            }
            Assert.Equal(XmlReading.ReadAll(bytes), seen);
        });
    }

    [Fact]
    public void System_Xml_accepts_the_same_documents_and_reads_the_same_content()
    {
        int accepted = 0, refused = 0;
        Check(20_000, random =>
        {
            var isMutated = random.Next(4) != 0;
            var generator = new XmlGenerator(random) { WithAstral = !isMutated };
            var text = generator.Element();
            var bytes = Encoding.UTF8.GetBytes(isMutated ? generator.Mutate(text) : text);
            if (random.Next(20) == 0)
                bytes = generator.BreakUtf8(bytes);
            if (HugeReference().IsMatch(Encoding.UTF8.GetString(bytes)))
                return;
            var expected = XmlOracle.Read(bytes);
            var actual = TryParse(bytes);
            Assert.True(expected is null == actual is null, $"{(expected is null ? "accepted" : "refused")}: {Encoding.UTF8.GetString(bytes)}");
            if (expected is null || actual is null)
            {
                refused++;
                return;
            }
            accepted++;
            Assert.Equal(XmlOracle.DumpSorted(expected), XmlOracle.DumpSorted(actual));
            Assert.Equal(XmlOracle.Dump(expected), XmlOracle.Dump(XmlOracle.Read(Encoding.UTF8.GetBytes(actual.ToXml()))!));
        });
        Assert.True(accepted > 4_000 && refused > 4_000, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void Rewriting_keeps_the_content_and_every_part_can_stand_alone()
    {
        Check(5_000, random =>
        {
            var generator = new XmlGenerator(random) { WithAstral = true, RootNs = "jabber:client" };
            generator.HeaderPrefixes.AddRange([("stream", ""), ("h", ""), ("p", "")]);
            var stanza = generator.Element();
            var expected = XmlOracle.Read(Encoding.UTF8.GetBytes(Header + stanza + "</stream:stream>"))!.Elements().Single();
            var seen = ReadFirst(Header + stanza);
            if (seen is null) // a prefix for jabber:client, which RFC 6120 §4.8.5 forbids
                return;
            var utf8 = XmlReading.Utf8(seen);
            Assert.Equal(XmlOracle.Dump(expected), XmlOracle.Dump(XmlOracle.ReadInContext(utf8, "jabber:client")));
            Assert.Equal(utf8, XmlReading.ReadStanza(utf8));
            Assert.Equal(XmlOracle.DumpSorted(expected), XmlOracle.DumpSorted(seen));
            foreach (var (part, reference) in Parts(seen).Zip(expected.DescendantsAndSelf()))
            {
                Assert.Equal(XmlOracle.Dump(reference), XmlOracle.Dump(XmlOracle.Read(Encoding.UTF8.GetBytes(part.ToXml()))!));
                var nested = XmlElement.Build(w => w.Start("iq").Start("f", "urn:f").Element(part).End().End()).FirstChild!.FirstChild!;
                Assert.Equal(XmlOracle.DumpSorted(reference), XmlOracle.DumpSorted(nested));
            }
        });
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_the_text()
    {
        Check(3_000, random =>
        {
            string value = AnyText(random), text = AnyText(random), lang = AnyText(random);
            var ns = "urn:x" + Sane(value[..Math.Min(value.Length, 50)]);
            var element = XmlElement.Build(w => w
                .Start("message").Attribute("to", value).Lang(lang).TextElement("body", null, text).Start("x", ns).Text(text).Text(value).End().End());
            Assert.Equal(Sane(value), element.Attribute("to"));
            Assert.Equal(Sane(lang), element.Lang);
            Assert.Equal(Sane(text), element.Child("body", "jabber:client")!.Text);
            var child = element.Child("x", ns);
            Assert.Equal(Sane(text) + Sane(value), child!.Text);
            Assert.Equal(Sane(value), Encoding.UTF8.GetString(element.AttributeUtf8("to"u8)));
        });
    }

    // System.Xml takes "&#x6001F600;": the number overflows.
    [GeneratedRegex("&#x?[0-9a-fA-F]{7}")]
    private static partial Regex HugeReference();

    private static void Check(int count, Action<Random> property) =>
        Prop.ForAll(Seeds, seed => property(new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));

    private static byte[] Stream(Random random)
    {
        var generator = new XmlGenerator(random) { WithAstral = true, RootNs = "jabber:client" };
        generator.HeaderPrefixes.AddRange([("stream", ""), ("h", "")]);
        var text = new StringBuilder(random.Next(2) == 0 ? "<?xml version='1.0'?>" : "").Append(Header);
        for (var i = random.Next(1, 5); i > 0; i--)
            text.Append(random.Next(3) == 0 ? "\r\n " : "").Append(generator.Element());
        text.Append("</stream:stream>");
        var bytes = Encoding.UTF8.GetBytes(random.Next(3) == 0 ? generator.Mutate(text.ToString()) : text.ToString());
        return random.Next(10) == 0 ? generator.BreakUtf8(bytes) : bytes;
    }

    private static XmlElement? ReadFirst(string xml)
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(xml);
        reader.Read(ref input);
        try
        {
            return reader.Read(ref input).Element!;
        }
        catch (StreamException refused) when (refused.Condition == StreamCondition.BadNamespacePrefix)
        {
            return null;
        }
    }

    private static XmlElement? TryParse(byte[] bytes)
    {
        try
        {
            return XmlElement.Parse(bytes, "");
        }
        catch (StreamException)
        {
            return null;
        }
    }

    private static IEnumerable<XmlElement> Parts(XmlElement element) => element.Children.SelectMany(Parts).Prepend(element);

    private static string AnyText(Random random) => random.Next(20) == 0
        ? new string('x', random.Next(1000, 1100)) + "😀" + new string('\u0001', random.Next(1100))
        : string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) switch
        {
            0 => ((char)random.Next(0x10000)).ToString(),
            1 => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
            2 => ((char)random.Next(0x80)).ToString(),
            _ => Awkward[random.Next(Awkward.Length)].ToString(),
        }));

    // XML 1.0 §2.2, Char, over UTF-16.
    private static string Sane(string text) => string.Concat(text.EnumerateRunes().Select(r =>
        r.Value is 9 or 10 or 13 or (>= 0x20 and not 0xFFFE and not 0xFFFF) ? r.ToString() : "\uFFFD"));
}
