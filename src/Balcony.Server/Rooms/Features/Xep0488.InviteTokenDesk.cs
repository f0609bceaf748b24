// XEP-0488: tokens that make whoever enters with one a member.
using System.Security.Cryptography;
using System.Text.Json;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class InviteTokenDesk(RoomOptions options, IStorage storage, TimeProvider clock) : RoomFeature
{
    private const int TokenBytes = 18;

    // Owner: the room; key: the token.
    private readonly IMapStore<StoredInviteToken> _tokens = storage.OpenMap("room-invite-tokens", StoredInviteTokenCodec.Instance);

    public override void Register(ModuleBuilder module)
    {
        module.OnSet<InviteTokenRequest>(IqTarget.Room, (context, request) => Issue(context, request));
        module.OnGet<InviteTokens>(IqTarget.Room, (context, _) => List(context));
        module.OnSet<InviteTokenRevocation>(IqTarget.Room, (context, request) => Revoke(context, request));
    }

    public override async ValueTask LoadAsync(Room room)
    {
        var known = room.StateOf<Known>().Tokens;
        known.Clear();
        await foreach (var (token, stored) in _tokens.ListAsync(room.Address).ConfigureAwait(false))
        {
            known.Add(token, stored);
        }
    }

    // §3.5: before it is asked who is a member and who knows the password.
    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry)
    {
        // §4: who has an affiliation needs no token, and uses none up.
        if (room.Stage != RoomStage.Open || entry.Affiliation != MucAffiliation.None || entry.Request.Password is not { } given)
        {
            return default;
        }
        if (room.StateOf<Known>().Tokens.TryGetValue(given, out var token) && IsValid(token))
        {
            entry.Token = given;
            entry.Affiliation = MucAffiliation.Member;
            return default;
        }
        // §3.5, §4: where there is no password, what is given for one is a token that is none any more.
        return new(room.Configuration is { IsMembersOnly: true, Password: null } ? ExpiredInviteToken.Error : null);
    }

    // He is in: now it is used.
    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        if (entry.Token is not { } used || !room.StateOf<Known>().Tokens.TryGetValue(used, out var token))
        {
            return default;
        }
        var unit = new UnitOfWork();
        var news = room.ChangeAffiliations([new AffiliationChange(entry.From.Bare, MucAffiliation.Member)], null, unit);
        Keep(room, used, token.Uses is { } left ? token with { Uses = left - 1 } : token, unit);
        room.AfterCommit(storage.Commit(unit), () => room.Tell(news));
        return default;
    }

    private IqReply Issue(IqContext context, InviteTokenRequest request)
    {
        var room = context.Room!;
        var account = context.From.Bare;
        if (room.Stage != RoomStage.Open || !MayIssue(room, account))
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        var known = room.StateOf<Known>().Tokens;
        var unit = new UnitOfWork();
        foreach (var (old, _) in known.Where(one => !IsValid(one.Value)).ToArray())
        {
            known.Remove(old);
            unit.Remove(_tokens, room.Address, old);
        }
        if (known.Count >= options.MaxInviteTokens)
        {
            return IqReply.Error(StanzaError.ResourceConstraint.With($"a room has at most {options.MaxInviteTokens} tokens"));
        }
        var lasts = request.Delay is { } wanted && wanted < options.MaxInviteTokenAge ? wanted : options.MaxInviteTokenAge;
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var stored = new StoredInviteToken(account, clock.GetUtcNow() + lasts, request.Counter);
        Keep(room, token, stored, unit);
        return IqReply.Result(new InviteToken(token, request.Counter, lasts)).After(storage.Commit(unit));
    }

    // §3.6: one's own; those who edit the list of members have all. Without a token there is an empty list.
    private IqReply List(IqContext context)
    {
        var now = clock.GetUtcNow();
        return IqReply.Result(new InviteTokens(
            [.. context.Room!.StateOf<Known>().Tokens.Where(one => IsValid(one.Value) && MayRevoke(context.Room, context.From.Bare, one.Value))
                .Select(one => new InviteToken(one.Key, one.Value.Uses, TimeSpan.FromSeconds(Math.Ceiling((one.Value.Until - now).TotalSeconds)), one.Value.Creator.ToString()))]));
    }

    // §3.7
    private IqReply Revoke(IqContext context, InviteTokenRevocation request)
    {
        var room = context.Room!;
        if (!MayIssue(room, context.From.Bare))
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        if (!room.StateOf<Known>().Tokens.TryGetValue(request.Token, out var token) || !MayRevoke(room, context.From.Bare, token))
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        var unit = new UnitOfWork();
        Keep(room, request.Token, token with { Uses = 0 }, unit);
        return IqReply.Result().After(storage.Commit(unit));
    }

    // A token makes members: those issue it who may make members by inviting them.
    private static bool MayIssue(Room room, BareJid account) =>
        room.AffiliationOf(account) >= MucAffiliation.Admin || (room.AffiliationOf(account) == MucAffiliation.Member && room.Configuration.AllowsMemberInvitations);

    private static bool MayRevoke(Room room, BareJid account, StoredInviteToken token) => token.Creator.Equals(account) || room.AffiliationOf(account) >= MucAffiliation.Admin;

    private bool IsValid(StoredInviteToken token) => token.Uses is not 0 && token.Until > clock.GetUtcNow();

    private void Keep(Room room, string token, StoredInviteToken stored, UnitOfWork unit)
    {
        if (stored.Uses is 0)
        {
            room.StateOf<Known>().Tokens.Remove(token);
            unit.Remove(_tokens, room.Address, token);
            return;
        }
        room.StateOf<Known>().Tokens[token] = stored;
        unit.Set(_tokens, room.Address, token, stored);
    }

    private sealed class Known
    {
        public Dictionary<string, StoredInviteToken> Tokens { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>A token as it is stored.</summary>
/// <param name="Creator">Who asked for it.</param>
/// <param name="Until">From then on it is none.</param>
/// <param name="Uses">How often it may still be used; null: any number.</param>
internal sealed record StoredInviteToken(BareJid Creator, DateTimeOffset Until, uint? Uses);

/// <summary>Absent members are null.</summary>
internal sealed class StoredInviteTokenCodec : JsonStoreCodec<StoredInviteToken>
{
    public static StoredInviteTokenCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, StoredInviteToken value)
    {
        json.WriteString("creator", value.Creator.ToString());
        json.WriteString("until", value.Until);
        if (value.Uses is { } uses)
        {
            json.WriteNumber("uses", uses);
        }
    }

    protected override StoredInviteToken Read(JsonElement json, byte writtenAs) => new(
        BareJid.Parse(json.GetProperty("creator").GetString()!), json.GetProperty("until").GetDateTimeOffset(),
        json.TryGetProperty("uses", out var uses) ? uses.GetUInt32() : null);
}
