// The TLSA records that concern a peer: of the host that we connected to, or of all hosts that serve the domain that connected to us (RFC 7673 §3).
using System.Globalization;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation.Trust.Dane;

/// <param name="Host">Whose.</param>
/// <param name="Record">One that can be used.</param>
internal sealed record HostTlsa(string Host, DnsTlsa Record);

internal sealed record TlsaLookupResult
{
    /// <summary>Those that can be used, from signed DNS; with these the peer's certificate must match one of them.</summary>
    public IReadOnlyList<HostTlsa> Records { get; init; } = [];

    /// <summary>Why there is none; null when there is.</summary>
    public TrustProblem? Problem { get; init; }

    /// <summary>Nobody may say that there are no records: nothing else may vouch for the peer, either.</summary>
    public bool IsFinal { get; init; }

    public IReadOnlyList<TrustStep> Steps { get; init; } = [];
}

/// <summary>Any thread may call.</summary>
internal sealed class TlsaLookup(IDnsResolver resolver)
{
    private const int MaxRecords = 32;

    public async ValueTask<TlsaLookupResult> FindAsync(PeerClaim claim, CancellationToken cancel)
    {
        if (!resolver.Validates) return None("This server's resolver does not validate (DNSSEC): TLSA records cannot be used.");
        if (claim.IsOutgoing)
        {
            if (claim.Target is not { } target) return None("There is no SRV target whose TLSA records could be asked for.");
            // RFC 7673 §3.1, §3.2: whoever could have chosen the host, or its address, is not to choose the key.
            if (!target.IsSecure) return None($"The SRV records of {claim.Domain} are not signed: TLSA records do not count.");
            if (!claim.IsAddressSecure) return None($"The addresses of {target.Host} are not signed: TLSA records do not count.");
            return await AskAsync([target], cancel).ConfigureAwait(false);
        }
        var services = await ServiceLookup.FindAsync(resolver, claim.Domain, ServiceKind.Server, cancel).ConfigureAwait(false);
        if (services.Security == DnsSecurity.Bogus) return Bogus(services.Failure ?? $"The SRV records of {claim.Domain} are bogus.");
        var secure = services.Targets.Where(target => target.IsSecure).ToList();
        // Without an SRV record the domain is its own host, and nothing was chosen for it.
        return secure.Count == 0
            ? None(services.Failure ?? $"The SRV records of {claim.Domain} are not signed: TLSA records do not count.")
            : await AskAsync(secure, cancel).ConfigureAwait(false);
    }

    private async ValueTask<TlsaLookupResult> AskAsync(List<ServiceTarget> targets, CancellationToken cancel)
    {
        var asked = targets.Select(target => (target.Host, target.Port)).Distinct().ToList();
        var answers = await Task.WhenAll(asked.Select(host => resolver
            .AskAsync(string.Create(CultureInfo.InvariantCulture, $"_{host.Port}._tcp.{host.Host}"), DnsType.Tlsa, cancel).AsTask())).ConfigureAwait(false);
        var steps = answers.Select(answer => new TrustStep("dane", answer.ToString())).ToList();
        if (Array.Find(answers, answer => answer.Security == DnsSecurity.Bogus || answer.Code == DnsCode.Bogus) is { } bogus)
        {
            return Bogus($"The TLSA records {bogus.Name} are not signed as they must be: {bogus.WhyBogus ?? "no reason is given"}.") with { Steps = steps };
        }
        if (Array.Find(answers, answer => answer.IsFailure) is { } failed)
        {
            // RFC 7672 §2.1.2 says why: who can keep the answer from us must not thereby choose the key.
            var problem = new TrustProblem(
                TrustFault.DaneLookupFailed, $"The TLSA records {failed.Name} could not be looked up ({failed.Detail ?? failed.Code.ToString()}).", TrustSentences.LookupFix);
            return new TlsaLookupResult { Problem = problem, IsFinal = true, Steps = steps };
        }
        var records = answers.Index().Where(answer => answer.Item.IsSecure)
            .SelectMany(answer => answer.Item.Tlsas.Select(record => new HostTlsa(asked[answer.Index].Host, record))).Take(MaxRecords).ToList();
        var usable = records.Where(record => TlsaRecords.IsUsable(record.Record)).ToList();
        if (usable.Count > 0) return new TlsaLookupResult { Records = usable, Steps = steps };
        return records.Count > 0
            ? new TlsaLookupResult { Problem = new TrustProblem(TrustFault.DaneUnusable, "None of the peer's TLSA records is of a kind that is known.", TrustSentences.DaneFix), Steps = steps }
            : None(Array.Exists(answers, answer => answer.Tlsas.Count > 0) ? "The TLSA records are not signed." : "There are no TLSA records.") with { Steps = steps };
    }

    private static TlsaLookupResult None(string why) => new()
    {
        Problem = new TrustProblem(TrustFault.NoDane, why, TrustSentences.NoDaneFix),
        Steps = [new TrustStep("dane", why)],
    };

    private static TlsaLookupResult Bogus(string why) => new()
    {
        Problem = new TrustProblem(TrustFault.DaneBogus, why, TrustSentences.BogusFix),
        IsFinal = true,
        Steps = [new TrustStep("dane", why)],
    };
}
