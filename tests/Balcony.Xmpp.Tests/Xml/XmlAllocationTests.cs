// What the hot path allocates: one array and one small object per stanza, nothing to look at it or to route it.
using System.Text;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlAllocationTests
{
    private const string Stanza =
        "<message to='juliet@capulet.lit/balcony' from='romeo@montague.lit/orchard' id='ktx72v49' type='chat' xml:lang='en'>"
        + "<body>Art thou not Romeo, and a Montague? Neither, fair saint, if either thee dislike.</body>"
        + "<active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/></message>";

    // Header of an array, length and index, and the view.
    private const int MostPerStanza = 700;

    [Fact]
    public void A_stanza_is_one_array_and_one_view()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> header = Encoding.UTF8.GetBytes(XmlReading.Header);
        reader.Read(ref header);
        var bytes = Encoding.UTF8.GetBytes(Stanza);
        var allocated = Measure(() => Read(reader, bytes));
        Assert.InRange(allocated, bytes.Length, MostPerStanza);
    }

    [Fact]
    public void A_cut_stanza_costs_no_more()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> header = Encoding.UTF8.GetBytes(XmlReading.Header);
        reader.Read(ref header);
        var bytes = Encoding.UTF8.GetBytes(Stanza);
        var allocated = Measure(() =>
        {
            Assert.Null(Read(reader, bytes.AsSpan(0, 100)));
            Read(reader, bytes.AsSpan(100));
        });
        Assert.InRange(allocated, bytes.Length, MostPerStanza);
    }

    [Fact]
    public void A_nonza_that_is_said_again_costs_nothing()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> header = Encoding.UTF8.GetBytes(XmlReading.Header);
        reader.Read(ref header);
        var bytes = "<r xmlns='urn:xmpp:sm:3'/>"u8.ToArray();
        Assert.Equal(0, Measure(() => Assert.Same("r", Read(reader, bytes)!.Name)));
    }

    [Fact]
    public void Routing_a_stanza_allocates_nothing()
    {
        var stanza = XmlElement.Parse(Stanza);
        using var writer = new XmlWriter();
        var allocated = Measure(() =>
        {
            if (!stanza.Is("message", "jabber:client") || stanza.AttributeUtf8("to"u8).IsEmpty || !stanza.AttributeUtf8("from"u8).EndsWith("orchard"u8))
                throw new InvalidOperationException();
            writer.Clear();
            stanza.WriteTo(writer, new RootStamp { From = AttributeStamp.Set("romeo@montague.lit/orchard"u8), DefaultLang = "en"u8, Append = "<delay/>"u8 });
            if (stanza.Name.Length + stanza.Namespace.Length + stanza.Children.Count == 0)
                throw new InvalidOperationException();
        });
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Known_names_allocate_no_strings()
    {
        var stanza = XmlElement.Parse(Stanza);
        var view = Measure(() => stanza.At(1));
        Assert.Equal(view, Measure(() => stanza.Child("request", "urn:xmpp:receipts")));
        Assert.Equal(view, Measure(() => _ = stanza.At(2).Namespace.Length + stanza.Name.Length));
    }

    private static XmlElement? Read(XmlStreamReader reader, ReadOnlySpan<byte> bytes) => reader.Read(ref bytes).Element;

    private static long Measure(Action action)
    {
        const int Times = 200;
        for (var i = 0; i < Times; i++)
            action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
