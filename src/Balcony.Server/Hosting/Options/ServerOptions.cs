// The configuration file as a type: the root, whose properties are the top-level keys.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Net;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Hosting.Options;

/// <summary>Everything that can be set. All of it has a default but the name of a host.</summary>
public sealed record ServerOptions : ICheckedOptions
{
    /// <summary>The one host to serve, where hosts: would have a single entry without anything below it.</summary>
    public string? Domain { get; init; }

    /// <summary>The hosts to serve, by name.</summary>
    public IReadOnlyDictionary<string, HostOptions> Hosts { get; init; } = new Dictionary<string, HostOptions>();

    /// <summary>Where the server keeps what it has to remember. Only its own user may enter it; one server at a time uses it.</summary>
    [FilePath, DefaultText("/var/lib/balcony for root, otherwise ~/.local/share/balcony")]
    public string Data { get; init; } = DataDirectory.DefaultPath;

    /// <summary>Where clients and peers connect.</summary>
    [DefaultText("clients on 5222 (STARTTLS) and 5223 (direct TLS), servers on 5269 and 5270, on all addresses; HTTP on localhost, port 5280; if there are components, these on localhost, port 5347")]
    public IReadOnlyList<ListenOptions> Listeners { get; init; } = ListenOptions.Defaults;

    /// <summary>The database.</summary>
    public DatabaseOptions Storage { get; init; } = new();

    /// <summary>Who may administer the whole server.</summary>
    [Live]
    public IReadOnlyList<BareJid> Admins { get; init; } = [];

    /// <summary>Whether anybody may make an account by in-band registration (XEP-0077).</summary>
    public Registration Registration { get; init; }

    /// <summary>Programs that serve a domain of their own beside the hosts, by that domain (XEP-0114).</summary>
    public IReadOnlyDictionary<string, ComponentOptions> Components { get; init; } = new Dictionary<string, ComponentOptions>();

    /// <summary>How clients log in.</summary>
    public LoginOptions Sasl { get; init; } = new();

    /// <summary>How passwords are kept.</summary>
    public PasswordOptions Passwords { get; init; } = new();

    /// <summary>Streams with other servers.</summary>
    public FederationOptions Federation { get; init; } = new();

    /// <summary>How names are looked up in the DNS.</summary>
    [Live]
    public ResolverOptions Resolver { get; init; } = new();

    /// <summary>What others may cost the server.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Accounts and their sessions.</summary>
    public SessionOptions Sessions { get; init; } = new();

    /// <summary>How long a stopping server waits for clients to close their streams.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Metrics and health over HTTP.</summary>
    public HttpOptions Http { get; init; } = new();

    /// <summary>What is logged, and how.</summary>
    public LogOptions Log { get; init; } = new();

    /// <summary>Modules, on or off or with their options.</summary>
    public ModuleOptions Modules { get; init; } = new();

    /// <summary>All listeners: components that connect themselves have one even if none is named.</summary>
    public IReadOnlyList<ListenOptions> AllListeners =>
        Components.Values.All(component => component.Connect is not null) || Listeners.Any(listener => listener.Kind == ListenerKind.Component)
            ? Listeners : [.. Listeners, new ListenOptions { Kind = ListenerKind.Component }];

    /// <summary>All hosts, <see cref="Domain"/> included; empty when none is named.</summary>
    public IReadOnlyDictionary<BareJid, HostOptions> AllHosts
    {
        get
        {
            var hosts = new Dictionary<BareJid, HostOptions>();
            if (TryHost(Domain, out var domain)) hosts[domain] = new HostOptions();
            foreach (var (name, options) in Hosts)
            {
                if (TryHost(name, out var host)) hosts[host] = options;
            }
            return hosts;
        }
    }

    /// <summary>What the core of the server is told.</summary>
    public ServerSettings ToSettings() => new()
    {
        Hosts = [.. AllHosts.Keys],
        Limits = Limits.Streams,
        Sessions = Sessions,
        Login = Sasl,
        Components = Components.Where(entry => TryHost(entry.Key, out _)).ToDictionary(entry => BareJid.Parse(entry.Key), entry => entry.Value),
        Modules = Modules.Enabled,
        ModuleOptions = [.. Modules.Records.Values],
        Admins = Admins,
        IsRegistrationOpen = Registration == Registration.Open,
        DrainTimeout = DrainTimeout,
        Federation = ToFederation(),
    };

    /// <summary>What holds between our hosts and their peers.</summary>
    public FederationSettings ToFederation() => new()
    {
        Server = Federation,
        Hosts = AllHosts.ToDictionary(host => host.Key, host => host.Value.Federation),
        Anchors = AllHosts.Where(host => host.Value.Trust.Count > 0).ToDictionary(host => host.Key, host => host.Value.Trust),
    };

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Domain is not null && !TryHost(Domain, out _)) yield return (nameof(Domain), $"'{Domain}' is not a domain name");
        foreach (var name in Hosts.Keys.Where(name => !TryHost(name, out _))) yield return (nameof(Hosts), $"'{name}' is not a domain name");
        foreach (var problem in ComponentChecks.Check(Components, AllHosts.Keys)) yield return (nameof(Components), problem);
        foreach (var twice in AllListeners.Where(listener => listener.EffectivePort != 0).GroupBy(listener => (Address: listener.EffectiveAddress, listener.EffectivePort)).Where(group => group.Count() > 1))
        {
            yield return (nameof(Listeners), $"two listeners have {new System.Net.IPEndPoint(twice.Key.Address, twice.Key.EffectivePort)}");
        }
        if (DataDirectory.SocketPath(Data).Length > DataDirectory.MaxSocketPathLength)
        {
            yield return (nameof(Data), $"the path is too long for the socket in it; {DataDirectory.MaxSocketPathLength - "/balcony.sock".Length} characters are the most");
        }
    }

    private static bool TryHost(string? name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BareJid? host) =>
        BareJid.TryParse(name, out host) && host.IsDomain;
}

public enum Registration
{
    /// <summary>Accounts are made by admins.</summary>
    Closed,

    /// <summary>By anybody.</summary>
    Open,
}

/// <summary>One host.</summary>
public sealed record HostOptions : ICheckedOptions
{
    /// <summary>The certificate and the chain behind it, as PEM. Read again when the file changes.</summary>
    [Live, FilePath, DefaultText("NAME/cert.pem below certificates/ in the data directory")]
    public string? Certificate { get; init; }

    /// <summary>The certificate's private key, as PEM, not encrypted.</summary>
    [Live, FilePath, DefaultText("the file of the certificate, or NAME/key.pem below certificates/ in the data directory")]
    public string? Key { get; init; }

    /// <summary>Whether the authority's word that the certificate was not taken back is fetched from time to time and presented with it (OCSP stapling),
    /// where the certificate names somebody to ask.</summary>
    [Live]
    public bool OcspStapling { get; init; } = true;

    /// <summary>Where this host's clients are sent instead, as HOST or HOST:PORT, while it is being moved (RFC 6120 §4.9.3.19).</summary>
    [Live]
    public string? SeeOtherHost { get; init; }

    /// <summary>PEM files with the only certification authorities whose peer certificates are believed.</summary>
    [Live, FilePath, DefaultText("those of the system")]
    public IReadOnlyList<string> Trust { get; init; } = [];

    /// <summary>This host's streams with other servers.</summary>
    public HostFederationOptions Federation { get; init; } = new();

    /// <summary>Who may administer this host and its accounts.</summary>
    [Live]
    public IReadOnlyList<BareJid> Admins { get; init; } = [];

    public IEnumerable<(string Property, string Message)> Check()
    {
        if (Key is not null && Certificate is null) yield return (nameof(Key), "key needs a certificate beside it");
        if (TrustAnchors.Problem(Trust) is { } problem) yield return (nameof(Trust), problem);
    }

    /// <summary>Where a host's certificate and key are.</summary>
    public HostCertificateFiles FilesFor(BareJid host, string data)
    {
        var folder = Path.Combine(data, "certificates", host.Domain);
        var files = Certificate is null
            ? new HostCertificateFiles(host.Domain, Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"))
            : new HostCertificateFiles(host.Domain, Certificate, Key ?? Certificate);
        return files with { IsStapled = OcspStapling };
    }
}
