// Whether what lets us believe other servers goes on holding: pins, authorities, and who says what was taken back.
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;

namespace Balcony.Server.Checks;

/// <summary>No exception ends soon, or has ended and is forgotten.</summary>
/// <param name="pins">All, as they are now.</param>
/// <param name="clock">The time.</param>
public sealed class PinExpiryCheck(Func<IReadOnlyList<PinEntry>> pins, TimeProvider clock) : Check("federation.pins")
{
    private static readonly TimeSpan WarnBefore = TimeSpan.FromDays(14);

    protected override IEnumerable<CheckResult> Look()
    {
        var now = clock.GetUtcNow();
        // Of several the last one counts: the second is there because the first ends.
        var last = pins().GroupBy(entry => (entry.Host, entry.Pattern)).Select(peer => peer.MaxBy(entry => entry.Pin.Until ?? DateTimeOffset.MaxValue)!).ToList();
        var ending = last.Where(entry => entry.Pin.Until < now + WarnBefore).ToList();
        if (ending.Count == 0) yield return last.Count == 0 ? Passed("No key is pinned.") : Passed($"No pin of {last.Count} ends within {WarnBefore.Days} days.");
        foreach (var entry in ending) yield return Look(entry, now);
    }

    private CheckResult Look(PinEntry entry, DateTimeOffset now)
    {
        var until = entry.Pin.Until!.Value;
        var subject = entry.Host is null ? entry.Pattern : $"{entry.Pattern} for {entry.Host}";
        var remove = entry.IsByCommand ? $"balcony federation unpin {entry.Pattern} {entry.Pin.Text}" : $"Remove the pin from the configuration (federation:peers:{entry.Pattern}).";
        if (until <= now)
        {
            return Failed(
                CheckSeverity.Info, $"The pin ended at {until:u}.", "The peer is believed only if its certificate holds by itself.", remove, subject);
        }
        var prolong = entry.IsByCommand
            ? $"balcony federation pin {entry.Pattern} KEY --until DAY, with the key that balcony federation test {entry.Pattern} shows."
            : $"Write a later day, or a new key, into the configuration (federation:peers:{entry.Pattern}).";
        return Failed(
            CheckSeverity.Warning, $"The pin ends in {(until - now).Days} days, at {until:u}.",
            "After that the peer is believed only if its certificate holds by itself.", $"Ask the peer's operator for a certificate that holds. Until there is one: {prolong}", subject);
    }
}

/// <summary>The authorities that a host believes, where it names some, are valid and go on being so.</summary>
/// <param name="settings">Which files, as they are now.</param>
/// <param name="clock">The time.</param>
public sealed class AuthorityExpiryCheck(Func<FederationSettings> settings, TimeProvider clock) : Check("federation.authorities")
{
    private const string Fix = "Put the authority's new certificate beside the old one, or name its file under hosts:NAME:trust, then balcony reload.";

    // A new one has to reach others as well.
    private static readonly TimeSpan WarnBefore = TimeSpan.FromDays(30);

    protected override IEnumerable<CheckResult> Look()
    {
        var hosts = settings().Anchors;
        return hosts.Count == 0 ? [Passed("Hosts believe the system's authorities.")] : hosts.SelectMany(host => Look(host.Key.ToString(), host.Value));
    }

    private IEnumerable<CheckResult> Look(string host, IReadOnlyList<string> files)
    {
        if (Read(files, out var anchors) is { } problem)
        {
            yield return Failed(
                CheckSeverity.Warning, problem, "What was read before stays in use; at the next start the server would not come up.", "Put the PEM file back, or change hosts:NAME:trust.", host);
            yield break;
        }
        var now = clock.GetUtcNow();
        var isFine = true;
        // Of an authority that has a new certificate the newest counts.
        foreach (var authority in anchors.GroupBy(certificate => certificate.SubjectName.Name).Select(same => same.MaxBy(certificate => certificate.NotAfter)!))
        {
            var (name, end) = (TrustSentences.NameOf(authority), new DateTimeOffset(authority.NotAfter.ToUniversalTime()));
            if (end > now + WarnBefore) continue;
            isFine = false;
            yield return end <= now
                ? Failed(CheckSeverity.Warning, $"The authority {name} expired at {end:u}.", "Peers with its certificates are refused.", Fix, host)
                : Failed(CheckSeverity.Warning, $"The authority {name} expires in {(end - now).Days} days, at {end:u}.", "After that peers with its certificates are refused.", Fix, host);
        }
        if (isFine) yield return Passed($"{anchors.Count} {(anchors.Count == 1 ? "authority is" : "authorities are")} valid for more than {WarnBefore.Days} days.", host);
        foreach (var certificate in anchors) certificate.Dispose();
    }

    private static string? Read(IReadOnlyList<string> files, out IReadOnlyList<X509Certificate2> anchors)
    {
        try
        {
            anchors = TrustAnchors.Read(files).Certificates;
            return null;
        }
        catch (IOException fault)
        {
            anchors = [];
            return fault.Message;
        }
    }
}

/// <summary>Those who should know whether peers' certificates were taken back say so, and what they say is not stale.</summary>
/// <param name="settings">How much it matters.</param>
/// <param name="troubles">Who did not, when asked last.</param>
public sealed class RevocationSourcesCheck(Func<FederationSettings> settings, Func<IReadOnlyList<RevocationTrouble>> troubles) : Check("federation.revocation")
{
    private const int MostShown = 10;

    protected override IEnumerable<CheckResult> Look()
    {
        var now = settings();
        var modes = now.Hosts.Values.Select(host => host.Revocation ?? now.Server.Revocation).DefaultIfEmpty(now.Server.Revocation).ToList();
        if (modes.TrueForAll(mode => mode == RevocationMode.Off))
        {
            yield return NotTested("Nobody is asked (federation:revocation is off).");
            yield break;
        }
        var found = troubles();
        if (found.Count == 0) yield return Passed("Whoever was asked in the last day answers.");
        var isHard = modes.Contains(RevocationMode.HardFail);
        foreach (var trouble in found.Take(MostShown))
        {
            yield return Failed(
                isHard ? CheckSeverity.Warning : CheckSeverity.Info,
                $"For certificates of {trouble.Authority} it said nothing that counts at {trouble.At:u}: {trouble.Failure}.",
                isHard ? "Peers with such certificates are refused (revocation: hard-fail)." : "Peers with such certificates are let in, even if they were taken back.",
                isHard ? TrustSentences.RevocationUnknownFix
                    : "If it is reachable from elsewhere, look at this machine's firewall (outgoing HTTP); otherwise the authority has to publish a new one.",
                trouble.Address);
        }
        if (found.Count > MostShown)
            yield return Failed(CheckSeverity.Info, $"{found.Count - MostShown} more are silent.", "The first ones that are listed were asked last.", null);
    }
}
