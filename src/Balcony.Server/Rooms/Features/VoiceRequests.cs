// XEP-0045 §7.13, §8.6: visitors ask for voice, moderators give it.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class VoiceRequests(RoomOptions options, TimeProvider clock) : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            "muc#roomconfig_allowvoicerequests", "Visitors may ask for voice", config => config.AllowsVoiceRequests,
            (config, isOn) => config with { AllowsVoiceRequests = isOn }),
    ];

    public override ValueTask<bool> TakeMessageAsync(Room room, Message message, RoomItem item)
    {
        if (message.Get<DataForm>() is not { Type: DataFormType.Submit or DataFormType.Cancel } form || form.Value(DataForm.FormTypeVar) != MucForms.Request)
        {
            return new(false);
        }
        // §8.6: a moderator who skips a request may say so.
        if (form.Type != DataFormType.Cancel)
        {
            if (form.Find(MucForms.RequestFields.Allow) is null)
            {
                Ask(room, message, form);
            }
            else
            {
                Decide(room, message.From!, form);
            }
        }
        return new(true);
    }

    private void Ask(Room room, Message message, DataForm form)
    {
        var session = room.FindSession(message.From!) ?? throw room.NotInside();
        var occupant = session.Occupant;
        if (form.Value(MucForms.RequestFields.Role) != MucRole.Participant.Name())
        {
            throw new StanzaException(StanzaError.BadRequest.With("what can be asked for is the role of a participant"));
        }
        if (occupant.Role != MucRole.Visitor)
        {
            throw new StanzaException(StanzaError.NotAcceptable.With("you have voice"));
        }
        if (!room.Configuration.AllowsVoiceRequests)
        {
            throw new StanzaException(StanzaError.Forbidden.With("nobody asks for voice in this room"));
        }
        var asked = room.StateOf<Asked>().Times;
        long now = clock.GetTimestamp();
        if (asked.TryGetValue(occupant.Account, out long before) && clock.GetElapsedTime(before, now) < options.VoiceRequestInterval)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With("you have asked a moment ago"));
        }
        var moderators = room.Audience.Where(one => one.Occupant.Role == MucRole.Moderator).ToArray();
        if (moderators.Length == 0)
        {
            throw new StanzaException(StanzaError.RecipientUnavailable.With("no moderator is here"));
        }
        if (options.VoiceRequestInterval > TimeSpan.Zero)
        {
            Forget(asked, now);
            asked[occupant.Account] = now;
        }
        var approval = new Message(MessageType.Normal, null, room.Address, message.Id, Form(session));
        foreach (var moderator in moderators)
        {
            room.Deliver(moderator, approval);
        }
    }

    private static void Decide(Room room, Jid from, DataForm form)
    {
        var actor = room.StandingOf(from.Bare);
        if (!actor.IsModerator)
        {
            throw new StanzaException(StanzaError.Forbidden.With("only moderators give voice"));
        }
        var allow = form.Boolean(MucForms.RequestFields.Allow) ?? throw new StanzaException(StanzaError.BadRequest.With("voice is given or not"));
        if (!allow)
        {
            return;
        }
        // The occupant by that name must still be who asked.
        if (!Jid.TryParse($"{room.Address}/{form.Value(MucForms.RequestFields.Nick)}", out var address) || address.Resource is null
            || !room.Occupants.TryGetValue(address.Resource, out var occupant)
            || (form.Value(MucForms.RequestFields.Jid) is { } jid && !(Jid.TryParse(jid, out var account) && account.Bare.Equals(occupant.Account))))
        {
            throw new StanzaException(StanzaError.ItemNotFound.With("who asked is gone"));
        }
        if (occupant.Role == MucRole.Visitor)
        {
            room.ChangeRole(occupant, MucRole.Participant, new Change { Actor = room.ActorOf(from) });
        }
    }

    private static DataForm Form(OccupantSession session) => DataForm.Form(
        MucForms.Request,
        new FormField(MucForms.RequestFields.Role, FormFieldType.ListSingle, MucRole.Participant.Name())
        {
            Label = "Requested role",
            Options = [new FormOption(MucRole.Participant.Name())],
        },
        new FormField(MucForms.RequestFields.Jid, FormFieldType.JidSingle, session.Address.ToString()) { Label = "User ID" },
        new FormField(MucForms.RequestFields.Nick, FormFieldType.TextSingle, session.Occupant.Nickname) { Label = "Room nickname" },
        new FormField(MucForms.RequestFields.Allow, FormFieldType.Boolean, "0") { Label = "Grant voice to this person?" }) with
    {
        Title = "Voice request",
        Instructions = ["To approve this request for voice, select the \"Grant voice to this person?\" checkbox and click OK. To skip this request, click the cancel button."],
    };

    // Not by occupant: who leaves and comes again waits all the same.
    private void Forget(Dictionary<BareJid, long> asked, long now)
    {
        foreach (var (account, time) in asked.Where(one => clock.GetElapsedTime(one.Value, now) >= options.VoiceRequestInterval).ToArray())
        {
            _ = time;
            asked.Remove(account);
        }
    }

    /// <summary>When an account last asked; those of the last interval.</summary>
    internal sealed class Asked
    {
        public Dictionary<BareJid, long> Times { get; } = [];
    }
}
