// RFC 7711: asks a domain's web server whether a certificate is the domain's.
using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust.Posh;

/// <param name="IsMatch">The domain's web server vouches for the certificate.</param>
/// <param name="HasFile">It has a file for XMPP, whatever is in it.</param>
/// <param name="Detail">What came out, a sentence for people.</param>
internal sealed record PoshOutcome(bool IsMatch, bool HasFile, string Detail);

/// <summary>Any thread may call.</summary>
internal sealed class PoshCheck(Fetcher fetcher, FetchOptions options, TimeProvider clock)
{
    private readonly ExpiringCache<Fetched> _known = new(options.MaxCached, long.MaxValue, clock);
    private readonly ConcurrentDictionary<string, Task<Fetched>> _asking = new(StringComparer.Ordinal);

    /// <param name="domain">A-labels in lower case.</param>
    /// <param name="certificate">What the peer presented.</param>
    /// <param name="anchors">Whom the web server is believed by.</param>
    /// <param name="cancel">Gives it up.</param>
    public async ValueTask<PoshOutcome> CheckAsync(string domain, X509Certificate2 certificate, TrustAnchors anchors, CancellationToken cancel)
    {
        var key = $"{anchors.Id} {domain}";
        if (!_known.TryGet(key, out var fetched))
        {
            fetched = await _asking.GetOrAdd(key, _ => AskAsync(key, domain, anchors)).WaitAsync(cancel).ConfigureAwait(false);
        }
        if (fetched.Fingerprints is not { } fingerprints) return new PoshOutcome(false, fetched.HasFile, $"POSH: {fetched.Failure}.");
        return fingerprints.Any(fingerprint => fingerprint.Matches(certificate.RawDataMemory.Span))
            ? new PoshOutcome(true, true, $"The POSH file of {domain} has the certificate's fingerprint.")
            : new PoshOutcome(false, true, $"The POSH file of {domain} does not have the certificate's fingerprint.");
    }

    private async Task<Fetched> AskAsync(string key, string domain, TrustAnchors anchors)
    {
        await Task.Yield();
        try
        {
            var (fetched, expires) = await FetchAsync(domain, anchors).ConfigureAwait(false);
            // §6: no longer than the shorter of the two documents says.
            _known.Set(key, fetched, clock.GetUtcNow() + (expires < options.CacheFor ? expires : options.CacheFor));
            return fetched;
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }

    private async Task<(Fetched, TimeSpan)> FetchAsync(string domain, TrustAnchors anchors)
    {
        if (!Uri.TryCreate($"https://{domain}/.well-known/posh/xmpp-server.json", UriKind.Absolute, out var address)) return (new Fetched(null, false, "no web server can have this name"), options.RetryAfter);
        var (document, hasFile, failure) = await GetAsync(address, anchors).ConfigureAwait(false);
        if (document is null) return (new Fetched(null, hasFile, failure), options.RetryAfter);
        var expires = document.Expires;
        if (document.Reference is { } reference)
        {
            (document, _, failure) = await GetAsync(reference, anchors).ConfigureAwait(false);
            if (document is null) return (new Fetched(null, true, failure), options.RetryAfter);
            // §3.2: a reference leads to fingerprints, not on.
            if (document.Reference is not null) return (new Fetched(null, true, "the POSH file refers to a reference"), options.RetryAfter);
            if (document.Expires < expires) expires = document.Expires;
        }
        return (new Fetched(document.Fingerprints, true, null), expires);
    }

    private async Task<(PoshDocument? Document, bool HasFile, string? Failure)> GetAsync(Uri address, TrustAnchors anchors)
    {
        var answer = await fetcher.FetchAsync(new FetchRequest(address, options.MaxAnswerBytes, anchors) { IsHttpsOnly = true }, CancellationToken.None).ConfigureAwait(false);
        if (answer.Bytes is not { } json) return (null, false, answer.Failure);
        var failure = PoshDocument.Read(json, out var document);
        return (document, true, failure);
    }

    private sealed record Fetched(IReadOnlyList<PoshFingerprint>? Fingerprints, bool HasFile, string? Failure);
}
