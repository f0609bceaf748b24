// The configuration of a running server.
using Balcony.Cli.Configuration;
using Balcony.Server.Commands;
using Balcony.Server.Hosting.Options;

namespace Balcony.Cli.Serve;

/// <summary>Options in force, and how they are read again.</summary>
internal sealed class LiveConfiguration(ConfigurationSource source, LiveOptions<ServerOptions> live, Action<ServerOptions> apply) : IServerConfiguration
{
    public ServerOptions Options => live.Current;

    public string? File => source.File;

    public BoundOptions<ServerOptions> Read() => source.Read();

    public Task<ReloadResult> ReloadAsync(CancellationToken cancel)
    {
        var result = live.Reload(source.Read());
        // Certificates are read again even where no option changed: that is what most reloads are for.
        if (result.IsValid) apply(live.Current);
        return Task.FromResult(result);
    }
}
