// What the [Component] blocks of a script say of its components, as the configuration would.
using System.Globalization;
using Balcony.Server.Components;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Testing;

/// <summary>The words that tests/scenarios/README.md lists. Several blocks of one address are connections of one component: the first says what it is.</summary>
internal static class ScenarioComponents
{
    public static Dictionary<BareJid, ComponentOptions> Read(ScenarioScript script) => script.Participants
        .Where(participant => participant.Kind == ParticipantKind.Component)
        .DistinctBy(participant => participant.Jid)
        .ToDictionary(participant => BareJid.Parse(participant.Jid), Read);

    private static ComponentOptions Read(Participant component) => new()
    {
        Secret = component["configured secret"] ?? component["secret"] ?? "secret",
        Name = component["name"],
        Subdomains = component["subdomains"] is not null,
        Listed = component["listed"] is not "no",
        KeepFor = TimeSpan.Parse(component["keep for"] ?? "00:00:00", CultureInfo.InvariantCulture),
        MaxConnections = int.Parse(component["connections"] ?? "1", CultureInfo.InvariantCulture),
        Conflict = component["conflict"] is "replace" ? ComponentConflict.Replace : ComponentConflict.Refuse,
        Limits = new ComponentLimits
        {
            MaxQueuedStanzas = int.Parse(component["max queued"] ?? "10000", CultureInfo.InvariantCulture),
            KeepAliveAfter = TimeSpan.Parse(component["keep alive"] ?? "00:00:00", CultureInfo.InvariantCulture),
        },
        Delegates = [.. component.Properties.Where(property => property.Key.StartsWith("delegates ", StringComparison.Ordinal)).Select(property => new DelegationOptions
        {
            Namespace = property.Key["delegates ".Length..].Trim(),
            Attributes = property.Value is "true" ? [] : property.Value.Split(' '),
        })],
        Privileges = new PrivilegeOptions
        {
            Roster = Access(component["roster"]),
            RosterPushes = component["roster pushes"] is not "no",
            Message = component["message"] is "outgoing" ? PrivilegedMessages.Outgoing : PrivilegedMessages.None,
            Presence = component["presence"] switch
            {
                "managed_entity" => PrivilegedPresence.ManagedEntity,
                "roster" => PrivilegedPresence.Roster,
                _ => PrivilegedPresence.None,
            },
            Iq = [.. component.Properties.Where(property => property.Key.StartsWith("iq ", StringComparison.Ordinal)).Select(property => new PrivilegedIqOptions
            {
                Namespace = property.Key["iq ".Length..].Trim(),
                Access = Access(property.Value),
            })],
        },
    };

    private static PrivilegeAccess Access(string? word) => word is null ? PrivilegeAccess.None : Enum.Parse<PrivilegeAccess>(word, ignoreCase: true);
}
