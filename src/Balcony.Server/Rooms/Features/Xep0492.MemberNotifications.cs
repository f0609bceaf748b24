// XEP-0492: of which messages a member is told who has no session in the room. Whom that wakes is in Room.News.cs.
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

/// <summary>The settings are those of a bookmark's extension, asked of the room itself: it, and not the client, decides whom a message wakes.</summary>
internal sealed class MemberNotifications : RoomFeature
{
    public override void Register(ModuleBuilder module)
    {
        module.OnGet<NotificationSettings>(IqTarget.Room, Get);
        module.OnSet<NotificationSettings>(IqTarget.Room, Set);
    }

    private static ValueTask<IqReply> Get(IqContext context, NotificationSettings query)
    {
        var notify = MemberOf(context).Notify;
        return IqReply.Result(new NotificationSettings(notify is { } when ? [new NotificationSetting(when)] : []));
    }

    // Without a setting: what holds for all (§3).
    private static ValueTask<IqReply> Set(IqContext context, NotificationSettings settings)
    {
        var room = context.Room!;
        var unit = new UnitOfWork();
        room.SetMember(context.From.Bare, MemberOf(context) with { Notify = settings.For()?.When }, unit);
        var ticket = room.Services.Storage.Commit(unit);
        room.AfterCommit(ticket, null);
        return IqReply.Result().After(ticket);
    }

    private static RoomMember MemberOf(IqContext context) =>
        context.Room!.Members.TryGetValue(context.From.Bare, out var member) && member.Affiliation >= MucAffiliation.Member
            ? member : throw new StanzaException(StanzaError.Forbidden.With("this is for members of the room"));
}
