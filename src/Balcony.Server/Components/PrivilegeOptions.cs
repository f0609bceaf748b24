// What a component may do beyond its own domain: delegates: and privileges: below components: in the configuration.
using Balcony.Server.Hosting.Options;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Components;

/// <summary>A namespace whose requests the component answers instead of the server (XEP-0355 §4).</summary>
[Shorthand(nameof(Namespace))]
public sealed record DelegationOptions : ICheckedOptions
{
    /// <summary>The namespace of the request's payload.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Attributes that the payload must have; without them the server answers itself.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The hosts, and the hosts of accounts, that it holds for.</summary>
    [DefaultText("the hosts that the component is below")]
    public IReadOnlyList<BareJid> Hosts { get; init; } = [];

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Namespace.Length == 0) yield return (nameof(Namespace), "which namespace?");
        // XEP-0355 §8, rule 5.
        if (Namespace == Delegation.Ns) yield return (nameof(Namespace), $"{Delegation.Ns} itself cannot be delegated");
    }
}

/// <summary>What a component may do in the name of the accounts of some hosts (XEP-0356). All of it reaches all of their accounts.</summary>
public sealed record PrivilegeOptions : ICheckedOptions
{
    /// <summary>Whether it may read or change rosters.</summary>
    public PrivilegeAccess Roster { get; init; }

    /// <summary>Whether it is told each change of a roster, where it may read them.</summary>
    public bool RosterPushes { get; init; } = true;

    /// <summary>Whether it may send messages.</summary>
    public PrivilegedMessages Message { get; init; }

    /// <summary>Whose presence it is sent: that of accounts, or of their contacts, too (which needs the right to read rosters).</summary>
    public PrivilegedPresence Presence { get; init; }

    /// <summary>Namespaces of requests that it may make.</summary>
    public IReadOnlyList<PrivilegedIqOptions> Iq { get; init; } = [];

    /// <summary>The hosts whose accounts they are.</summary>
    [DefaultText("the hosts that the component is below")]
    public IReadOnlyList<BareJid> Hosts { get; init; } = [];

    internal bool IsAny => Roster != PrivilegeAccess.None || Message != PrivilegedMessages.None || Presence != PrivilegedPresence.None || Iq.Count > 0;

    internal bool MayReadRosters => Roster is PrivilegeAccess.Get or PrivilegeAccess.Both;

    public IEnumerable<(string Property, string Message)> Check()
    {
        // XEP-0356 §7.4
        if (Presence == PrivilegedPresence.Roster && !MayReadRosters) yield return (nameof(Presence), "presence: roster needs roster: get or roster: both beside it");
        foreach (var twice in Iq.GroupBy(one => one.Namespace).Where(group => group.Count() > 1)) yield return (nameof(Iq), $"{twice.Key} is here twice");
    }
}

/// <summary>Requests that a component may make in the name of accounts (XEP-0356 §6).</summary>
public sealed record PrivilegedIqOptions : ICheckedOptions
{
    /// <summary>The namespace of the request's payload.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether by get, by set, or both.</summary>
    public PrivilegeAccess Access { get; init; } = PrivilegeAccess.Both;

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Namespace.Length == 0) yield return (nameof(Namespace), "which namespace?");
    }
}
