// Two servers of ours, in two processes, whose users write to each other while either is killed, restarted and killed again.
using System.Net;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;

namespace Balcony.Interop.Tests.Durability;

/// <summary>One storm. Everything random comes from the seed, except the moments: those are the machine's.</summary>
internal sealed class FederatedStorm : IAsyncDisposable
{
    private static readonly string[] Domains = ["capulet.example", "verona.example"];

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-storm-").FullName;
    private readonly SmallDns _dns = new();
    private readonly TestAuthority _authority = new();
    private readonly Random _random;
    private readonly Side[] _sides;

    public FederatedStorm(int seed, bool isBidirectional)
    {
        _random = new Random(seed);
        Log = new DeliveryLog(TimeProvider.System);
        _dns.AddAddress("host.test.example", IPAddress.Loopback);
        _sides = [.. Domains.Select(domain => Make(domain, isBidirectional))];
    }

    public DeliveryLog Log { get; }

    /// <summary>What both servers wrote; belongs into the message of a failing test.</summary>
    public string ServerLogs => string.Join('\n', _sides.Select(side => $"The log of {side.Domain}:\n{side.Server.Process.Log}"));

    public async Task BeginAsync(CancellationToken cancel)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "trusted.pem"), _authority.CertificatePem, cancel);
        foreach (var side in _sides) await side.Server.Process.InitializeAsync();
        foreach (var side in _sides)
        {
            // One that is always there, one that loses its connection all the time, one that comes at the end.
            Add(side, "steady", new Habits(int.MaxValue, 0, 0));
            Add(side, "flaky", new Habits(1_500, 600, 100));
            Add(side, "away", Habits.Absent);
            foreach (var owner in side.Owners) await owner.Device.RegisterAsync(cancel);
        }
    }

    public Task RageAsync(int kills, CancellationToken cancel) => Storm.RageAsync(
        Owners,
        async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100, 1_500)), cancel);
            var server = _sides[_random.Next(_sides.Length)].Server;
            if (_random.Next(5) == 0) await server.RestartAsync();
            else await server.KillAsync(_random.Next(3) == 0 ? TimeSpan.FromMilliseconds(_random.Next(1_500)) : TimeSpan.Zero);
            return _sides.Sum(side => side.Server.Kills) < kills;
        },
        cancel);

    /// <summary>Everybody comes back; then archives and devices are compared with what was promised.</summary>
    public async Task<string?> JudgeAsync(CancellationToken cancel)
    {
        foreach (var side in _sides) side.Server.History.Note($"{side.Domain} is left alone");
        await Storm.SettleAsync(Owners, device => Log.CountMissing(device.Options.ToString(), device.Options.Account) > 0, cancel);
        var verdict = new DeliveryVerdict(Log);
        foreach (var owner in Owners)
        {
            var archive = await owner.Device.ReadArchiveAsync(_random.Next(5, 60), cancel);
            verdict.CheckArchive(owner.Device.Options.Account, archive);
            verdict.CheckDevice(new DeviceClaim(owner.Device.Options.ToString(), owner.Device.Options.Account, IsInOrder: true), archive);
        }
        return verdict.Report();
    }

    public string Summary() => Storm.Summary(Log, _sides.Sum(side => side.Server.Kills), _sides.Sum(side => side.Server.Restarts));

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in Owners) await owner.Device.DisposeAsync();
        foreach (var side in _sides) await side.Server.Process.DisposeAsync();
        await _dns.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private List<Owner> Owners => [.. _sides.SelectMany(side => side.Owners)];

    private Side Make(string domain, bool isBidirectional)
    {
        int port = BalconyProcess.FreePort();
        _dns.AddService("_xmpp-server", domain, "host.test.example", port);
        string trusted = Path.Combine(_folder, "trusted.pem");
        var server = new BalconyProcess
        {
            Host = domain,
            Authority = _authority,
            MoreForHost = $"    trust: [{trusted}]",
            MoreSections = $"""
                resolver:
                  servers: ["127.0.0.1:{_dns.Port}"]
                  validation: off
                federation:
                  revocation: off
                  links:
                    retryAfter: 100ms
                    retryAtLeastEvery: 1s
                    bidirectional: {(isBidirectional ? "true" : "false")}

                """,
            MoreListeners = $$"""
                  - { address: 127.0.0.1, port: {{port}}, kind: server }
                """,
        };
        return new Side(domain, new StormServer(server, Log));
    }

    private void Add(Side side, string local, Habits habits)
    {
        var options = new DeviceOptions
        {
            // The log knows devices by these names: they are different on both sides.
            Local = $"{local}-{side.Domain[0]}",
            Host = side.Domain,
            Password = "storm",
            Resource = "r",
            HasStreamManagement = true,
        };
        string other = Domains.Single(domain => domain != side.Domain);
        var others = new[] { "steady", "flaky", "away" }.Select(name => $"{name}-{other[0]}@{other}").ToList();
        side.Owners.Add(new Owner(side.Server.Make(options), habits, others, new Random(_random.Next())));
    }

    private sealed record Side(string Domain, StormServer Server)
    {
        public List<Owner> Owners { get; } = [];
    }
}
