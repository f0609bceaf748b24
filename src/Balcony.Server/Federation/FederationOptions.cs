// federation: in the configuration, and below each host.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Hosting.Options;

namespace Balcony.Server.Federation;

/// <summary>Streams with other servers: whom we speak with, and what we ask of them.</summary>
public sealed record FederationOptions : ICheckedOptions
{
    /// <summary>Whether hosts speak with other servers.</summary>
    [Live]
    public bool Enabled { get; init; } = true;

    /// <summary>What makes a peer believed: verified is a certificate that holds (by an authority, by DANE or by POSH), dane is signed TLSA records only,
    /// dialback lets peers prove themselves by a call back where their certificate does not hold, none believes anybody.</summary>
    [Live]
    public PeerTrust Trust { get; init; }

    /// <summary>The oldest TLS that a stream may have; none allows streams without.</summary>
    [Live]
    public MinimumTls MinimumTls { get; init; } = MinimumTls.Tls12;

    /// <summary>Whether authorities are asked (OCSP, CRL) if a peer's certificate was taken back, and what happens when they do not answer.</summary>
    [Live]
    public RevocationMode Revocation { get; init; } = RevocationMode.SoftFail;

    /// <summary>The only peers that hosts speak with, as names or as *.example.org for all below a name. Empty: all.</summary>
    [Live]
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Peers that hosts do not speak with. Where a peer is in both lists the longer pattern holds, and between equals this one.</summary>
    [Live]
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>What is different for some peers, by name or pattern (*.example.org); the longest pattern that matches holds.</summary>
    [Live]
    public IReadOnlyDictionary<string, PeerOptions> Peers { get; init; } = new Dictionary<string, PeerOptions>();

    /// <summary>Whether peers may vouch for their keys in signed DNS (DANE, RFC 7673).</summary>
    [Live]
    public bool Dane { get; init; } = true;

    /// <summary>Whether peers may vouch for their keys by a file on their web server (POSH, RFC 7711). It is asked for when nothing else vouches for a peer.</summary>
    [Live]
    public bool Posh { get; init; } = true;

    /// <summary>What streams with other servers may cost, and how long their stanzas wait.</summary>
    public LinkOptions Links { get; init; } = new();

    /// <summary>How much is remembered of what happened with peers.</summary>
    public DiaryOptions Diary { get; init; } = new();

    /// <summary>What is fetched to verify peers: CRLs, OCSP answers, POSH files.</summary>
    public FetchOptions Fetch { get; init; } = new();

    /// <summary>The most policies that commands may set for one host.</summary>
    [Range(1, 1_000_000)]
    public int MaxStoredPolicies { get; init; } = 10_000;

    public IEnumerable<(string Property, string Message)> Check() => PeerPatterns.Check(Allow, Deny, Peers);
}

/// <summary>One host, where it differs from the whole server.</summary>
public sealed record HostFederationOptions : ICheckedOptions
{
    /// <summary>Whether this host speaks with other servers.</summary>
    [Live, DefaultText("as federation:enabled")]
    public bool? Enabled { get; init; }

    /// <summary>What makes a peer believed.</summary>
    [Live, DefaultText("as federation:trust")]
    public PeerTrust? Trust { get; init; }

    /// <summary>The oldest TLS that a stream may have.</summary>
    [Live, DefaultText("as federation:minimumTls")]
    public MinimumTls? MinimumTls { get; init; }

    /// <summary>Whether authorities are asked if a certificate was taken back.</summary>
    [Live, DefaultText("as federation:revocation")]
    public RevocationMode? Revocation { get; init; }

    /// <summary>The only peers that this host speaks with.</summary>
    [Live, DefaultText("as federation:allow")]
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Peers that this host does not speak with, besides those of the whole server.</summary>
    [Live]
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>What is different for some peers of this host; it holds over the same pattern for the whole server.</summary>
    [Live]
    public IReadOnlyDictionary<string, PeerOptions> Peers { get; init; } = new Dictionary<string, PeerOptions>();

    public IEnumerable<(string Property, string Message)> Check() => PeerPatterns.Check(Allow, Deny, Peers);
}

/// <summary>Some peers, where they differ from the others. trust alone may stand for all of it.</summary>
[Shorthand(nameof(Trust))]
public sealed record PeerOptions
{
    /// <summary>What makes them believed.</summary>
    [DefaultText("as of the host")]
    public PeerTrust? Trust { get; init; }

    /// <summary>The oldest TLS that a stream with them may have.</summary>
    [DefaultText("as of the host")]
    public MinimumTls? MinimumTls { get; init; }

    /// <summary>Whether authorities are asked if their certificate was taken back.</summary>
    [DefaultText("as of the host")]
    public RevocationMode? Revocation { get; init; }

    /// <summary>Keys of theirs that are believed whatever is wrong with the certificate, unless it was revoked or only DANE counts.</summary>
    public IReadOnlyList<PinOptions> Pins { get; init; } = [];
}

/// <summary>A key that is believed, until a day.</summary>
public sealed record PinOptions : ICheckedOptions
{
    /// <summary>SHA-256 of the key (SubjectPublicKeyInfo), in hexadecimal, as the log and federation show print it.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The first day on which it is believed no more, as 2027-01-01, or with a time in UTC.</summary>
    [DefaultText("never")]
    public string? Until { get; init; }

    internal PinnedKey ToPin() =>
        PinnedKeys.TryParse(Sha256, Until, out var pin, out _) ? pin : throw new InvalidOperationException("A pin is checked when it is read.");

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (!PinnedKeys.TryParse(Sha256, Until, out _, out var problem)) yield return (problem.AboutUntil ? nameof(Until) : nameof(Sha256), problem.Message);
    }
}

/// <summary>What our own fetcher may do. It runs only for peers whose chain ends at an authority that we trust, and for POSH.</summary>
public sealed record FetchOptions
{
    /// <summary>How long one file may take, redirects included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest CRL.</summary>
    [Range(4_096, 256 * 1024 * 1024)]
    public int MaxCrlBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The largest OCSP answer, and the largest POSH file.</summary>
    [Range(1_024, 1024 * 1024)]
    public int MaxAnswerBytes { get; init; } = 64 * 1024;

    /// <summary>How often an answer may point elsewhere.</summary>
    [Range(0, 10)]
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Fetches at once; more wait for their turn, at most as long as one file may take.</summary>
    [Range(1, 1_000)]
    public int MaxAtOnce { get; init; } = 16;

    /// <summary>Outcomes that are remembered: certificates that were asked about, CRLs and POSH files.</summary>
    [Range(0, 1_000_000)]
    public int MaxCached { get; init; } = 4_096;

    /// <summary>How large all remembered CRLs may be together.</summary>
    [Range(0, 1024L * 1024 * 1024)]
    public long MaxCachedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest that an outcome is remembered, whatever its author allows.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan CacheFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long it is remembered that somebody did not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Private, loopback and link-local addresses that may be fetched from, as networks. Others of that kind never are.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];
}
