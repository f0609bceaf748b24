// Clients of every kind that write to each other, and in rooms, while their server is killed, restarted and killed again.
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;

namespace Balcony.Interop.Tests.Durability;

/// <summary>What the server under test offers.</summary>
internal sealed record Offers(bool HasStreamManagement, bool HasArchive)
{
    public static Offers All { get; } = new(HasStreamManagement: true, HasArchive: true);
}

/// <summary>One storm over one server. Everything random comes from the seed, except the moments: those are the machine's.</summary>
internal sealed class KillStorm : IAsyncDisposable
{
    // One for everybody, one for members only.
    private static readonly string[] Rooms = [$"square@conference.{BalconyProcess.Domain}", $"cellar@conference.{BalconyProcess.Domain}"];

    private readonly StormServer _server;
    private readonly Offers _offers;
    private readonly Random _random;
    private readonly bool _hasRooms;
    private readonly List<Owner> _owners = [];
    private readonly HashSet<string> _accounts = [];

    public KillStorm(BalconyProcess server, Offers offers, int seed, bool hasRooms)
    {
        (_offers, _random, _hasRooms) = (offers, new Random(seed), hasRooms);
        Log = new DeliveryLog(TimeProvider.System);
        _server = new StormServer(server, Log);
    }

    public DeliveryLog Log { get; }

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
        if (!_hasRooms)
            return;
        await CommandAsync("room", "create", Rooms[0], Address("steady"));
        await CommandAsync("room", "create", Rooms[1], Address("steady"), "--members-only");
        foreach (var account in _accounts.Where(account => account != "steady"))
            await CommandAsync("room", "affiliate", Rooms[1], Address(account), "member");
    }

    /// <summary>The storm itself.</summary>
    public Task RageAsync(int kills, CancellationToken cancel) => Storm.RageAsync(
        _owners,
        async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100, 2_000)), cancel);
            if (_random.Next(4) == 0)
                await _server.RestartAsync();
            else
                await _server.KillAsync();
            return _server.Kills < kills;
        },
        cancel);

    /// <summary>Everybody comes back; then the archives and the devices are compared with what was promised.</summary>
    public async Task<string?> JudgeAsync(CancellationToken cancel)
    {
        _server.History.Note("is left alone");
        await Storm.SettleAsync(_owners, IsMissing, cancel);
        foreach (var owner in _owners)
            await owner.Device.CheckPlacesAsync(cancel);
        var archives = new Dictionary<string, IReadOnlyList<ArchivedMessage>>();
        if (_offers.HasArchive)
        {
            foreach (var owner in _owners.DistinctBy(owner => owner.Device.Options.Local))
                archives[owner.Device.Options.Account] = await owner.Device.ReadArchiveAsync(_random.Next(5, 60), cancel);
        }
        foreach (var room in _owners[0].Device.Options.Rooms)
            archives[room] = await _owners[_random.Next(_owners.Count)].Device.ReadArchiveAsync(_random.Next(5, 60), cancel, room);
        var verdict = new DeliveryVerdict(Log);
        foreach (var (account, archive) in archives)
            verdict.CheckArchive(account, archive);
        foreach (var device in _owners.Select(owner => owner.Device.Options))
        {
            if (IsPromised(device))
                verdict.CheckDevice(new DeviceClaim(device.ToString(), device.Account, IsInOrder: !device.CatchesUp), archives.GetValueOrDefault(device.Account));
            foreach (var room in device.Rooms)
            {
                // Whoever was out for a while has the rest from the room's archive.
                verdict.CheckDevice(new DeviceClaim(device.ToString(), room, IsInOrder: false), archives[room]);
                verdict.CheckLiveOrder(device.ToString(), room);
            }
        }
        return verdict.Report();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in _owners)
            await owner.Device.DisposeAsync();
    }

    /// <summary>How many messages to rooms were acknowledged.</summary>
    public int SaidInRooms => Rooms.Sum(room => Log.CountAcknowledged(room));

    public string Summary() => $"{Storm.Summary(Log, _server.Kills, _server.Restarts)}; {SaidInRooms} acknowledged in rooms";

    private bool IsMissing(Device device) =>
        (IsPromised(device.Options) && Log.CountMissing(device.Options.ToString(), device.Options.Account) > 0)
        || device.Options.Rooms.Any(room => Log.CountMissing(device.Options.ToString(), room) > 0);

    // Without acknowledgements and without an archive nobody can know what a lost connection took along.
    private static bool IsPromised(DeviceOptions device) => device.HasStreamManagement || device.CatchesUp;

    private static string Address(string local) => $"{local}@{BalconyProcess.Domain}";

    private async Task CommandAsync(params string[] command) =>
        (await ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", _server.Process.ConfigurationFile])).AssertSucceeded();

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
            Rooms = _hasRooms ? Rooms : [],
        };
        var others = new[] { "steady", "flaky", "commuter", "plain", "away", "both" }
            .Where(name => name != local && (name != "both" || _offers.HasArchive)).Select(Address);
        _owners.Add(new Owner(_server.Make(options), habits, [.. others, .. options.Rooms], new Random(_random.Next())));
    }
}
