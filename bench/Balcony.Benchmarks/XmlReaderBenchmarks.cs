// The stream reader and the routing copy on typical stanzas: time, MB/s (bytes of the stanza / mean) and bytes allocated per stanza.
using System.Text;
using Balcony.Xmpp.Xml;
using BenchmarkDotNet.Attributes;

namespace Balcony.Benchmarks;

[MemoryDiagnoser]
public class XmlReaderBenchmarks : IDisposable
{
    private const string Header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='montague.lit' version='1.0'>";

    private static readonly Dictionary<string, string> Stanzas = new()
    {
        ["ping"] = "<iq type='get' id='p1'><ping xmlns='urn:xmpp:ping'/></iq>",
        ["chat"] = "<message to='juliet@capulet.lit/balcony' from='romeo@montague.lit/orchard' id='ktx72v49' type='chat' xml:lang='en'>"
            + "<body>Art thou not Romeo, and a Montague? Neither, fair saint, if either thee dislike.</body>"
            + "<active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/></message>",
        ["cyrillic"] = "<message to='juliet@capulet.lit/balcony' id='ktx72v49' type='chat'><body>"
            + "Но что за блеск я вижу на балконе? Там брезжит свет. Джульетта, ты как день! &lt;3</body></message>",
        ["presence"] = "<presence><show>away</show><priority>5</priority><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' "
            + "node='https://gajim.org' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/><x xmlns='vcard-temp:x:update'><photo>0123456789abcdef</photo></x></presence>",
        ["roster"] = "<iq type='result' id='r1'><query xmlns='jabber:iq:roster'>"
            + string.Concat(Enumerable.Range(0, 200).Select(i => $"<item jid='contact{i}@example.org' name='Contact {i}' subscription='both'><group>Friends</group></item>"))
            + "</query></iq>",
        ["omemo"] = "<message to='a@b' type='chat' id='1'><encrypted xmlns='eu.siacs.conversations.axolotl'><payload>"
            + new string('A', 4000) + "</payload></encrypted></message>",
    };

    private byte[] _bytes = [];
    private XmlStreamReader _reader = new(new XmlLimits(), "jabber:client");
    private XmlElement _element = XmlElement.Parse("<a/>");
    private XmlWriter _writer = new();

    [Params("ping", "chat", "cyrillic", "presence", "roster", "omemo")]
    public string Stanza { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> header = Encoding.UTF8.GetBytes(Header);
        _reader.Read(ref header);
        _bytes = Encoding.UTF8.GetBytes(Stanzas[Stanza]);
        _element = XmlElement.Parse(_bytes);
        _writer = new XmlWriter();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public XmlElement Read()
    {
        ReadOnlySpan<byte> input = _bytes;
        return _reader.Read(ref input).Element!;
    }

    [Benchmark]
    public XmlElement ReadInTwoPieces()
    {
        ReadOnlySpan<byte> first = _bytes.AsSpan(0, _bytes.Length / 2);
        _reader.Read(ref first);
        ReadOnlySpan<byte> second = _bytes.AsSpan(_bytes.Length / 2);
        return _reader.Read(ref second).Element!;
    }

    [Benchmark]
    public int Stamp()
    {
        _writer.Clear();
        _element.WriteTo(_writer, new RootStamp { From = AttributeStamp.Set("romeo@montague.lit/orchard"u8), DefaultLang = "en"u8 });
        return _writer.Written.Length;
    }

    [Benchmark]
    public bool Look() =>
        _element.Is("message", "jabber:client") && _element.AttributeUtf8("to"u8).Length + _element.AttributeUtf8("type"u8).Length > 0
        && _element.Child("request", "urn:xmpp:receipts") is not null;
}
