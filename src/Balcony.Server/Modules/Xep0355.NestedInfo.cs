// XEP-0355 §7.2: what the component has by its namespaces takes the place of what the server has by them.
using System.Collections.Concurrent;
using Balcony.Server.Components;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>The service discovery of delegated namespaces. Any thread.</summary>
internal sealed class NestedInfo(ServerRegistrations registrations, IIqSender requests)
{
    private const string PubSubNs = "http://jabber.org/protocol/pubsub";

    // Bounded by the namespaces that are configured.
    private readonly ConcurrentDictionary<Delegated, (DiscoInfo? Host, DiscoInfo? Account)> _known = new();
    private IReadOnlyList<Delegated> _delegated = [];

    public void Add(IReadOnlyList<Delegated> delegated) => _delegated = [.. delegated.Where(one => !one.Options.Namespace.StartsWith(Delegation.Ns, StringComparison.Ordinal))];

    /// <summary>Asks the component that has just appeared. Never fails.</summary>
    public async Task AskAsync(Delegated delegated)
    {
        if (!_delegated.Contains(delegated))
        {
            return;
        }
        string ns = delegated.Options.Namespace;
        var answers = await Task.WhenAll(AskAsync(delegated, Delegation.HostNode(ns)), AskAsync(delegated, Delegation.AccountNode(ns))).ConfigureAwait(false);
        if (delegated.Component.IsConnected)
        {
            _known[delegated] = (answers[0], answers[1]);
            registrations.InfoChanged();
        }
    }

    /// <summary>A connection of the component is gone; with the last one what it has is gone, too.</summary>
    public void Forget(Component component)
    {
        if (component.IsConnected)
        {
            return;
        }
        foreach (var (delegated, _) in _known.Where(entry => entry.Key.Component == component))
        {
            _known.TryRemove(delegated, out _);
        }
        registrations.InfoChanged();
    }

    /// <summary>§7.2.1, §7.2.2, §7.2.3: features, identities and forms.</summary>
    public DiscoInfo Edit(IqTarget target, BareJid host, DiscoInfo info)
    {
        foreach (var delegated in _delegated)
        {
            if (!delegated.Host.Equals(host))
            {
                continue;
            }
            string ns = delegated.Options.Namespace;
            var known = _known.GetValueOrDefault(delegated);
            var nested = target == IqTarget.Server ? known.Host : known.Account;
            info = info with
            {
                Identities = [.. info.Identities.Where(identity => !IsOf(ns, identity)).Concat(nested?.Identities ?? []).Distinct()],
                Features = [.. info.Features.Where(feature => !IsOf(ns, feature)).Concat(nested?.Features ?? []).Distinct().Order(StringComparer.Ordinal)],
                Forms = [.. info.Forms.Where(form => form.FormType is not { } type || !IsOf(ns, type)).Concat(nested?.Forms ?? [])],
            };
        }
        return info;
    }

    private async Task<DiscoInfo?> AskAsync(Delegated delegated, string node)
    {
        var within = delegated.Component.Options.Limits.AnswerTimeout;
        var answer = await requests.AskAsync(IqType.Get, delegated.Host, delegated.Component.Domain, new DiscoInfoQuery(node), within).ConfigureAwait(false);
        try
        {
            return answer.Payload?.Is(DiscoInfo.ElementName, DiscoInfo.Ns) == true ? DiscoInfo.Read(answer.Payload) : null;
        }
        catch (StanzaException)
        {
            return null;
        }
    }

    // "http://jabber.org/protocol/pubsub" has "http://jabber.org/protocol/pubsub#publish".
    private static bool IsOf(string ns, string feature) => feature == ns || (feature.StartsWith(ns, StringComparison.Ordinal) && feature[ns.Length] == '#');

    private static bool IsOf(string ns, DiscoIdentity identity) => ns == PubSubNs && identity.Category == "pubsub";
}
