// XEP-0045 §7.4: what occupants say to everybody.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    /// <summary>Names from here on are of messages that the archive does not have.</summary>
    public const long FirstUnkept = 1L << 62;

    private CommitTicket _lastKept = CommitTicket.Completed;

    /// <summary>When that was said that is being told to everybody.</summary>
    public DateTimeOffset SaidAt { get; private set; }

    private async ValueTask ReceiveMessageAsync(Message message, RoomItem item)
    {
        if (Stage == RoomStage.Missing)
        {
            if (!message.IsError)
            {
                throw new StanzaException(StanzaError.ItemNotFound);
            }
            return;
        }
        var session = message.From is { } from ? FindSession(from) : null;
        if (session is not null)
        {
            session.LastHeard = _services.Clock.GetTimestamp();
        }
        if (message.IsError)
        {
            ReceiveError(message, session);
        }
        else if (item.To is FullJid to)
        {
            SendPrivately(message, session, to, item.Receipt);
        }
        else if (message.Type == MessageType.Groupchat)
        {
            // §7.4: who is not in the room cannot speak there.
            await SendToAllAsync(message, session ?? throw NotInside(), item.Receipt)
                .ConfigureAwait(false);
        }
        else
        {
            foreach (var feature in _services.Features)
            {
                if (await feature.TakeMessageAsync(this, message, item).ConfigureAwait(false))
                {
                    return;
                }
            }
            throw new StanzaException(StanzaError.BadRequest.With("a room takes messages of type groupchat, invitations and requests for voice"));
        }
    }

    private async ValueTask SendToAllAsync(Message message, OccupantSession session, Receipt? receipt)
    {
        var sender = session.Occupant;
        foreach (var feature in _services.Features)
        {
            if (feature.CheckMessage(this, sender, message) is { } error)
            {
                throw new StanzaException(error);
            }
        }
        // §7.4, §18.2: what everybody gets is from the occupant; everything that only the room may say is taken out.
        var said = (Message)message.Without(IsReservedInMessage).Readdress(null, sender.Address).With(new MessageElements(this, sender, message));
        var unit = new UnitOfWork();
        foreach (var feature in _services.Features)
        {
            await feature.AddChangesAsync(this, sender, said, unit).ConfigureAwait(false);
        }
        _ = Say(said, sender, receipt, message, unit);
    }

    /// <summary>Sends a message to everybody in the room; what is content is kept in the archive first.</summary>
    /// <param name="message">From the room or an occupant.</param>
    /// <param name="sender">Null: the room itself.</param>
    /// <param name="receipt">What the sender's acknowledgement waits for; null when nobody waits.</param>
    /// <param name="original">As the sender sent it, to be answered if it cannot be kept; null: nobody is.</param>
    /// <param name="unit">What else is to change with it; null: nothing.</param>
    /// <returns>When it is kept.</returns>
    public CommitTicket Say(Message message, Occupant? sender, Receipt? receipt, Message? original = null, UnitOfWork? unit = null)
    {
        long id = 0;
        Receipt? gate = null;
        var ticket = CommitTicket.Completed;
        SaidAt = _services.Clock.GetUtcNow();
        if (IsKept(message))
        {
            gate = receipt ?? new Receipt();
            var stored = sender is null ? message : message.With(new StoredSpeaker(sender, original?.From ?? sender.Account, !Configuration.IsNonAnonymous));
            (var record, ticket) = gate.Keep(
                _services.Storage, SaidAt, stored, unit ?? new UnitOfWork(),
                new LedgerOwner(Address, Address, sender is null ? LedgerDirection.Outbound : LedgerDirection.Inbound, LedgerFlags.ArchiveOnly));
            (id, SaidAt, _lastKept) = (record.Id, record.Time, ticket);
            AfterCommit(ticket, null, () => _services.Router.Bounce(original, StanzaError.ResourceConstraint));
        }
        else if (unit is { IsEmpty: false })
        {
            // Not kept itself, but what it changes is: nobody sees that before it lasts.
            gate = receipt ?? new Receipt();
            ticket = _services.Storage.Commit(unit);
            gate.Gate(ticket);
            AfterCommit(ticket, null, () => _services.Router.Bounce(original, StanzaError.ResourceConstraint));
        }
        if (id == 0 && RoomArchiveRules.IsRemembered(message))
        {
            // No archive has it: a name for as long as the room remembers it.
            id = FirstUnkept + Random.Shared.NextInt64(FirstUnkept - 1);
        }
        if (id != 0)
        {
            message = (Message)message.With(new StanzaId(_services.StanzaIds.Of(Address, id), Address));
        }
        foreach (var one in _audience)
        {
            Deliver(one, message, gate);
        }
        // Once for all of them.
        gate?.OnSettled(_write);
        TellModules(message, sender, gate);
        ForEachFeature((Room: this, Sender: sender, Message: message, Id: id), static (feature, said) => feature.OnMessage(said.Room, said.Sender, said.Message, said.Id));
        if (receipt is null)
        {
            gate?.Release();
        }
        return ticket;
    }

    /// <summary>Completes when all that was said until now is kept, or is known not to be.</summary>
    public async Task WhenKeptAsync()
    {
        try
        {
            await _lastKept.AsTask().ConfigureAwait(false);
        }
        catch (StorageException)
        {
            // Its sender is told.
        }
    }

    private bool IsKept(Message message) => Configuration.IsArchived && Stage == RoomStage.Open && RoomArchiveRules.Keeps(message);

    private bool IsReservedInMessage(XmlElement child) =>
        child.Is("x", MucUser.Ns) || child.Is("x", MucEnter.Ns) || IsForgedId(child) || IsForgedDelay(child) || IsReserved(child);

    // XEP-0359 §5, §6: only the room gives names that are by it. Those by accounts of ours are theirs to give, and their filters do not see what goes into queues at once.
    private bool IsForgedId(XmlElement child) => child.Is(StanzaId.ElementName, StanzaId.ElementNs)
        && (!Jid.TryParse(child.Attribute("by"), out var by) || by.Bare.Equals(Address) || _services.Router.IsLocal(by.Bare.Host));

    // §7.2.14: only the room says since when it has something (XEP-0203), or whose it was (XEP-0033). What others say of their own messages stays (§7.9).
    private bool IsForgedDelay(XmlElement child) => child.Name switch
    {
        "delay" => child.Namespace == Delay.Ns && IsByRoom(child.Attribute("from")),
        "x" => child.Namespace == "jabber:x:delay" && IsByRoom(child.Attribute("from")),
        "addresses" => child.Namespace == "http://jabber.org/protocol/address" && child.Children.Any(one => one.Attribute("type") == "ofrom"),
        _ => false,
    };

    private bool IsByRoom(string? from) => Jid.TryParse(from, out var address) && address.Bare.Host.Equals(Address.Host);

    private sealed class MessageElements(Room room, Occupant sender, Message message) : IPayload
    {
        public void Write(XmlWriter writer)
        {
            foreach (var feature in room._services.Features)
            {
                feature.AddMessage(room, sender, message, writer);
            }
        }
    }
}
