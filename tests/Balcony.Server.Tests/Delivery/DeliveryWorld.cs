// A server in memory, its disk, and devices that lose connections, machines and patience: one step at a time.
using System.Diagnostics;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using ArchivedMessage = Balcony.Testing.Delivery.ArchivedMessage;

namespace Balcony.Server.Tests.Delivery;

/// <summary>Everything is chosen by the seed. What a crashed server still has is never called again: its clock stands and its connections are dead.</summary>
internal sealed class DeliveryWorld(int seed) : IAsyncDisposable
{
    private const string Host = "example.org";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly PasswordOptions Passwords = new() { Iterations = 4_096 };

    private readonly Random _random = new(seed);
    private readonly ForgetfulDisk _disk = new();
    private readonly List<Device> _devices = [];
    private readonly List<CableWire> _cables = [];
    private readonly List<string> _steps = [];
    private readonly DeliveryLog _log = new(TimeProvider.System);
    private MemoryStorage _storage = null!;
    private ServerHistory _history = null!;
    private TestClock _clock = new();
    private ServerMetrics _metrics = null!;
    private AccountDirectory _accounts = null!;
    private BalconyServer _server = null!;

    public async Task BeginAsync()
    {
        _storage = new MemoryStorage(_disk);
        _history = new ServerHistory(_log);
        await StartAsync();
        foreach (var local in (string[])["romeo", "juliet", "nurse"]) await _accounts.CreateAsync(BareJid.Parse($"{local}@{Host}"), "secret", default);
        // Of two devices the one that was away finds in the archive what the other took (ADR 006).
        Add("romeo", "orchard", catchesUp: true, carbons: true);
        Add("romeo", "tomb", catchesUp: true, carbons: true);
        Add("juliet", "balcony");
        Add("nurse", "house", catchesUp: true, managed: false);
    }

    /// <summary>One thing happens.</summary>
    public Task StepAsync()
    {
        var device = _devices[_random.Next(_devices.Count)];
        return _random.Next(100) switch
        {
            < 40 => DoAsync($"{device.Options} sends", () => SendAsync(device)),
            < 58 => DoAsync($"{device.Options} connects", () => TryAsync(() => device.ConnectAsync(default))),
            < 68 => DoAsync($"{device.Options} is cut", device.CutAsync),
            < 71 => DoAsync($"{device.Options} leaves", () => device.LeaveAsync(default)),
            < 77 => Do("the disk holds", _disk.Hold),
            < 83 => Do("the disk goes on a little", () => _disk.Apply(_random.Next(1, 4))),
            < 86 => Do("the disk goes on", _disk.Release),
            < 88 => Do("the disk is full", Refuse),
            < 91 => Do($"{device.Options} stops or begins to acknowledge", () => device.Acknowledges = !device.Acknowledges),
            < 95 => Do("seconds pass", () => _clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 20)))),
            < 96 => Do("sessions expire", Expire),
            < 98 => DoAsync("the server restarts", RestartAsync),
            _ => DoAsync("the machine crashes", CrashAsync),
        };
    }

    /// <summary>Everybody comes to rest, and everything is compared. Null: all is well.</summary>
    public async Task<string?> EndAsync()
    {
        _disk.Release();
        var waited = Stopwatch.StartNew();
        do
        {
            foreach (var device in _devices) await DoAsync($"{device.Options} settles", () => device.SettleAsync(Patience, default));
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
        while (_devices.Any(device => _log.CountMissing(device.Options.ToString(), device.Options.Account) > 0) && waited.Elapsed < TimeSpan.FromSeconds(3));
        var archives = new Dictionary<string, IReadOnlyList<ArchivedMessage>>();
        foreach (var device in _devices.DistinctBy(device => device.Options.Local)) await DoAsync($"{device.Options} reads the archive", () => ReadArchiveAsync(device, archives));
        var verdict = new DeliveryVerdict(_log);
        foreach (var (account, archive) in archives) verdict.CheckArchive(account, archive);
        foreach (var device in _devices.Select(device => device.Options))
            verdict.CheckDevice(new DeviceClaim(device.ToString(), device.Account, IsInOrder: !device.CatchesUp), archives[device.Account]);
        return verdict.Report() is { } report ? $"seed {seed}\n{report}\nSteps:\n  {string.Join("\n  ", _steps)}" : null;
    }

    // The clock runs while steps wait, and a stream may end by it.
    private async Task ReadArchiveAsync(Device device, Dictionary<string, IReadOnlyList<ArchivedMessage>> archives)
    {
        var pageSize = _random.Next(1, 30);
        while (!await TryAsync(async () => archives[device.Options.Account] = await device.ReadArchiveAsync(pageSize, default))) await device.SettleAsync(Patience, default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var device in _devices) await device.DisposeAsync();
        await _server.DisposeAsync();
        _accounts.Dispose();
        _metrics.Dispose();
        await _storage.DisposeAsync();
    }

    private async Task StartAsync()
    {
        BareJid[] hosts = [BareJid.Parse(Host)];
        _metrics = new ServerMetrics();
        _accounts = await AccountDirectory.OpenAsync(_storage, hosts, Passwords, _clock);
        var settings = new ServerSettings { Hosts = hosts, ModuleOptions = [new StreamManagementOptions { AnswerAfter = TimeSpan.Zero }] };
        _server = new BalconyServer(settings, _storage, _accounts, _clock, new LoggedErrors(), _metrics);
        _accounts.Departing = _server.DepartAsync;
    }

    private async Task RestartAsync()
    {
        _disk.Release();
        _history.Note("is asked to stop");
        var stopping = _server.StopAsync();
        for (var seconds = 0; !stopping.IsCompleted; seconds++)
        {
            // Enough for those who do not close their streams, and not for sessions to expire.
            if (seconds < 30) _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await stopping;
        foreach (var device in _devices) await device.CutAsync();
        await _server.DisposeAsync();
        _accounts.Dispose();
        _metrics.Dispose();
        await ComeBackAsync();
    }

    private async Task CrashAsync()
    {
        // As far as the journal came.
        _disk.Apply(_random.Next(0, _disk.Waiting + 1));
        _history.KillBegins();
        _disk.Forget();
        foreach (var cable in _cables) cable.Sever();
        _cables.Clear();
        foreach (var device in _devices) await device.CutAsync();
        _disk.Forget();
        _history.KillDone();
        await ComeBackAsync();
    }

    // The clock of the machine may have been set meanwhile, forwards or back.
    private async Task ComeBackAsync()
    {
        _clock = new TestClock(_clock.GetUtcNow().AddMinutes(_random.Next(3) == 0 ? _random.Next(-30, 30) : 0));
        await StartAsync();
        _history.Note("is back");
    }

    // An account that has to load its state again lets sessions go that lose their connection in that moment.
    private void Refuse()
    {
        if (_disk.Waiting > 0) _history.Doubt("finds its disk full");
        _disk.Fail();
    }

    private void Expire()
    {
        _history.Doubt("lets sessions expire");
        _clock.Advance(TimeSpan.FromMinutes(61));
    }

    private async Task SendAsync(Device device)
    {
        if (!device.IsOnline) return;
        var others = _devices.Select(other => other.Options.Account).Where(account => account != device.Options.Account).Distinct().ToList();
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            if (!await TryAsync(() => device.SendAsync(others[_random.Next(others.Count)], default))) return;
        }
    }

    private Task Do(string step, Action act) => DoAsync(step, () =>
    {
        act();
        return Task.CompletedTask;
    });

    // What waits for the disk or for the server's clock gets them: a step is done before the next.
    private async Task DoAsync(string step, Func<Task> act)
    {
        _steps.Add(step);
        // Whether a session resumes is KillStorm's proof, with a real clock; here either answer will do, as long as nothing is lost by it.
        _history.Doubt("step: " + step);
        var task = act();
        var waited = Stopwatch.StartNew();
        for (var turns = 0; !task.IsCompleted; turns++)
        {
            await Task.Yield();
            if (turns < 50) continue;
            _disk.Release();
            if (turns % 50 == 0 && turns < 5_000) _clock.Advance(TimeSpan.FromMilliseconds(100));
            if (waited.Elapsed > Patience) throw new TimeoutException($"seed {seed}: '{step}' does not end\n{_log.Story(60)}\nSteps:\n  {string.Join("\n  ", _steps)}");
        }
        await task;
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception fault) when (Device.IsLost(fault))
        {
            return false;
        }
    }

    private void Add(string local, string resource, bool catchesUp = false, bool carbons = false, bool managed = true) => _devices.Add(new Device(
        new DeviceOptions
        {
            Local = local,
            Host = Host,
            Password = "secret",
            Resource = resource,
            HasStreamManagement = managed,
            CatchesUp = catchesUp,
            HasCarbons = carbons,
            Window = 10_000,
        },
        ConnectAsync, _log, _history, TimeProvider.System));

    private ValueTask<Wire> ConnectAsync(CancellationToken cancel)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _ = ServeAsync(_server, transport);
        var cable = new CableWire(wire);
        _cables.Add(cable);
        return new(cable);
    }

    private static async Task ServeAsync(BalconyServer server, MemoryTransport transport)
    {
        await server.ServeAsync(transport, isTlsRequired: true);
        await transport.DisposeAsync();
    }
}
