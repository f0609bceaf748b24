// XEP-0220 §2.2.2: any peer may ask, on any stream, whether a key is ours.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream
{
    protected const int MaxKey = 256;

    /// <summary>The two domains of a dialback element.</summary>
    /// <exception cref="StreamException">It does not have them.</exception>
    protected static (BareJid From, BareJid To) DomainsOf(XmlElement element) =>
        BareJid.TryParse(element.Attribute("from"), out BareJid? from) && from.IsDomain && BareJid.TryParse(element.Attribute("to"), out BareJid? to) && to.IsDomain
            ? (from, to)
            : throw new StreamException(StreamCondition.ImproperAddressing, "a dialback element needs the two domains");

    // Whoever asks: the key says everything.
    protected void Vouch(XmlElement verify, BareJid host, BareJid receiving)
    {
        string? id = verify.Attribute("id");
        var pair = new LinkKey(host, receiving);
        if (!Services.Router.IsOurs(host))
        {
            Answer("verify", pair, id, "error", StanzaError.ItemNotFound);
            return;
        }
        bool isOurs = id is { Length: > 0 and <= MaxKey } && verify.Text.Length <= MaxKey && Services.Keys.IsKey(verify.Text, receiving, host, id);
        Answer("verify", pair, id, isOurs ? "valid" : "invalid");
    }

    // §2.4: errors are answers; they do not end the stream.
    protected void Answer(string name, LinkKey pair, string? id, string type, StanzaError? error = null) =>
        WriteControl(writer => WriteDialback(writer, "db:" + name, pair.Host, pair.Peer, id, type, error));
}
