// XEP-0313 §6.1.2: who really said what the archive of a room has, kept with the message and shown only to those who may see it.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

/// <summary>
/// The last element of what an occupant said, as it is stored. What only moderators could see when it was said is marked, so that a room that shows real addresses
/// later does not tell them of earlier messages.
/// </summary>
/// <param name="occupant">Who speaks.</param>
/// <param name="address">His real address.</param>
/// <param name="isVeiled">Not everybody sees it.</param>
//   <x xmlns='http://jabber.org/protocol/muc#user'><item .../><status code='173'/></x>: the status is the mark and is never sent
internal sealed class StoredSpeaker(Occupant occupant, Jid address, bool isVeiled) : IPayload
{
    private static ReadOnlySpan<byte> Start => "<x xmlns='http://jabber.org/protocol/muc#user'>"u8;

    private static ReadOnlySpan<byte> Mark => "<status code='173'/>"u8;

    private static ReadOnlySpan<byte> End => "</x></message>"u8;

    private static ReadOnlySpan<byte> MessageEnd => "</message>"u8;

    public void Write(XmlWriter writer) => new MucUser
    {
        Item = new MucItem { Affiliation = occupant.Affiliation, Role = occupant.Role, Jid = address },
        Statuses = isVeiled ? [MucStatus.NowSemiAnonymous] : [],
    }.Write(writer);

    /// <summary>A stored message as somebody gets it.</summary>
    /// <param name="entry">Of a room.</param>
    /// <param name="seesAll">He sees every real address.</param>
    /// <param name="seesOpen">He sees those that everybody saw.</param>
    public static ReadOnlyMemory<byte> Shown(LedgerEntry entry, bool seesAll, bool seesOpen)
    {
        var stored = entry.Stanza;
        var bytes = stored.Span;
        // What the room itself says has no speaker. Occupants cannot say this element, so the last one is the room's.
        if (entry.Owner.Direction == LedgerDirection.Outbound || !bytes.EndsWith(End))
        {
            return stored;
        }
        int mark = bytes.Length - End.Length - Mark.Length;
        bool isVeiled = mark > 0 && bytes[mark..^End.Length].SequenceEqual(Mark);
        if (seesAll || (seesOpen && !isVeiled))
        {
            return isVeiled ? Joined(bytes[..mark], End) : stored;
        }
        return Joined(bytes[..bytes.LastIndexOf(Start)], MessageEnd);
    }

    private static byte[] Joined(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        byte[] all = new byte[start.Length + end.Length];
        start.CopyTo(all);
        end.CopyTo(all.AsSpan(start.Length));
        return all;
    }
}
