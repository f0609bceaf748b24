// What is put into a stanza at the end of its way: when it came, and how its archive names it.
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    // All of a stamp but two addresses.
    private const int MaxStampMarkup = 192;

    private static ReadOnlySpan<byte> DelayStart => "<delay xmlns='urn:xmpp:delay' from='"u8;

    private static ReadOnlySpan<byte> DelayMiddle => "' stamp='"u8;

    private static ReadOnlySpan<byte> StanzaIdStart => "<stanza-id xmlns='urn:xmpp:sid:0' by='"u8;

    private static ReadOnlySpan<byte> StanzaIdMiddle => "' id='"u8;

    private static ReadOnlySpan<byte> EmptyEnd => "'/>"u8;

    private void WriteStamped(XmlWriter writer, Stanza stanza, in SessionItem item, Session session)
    {
        var (owner, host) = (session.Account.Address, session.Account.Host);
        int most = MaxStampMarkup + owner.Utf8Escaped.Length + host.Utf8Escaped.Length;
        Span<byte> stamp = most <= 768 ? stackalloc byte[768] : new byte[most];
        var rest = stamp;
        if (item.Came != 0)
        {
            // XEP-0203 §4, XEP-0198 §4: what is delivered late says when it came.
            rest = Put(Put(Put(rest, DelayStart), host.Utf8Escaped), DelayMiddle);
            rest = Put(rest[XmppDateTime.Format(new DateTimeOffset(item.Came, TimeSpan.Zero), rest)..], EmptyEnd);
        }
        if (item.LedgerId != 0)
        {
            // XEP-0359 §3: the name that the account's archive has for it.
            rest = Put(Put(Put(rest, StanzaIdStart), owner.Utf8Escaped), StanzaIdMiddle);
            _services.StanzaIds.Write(owner, item.LedgerId, rest);
            rest = Put(rest[StanzaIds.Length..], EmptyEnd);
        }
        stanza.WriteTo(writer, item.To, stamp[..^rest.Length]);
    }

    private static Span<byte> Put(Span<byte> output, scoped ReadOnlySpan<byte> part)
    {
        part.CopyTo(output);
        return output[part.Length..];
    }
}
