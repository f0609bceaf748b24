// XEP-0045 §10.1, §10.2, §10.9: what owners ask of a room: its form, its end.
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomConfigurations(RoomDirectory rooms) : RoomFeature
{
    public override void Register(ModuleBuilder module)
    {
        module.OnGet<MucOwnerQuery>(IqTarget.Room, Get);
        module.OnSet<MucOwnerQuery>(IqTarget.Room, SetAsync);
    }

    private static ValueTask<IqReply> Get(IqContext context, MucOwnerQuery query) => IqReply.Result(new MucOwnerQuery(RoomForm.Show(OwnersRoom(context))));

    private async ValueTask<IqReply> SetAsync(IqContext context, MucOwnerQuery query)
    {
        var room = OwnersRoom(context);
        if (query.Destroy is { } destroy)
        {
            int most = rooms.Services.Options.MaxReasonLength;
            if (destroy.Reason?.Length > most || destroy.Password?.Length > Passwords.MaxLength)
            {
                return IqReply.Error(StanzaError.NotAcceptable.With($"a reason has at most {most} characters, a password {Passwords.MaxLength}"));
            }
            return IqReply.Result().After(await RoomEnds.DestroyAsync(room, destroy, context.From.Bare).ConfigureAwait(false));
        }
        return query.Form switch
        {
            { Type: DataFormType.Cancel } => Cancel(room),
            { Type: DataFormType.Submit } form => Configure(room, form, context.From),
            _ => IqReply.Error(StanzaError.BadRequest),
        };
    }

    // §10.1.3: a room that was never configured is not there.
    private static IqReply Cancel(Room room) => room.Stage == RoomStage.Locked ? IqReply.Result().After(room.Destroy(new MucDestroy())) : IqReply.Result();

    // §10.1.2: an empty form accepts the defaults.
    private IqReply Configure(Room room, DataForm form, Jid by)
    {
        var change = RoomForm.Read(room, form, by.Bare);
        if (!room.Configuration.IsPersistent && change.Configuration.IsPersistent && rooms.Services.Options.PersistentRooms == PersistentRooms.Admins
            && !rooms.Services.IsAdmin(room.Service.Host, by.Bare))
        {
            return IqReply.Error(StanzaError.NotAcceptable.With("only admins of the service make rooms that last"));
        }
        return IqReply.Result().After(RoomForm.Apply(room, change, by));
    }

    // §10.2
    private static Room OwnersRoom(IqContext context) =>
        context.Room!.AffiliationOf(context.From.Bare) == MucAffiliation.Owner ? context.Room : throw new StanzaException(StanzaError.Forbidden);
}
