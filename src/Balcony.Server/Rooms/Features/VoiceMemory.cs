// XEP-0045 §5.1: who was given voice, or lost it, has or lacks it the next time, too: nobody is heard again by leaving and entering.
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class VoiceMemory(IStorage storage, RoomOptions options) : RoomFeature
{
    // Owner: the room; key: the account.
    private readonly IMapStore<GivenRole> _roles = storage.OpenMap("room-voice", GivenRoleCodec.Instance);

    public override async ValueTask LoadAsync(Room room)
    {
        var given = room.StateOf<Given>().Roles;
        given.Clear();
        await foreach (var (account, role) in _roles.ListAsync(room.Address).ConfigureAwait(false))
        {
            given[BareJid.Parse(account)] = role.Role;
        }
    }

    public override ValueTask OnEnteringAsync(Room room, Entry entry, OccupantSession session)
    {
        var occupant = session.Occupant;
        if (!entry.IsSecondSession && !entry.IsAgain && occupant.Affiliation < MucAffiliation.Admin
            && room.StateOf<Given>().Roles.TryGetValue(occupant.Account, out var role))
        {
            occupant.Role = role;
        }
        return default;
    }

    public override void OnRole(Room room, Occupant occupant, MucRole before)
    {
        var given = room.StateOf<Given>().Roles;
        bool isDifferent = occupant.Role != MucRole.Moderator && occupant.Role != room.DefaultRole(occupant.Affiliation);
        if (isDifferent ? given.Count < options.MaxAffiliations || given.ContainsKey(occupant.Account) : given.ContainsKey(occupant.Account))
        {
            var unit = new UnitOfWork();
            Remember(room, occupant.Account, isDifferent ? occupant.Role : null, unit);
            room.AfterCommit(storage.Commit(unit), null);
        }
    }

    // Another affiliation brings a role of its own.
    public override void OnAffiliated(Room room, AffiliationNews news, UnitOfWork unit)
    {
        foreach (var change in news.Changes)
        {
            Remember(room, change.Account, null, unit);
        }
    }

    private void Remember(Room room, BareJid account, MucRole? role, UnitOfWork unit)
    {
        var given = room.StateOf<Given>().Roles;
        if (role is { } one)
        {
            given[account] = one;
        }
        else if (!given.Remove(account))
        {
            return;
        }
        // A room that is not configured is not stored.
        if (room.Stage == RoomStage.Open)
        {
            _ = role is { } kept ? unit.Set(_roles, room.Address, account.ToString(), new GivenRole(kept)) : unit.Remove(_roles, room.Address, account.ToString());
        }
    }

    /// <summary>Those who have another role than their affiliation brings.</summary>
    internal sealed class Given
    {
        public Dictionary<BareJid, MucRole> Roles { get; } = [];
    }
}

/// <summary>A role as it is kept: visitor or participant.</summary>
internal sealed record GivenRole(MucRole Role);

internal sealed class GivenRoleCodec : JsonStoreCodec<GivenRole>
{
    public static GivenRoleCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, GivenRole value) => json.WriteString("role", value.Role.Name());

    protected override GivenRole Read(JsonElement json, byte writtenAs) =>
        new(MucNames.TryParse(json.GetProperty("role").GetString(), out MucRole role) ? role : throw new FormatException("no such role"));
}
