// Whether any certificate of a chain was taken back: asks once, remembers, and never asks anybody whom no authority of ours vouches for.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust.Revocation;

/// <summary>Any thread may call.</summary>
internal sealed class RevocationCheck(Fetcher fetcher, FetchOptions options, TimeProvider clock)
{
    // The rules of the public authorities: a certificate that lives no longer need not say where it could be taken back.
    private static readonly TimeSpan ShortLived = TimeSpan.FromDays(10);

    // For people, who look once a day.
    private static readonly TimeSpan TroubleIsRemembered = TimeSpan.FromDays(1);
    private const int MaxTroubles = 100;

    private readonly ExpiringCache<RevocationTrouble> _troubles = new(MaxTroubles, long.MaxValue, clock);
    private readonly ExpiringCache<RevocationFinding> _findings = new(options.MaxCached, long.MaxValue, clock);
    private readonly ExpiringCache<ListOutcome> _lists = new(options.MaxCached, options.MaxCachedBytes, clock);
    private readonly ConcurrentDictionary<string, Task<RevocationFinding>> _asking = new(StringComparer.Ordinal);

    /// <summary>Who could not say anything when he was asked last.</summary>
    public IReadOnlyList<RevocationTrouble> Troubles => _troubles.Values();

    /// <param name="path">Leaf first, to an anchor.</param>
    /// <param name="mode">Not off.</param>
    /// <param name="anchors">Whom https servers are believed by.</param>
    /// <param name="stapled">The handshake's OCSP answer about the leaf; empty for none.</param>
    /// <param name="cancel">Gives it up.</param>
    public async ValueTask<(TrustProblem? Problem, IReadOnlyList<TrustStep> Steps)> CheckAsync(
        IReadOnlyList<X509Certificate2> path, RevocationMode mode, TrustAnchors anchors, ReadOnlyMemory<byte> stapled, CancellationToken cancel)
    {
        var asked = Enumerable.Range(0, path.Count - 1)
            .Select(i => FindAsync(path[i], path[i + 1], anchors, i == 0 ? stapled : default, cancel))
            .ToList();
        var findings = await Task.WhenAll(asked).ConfigureAwait(false);
        TrustProblem? problem = null;
        var steps = new List<TrustStep>();
        foreach (var (i, finding) in findings.Index())
        {
            var name = TrustSentences.NameOf(path[i]);
            steps.Add(new TrustStep("revocation", $"{name}: {finding.Detail}"));
            problem ??= finding.Status switch
            {
                RevocationStatus.Revoked => new TrustProblem(TrustFault.Revoked, TrustSentences.Revoked(name, finding.Detail), TrustSentences.RevokedFix),
                RevocationStatus.Unknown when mode == RevocationMode.HardFail && !IsShortLived(path[i], finding) =>
                    new TrustProblem(TrustFault.RevocationUnknown, TrustSentences.RevocationUnknown(name, finding.Detail), TrustSentences.RevocationUnknownFix),
                _ => null,
            };
        }
        return (problem, steps);
    }

    private static bool IsShortLived(X509Certificate2 certificate, RevocationFinding finding) =>
        finding.HasNoSource && certificate.NotAfter - certificate.NotBefore <= ShortLived;

    private async Task<RevocationFinding> FindAsync(
        X509Certificate2 certificate, X509Certificate2 issuer, TrustAnchors anchors, ReadOnlyMemory<byte> stapled, CancellationToken cancel)
    {
        var key = KeyOf(certificate, issuer);
        var isKnown = _findings.TryGet(key, out var known);
        // The peer chooses which of the answers that still hold it staples: what we know to be taken back stays so.
        if (!stapled.IsEmpty && known is not { Status: RevocationStatus.Revoked })
        {
            var staple = OcspResponse.Judge(stapled, certificate, issuer, default, clock.GetUtcNow());
            if (staple.Status != RevocationStatus.Unknown)
            {
                Remember(key, staple);
                return staple with { Detail = staple.Detail + " (stapled)" };
            }
        }
        if (isKnown) return known! with { Detail = known.Detail + " (known)" };
        // Many streams of one peer begin at once: one of them asks, and asks on when that one is given up.
        var asking = _asking.GetOrAdd(key, _ => AskAsync(key, new X509Certificate2(certificate), new X509Certificate2(issuer), anchors));
        return await asking.WaitAsync(cancel).ConfigureAwait(false);
    }

    // Owns the certificates: it may go on longer than the handshake that began it.
    private async Task<RevocationFinding> AskAsync(string key, X509Certificate2 certificate, X509Certificate2 issuer, TrustAnchors anchors)
    {
        await Task.Yield();
        try
        {
            var finding = await AskEachAsync(certificate, issuer, anchors).ConfigureAwait(false);
            Remember(key, finding);
            return finding;
        }
        finally
        {
            _asking.TryRemove(key, out _);
            certificate.Dispose();
            issuer.Dispose();
        }
    }

    private async Task<RevocationFinding> AskEachAsync(X509Certificate2 certificate, X509Certificate2 issuer, TrustAnchors anchors)
    {
        var reasons = new List<string>();
        var began = clock.GetTimestamp();
        foreach (var (index, responder) in CertificateSources.Responders(certificate).Index())
        {
            if (index > 0 && IsLate(began)) break;
            var finding = await AskResponderAsync(responder, certificate, issuer, anchors).ConfigureAwait(false);
            if (finding.Status != RevocationStatus.Unknown) return finding;
            reasons.Add($"{finding.Detail} ({Shown(responder)})");
        }
        foreach (var (index, address) in CertificateSources.Lists(certificate).Index())
        {
            if (index > 0 && IsLate(began)) break;
            var outcome = await GetListAsync(address, issuer, anchors).ConfigureAwait(false);
            var finding = outcome.List?.Judge(certificate, address) ?? RevocationFinding.Unknown(outcome.Failure!);
            if (finding.Status != RevocationStatus.Unknown) return finding;
            reasons.Add($"{finding.Detail} ({Shown(address)})");
        }
        return reasons.Count == 0
            ? RevocationFinding.Unknown(TrustSentences.NoSource) with { HasNoSource = true }
            : RevocationFinding.Unknown(string.Join("; ", reasons));
    }

    // A handshake waits for this: second sources are for those that fail at once.
    private bool IsLate(long began) => clock.GetElapsedTime(began) >= options.Timeout;

    private async Task<RevocationFinding> AskResponderAsync(Uri responder, X509Certificate2 certificate, X509Certificate2 issuer, TrustAnchors anchors)
    {
        var nonce = RandomNumberGenerator.GetBytes(OcspRequest.NonceBytes);
        var request = new FetchRequest(responder, options.MaxAnswerBytes, anchors)
        {
            Body = OcspRequest.Write(certificate, issuer, nonce),
            ContentType = OcspRequest.ContentType,
        };
        var answer = await fetcher.FetchAsync(request, CancellationToken.None).ConfigureAwait(false);
        var finding = answer.Bytes is { } der ? OcspResponse.Judge(der, certificate, issuer, nonce, clock.GetUtcNow()) : RevocationFinding.Unknown($"OCSP: {answer.Failure}");
        Note(responder, issuer, finding.Status == RevocationStatus.Unknown ? finding.Detail : null);
        return finding;
    }

    private async Task<ListOutcome> GetListAsync(Uri address, X509Certificate2 issuer, TrustAnchors anchors)
    {
        // By the issuer, too: an address that another authority names is no proof that the list is this one's.
        var key = $"{Convert.ToHexString(SHA256.HashData(issuer.RawDataMemory.Span))} {address.AbsoluteUri}";
        if (_lists.TryGet(key, out var known)) return known;
        var answer = await fetcher.FetchAsync(new FetchRequest(address, options.MaxCrlBytes, anchors), CancellationToken.None).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        RevocationList? list = null;
        var failure = answer.Bytes is { } der ? RevocationList.Read(der, issuer, now, out list) : $"CRL: {answer.Failure}";
        Note(address, issuer, failure);
        var outcome = new ListOutcome(list, failure);
        _lists.Set(key, outcome, list is null ? now + options.RetryAfter : Earlier(list.NextUpdate, now + options.CacheFor), list?.Bytes ?? 0);
        return outcome;
    }

    private void Note(Uri address, X509Certificate2 issuer, string? failure)
    {
        if (failure is null)
        {
            _troubles.Remove(address.AbsoluteUri);
            return;
        }
        var now = clock.GetUtcNow();
        _troubles.Set(address.AbsoluteUri, new RevocationTrouble(Shown(address), TrustSentences.NameOf(issuer), failure, now), now + TroubleIsRemembered);
    }

    private void Remember(string key, RevocationFinding finding)
    {
        var now = clock.GetUtcNow();
        _findings.Set(key, finding, finding.Status == RevocationStatus.Unknown ? now + options.RetryAfter : Earlier(finding.Until, now + options.CacheFor));
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static string KeyOf(X509Certificate2 certificate, X509Certificate2 issuer) =>
        Convert.ToHexString(SHA256.HashData([.. certificate.RawDataMemory.Span, .. issuer.RawDataMemory.Span]));

    private static string Shown(Uri address) => TrustSentences.Quoted(address.AbsoluteUri);

    private sealed record ListOutcome(RevocationList? List, string? Failure);
}
