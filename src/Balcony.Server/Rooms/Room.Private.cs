// XEP-0045 §7.5: what occupants say to one of them.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private PrivateSenders? _privateSenders;

    /// <summary>The error for who says something to the occupants and is none (§7.4, §7.5, §7.8.2).</summary>
    public StanzaException NotInside() => new(Stage == RoomStage.Locked
        // §17.2: a room that is not unlocked is not there.
        ? StanzaError.ItemNotFound : StanzaError.NotAcceptable.With("You are not in the room."));

    private void SendPrivately(Message message, OccupantSession? session, FullJid to, Receipt? receipt)
    {
        if (session is null)
        {
            throw NotInside();
        }
        if (message.Type == MessageType.Groupchat)
        {
            throw new StanzaException(StanzaError.BadRequest.With("a private message is not of type groupchat"));
        }
        if (!_occupants.TryGetValue(to.Resource!, out var recipient))
        {
            throw new StanzaException(StanzaError.ItemNotFound);
        }
        if (!MaySendPrivately(session.Occupant, recipient))
        {
            throw new StanzaException(StanzaError.Forbidden.With("private messages are not allowed here"));
        }
        if (message.Id is { } id)
        {
            (_privateSenders ??= new PrivateSenders()).Add(id, session, recipient);
        }
        SendPrivately(
            message.Without(IsReservedInMessage).Readdress(to, session.Occupant.Address).With(new PrivateElements(this, session.Occupant, message)), recipient, receipt);
    }

    // By way of the account, whose archive has private messages: once, however many of its sessions are here.
    private void SendPrivately(Stanza said, Occupant recipient, Receipt? receipt)
    {
        var shared = receipt ?? new Receipt();
        _services.Router.Route(said, recipient.Sessions[^1].Address, shared);
        foreach (var session in recipient.Sessions.SkipLast(1))
        {
            if (session.Local is not { IsClosed: false } local)
            {
                var apart = shared.Apart();
                _services.Router.Route(said, session.Address, apart);
                apart.Release();
                continue;
            }
            // After what was posted just now: by then it is known whether the account keeps it.
            local.Account.Run(account =>
            {
                if (!_services.Registrations.RefusesFrom(account, said.From!))
                {
                    local.Deliver(said, session.Address, shared, RoomCopy.Form);
                }
                return default;
            });
        }
        if (receipt is null)
        {
            shared.Release();
        }
    }

    private bool MaySendPrivately(Occupant sender, Occupant recipient) => Configuration.AllowsPrivateMessages switch
    {
        RoomAudience.Anyone => true,
        // Who moderates must be reachable, and must be able to answer.
        RoomAudience.Participants => sender.Role >= MucRole.Participant || recipient.Role == MucRole.Moderator,
        RoomAudience.Moderators => sender.Role == MucRole.Moderator || recipient.Role == MucRole.Moderator,
        _ => false,
    };

    // An error for a private message goes to who sent that; every other says that what the room sent was not wanted, or that nobody is there.
    private void ReceiveError(Message error, OccupantSession? session)
    {
        if (error.Id is not { } id || error.From is not { } from || _privateSenders?.Take(id, from) is not { } sent)
        {
            if (session is not null)
            {
                RemoveIfGone(session, error);
            }
            return;
        }
        if (FindSession(sent.Sender) is { } sender)
        {
            // §17.4: neither learns by this who the other is.
            var told = error.Without(child => child.Is("error", error.Element.ContentNs) || IsReservedInMessage(child))
                .Readdress(sender.Address, sent.Recipient).With(new PrivateError(error.Error ?? StanzaError.UndefinedCondition));
            Deliver(sender, told);
        }
        // Blocked by the recipient, such a message comes back as one that nobody takes: he is still here.
        if (session is not null && error.Error is { Condition: not "service-unavailable" })
        {
            RemoveIfGone(session, error);
        }
    }

    private sealed class PrivateElements(Room room, Occupant sender, Message message) : IPayload
    {
        public void Write(XmlWriter writer)
        {
            // §7.5: so that carbons and archives know what it is.
            new MucUser().Write(writer);
            foreach (var feature in room._services.Features)
            {
                feature.AddMessage(room, sender, message, writer);
            }
        }
    }

    private sealed class PrivateError(StanzaError error) : IPayload
    {
        public void Write(XmlWriter writer) => (error with { By = null }).Write(writer);
    }
}

/// <summary>Who sent the last private messages of a room, so that errors find back.</summary>
internal sealed class PrivateSenders
{
    /// <summary>An error that comes after so many others is dropped.</summary>
    internal const int Remembered = 256;

    private readonly Sent?[] _all = new Sent?[Remembered];
    private int _next;

    public void Add(string id, OccupantSession sender, Occupant recipient) =>
        _all[_next++ % Remembered] = new Sent(id, sender.Address, recipient.Account, recipient.Address);

    /// <summary>Who sent it; once.</summary>
    public Sent? Take(string id, Jid from)
    {
        int at = Array.FindIndex(_all, sent => sent is not null && sent.Id == id && sent.Account.Equals(from.Bare));
        if (at < 0)
        {
            return null;
        }
        var found = _all[at];
        _all[at] = null;
        return found;
    }

    /// <param name="Id">The message's.</param>
    /// <param name="Sender">The real address of its sender.</param>
    /// <param name="Account">Whom it went to.</param>
    /// <param name="Recipient">As whom the sender knows him.</param>
    internal sealed record Sent(string Id, FullJid Sender, BareJid Account, FullJid Recipient);
}

/// <summary>A private message for one more session of its recipient: as it is, and not counted as the one that the account's archive has.</summary>
internal sealed class RoomCopy() : DeliveryForm("room copy")
{
    public static RoomCopy Form { get; } = new();

    public override void Write(XmlWriter writer, Stanza stanza, Session session, string? stanzaId, DateTimeOffset? came)
    {
        using var stamp = new XmlWriter();
        if (stanzaId is not null)
        {
            new StanzaId(stanzaId, session.Account.Address).Write(stamp);
        }
        if (came is { } time)
        {
            new Delay(time, session.Account.Host).Write(stamp);
        }
        stanza.WriteTo(writer, session.Address, stamp.Written.Span);
    }
}
