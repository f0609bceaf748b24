// XEP-0045 §5 as its charts say it, in the plainest way: who is in a room, what he is to it, and who may change that.
namespace Balcony.Server.Tests.Rooms;

/// <summary>Somebody in the room.</summary>
internal sealed record Somebody(string Account, List<string> Clients)
{
    public string Role { get; set; } = "none";
}

/// <summary>A room without a server. Each act returns the condition of the error, or null.</summary>
internal sealed class RoomModel(bool isModerated, bool isMembersOnly)
{
    private static readonly string[] Affiliations = ["outcast", "none", "member", "admin", "owner"];
    private static readonly string[] Roles = ["none", "visitor", "participant", "moderator"];

    // §5.2.3: from above to the right; A admins and owners, O owners.
    private static readonly string[] AffiliationChart =
    [
        "AAAOO",
        "AAAOO",
        "AAAOO",
        "OOOOO",
        "OOOOO",
    ];

    // §5.1.3: M moderators, A those of them who are admins or owners.
    private static readonly string[] RoleChart =
    [
        "----",
        "MMMA",
        "MMMA",
        "AAAM",
    ];

    // §5.1: roles that last.
    private readonly Dictionary<string, string> _given = [];

    public Dictionary<string, string> Lists { get; } = [];

    public Dictionary<string, Somebody> Present { get; } = [];

    public string AffiliationOf(string account) => Lists.GetValueOrDefault(account, "none");

    public string? NickOf(string client) => Present.FirstOrDefault(one => one.Value.Clients.Contains(client)).Key;

    public string? Enter(string account, string client, string nick)
    {
        string affiliation = AffiliationOf(account);
        if (affiliation == "outcast") return "forbidden";
        if (isMembersOnly && affiliation == "none") return "registration-required";
        if (Present.TryGetValue(nick, out var other))
        {
            if (other.Account != account) return "conflict";
            other.Clients.Add(client);
            return null;
        }
        Present.Add(nick, new Somebody(account, [client]) { Role = affiliation is "admin" or "owner" ? "moderator" : _given.GetValueOrDefault(account, RoleOf(affiliation)) });
        return null;
    }

    public string? Rename(string client, string nick)
    {
        if (Present.ContainsKey(nick)) return "conflict";
        var old = NickOf(client)!;
        Present.Add(nick, Present[old]);
        Present.Remove(old);
        return null;
    }

    public void Leave(string client)
    {
        var nick = NickOf(client)!;
        Present[nick].Clients.Remove(client);
        if (Present[nick].Clients.Count == 0) Present.Remove(nick);
    }

    public string? CheckRole(string actor, string nick, string role)
    {
        if (!IsModerator(actor)) return "forbidden";
        if (!Present.TryGetValue(nick, out var target)) return "item-not-found";
        if (target.Role == role) return null;
        var (mine, his) = (AffiliationOf(actor), AffiliationOf(target.Account));
        bool isSelf = target.Account == actor;
        // The stars below the charts.
        if (role == "visitor" && Rank(his) >= Rank("admin")) return "not-allowed";
        if (role == "participant" && target.Role == "moderator" && Rank(his) >= Rank("admin")) return Rank(mine) >= Rank("admin") ? "not-allowed" : "forbidden";
        if (isSelf && role != "moderator") return null;
        if (role == "none" && Rank(his) > Rank(mine)) return "not-allowed";
        if (role == "visitor" && Rank(mine) < Rank("admin") && Rank(his) >= Math.Max(Rank(mine), Rank("member"))) return "not-allowed";
        bool needsAdmin = RoleChart[Array.IndexOf(Roles, target.Role)][Array.IndexOf(Roles, role)] == 'A';
        return !needsAdmin || Rank(mine) >= Rank("admin") ? null : role is "moderator" or "participant" ? "forbidden" : "not-allowed";
    }

    public void ChangeRole(string nick, string role)
    {
        var one = Present[nick];
        if (role == "none")
        {
            Present.Remove(nick);
            return;
        }
        one.Role = role;
        if (role == "moderator" || role == RoleOf(AffiliationOf(one.Account))) _given.Remove(one.Account);
        else _given[one.Account] = role;
    }

    /// <summary>Several at once: the lists must have an owner in the end.</summary>
    public string? CheckAffiliations(string actor, params (string Account, string Affiliation)[] changes)
    {
        if (!IsModerator(actor)) return "forbidden";
        foreach (var (account, affiliation) in changes)
        {
            if (CheckAffiliation(actor, account, affiliation) is { } condition) return condition;
        }
        return Lists.Where(one => one.Value == "owner" && changes.All(change => change.Account != one.Key)).Any() || changes.Any(change => change.Affiliation == "owner")
            ? null : "conflict";
    }

    public void ChangeAffiliation(string account, string affiliation)
    {
        string before = AffiliationOf(account);
        if (before != affiliation) _given.Remove(account);
        if (affiliation == "none") Lists.Remove(account);
        else Lists[account] = affiliation;
        foreach (var (nick, one) in Present.Where(one => one.Value.Account == account && before != affiliation).ToArray())
        {
            if (affiliation == "outcast" || (isMembersOnly && affiliation == "none"))
            {
                Present.Remove(nick);
            }
            else if (Rank(affiliation) >= Rank("admin"))
            {
                one.Role = "moderator";
            }
            else if (Rank(before) >= Rank("admin") || one.Role != "moderator")
            {
                bool isMuted = affiliation == "none" && one.Role == "visitor";
                one.Role = isMuted ? "visitor" : RoleOf(affiliation);
            }
        }
    }

    private string? CheckAffiliation(string actor, string account, string affiliation)
    {
        var (mine, before) = (AffiliationOf(actor), AffiliationOf(account));
        if (Rank(mine) < Rank("admin")) return "forbidden";
        if (affiliation == "outcast" && account == actor) return "conflict";
        bool needsOwner = AffiliationChart[Rank(before)][Rank(affiliation)] == 'O';
        return !needsOwner || mine == "owner" ? null : affiliation == "outcast" ? "not-allowed" : "forbidden";
    }

    private bool IsModerator(string account) =>
        Rank(AffiliationOf(account)) >= Rank("admin") || Present.Values.Any(one => one.Account == account && one.Role == "moderator");

    private static int Rank(string affiliation) => Array.IndexOf(Affiliations, affiliation);

    private string RoleOf(string affiliation) => affiliation switch
    {
        "admin" or "owner" => "moderator",
        "member" => "participant",
        _ => isModerated ? "visitor" : "participant",
    };
}
