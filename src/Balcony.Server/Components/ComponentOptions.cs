// One entry of components: in the configuration.
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Balcony.Server.Hosting.Options;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Components;

/// <summary>What happens when a component connects that has all the connections it may have.</summary>
public enum ComponentConflict
{
    /// <summary>The new one is refused.</summary>
    Refuse,

    /// <summary>The oldest one is ended.</summary>
    Replace,
}

public enum ComponentTls
{
    None,
    Direct,
}

/// <summary>One component: a program of its own that serves a domain of its own (XEP-0114).</summary>
public sealed record ComponentOptions : ICheckedOptions
{
    /// <summary>What service discovery calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The secret that it proves to know. Whoever knows it can be the component.</summary>
    [Secret]
    public string? Secret { get; init; }

    /// <summary>A file that has the secret, and nothing else but white space around it; read again for each connection.</summary>
    [FilePath]
    public string? SecretFile { get; init; }

    /// <summary>Where the component listens, as HOST:PORT, if the server is to connect to it; otherwise the component connects to a listener of kind component.</summary>
    public string? Connect { get; init; }

    /// <summary>How such a connection is protected. Without TLS only this machine is connected to; with it, the certificate must be valid for HOST.</summary>
    public ComponentTls ConnectTls { get; init; }

    /// <summary>Whether the names below its own, such as irc.gateway.example.org for gateway.example.org, are the component's, too.</summary>
    public bool Subdomains { get; init; }

    /// <summary>Whether disco#items of the host that it is below lists it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Connections that it may have at once. Stanzas are spread over them by their senders.</summary>
    [Range(1, 64)]
    public int MaxConnections { get; init; } = 1;

    /// <summary>What happens when one more connects.</summary>
    public ComponentConflict Conflict { get; init; }

    /// <summary>How long messages wait for a component that is not connected before they are answered with an error. Zero: not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan KeepFor { get; init; }

    /// <summary>What it may cost.</summary>
    public ComponentLimits Limits { get; init; } = new();

    /// <summary>Namespaces whose requests to hosts and accounts it answers (XEP-0355).</summary>
    public IReadOnlyList<DelegationOptions> Delegates { get; init; } = [];

    /// <summary>What it may do in the name of accounts (XEP-0356).</summary>
    public PrivilegeOptions Privileges { get; init; } = new();

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Secret is null == SecretFile is null) yield return (nameof(Secret), "a component needs either secret or secretFile");
        if (Secret is { Length: 0 }) yield return (nameof(Secret), "the secret is empty");
        if (Connect is not null && !TryEndPoint(Connect, out _, out _)) yield return (nameof(Connect), $"'{Connect}' is not HOST:PORT");
        if (Connect is null && ConnectTls != ComponentTls.None) yield return (nameof(ConnectTls), "connectTls needs connect beside it; for a component that connects itself see listeners");
        if (ConnectTls == ComponentTls.None && TryEndPoint(Connect, out var host, out _) && !IsThisMachine(host))
        {
            yield return (nameof(Connect), $"without TLS a component is connected to on a loopback address only, and {host} is none: use connectTls: direct");
        }
    }

    /// <summary>Never the secret.</summary>
    public override string ToString() => Name ?? nameof(ComponentOptions);

    internal static bool TryEndPoint(string? text, [NotNullWhen(true)] out string? host, out int port)
    {
        int colon = text?.LastIndexOf(':') ?? -1;
        host = colon > 0 ? text![..colon].Trim('[', ']') : null;
        port = 0;
        return host is { Length: > 0 } && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65_535;
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>Bounds on one component's connections.</summary>
public sealed record ComponentLimits
{
    /// <summary>Stanzas that may wait for it to read them; the sender of one more is answered resource-constraint.</summary>
    [Range(16, 1_000_000)]
    public int MaxQueuedStanzas { get; init; } = 10_000;

    /// <summary>Bytes that may wait for it to read them.</summary>
    [Range(65_536, 1_073_741_824)]
    public int MaxQueuedBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long it may leave what was sent to it unread before its connection is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:30:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes a second that it may send over a longer time; faster ones are read more slowly. Zero: no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int BytesPerSecond { get; init; }

    /// <summary>After how long without traffic to it a space is sent, so that nothing on the way forgets the connection. Zero: never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepAliveAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to answer a request that was delegated to it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most that is waited between attempts to connect to it; the first wait is a second, each further one twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Entities whose last presence is remembered, so that a component with the privilege is not sent the same presence twice.</summary>
    [Range(0, 10_000_000)]
    public int MaxTrackedPresence { get; init; } = 100_000;

    /// <summary>What it sends, once it has proved its secret.</summary>
    public XmlLimits Stanzas { get; init; } = new() { MaxStanzaBytes = 1024 * 1024 };
}
