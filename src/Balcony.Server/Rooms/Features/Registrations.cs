// XEP-0045 §7.10, §7.12, §9.9: registering with a room, which reserves a nickname, and finding out which one it is.
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Registrations(RoomOptions options, TimeProvider clock) : RoomFeature, IDiscoNodes
{
    private const string Var = "{urn:balcony:muc}roomconfig_registration";
    private const string LockVar = "{urn:balcony:muc}roomconfig_locknicknames";
    private const int MaxAdminsTold = 20;
    private const int MaxAnswer = 1_000;

    private static readonly FormField[] Optional =
    [
        new(MucForms.RegisterFields.First, FormFieldType.TextSingle) { Label = "Given name" }, new(MucForms.RegisterFields.Last, FormFieldType.TextSingle) { Label = "Family name" },
        new(MucForms.RegisterFields.Url, FormFieldType.TextSingle) { Label = "Web page" }, new(MucForms.RegisterFields.Email, FormFieldType.TextSingle) { Label = "E-mail address" },
        new(MucForms.RegisterFields.FaqEntry, FormFieldType.TextMulti) { Label = "About you" },
    ];

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Choice(
            Var, "Who registers becomes a member",
            [
                (RoomRegistration.Automatic, new FormOption("automatic", "At once where anybody may enter and speak, else when an admin approves")),
                (RoomRegistration.Open, new FormOption("open", "At once")), (RoomRegistration.Approved, new FormOption("approved", "When an admin approves")),
                (RoomRegistration.Closed, new FormOption("closed", "Never")),
            ],
            config => config.Registration, (config, registration) => config with { Registration = registration }),
        RoomSetting.Boolean(LockVar, "Who is registered uses his registered nickname", config => config.LocksNicknames, (config, isOn) => config with { LocksNicknames = isOn }),
    ];

    public override void Register(ModuleBuilder module)
    {
        module.OnGet<RegisterQuery>(IqTarget.Room, (context, _) => Get(context));
        module.OnSet<MucRegister>(IqTarget.Room, (context, request) => Set(context, request));
        module.Nodes(IqTarget.Room, this);
    }

    public override ValueTask LoadAsync(Room room)
    {
        room.StateOf<Reserved>().ByNickname = null;
        return default;
    }

    public override void OnAffiliated(Room room, AffiliationNews news, UnitOfWork unit) => room.StateOf<Reserved>().ByNickname = null;

    // §7.10: "modify the user's nickname to be the registered nickname (instead of returning a not-acceptable error)".
    public override string? AssignNickname(Room room, BareJid account) =>
        room.Configuration.LocksNicknames && room.Members.TryGetValue(account, out var member) ? member.Nickname : null;

    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        if (!before.LocksNicknames)
        {
            room.GiveRegisteredNicknames();
        }
    }

    // §7.12: who reserved it has it alone.
    public override StanzaError? CheckNickname(Room room, BareNickname wanted) =>
        OwnerOf(room, wanted.Nickname) is { } owner && !owner.Equals(wanted.Account) ? StanzaError.Conflict.With("the nickname is reserved")
        : AssignNickname(room, wanted.Account) is { } own && own != wanted.Nickname ? StanzaError.NotAcceptable with { Type = StanzaErrorType.Cancel, Text = $"your nickname here is {own}" }
        : null;

    public DiscoInfo? InfoOf(IqContext context, string node)
    {
        if (node != MucEnter.ReservedNickNode)
        {
            return null;
        }
        return context.Room!.Members.TryGetValue(context.From.Bare, out var member) && member.Nickname is { } nickname
            ? new DiscoInfo { Identities = [new DiscoIdentity("conference", "text", nickname)] } : new DiscoInfo();
    }

    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) => null;

    // §9.9
    public override ValueTask<bool> TakeMessageAsync(Room room, Message message, RoomItem item)
    {
        if (!message.TryGet<DataForm>(out var form) || form.FormType != MucForms.Register)
        {
            return new(false);
        }
        if (room.AffiliationOf(message.From!.Bare) < MucAffiliation.Admin)
        {
            throw new StanzaException(StanzaError.Forbidden.With("only admins approve registrations"));
        }
        if (form.Type == DataFormType.Submit && form.Boolean(MucForms.RegisterFields.Allow) == true)
        {
            var account = Jid.TryParse(form.Value(MucForms.RequestFields.Jid), out var address) ? address.Bare
                : throw new StanzaException(StanzaError.BadRequest.With("the form has lost whose registration it is"));
            if (room.AffiliationOf(account) == MucAffiliation.None)
            {
                var ticket = Enter(room, account, form.Value(MucForms.RegisterFields.Nick) ?? "", message.From);
                item.Receipt?.Hold(ticket);
            }
        }
        return new(true);
    }

    private static IqReply Get(IqContext context)
    {
        var room = context.Room!;
        var account = context.From.Bare;
        if (room.Members.TryGetValue(account, out var member) && member is { Nickname: { } nickname })
        {
            return IqReply.Result(new Registration(IsRegistered: true) { Fields = [new("username", nickname)] });
        }
        CheckMayRegister(room, account);
        return IqReply.Result(new Registration
        {
            Form = DataForm.Form(
                MucForms.Register, [new FormField(MucForms.RegisterFields.Nick, FormFieldType.TextSingle) { Label = "Nickname", IsRequired = true }, .. Optional]) with
            {
                Title = $"Registration with {room.Address}",
                Instructions = [IsApproved(room.Configuration) ? "An admin of the room decides." : "You will be a member of the room."],
            },
        });
    }

    private IqReply Set(IqContext context, MucRegister request)
    {
        var room = context.Room!;
        var account = context.From.Bare;
        room.Members.TryGetValue(account, out var member);
        if (request.IsRemoval)
        {
            return member is null or { Affiliation: MucAffiliation.Outcast } ? IqReply.Error(StanzaError.RegistrationRequired) : Remove(room, account, member);
        }
        CheckMayRegister(room, account);
        if (request.Form is not { Type: DataFormType.Submit } form || form.FormType != MucForms.Register)
        {
            return IqReply.Error(StanzaError.BadRequest.With("a submitted registration form is needed"));
        }
        string nickname = form.Value(MucForms.RegisterFields.Nick) ?? "";
        if (nickname.Length == 0)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With("a nickname is needed"));
        }
        room.CheckAffiliations([new AffiliationChange(account, member?.Affiliation ?? MucAffiliation.Member) { Nickname = nickname }]);
        // Who has an affiliation already is not asked for again.
        if (member is not null || !IsApproved(room.Configuration))
        {
            return IqReply.Result().After(Enter(room, account, nickname, null));
        }
        if (!room.StateOf<Asked>().Rate.TryTake(clock, options.RegistrationsPerMinute))
        {
            return IqReply.Error(RateLimits.TooFast);
        }
        AskAdmins(room, account, form);
        return IqReply.Result();
    }

    // §7.10: not-allowed.
    private static void CheckMayRegister(Room room, BareJid account)
    {
        bool isMember = room.AffiliationOf(account) >= MucAffiliation.Member;
        if (account.IsDomain || room.IsBarredTo(account) || (!isMember && room.Configuration.Registration == RoomRegistration.Closed))
        {
            throw new StanzaException(StanzaError.NotAllowed.With("you may not register with this room"));
        }
    }

    private static bool IsApproved(RoomConfiguration config) => config.Registration switch
    {
        RoomRegistration.Open => false,
        RoomRegistration.Approved => true,
        // Registering must not lead past what an owner has closed.
        _ => config.IsMembersOnly || config.IsModerated || config.Password is not null,
    };

    private static CommitTicket Enter(Room room, BareJid account, string nickname, Jid? by)
    {
        var affiliation = room.Members.TryGetValue(account, out var member) ? member.Affiliation : MucAffiliation.Member;
        return room.Affiliate([new AffiliationChange(account, affiliation) { Nickname = nickname }], by);
    }

    // XEP-0077 §3.2: a member by registration is none any more; who is more keeps it.
    private static IqReply Remove(Room room, BareJid account, RoomMember member) => IqReply.Result().After(room.Affiliate(
        [new AffiliationChange(account, member.Affiliation == MucAffiliation.Member ? MucAffiliation.None : member.Affiliation) { Nickname = "" }], null));

    // §9.9. The form says whose registration it is, so that nothing is kept meanwhile.
    private static void AskAdmins(Room room, BareJid account, DataForm given)
    {
        var fields = new List<FormField>
        {
            new(MucForms.RequestFields.Jid, FormFieldType.JidSingle, account.ToString()) { Label = "Who asks" },
            new(MucForms.RegisterFields.Nick, FormFieldType.TextSingle, given.Value(MucForms.RegisterFields.Nick) ?? "") { Label = "Nickname" },
        };
        foreach (var field in Optional)
        {
            if (given.Values(field.Var!) is { Count: > 0 } values)
            {
                fields.Add(field with { Values = [.. values.Take(20).Select(value => value.Length > MaxAnswer ? value[..MaxAnswer] : value)] });
            }
        }
        fields.Add(new FormField(MucForms.RegisterFields.Allow, FormFieldType.Boolean, "0") { Label = "Allow this person to register with the room?" });
        var form = DataForm.Form(MucForms.Register, fields) with
        {
            Title = "Registration request",
            Instructions = [$"To approve this request, say yes and submit the form. To skip it, cancel."],
        };
        var message = new Message(MessageType.Normal, null, room.Address, $"registration-{Guid.NewGuid():N}", form);
        foreach (var admin in room.Members.Where(one => one.Value.Affiliation >= MucAffiliation.Admin).Select(one => one.Key).Take(MaxAdminsTold))
        {
            var present = room.OccupantsOf(admin).SelectMany(occupant => occupant.Sessions).Select(session => (Jid)session.Address).ToArray();
            foreach (var to in present.Length > 0 ? present : [admin])
            {
                room.Send(to, message);
            }
        }
    }

    private static BareJid? OwnerOf(Room room, string nickname)
    {
        var names = room.StateOf<Reserved>().ByNickname ??= room.Reservations();
        return names.GetValueOrDefault(room.ReservedAs(nickname));
    }

    private sealed class Reserved
    {
        /// <summary>Null: to be made from the members.</summary>
        public Dictionary<string, BareJid>? ByNickname { get; set; }
    }

    private sealed class Asked
    {
        public RoomRate Rate { get; } = new();
    }
}
