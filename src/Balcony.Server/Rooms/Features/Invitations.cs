// XEP-0045 §7.8.2, §7.9: invitations that go through the room, and refusals of them. Those of XEP-0249 pass between clients.
using Balcony.Server.Accounts;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Invitations(RoomOptions options, IAccounts accounts, RoomDirectory rooms, TimeProvider clock) : RoomFeature
{
    // As phone clients know it: they show the button for inviting by it.
    private const string AllowMemberInvites = "{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites";

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            MucForms.ConfigFields.AllowInvites, "Occupants may invite others", config => config.AllowsInvitations,
            (config, isOn) => config with { AllowsInvitations = isOn }) with { InfoVar = MucForms.ConfigFields.AllowInvites },
        RoomSetting.Boolean(
            AllowMemberInvites, "Members may invite others, who become members, into a room for members only", config => config.AllowsMemberInvitations,
            (config, isOn) => config with { AllowsMemberInvitations = isOn }) with { InfoVar = AllowMemberInvites },
    ];

    // Who knows the registered field alone means by it what its label says: "whether to allow members to invite others".
    public override RoomConfiguration Settle(Room room, RoomConfiguration configuration, DataForm form, BareJid by) =>
        form.Boolean(MucForms.ConfigFields.AllowInvites) is { } isOn && form.Find(AllowMemberInvites) is null
            ? configuration with { AllowsMemberInvitations = isOn } : configuration;

    public override async ValueTask<bool> TakeMessageAsync(Room room, Message message, RoomItem item)
    {
        if (!message.TryGet<MucUser>(out var user))
        {
            return false;
        }
        if (user.Invites.Count > 0)
        {
            await InviteAsync(room, message, user.Invites, item).ConfigureAwait(false);
            return true;
        }
        if (user.Decline is { } decline)
        {
            Decline(room, message, decline);
            return true;
        }
        return false;
    }

    private async ValueTask InviteAsync(Room room, Message message, IReadOnlyList<MucInvite> invites, RoomItem item)
    {
        var session = room.FindSession(message.From!) ?? throw room.NotInside();
        var inviter = session.Occupant;
        if (!MayInvite(room.Configuration, inviter))
        {
            throw new StanzaException(StanzaError.Forbidden.With("you may not invite others into this room"));
        }
        if (invites.Count > options.MaxInvitationsAtOnce)
        {
            throw new StanzaException(StanzaError.PolicyViolation.With($"at most {options.MaxInvitationsAtOnce} are invited at once"));
        }
        if (!inviter.StateOf<InvitationRate>().Rate.TryTake(clock, options.InvitationsPerMinute, invites.Count))
        {
            throw new StanzaException(RateLimits.TooFast);
        }
        var members = new List<AffiliationChange>();
        foreach (var invite in invites)
        {
            var invited = await CheckAsync(room, invite.To).ConfigureAwait(false);
            if (room.Configuration.IsMembersOnly && room.AffiliationOf(invited) == MucAffiliation.None)
            {
                members.Add(new AffiliationChange(invited, MucAffiliation.Member));
            }
        }
        if (members.Count == 0)
        {
            Send(room, message, invites);
            return;
        }
        var ticket = room.Affiliate(
            members, message.From!,
            news =>
            {
                // They are invited by this; nothing else tells them.
                room.Tell(news with { TellsAbsent = false });
                Send(room, message, invites);
            },
            () => room.Services.Router.Bounce(message, StanzaError.ResourceConstraint));
        item.Receipt?.Hold(ticket);
    }

    // §7.8.2, §9.5: into a room for members only those invite who edit the list of members, and members where their owner lets them.
    private static bool MayInvite(RoomConfiguration config, Occupant inviter) =>
        inviter.Affiliation >= MucAffiliation.Admin
        || (config.IsMembersOnly
            ? config.AllowsMemberInvitations && inviter.Affiliation >= MucAffiliation.Member
            : inviter.Role == MucRole.Moderator || (config.AllowsInvitations && inviter.Role >= MucRole.Participant));

    // §7.8.2: who is not there cannot be invited.
    private async ValueTask<BareJid> CheckAsync(Room room, Jid? to)
    {
        if (to is null)
        {
            throw new StanzaException(StanzaError.BadRequest.With("an invitation says whom it is for"));
        }
        var invited = to.Bare;
        var router = rooms.Services.Router;
        bool isGuest = to is FullJid full && router.Find(invited)?.Find(full) is not null;
        if (invited.IsDomain || rooms.ServiceOf(invited) is not null || (router.IsLocal(invited.Host) && !isGuest && !await accounts.ExistsAsync(invited).ConfigureAwait(false)))
        {
            throw new StanzaException(StanzaError.ItemNotFound.With($"there is no {invited}"));
        }
        if (room.AffiliationOf(invited) == MucAffiliation.Outcast)
        {
            throw new StanzaException(StanzaError.Forbidden.With($"{invited} is banned from this room"));
        }
        if (room.IsClosedTo(invited))
        {
            throw new StanzaException(StanzaError.NotAllowed.With("this room is not for users of other servers"));
        }
        return invited;
    }

    private void Send(Room room, Message message, IReadOnlyList<MucInvite> invites)
    {
        foreach (var invite in invites)
        {
            var sent = invite with { To = null, From = message.From!.Bare, Reason = Cut(invite.Reason) };
            // Each has its own name when there are several (§7.9).
            string id = invites.Count == 1 && message.Id is { } own ? own : $"invitation-{Guid.NewGuid():N}";
            room.Send(invite.To!, new Message(MessageType.Normal, null, room.Address, id, new MucUser { Invites = [sent], Password = room.Configuration.Password }));
        }
    }

    // §7.8.2: the inviter learns that the invited does not come. The room says so to nobody but those who could have invited.
    private void Decline(Room room, Message message, MucDecline decline)
    {
        if (decline.To is not { } to)
        {
            throw new StanzaException(StanzaError.BadRequest.With("a refusal says whose invitation it is about"));
        }
        if (room.IsBarredTo(message.From!.Bare))
        {
            // Whom the room does not let in has not been invited, and writes to nobody through it.
            throw new StanzaException(StanzaError.Forbidden);
        }
        if (!room.StateOf<InvitationRate>().Rate.TryTake(clock, options.InvitationsPerMinute))
        {
            throw new StanzaException(RateLimits.TooFast);
        }
        var inviter = to is FullJid occupant && to.Bare.Equals(room.Address) ? room.Occupants.GetValueOrDefault(occupant.Resource!) : room.OccupantsOf(to.Bare).FirstOrDefault();
        if (inviter is null && (to.Bare.Equals(room.Address) || room.AffiliationOf(to.Bare) is MucAffiliation.None or MucAffiliation.Outcast))
        {
            throw new StanzaException(StanzaError.ItemNotFound.With("nobody in this room has invited you by that address"));
        }
        var sent = decline with { To = null, From = message.From!.Bare, Reason = Cut(decline.Reason) };
        var stanza = new Message(MessageType.Normal, null, room.Address, message.Id, new MucUser { Decline = sent });
        room.Send(inviter is null ? to.Bare : inviter.Account, stanza);
    }

    private string? Cut(string? reason) => reason is not null && reason.Length > options.MaxReasonLength ? reason[..options.MaxReasonLength] : reason;

    /// <summary>Of one occupant; of the refusals in a room.</summary>
    private sealed class InvitationRate
    {
        public RoomRate Rate { get; } = new();
    }
}
