// resolver: in the configuration.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Hosting.Options;

/// <summary>How the DNS is asked.</summary>
public sealed record ResolverOptions : ICheckedOptions
{
    private static readonly DnsOptions Defaults = new();

    /// <summary>Who asks: libunbound (unbound), which checks signatures, a plain resolver that does not (stub), or libunbound where it is installed (auto).</summary>
    public DnsLibrary Library { get; init; }

    /// <summary>Name servers to ask instead of the system's.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; init; } = [];

    /// <summary>Whether signatures (DNSSEC) are checked: always (on), never (off), or when the name servers deliver the root's or trust anchors are set (auto). Without, DANE is off.</summary>
    public DnsValidation Validation { get; init; }

    /// <summary>DS or DNSKEY records that signatures must lead to, instead of the root's.</summary>
    public IReadOnlyList<string> TrustAnchors { get; init; } = [];

    /// <summary>A file with such records.</summary>
    [FilePath]
    public string? TrustAnchorFile { get; init; }

    /// <summary>Domains whose names need no signatures, such as a company's own.</summary>
    public IReadOnlyList<string> InsecureDomains { get; init; } = [];

    /// <summary>Names that are known without asking.</summary>
    [FilePath]
    public string HostsFile { get; init; } = Defaults.HostsFile!;

    /// <summary>How long a question may take, all tries included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; init; } = Defaults.Timeout;

    /// <summary>How long the plain resolver waits for one name server before it tries the next.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TryTimeout { get; init; } = Defaults.TryTimeout;

    /// <summary>How often the plain resolver tries each name server.</summary>
    [Range(1, 10)]
    public int Tries { get; init; } = Defaults.Tries;

    /// <summary>Most questions under way at once; more wait.</summary>
    [Range(1, 10_000)]
    public int MaxQuestions { get; init; } = Defaults.MaxQuestions;

    /// <summary>Most questions that wait; more fail.</summary>
    [Range(0, 100_000)]
    public int MaxWaiting { get; init; } = Defaults.MaxWaiting;

    /// <summary>Most answers that the plain resolver keeps; libunbound has 12 MB for its own.</summary>
    [Range(0, 1_000_000)]
    public int MaxCached { get; init; } = Defaults.MaxCached;

    public DnsOptions ToDnsOptions() => new()
    {
        Library = Library,
        Servers = Servers,
        Validation = Validation,
        TrustAnchors = TrustAnchors,
        TrustAnchorFile = TrustAnchorFile,
        InsecureDomains = InsecureDomains,
        HostsFile = HostsFile,
        Timeout = Timeout,
        TryTimeout = TryTimeout,
        Tries = Tries,
        MaxQuestions = MaxQuestions,
        MaxWaiting = MaxWaiting,
        MaxCached = MaxCached,
    };

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Library == DnsLibrary.Stub && (TrustAnchors.Count > 0 || TrustAnchorFile is not null || Validation == DnsValidation.On))
            yield return (nameof(Library), "the plain resolver checks no signatures: use unbound, or leave out validation and trust anchors");
        if (TrustAnchorFile is not null && !File.Exists(TrustAnchorFile)) yield return (nameof(TrustAnchorFile), "there is no such file");
        foreach (var domain in InsecureDomains)
        {
            if (!DnsNames.TryPrepare(domain, out _)) yield return (nameof(InsecureDomains), $"{domain} is no domain");
        }
    }
}
