// The configuration of a server that was composed in code.
using Balcony.Server.Commands;
using Balcony.Server.Hosting.Options;

namespace Balcony.Server.Hosting;

/// <summary>What <see cref="ServerSettings"/> say, as options; there is no file, and reading it again changes nothing.</summary>
internal sealed class FixedConfiguration(ServerSettings settings) : IServerConfiguration
{
    public ServerOptions Options { get; } = new()
    {
        Hosts = settings.Hosts.ToDictionary(host => host.Domain, _ => new HostOptions()),
        Admins = settings.Admins,
        Registration = settings.IsRegistrationOpen ? Registration.Open : Registration.Closed,
        Sasl = settings.Login,
        Sessions = settings.Sessions,
        DrainTimeout = settings.DrainTimeout,
    };

    public string? File => null;

    public BoundOptions<ServerOptions> Read() => new(Options, []);

    public Task<ReloadResult> ReloadAsync(CancellationToken cancel) => Task.FromResult(new ReloadResult([], [], []));
}
