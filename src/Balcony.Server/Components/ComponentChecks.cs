// What must hold of components: among themselves and beside the hosts.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Components;

internal static class ComponentChecks
{
    /// <summary>What is wrong, in words.</summary>
    public static IEnumerable<string> Check(IReadOnlyDictionary<string, ComponentOptions> components, IEnumerable<BareJid> hosts)
    {
        var served = hosts.ToHashSet();
        var seen = new HashSet<BareJid>();
        var delegated = new HashSet<(BareJid, string)>();
        foreach (var (name, options) in components)
        {
            if (!BareJid.TryParse(name, out BareJid? domain) || !domain.IsDomain)
            {
                yield return $"'{name}' is not a domain name";
                continue;
            }
            if (served.Contains(domain)) yield return $"{name} is a host; a component needs a domain of its own";
            if (!seen.Add(domain)) yield return $"{name} is here twice";
            foreach (var delegation in options.Delegates)
            {
                foreach (string problem in CheckHosts(domain, delegation.Hosts, served, $"delegates {delegation.Namespace}")) yield return problem;
                foreach (var host in HostsOf(domain, delegation.Hosts, served).Where(host => !delegated.Add((host, delegation.Namespace))))
                {
                    yield return $"{delegation.Namespace} of {host} is delegated twice";
                }
            }
            if (options.Privileges.IsAny)
            {
                foreach (string problem in CheckHosts(domain, options.Privileges.Hosts, served, "privileges")) yield return problem;
            }
        }
    }

    /// <summary>The hosts that are named, or else those that the component is below.</summary>
    public static IEnumerable<BareJid> HostsOf(BareJid component, IReadOnlyList<BareJid> named, IEnumerable<BareJid> served) =>
        named.Count > 0 ? served.Where(named.Contains) : served.Where(host => Component.IsBelow(component, host));

    private static IEnumerable<string> CheckHosts(BareJid component, IReadOnlyList<BareJid> named, HashSet<BareJid> served, string what)
    {
        foreach (var stranger in named.Where(host => !served.Contains(host))) yield return $"{component}: {what}: {stranger} is no host of this server";
        if (named.Count == 0 && !HostsOf(component, named, served).Any()) yield return $"{component}: {what}: say for which hosts, since it is below none";
    }
}
