// What the core of the server is told at its start.
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Components;
using Balcony.Server.Federation;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Hosting;

/// <summary>Hosts, limits and modules of one server; listeners, certificates and files are its caller's.</summary>
public sealed record ServerSettings
{
    /// <summary>The hosts to serve; at least one.</summary>
    public required IReadOnlyList<BareJid> Hosts { get; init; }

    public StreamLimits Limits { get; init; } = new();

    public SessionOptions Sessions { get; init; } = new();

    public LoginOptions Login { get; init; } = new();

    /// <summary>Modules by name that differ from their default: on or off.</summary>
    public IReadOnlyDictionary<string, bool> Modules { get; init; } = new Dictionary<string, bool>();

    /// <summary>The option records of modules, by type; a missing one has its defaults.</summary>
    public IReadOnlyList<object> ModuleOptions { get; init; } = [];

    /// <summary>The components by their domains (XEP-0114).</summary>
    public IReadOnlyDictionary<BareJid, ComponentOptions> Components { get; init; } = new Dictionary<BareJid, ComponentOptions>();

    /// <summary>How components that listen are connected to; null: by TCP.</summary>
    public IComponentConnector? ComponentConnector { get; init; }

    /// <summary>Who may administer the server (XEP-0133 and the admin commands).</summary>
    public IReadOnlyList<BareJid> Admins { get; init; } = [];

    /// <summary>The configuration that commands show and reload; null: these settings, which nothing changes while the server runs.</summary>
    public IServerConfiguration? Configuration { get; init; }

    /// <summary>What the commands that stop and restart the server tell; null: they are refused.</summary>
    public IServerProcess? Process { get; init; }

    /// <summary>Whether anybody may make an account (XEP-0077).</summary>
    public bool IsRegistrationOpen { get; init; }

    /// <summary>Streams with other servers.</summary>
    public FederationSettings Federation { get; init; } = new();

    /// <summary>Who is asked where other servers are; the caller disposes it after the server. Null: nobody, and no other server is found.</summary>
    public IDnsResolver? Resolver { get; init; }

    /// <summary>How long a graceful stop waits for clients to close their streams.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
