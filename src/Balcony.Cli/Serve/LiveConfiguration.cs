// The configuration of a running server.
using Balcony.Cli.Configuration;
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Cli.Serve;

/// <summary>Options in force, how they are read again, and what follows them while the server runs: all that is marked as live.</summary>
internal sealed class LiveConfiguration(
    ConfigurationSource source, ServerOptions initial, StandardErrorLog log, CertificateStore certificates, ReplaceableResolver resolver, TimeProvider clock)
    : IServerConfiguration
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
            var read = Open(source.Read(), out var asked);
            var result = _live.Reload(read);
            if (!result.IsValid) return Task.FromResult(result);
            if (asked is not null) _ = resolver.ReplaceAsync(asked).AsTask(); // ends by itself, with what was asked of the one before
            log.Change(_live.Current.Log);
            SendElsewhere(ServedHosts().Where(host => host.Value.SeeOtherHost != before[host.Key].SeeOtherHost));
            try
            {
                _server?.Configure(_live.Current.ToFederation());
            }
            catch (IOException fault)
            {
                // They were read a moment ago, when the options were checked.
                return Task.FromResult(result with { Problems = [new OptionProblem(new SourcePosition("trust"), $"{fault.Message} What was read before stays in use; reload again.")] });
            }
            // Certificates are read again even where no option changed: that is what most reloads are for.
            return Task.FromResult(result with { Certificates = [.. ReloadCertificates()] });
        }
    }

    // Whether it can be had shows when it is made: before anything is changed.
    private BoundOptions<ServerOptions> Open(BoundOptions<ServerOptions> read, out IDnsResolver? asked)
    {
        asked = null;
        if (!read.IsValid || OptionSchema.Settings(read.Value.Resolver).SequenceEqual(OptionSchema.Settings(_live.Current.Resolver))) return read;
        try
        {
            asked = DnsResolver.Create(read.Value.Resolver.ToDnsOptions(), clock);
            return read;
        }
        catch (ResolverException fault)
        {
            return read with { Problems = [new OptionProblem(new SourcePosition("resolver"), $"The DNS cannot be asked like that: {fault.Message}.")] };
        }
    }

    private IEnumerable<ReloadedCertificate> ReloadCertificates()
    {
        var before = certificates.Statuses.ToDictionary(status => status.Files.Host, status => status.InUse);
        certificates.Reload(HostCertificates.Find(ServedHosts(), initial.Data, HostCertificates.RoomsOf(initial), clock));
        return certificates.Unshared
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
