// XEP-0313 §4.2: a message of the archive as it is sent.
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>A <see cref="MamResult"/> made from what the ledger has, without reading it: its bytes are canonical.</summary>
internal sealed class ArchivedMessage(string id, string? queryId, LedgerEntry entry) : IPayload
{
    private static ReadOnlySpan<byte> StoredStart => "<message"u8;

    private static ReadOnlySpan<byte> ForwardedStart => "<message xmlns='jabber:client'"u8;

    public void Write(XmlWriter writer)
    {
        writer.Start(MamResult.ElementName, MamResult.ElementNs).Attribute("queryid", queryId).Attribute("id", id);
        writer.Start(Forwarded.ElementName, Forwarded.Ns);
        new Delay(entry.Time).Write(writer);
        writer.Raw(ForwardedStart).Raw(entry.Stanza.Span[StoredStart.Length..]);
        writer.End().End();
    }
}
