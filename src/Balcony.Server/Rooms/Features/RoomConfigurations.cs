// XEP-0045 §10.1, §10.2: the owner's form.
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomConfigurations : RoomFeature
{
    public override void Register(ModuleBuilder module)
    {
        module.OnGet<MucOwnerQuery>(IqTarget.Room, Get);
        module.OnSet<MucOwnerQuery>(IqTarget.Room, Set);
    }

    private static ValueTask<IqReply> Get(IqContext context, MucOwnerQuery query)
    {
        var room = OwnersRoom(context);
        return IqReply.Result(new MucOwnerQuery(DataForm.Form(
            MucForms.RoomConfig, [.. room.Services.Features.SelectMany(feature => feature.Settings).Select(setting => setting.Field(room.Configuration))])));
    }

    private static ValueTask<IqReply> Set(IqContext context, MucOwnerQuery query)
    {
        var room = OwnersRoom(context);
        if (query.Destroy is { } destroy)
        {
            return IqReply.Result().After(room.Destroy(destroy));
        }
        return query.Form switch
        {
            { Type: DataFormType.Cancel } => Cancel(room),
            { Type: DataFormType.Submit } form => Configure(room, form),
            _ => IqReply.Error(StanzaError.BadRequest),
        };
    }

    // §10.1.3: a room that was never configured is not there.
    private static IqReply Cancel(Room room)
    {
        if (room.Stage == RoomStage.Locked)
        {
            _ = room.Destroy(new MucDestroy());
        }
        return IqReply.Result();
    }

    private static IqReply Configure(Room room, DataForm form)
    {
        if (form.Find(DataForm.FormTypeVar) is not null && form.FormType != MucForms.RoomConfig)
        {
            return IqReply.Error(StanzaError.BadRequest.With("the form is of another type"));
        }
        var configuration = room.Configuration;
        foreach (var setting in room.Services.Features.SelectMany(feature => feature.Settings))
        {
            if (form.Find(setting.Var) is { } field)
            {
                configuration = setting.Write(configuration, field.Values);
            }
        }
        var stored = room.Stored with { Configuration = configuration };
        // §10.1.2: an empty form accepts the defaults.
        return room.Stage == RoomStage.Locked ? IqReply.Result().After(room.Unlock(stored)) : IqReply.Result().After(room.Save(stored));
    }

    private static Room OwnersRoom(IqContext context) =>
        context.Room!.AffiliationOf(context.From.Bare) == MucAffiliation.Owner ? context.Room : throw new StanzaException(StanzaError.Forbidden);
}
