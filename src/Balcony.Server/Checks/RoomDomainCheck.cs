// Whether other servers find the domains of rooms.
using Balcony.Server.Federation;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Checks;

/// <summary>The DNS leads to the domains of rooms (XEP-0045 §4.1): they are names of their own, for which nothing below the host's stands in.</summary>
/// <param name="network">Asks as a peer would.</param>
/// <param name="domains">Where rooms are.</param>
/// <param name="clock">The time.</param>
public sealed class RoomDomainCheck(IPeerNetwork network, IReadOnlyList<BareJid> domains, TimeProvider clock) : Check("rooms.dns")
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    public override async ValueTask<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        var results = new List<CheckResult>();
        foreach (var domain in domains)
        {
            try
            {
                var route = await network.FindAsync(domain, either.Token).ConfigureAwait(false);
                results.Add(
                    route.Targets.Count > 0 ? Passed($"It leads to {route.Targets[0].Host}.", domain.Domain)
                    : !route.IsFinal ? NotTested(route.Problem ?? "The DNS did not answer.", domain.Domain)
                    : Failed(
                        CheckSeverity.Warning, route.Problem ?? "The DNS knows no such name.", "Users of other servers cannot enter rooms.",
                        $"Add an SRV record _xmpp-server._tcp.{domain.Domain} that names this server, or an address.", domain.Domain));
            }
            catch (OperationCanceledException)
            {
                cancel.ThrowIfCancellationRequested();
                results.Add(NotTested("The DNS did not answer in time.", domain.Domain));
            }
        }
        return results;
    }
}
