// Two servers of ours, in two processes, whose users write to each other while either is killed, restarted and killed again.
using System.Globalization;
using System.Net;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;

namespace Balcony.Interop.Tests.Durability;

/// <summary>One storm. Everything random comes from the seed, except the moments: those are the machine's.</summary>
internal sealed class FederatedStorm : IAsyncDisposable
{
    private static readonly string[] Domains = ["capulet.example", "verona.example"];
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);

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

    public int Kills { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>What both servers wrote; belongs into the message of a failing test.</summary>
    public string ServerLogs => string.Join('\n', _sides.Select(side => $"The log of {side.Domain}:\n{side.Server.Log}"));

    public async Task BeginAsync(CancellationToken cancel)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "trusted.pem"), _authority.CertificatePem, cancel);
        foreach (var side in _sides) await side.Server.InitializeAsync();
        foreach (var side in _sides)
        {
            // One that is always there, one that loses its connection all the time, one that comes at the end.
            Add(side, "steady", new Habits(int.MaxValue, 0, 0));
            Add(side, "flaky", new Habits(1_500, 600, 100));
            Add(side, "away", Habits.Absent);
            foreach (var owner in side.Owners) await owner.Device.RegisterAsync(cancel);
        }
    }

    public async Task RageAsync(int kills, CancellationToken cancel)
    {
        var isOver = false;
        var lives = _sides.SelectMany(side => side.Owners).Select(owner => Task.Run(() => owner.LiveAsync(() => Volatile.Read(ref isOver), cancel), cancel)).ToList();
        try
        {
            while (Kills < kills)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100, 1_500)), cancel);
                if (lives.FirstOrDefault(life => life.IsFaulted) is { } broken) await broken;
                var side = _sides[_random.Next(_sides.Length)];
                if (_random.Next(5) == 0) await RestartAsync(side);
                else await KillAsync(side, _random.Next(3) == 0 ? TimeSpan.FromMilliseconds(_random.Next(1_500)) : TimeSpan.Zero);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await Task.WhenAll(lives);
        }
    }

    /// <summary>Everybody comes back; then archives and devices are compared with what was promised.</summary>
    public async Task<string?> JudgeAsync(CancellationToken cancel)
    {
        var owners = _sides.SelectMany(side => side.Owners).ToList();
        foreach (var side in _sides) side.History.Note($"{side.Domain} is left alone");
        var began = TimeProvider.System.GetTimestamp();
        do
        {
            foreach (var owner in owners) await owner.Device.SettleAsync(Calm, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
        while (owners.Any(owner => Log.CountMissing(owner.Device.Options.ToString(), owner.Device.Options.Account) > 0) && TimeProvider.System.GetElapsedTime(began) < Calm);
        var verdict = new DeliveryVerdict(Log);
        foreach (var owner in owners)
        {
            var archive = await owner.Device.ReadArchiveAsync(_random.Next(5, 60), cancel);
            verdict.CheckArchive(owner.Device.Options.Account, archive);
            verdict.CheckDevice(new DeviceClaim(owner.Device.Options.ToString(), owner.Device.Options.Account, IsInOrder: true), archive);
        }
        return verdict.Report();
    }

    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills, {Restarts} restarts; {Log.Count} messages: {Log.CountOf(Fate.Acknowledged)} acknowledged, {Log.CountOf(Fate.Uncertain)} uncertain, {Log.CountOf(Fate.Refused)} refused ({string.Join(", ", Log.Refusals)})");

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in _sides.SelectMany(side => side.Owners)) await owner.Device.DisposeAsync();
        foreach (var side in _sides) await side.Server.DisposeAsync();
        await _dns.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task KillAsync(Side side, TimeSpan pause)
    {
        side.History.KillBegins();
        await side.Server.KillAsync();
        side.History.KillDone();
        Kills++;
        await Task.Delay(pause);
        await side.Server.StartAsync();
        side.History.Note($"{side.Domain} is back");
    }

    private async Task RestartAsync(Side side)
    {
        side.History.Note($"{side.Domain} is asked to stop");
        await side.Server.StopAsync();
        Restarts++;
        await side.Server.StartAsync();
        side.History.Note($"{side.Domain} is back");
    }

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
        return new Side(domain, server, new ServerHistory(Log));
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
        var device = new Device(options, cancel => ConnectAsync(side, cancel), Log, side.History, TimeProvider.System);
        side.Owners.Add(new Owner(device, habits, others, new Random(_random.Next())));
    }

    private static async ValueTask<Wire> ConnectAsync(Side side, CancellationToken cancel)
    {
        var wire = await SocketWire.ConnectAsync(new IPEndPoint(IPAddress.Loopback, side.Server.DirectTlsPort), null, cancel);
        await wire.StartTlsAsync(side.Domain, cancel);
        return wire;
    }

    private sealed record Side(string Domain, BalconyProcess Server, ServerHistory History)
    {
        public List<Owner> Owners { get; } = [];
    }
}
