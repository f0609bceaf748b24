// Decides whether a peer is who it says: DANE where signed DNS has records, else authorities, else POSH; pins where the operator knows better (RFC 7712).
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation.Trust.Dane;
using Balcony.Server.Federation.Trust.Posh;
using Balcony.Server.Federation.Trust.Revocation;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust;

/// <summary>
/// <code>
///   certificate ─ chain ─ TLSA records? ─ match ──────────────────────────────► dane
///                              │ └ no match, bogus ─────────────┐
///                              └ none ─ chain, name, revocation ─┼─ all good ─► pkix
///                                            └ wrong ─ POSH ─────┼─ match ────► posh
///                                                      └ none ───┴─ pinned? ──► pinned, else refused
/// </code>
/// Any thread may call.
/// </summary>
public sealed class PeerVerifier : IPeerVerifier, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ChainCheck _chains;
    private readonly Fetcher _fetcher;
    private readonly RevocationCheck _revocation;
    private readonly PoshCheck _posh;
    private readonly TlsaLookup _tlsa;
    private volatile Dictionary<BareJid, TrustAnchors> _anchors;
    private volatile FederationSettings _hosts;
    private volatile FederationOptions _options;

    /// <param name="settings">Authorities, limits, and which methods there are.</param>
    /// <param name="resolver">Whom TLSA records and the hosts of what is fetched are asked of; the caller's.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="IOException">Authorities of a host cannot be read.</exception>
    public PeerVerifier(FederationSettings settings, IDnsResolver resolver, TimeProvider clock)
        : this(settings, resolver, clock, connect: null)
    {
    }

    internal PeerVerifier(FederationSettings settings, IDnsResolver resolver, TimeProvider clock, FetchConnect? connect)
    {
        _clock = clock;
        _options = settings.Server;
        _anchors = TrustAnchors.OfHosts(settings);
        _hosts = settings;
        _chains = new ChainCheck(clock);
        var fetch = settings.Server.Fetch;
        _fetcher = new Fetcher(fetch, async (host, cancel) => (await AddressLookup.ResolveAsync(resolver, host, cancel).ConfigureAwait(false)).Addresses, clock, connect);
        _revocation = new RevocationCheck(_fetcher, fetch, clock);
        _posh = new PoshCheck(_fetcher, fetch, clock);
        _tlsa = new TlsaLookup(resolver);
    }

    /// <summary>Whom certificates name and who could not say whether they were taken back, when they were asked last.</summary>
    public IReadOnlyList<RevocationTrouble> RevocationTroubles => _revocation.Troubles;

    /// <summary>Puts a reload in force: which methods there are, and the authorities. Limits wait for the next start.</summary>
    /// <exception cref="IOException">Authorities cannot be read; nothing is changed.</exception>
    public void Configure(FederationSettings settings)
    {
        _anchors = TrustAnchors.OfHosts(settings, _anchors);
        _hosts = settings;
        _options = settings.Server;
    }

    public async ValueTask<TrustVerdict> VerifyAsync(PeerClaim claim, PeerPolicy policy, CancellationToken cancel)
    {
        if (claim.Certificate is not { } certificate) return Conclude(claim, policy, new Findings(), NoCertificate(claim));
        try
        {
            return await VerifyAsync(claim, policy, certificate, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or FormatException or ArgumentException)
        {
            // Extensions are read when they are looked at, and may hold anything.
            return Conclude(claim, policy, new Findings(), new TrustProblem(TrustFault.Malformed, TrustSentences.Unreadable(fault.Message), TrustSentences.Reissue));
        }
    }

    public void Dispose() => _fetcher.Dispose();

    private async ValueTask<TrustVerdict> VerifyAsync(PeerClaim claim, PeerPolicy policy, X509Certificate2 certificate, CancellationToken cancel)
    {
        var findings = new Findings { KeyHash = SubjectKey.HashOf(certificate) };
        var anchors = _anchors.GetValueOrDefault(_hosts.HostOf(claim.Host)) ?? TrustAnchors.System;
        using var chain = _chains.Build(certificate, claim.Chain, anchors, claim.IsOutgoing);
        var name = NameCheck.Check(claim, certificate, chain);
        findings.Note("certificate", $"{TrustSentences.NameOf(certificate)}, {KeyStrength.Describe(certificate)}, until {TrustSentences.Time(certificate.NotAfter)}");
        findings.Note("chain", chain.Problem?.Explanation ?? chain.Describe());
        findings.Note("name", name.Detail);

        var dane = policy.Trust == PeerTrust.Dane || _options.Dane ? await _tlsa.FindAsync(claim, cancel).ConfigureAwait(false) : null;
        findings.Steps.AddRange(dane?.Steps ?? []);
        if (dane is { Records.Count: > 0 })
        {
            var judge = new DaneJudge(_chains, claim, certificate, chain);
            var (matched, problem) = judge.Judge(dane.Records);
            if (matched is { NeedsChain: true } && policy.Revocation != RevocationMode.Off)
            {
                problem = await RevokedAsync(chain, policy, anchors, claim, findings, cancel).ConfigureAwait(false);
            }
            if (matched is not null && problem is null) return Trusted(findings, TrustMethod.Dane, $"The TLSA record {matched.Text} of {matched.Host} vouches for the certificate.");
            return Conclude(claim, policy, findings, problem!);
        }
        if (policy.Trust == PeerTrust.Dane || dane is { IsFinal: true }) return Conclude(claim, policy, findings, dane!.Problem!);
        return await VerifyChainAsync(claim, policy, certificate, chain, name, findings, anchors, cancel).ConfigureAwait(false);
    }

    private async ValueTask<TrustVerdict> VerifyChainAsync(
        PeerClaim claim, PeerPolicy policy, X509Certificate2 certificate, ChainResult chain, NameOutcome name, Findings findings, TrustAnchors anchors, CancellationToken cancel)
    {
        // A chain that has malformed names in it may break anywhere: the names say why.
        var problem = name.Problem is { Fault: TrustFault.Malformed } malformed ? malformed : chain.Problem ?? name.Problem;
        if (problem is null && policy.Revocation != RevocationMode.Off) problem = await RevokedAsync(chain, policy, anchors, claim, findings, cancel).ConfigureAwait(false);
        if (problem is null) return Trusted(findings, TrustMethod.Pkix, $"The certificate is for {claim.Domain} ({name.Detail}), and its chain ends at {TrustSentences.NameOf(chain.Path[^1])}.");
        if (_options.Posh && MayBePosh(problem.Fault, certificate) && CertificateNames.ToAscii(claim.Domain) is { } domain)
        {
            var posh = await _posh.CheckAsync(domain, certificate, anchors, cancel).ConfigureAwait(false);
            findings.Note("posh", posh.Detail);
            if (posh.IsMatch) return Trusted(findings, TrustMethod.Posh, posh.Detail);
            // A domain that has a file relies on it: that is what its operator has to mend.
            if (posh.HasFile) problem = new TrustProblem(TrustFault.PoshMismatch, $"{problem.Explanation} {posh.Detail}", TrustSentences.PoshFix);
        }
        return Conclude(claim, policy, findings, problem);
    }

    private async ValueTask<TrustProblem?> RevokedAsync(
        ChainResult chain, PeerPolicy policy, TrustAnchors anchors, PeerClaim claim, Findings findings, CancellationToken cancel)
    {
        var (problem, steps) = await _revocation.CheckAsync(chain.Path, policy.Revocation, anchors, claim.StapledOcsp, cancel).ConfigureAwait(false);
        findings.Steps.AddRange(steps);
        return problem;
    }

    // POSH says whose a certificate is, in the place of authority and name. It does not make an old certificate new, or a weak key strong.
    private bool MayBePosh(TrustFault fault, X509Certificate2 certificate) =>
        fault is TrustFault.SelfSigned or TrustFault.UntrustedRoot or TrustFault.IncompleteChain or TrustFault.WrongName or TrustFault.NameConstraints
        && _clock.GetUtcNow() is var now && now >= certificate.NotBefore.ToUniversalTime() && now <= certificate.NotAfter.ToUniversalTime()
        && KeyStrength.Judge(certificate).IsStrong;

    private static TrustProblem NoCertificate(PeerClaim claim) => new(
        TrustFault.NoCertificate, $"{claim.Domain} presented no certificate.",
        claim.IsOutgoing ? "The peer's operator must set up TLS." : "The peer's operator must have the server present its certificate when it connects to others.");

    // Nothing vouches for the peer: perhaps the operator does.
    private TrustVerdict Conclude(PeerClaim claim, PeerPolicy policy, Findings findings, TrustProblem problem)
    {
        // A key that its own authority calls stolen is no exception that anybody meant, and where only DANE counts a pin is not DANE.
        if (findings.KeyHash is { } hash && policy.Pins.Count > 0 && problem.Fault != TrustFault.Revoked && policy.Trust != PeerTrust.Dane)
        {
            var pin = policy.Pins.LastOrDefault(pin => pin.Sha256.Span.SequenceEqual(hash));
            if (pin is not null && (pin.Until is null || _clock.GetUtcNow() < pin.Until))
            {
                findings.Note("pin", pin.Until is { } until ? $"the key is pinned until {TrustSentences.Time(until)}" : "the key is pinned");
                return Trusted(findings, TrustMethod.Pinned, $"The key is pinned for {claim.Domain}, although: {problem.Explanation}");
            }
            problem = pin is null
                ? new TrustProblem(TrustFault.PinMismatch, $"{problem.Explanation} The key is not one of those that are pinned.", problem.Fix)
                : new TrustProblem(TrustFault.PinExpired, $"{problem.Explanation} The key was pinned until {TrustSentences.Time(pin.Until!.Value)}.", problem.Fix);
            findings.Note("pin", problem.Explanation);
        }
        return new TrustVerdict
        {
            IsTrusted = policy.Trust == PeerTrust.None,
            Fault = problem.Fault,
            Explanation = policy.Trust == PeerTrust.None ? $"Believed because the policy is trust: none. {problem.Explanation}" : problem.Explanation,
            Fix = MayBeExcused(problem.Fault, policy) && findings.KeyText is { } key ? TrustSentences.Exception(problem.Fix, claim.Domain, key) : problem.Fix,
            Steps = findings.Steps,
            KeyHash = findings.KeyText,
        };
    }

    // What a person who knows the peer may overlook for a while. Not a key that changed: that is what pins are there to notice.
    private static bool MayBeExcused(TrustFault fault, PeerPolicy policy) => policy.Trust is PeerTrust.Verified or PeerTrust.Dialback
        && fault is TrustFault.SelfSigned or TrustFault.UntrustedRoot or TrustFault.IncompleteChain or TrustFault.WrongName or TrustFault.Expired or TrustFault.PinExpired;

    private static TrustVerdict Trusted(Findings findings, TrustMethod method, string explanation) =>
        new() { IsTrusted = true, Method = method, Explanation = explanation, Steps = findings.Steps, KeyHash = findings.KeyText };

    private sealed class Findings
    {
        public List<TrustStep> Steps { get; } = [];

        public byte[]? KeyHash { get; init; }

        public string? KeyText => KeyHash is null ? null : Convert.ToHexStringLower(KeyHash);

        public void Note(string what, string outcome) => Steps.Add(new TrustStep(what, outcome));
    }
}
