// XEP-0313 §4.2: messages of an archive as they are sent.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>
/// Makes the results of one page out of what the ledger has, without reading it: its bytes are canonical. The same as a <see cref="MamResult"/> in a message
/// would be written; what all results of the page begin with is written once.
/// </summary>
internal sealed class ResultWriter
{
    private readonly Jid _to;
    private readonly BareJid _owner;
    private readonly byte[] _start;

    public ResultWriter(Jid to, BareJid owner, string? queryId)
    {
        (_to, _owner) = (to, owner);
        using var writer = new XmlWriter();
        writer.Raw("<message from='"u8).Raw(owner.Utf8Escaped).Raw("' to='"u8).Raw(to.Utf8Escaped).Raw("'><result xmlns='urn:xmpp:mam:2'"u8);
        if (queryId is not null)
        {
            // What a client chose is escaped as any attribute is: an element of its own shows how.
            using var attribute = new XmlWriter();
            attribute.Start("a").Attribute("queryid", queryId).End();
            writer.Raw(attribute.Written.Span["<a".Length..^"/>".Length]);
        }
        _start = writer.Raw(" id='"u8).Written.ToArray();
    }

    private static ReadOnlySpan<byte> StoredStart => "<message"u8;

    private static ReadOnlySpan<byte> BeforeTime => "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='"u8;

    private static ReadOnlySpan<byte> BeforeMessage => "'/><message xmlns='jabber:client'"u8;

    private static ReadOnlySpan<byte> End => "</forwarded></result></message>"u8;

    /// <param name="at">When the archive got it.</param>
    /// <param name="message">As it was stored.</param>
    /// <param name="id">UTF-8, of <see cref="StanzaIds"/>.</param>
    public Message Result(DateTimeOffset at, ReadOnlySpan<byte> message, ReadOnlySpan<byte> id)
    {
        Span<byte> time = stackalloc byte[XmppDateTime.MaxLength];
        time = time[..XmppDateTime.Format(at, time)];
        var stored = message[StoredStart.Length..];
        byte[] all = new byte[_start.Length + id.Length + BeforeTime.Length + time.Length + BeforeMessage.Length + stored.Length + End.Length];
        var rest = Put(all, _start);
        rest = Put(rest, id);
        rest = Put(rest, BeforeTime);
        rest = Put(rest, time);
        rest = Put(rest, BeforeMessage);
        rest = Put(rest, stored);
        Put(rest, End);
        return new Message(MessageType.Normal, _to, _owner, all);
    }

    private static Span<byte> Put(Span<byte> output, scoped ReadOnlySpan<byte> part)
    {
        part.CopyTo(output);
        return output[part.Length..];
    }
}
