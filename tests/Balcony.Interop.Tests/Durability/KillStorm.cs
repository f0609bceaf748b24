// Clients of every kind that write to each other while their server is killed, restarted and killed again.
using System.Globalization;
using System.Net;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;

namespace Balcony.Interop.Tests.Durability;

/// <summary>What the server under test offers.</summary>
internal sealed record Offers(bool HasStreamManagement, bool HasArchive)
{
    public static Offers All { get; } = new(HasStreamManagement: true, HasArchive: true);
}

/// <summary>One storm over one server. Everything random comes from the seed, except the moments: those are the machine's.</summary>
internal sealed class KillStorm : IAsyncDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);

    private readonly BalconyProcess _server;
    private readonly Offers _offers;
    private readonly Random _random;
    private readonly ServerHistory _history;
    private readonly List<Owner> _owners = [];
    private readonly HashSet<string> _accounts = [];

    public KillStorm(BalconyProcess server, Offers offers, int seed)
    {
        (_server, _offers, _random) = (server, offers, new Random(seed));
        Log = new DeliveryLog(TimeProvider.System);
        _history = new ServerHistory(Log);
    }

    public DeliveryLog Log { get; }

    public int Kills { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>One of each kind, and what each proves.</summary>
    public async Task GatherAsync(CancellationToken cancel)
    {
        // Loses its session only with the server.
        Add("steady", "desk", new Habits(int.MaxValue, 0, 0), managed: true);
        // Resumes all the time.
        Add("flaky", "phone", new Habits(1_500, 600, 100), managed: true);
        // Comes and goes in good order, and gets offline messages.
        Add("commuter", "tram", new Habits(1_200, 1_500, 10), managed: true);
        // No acknowledgements at all: what was lost on the way it finds in the archive.
        Add("plain", "old", new Habits(1_500, 500, 60), managed: false, catchesUp: true);
        // Everything waits for it to the end.
        Add("away", "late", Habits.Absent, managed: true);
        if (_offers.HasArchive)
        {
            // Two devices in step.
            Add("both", "phone", new Habits(1_000, 800, 70), managed: true, catchesUp: true, carbons: true);
            Add("both", "desk", new Habits(3_000, 800, 30), managed: true, catchesUp: true, carbons: true);
        }
        foreach (var account in _accounts)
            await _owners.First(owner => owner.Device.Options.Local == account).Device.RegisterAsync(cancel);
    }

    /// <summary>The storm itself.</summary>
    public async Task RageAsync(int kills, CancellationToken cancel)
    {
        var isOver = false;
        var lives = _owners.Select(owner => Task.Run(() => owner.LiveAsync(() => Volatile.Read(ref isOver), cancel), cancel)).ToList();
        try
        {
            while (Kills < kills)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100, 2_000)), cancel);
                if (lives.FirstOrDefault(life => life.IsFaulted) is { } broken)
                    await broken;
                if (_random.Next(4) == 0)
                    await RestartAsync();
                else
                    await KillAsync();
            }
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await Task.WhenAll(lives);
        }
    }

    /// <summary>Everybody comes back; then the archives and the devices are compared with what was promised.</summary>
    public async Task<string?> JudgeAsync(CancellationToken cancel)
    {
        _history.Note("is left alone");
        foreach (var owner in _owners)
            await owner.Device.SettleAsync(Calm, cancel);
        var began = TimeProvider.System.GetTimestamp();
        while (_owners.Any(owner => Missing(owner) > 0) && TimeProvider.System.GetElapsedTime(began) < Calm)
        {
            foreach (var owner in _owners)
                await owner.Device.SettleAsync(Calm, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
        var archives = new Dictionary<string, IReadOnlyList<ArchivedMessage>>();
        if (_offers.HasArchive)
        {
            foreach (var owner in _owners.DistinctBy(owner => owner.Device.Options.Local))
                archives[owner.Device.Options.Account] = await owner.Device.ReadArchiveAsync(_random.Next(5, 60), cancel);
        }
        var verdict = new DeliveryVerdict(Log);
        foreach (var (account, archive) in archives)
            verdict.CheckArchive(account, archive);
        // Without acknowledgements and without an archive nobody can know what a lost connection took along.
        foreach (var device in _owners.Select(owner => owner.Device.Options).Where(device => device.HasStreamManagement || device.CatchesUp))
            verdict.CheckDevice(new DeviceClaim(device.ToString(), device.Account, IsInOrder: !device.CatchesUp), archives.GetValueOrDefault(device.Account));
        return verdict.Report();

        int Missing(Owner owner) => !owner.Device.Options.HasStreamManagement && !owner.Device.Options.CatchesUp ? 0 : Log.CountMissing(owner.Device.Options.ToString(), owner.Device.Options.Account);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in _owners)
            await owner.Device.DisposeAsync();
    }

    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills, {Restarts} restarts; {Log.Count} messages: {Log.CountOf(Fate.Acknowledged)} acknowledged, {Log.CountOf(Fate.Uncertain)} uncertain, {Log.CountOf(Fate.Refused)} refused, {Log.CountOf(Fate.Open)} open");

    private async Task KillAsync()
    {
        _history.KillBegins();
        await _server.KillAsync();
        _history.KillDone();
        Kills++;
        await _server.StartAsync();
        _history.Note("is back");
    }

    private async Task RestartAsync()
    {
        _history.Note("is asked to stop");
        await _server.StopAsync();
        Restarts++;
        await _server.StartAsync();
        _history.Note("is back");
    }

    private void Add(string local, string resource, Habits habits, bool managed, bool catchesUp = false, bool carbons = false)
    {
        _accounts.Add(local);
        var options = new DeviceOptions
        {
            Local = local,
            Host = BalconyProcess.Domain,
            Password = "storm",
            Resource = resource,
            HasStreamManagement = managed && _offers.HasStreamManagement,
            CatchesUp = catchesUp && _offers.HasArchive,
            HasCarbons = carbons,
        };
        var others = new[] { "steady", "flaky", "commuter", "plain", "away", "both" }
            .Where(name => name != local && (name != "both" || _offers.HasArchive)).Select(name => $"{name}@{BalconyProcess.Domain}").ToList();
        var device = new Device(options, ConnectAsync, Log, _history, TimeProvider.System);
        _owners.Add(new Owner(device, habits, others, new Random(_random.Next())));
    }

    private async ValueTask<Wire> ConnectAsync(CancellationToken cancel)
    {
        var wire = await SocketWire.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server.DirectTlsPort), null, cancel);
        await wire.StartTlsAsync(BalconyProcess.Domain, cancel);
        return wire;
    }
}
