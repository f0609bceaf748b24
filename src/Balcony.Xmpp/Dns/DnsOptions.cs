// How the DNS is asked, whichever library does it.
using System.Net;

namespace Balcony.Xmpp.Dns;

/// <summary>What a resolver needs to know. The defaults are a Linux system's.</summary>
public sealed record DnsOptions
{
    /// <summary>Who asks.</summary>
    public DnsLibrary Library { get; init; }

    /// <summary>Name servers to ask; those of <see cref="ResolvConf"/> when there are none.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; init; } = [];

    /// <summary>Read when <see cref="Servers"/> is empty. A file that is missing stands for a name server on this machine, as resolv.conf(5) says.</summary>
    public string ResolvConf { get; init; } = "/etc/resolv.conf";

    /// <summary>Names that need no question; null for none.</summary>
    public string? HostsFile { get; init; } = "/etc/hosts";

    /// <summary>Trust anchors: DS or DNSKEY records as in a zone file. With <see cref="TrustAnchorFile"/> empty, too, the root's are used.</summary>
    public IReadOnlyList<string> TrustAnchors { get; init; } = [];

    /// <summary>A file of DS or DNSKEY records.</summary>
    public string? TrustAnchorFile { get; init; }

    /// <summary>Domains below which nothing is expected to be signed, such as a company's own.</summary>
    public IReadOnlyList<string> InsecureDomains { get; init; } = [];

    /// <summary>Whether signatures are looked at.</summary>
    public DnsValidation Validation { get; init; } = DnsValidation.Auto;

    /// <summary>How long a question may take, all tries included, the wait for its turn included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the stub resolver waits for one server before it tries the next.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the stub resolver tries each server.</summary>
    public int Tries { get; init; } = 2;

    /// <summary>Questions that are under way at once; more wait.</summary>
    public int MaxQuestions { get; init; } = 256;

    /// <summary>Questions that wait; more are answered with <see cref="DnsCode.Overloaded"/>.</summary>
    public int MaxWaiting { get; init; } = 4096;

    /// <summary>Answers that the stub resolver keeps.</summary>
    public int MaxCached { get; init; } = 4096;
}

public enum DnsValidation
{
    /// <summary>On when anchors are configured, or when the name servers deliver the root's keys with signatures that match the anchors; else off, and DANE with it, and a check says so.</summary>
    Auto,

    /// <summary>Always: where the name servers leave out signatures, every answer is bogus.</summary>
    On,

    /// <summary>Never: every answer is insecure, and DANE is off.</summary>
    Off,
}
