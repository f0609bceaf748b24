// The configuration of a running server.
using Balcony.Cli.Configuration;
using Balcony.Server.Commands;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Serve;

/// <summary>Options in force, how they are read again, and what follows them while the server runs: all that is marked as live.</summary>
internal sealed class LiveConfiguration(
    ConfigurationSource source, ServerOptions initial, StandardErrorLog log, CertificateStore certificates, TimeProvider clock) : IServerConfiguration
{
    private readonly LiveOptions<ServerOptions> _live = new(initial);
    private readonly Lock _applying = new();
    private BalconyServer? _server;

    public ServerOptions Options => _live.Current;

    public string? File => source.File;

    public BoundOptions<ServerOptions> Read() => source.Read();

    /// <summary>From now on this server follows.</summary>
    public void Govern(BalconyServer server)
    {
        _server = server;
        SendElsewhere(initial.AllHosts);
    }

    public Task<ReloadResult> ReloadAsync(CancellationToken cancel)
    {
        lock (_applying)
        {
            var before = ServedHosts();
            var result = _live.Reload(source.Read());
            if (!result.IsValid) return Task.FromResult(result);
            log.Change(_live.Current.Log);
            SendElsewhere(ServedHosts().Where(host => host.Value.SeeOtherHost != before[host.Key].SeeOtherHost));
            _server?.Configure(_live.Current.ToFederation());
            // Certificates are read again even where no option changed: that is what most reloads are for.
            return Task.FromResult(result with { Certificates = [.. ReloadCertificates()] });
        }
    }

    private IEnumerable<ReloadedCertificate> ReloadCertificates()
    {
        var before = certificates.Statuses.ToDictionary(status => status.Files.Host, status => status.InUse);
        certificates.Reload(HostCertificates.Find(ServedHosts(), initial.Data, clock));
        return certificates.Statuses
            .Where(status => status.Problem is not null || before.GetValueOrDefault(status.Files.Host) != status.InUse)
            .Select(status => new ReloadedCertificate(status.Files.Host, status.InUse?.NotAfter, status.Problem));
    }

    // Hosts come and go, and the data directory moves, at a start only.
    private Dictionary<BareJid, HostOptions> ServedHosts()
    {
        var current = _live.Current.AllHosts;
        return initial.AllHosts.ToDictionary(host => host.Key, host => current.GetValueOrDefault(host.Key) ?? host.Value);
    }

    private void SendElsewhere(IEnumerable<KeyValuePair<BareJid, HostOptions>> hosts)
    {
        foreach (var (host, options) in hosts) _server?.SendElsewhere(host, options.SeeOtherHost);
    }
}
