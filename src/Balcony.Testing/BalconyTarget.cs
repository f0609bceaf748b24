// Our own server as the target of scripts: its storage, accounts, clock and options; how it is reached is left open.
using System.Globalization;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;

namespace Balcony.Testing;

/// <summary>A <see cref="BalconyServer"/> in this process, for one script.</summary>
public abstract class BalconyTarget : ScenarioTarget
{
    // The fewest that SCRAM allows (RFC 5802 §5.1): hundreds of scripts log in thousands of times.
    private static readonly PasswordOptions Passwords = new() { Iterations = 4_096 };

    // A guard, not a wait: what has not happened by then never will.
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string SeeOtherHost = "see other host ";

    private readonly LoggedErrors _errors = new();
    private MemoryStorage? _storage;
    private readonly ServerMetrics _metrics = new();
    private AccountDirectory? _accounts;
    private BalconyServer? _server;
    private Task _stopping = Task.CompletedTask;

    protected TestClock Clock { get; } = new();

    protected ServerMetrics Metrics => _metrics;

    protected BalconyServer Server => _server ?? throw new InvalidOperationException("prepare first");

    protected LoggedErrors Loggers => _errors;

    public override IReadOnlyList<string> LoggedErrors => _errors.All;

    public override async Task PrepareAsync(ScenarioScript script, CancellationToken cancel)
    {
        BareJid[] hosts = [.. script.Participants.Where(p => p.Kind != ParticipantKind.Component).Select(p => p.Host).Append("example.org").Distinct().Select(BareJid.Parse)];
        _storage = new MemoryStorage(clock: Clock, hasTextIndex: script.Server.GetValueOrDefault("text search") != "off");
        _accounts = await AccountDirectory.OpenAsync(_storage, hosts, Passwords, Clock);
        foreach (var account in script.Participants.Where(p => p.Localpart.Length > 0 && p["account"] is not "none").DistinctBy(p => p.BareJid))
        {
            var address = BareJid.Parse(account.BareJid);
            if (account["hashes"] is { } hashes) await ImportAsync(_accounts, address, account.Password, hashes, cancel);
            else await _accounts.CreateAsync(address, account.Password, cancel);
            if (account["disabled"] is not null) await _accounts.SetDisabledAsync(address, isDisabled: true, cancel);
        }
        var settings = Settings(script);
        if (!settings.ModuleOptions.OfType<StreamManagementOptions>().Any())
        {
            // The clock stands still while a script waits for an answer.
            settings = settings with { ModuleOptions = [.. settings.ModuleOptions, new StreamManagementOptions { AnswerAfter = TimeSpan.Zero }] };
        }
        _server = new BalconyServer(settings with { Hosts = hosts, Process = new Stopper(this) }, _storage, _accounts, Clock, _errors, _metrics);
        _accounts.Departing = _server.DepartAsync;
        foreach (var (word, other) in script.Server.Where(w => w.Key.StartsWith(SeeOtherHost, StringComparison.Ordinal)))
        {
            _server.SendElsewhere(BareJid.Parse(word[SeeOtherHost.Length..]), other);
        }
    }

    public override async Task SessionGoneAsync(string fullJid, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var address = Jid.Parse(fullJid);
        while (address is FullJid jid
            ? Server.Sessions.Find(jid) is { IsHibernating: false }
            : Server.Components.List().Any(component => component.Component.Equals(address) && component.RemoteAddress is not null))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"the session of {fullJid} neither ends nor waits for its client");
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    // It ends when the clients have gone or the clock has run: not here.
    public override void StopServer() => _stopping = Server.StopAsync();

    public override void Advance(TimeSpan by) => Clock.Advance(by);

    public override async ValueTask DisposeAsync()
    {
        // The stop looks every now and then whether the last client has gone.
        while (!_stopping.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        if (_server is not null) await _server.DisposeAsync();
        _accounts?.Dispose();
        if (_storage is not null) await _storage.DisposeAsync();
        _metrics.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static LoginOptions Login(IReadOnlyDictionary<string, string> words, LoginOptions login)
    {
        login = login with { AllowAnonymous = words.GetValueOrDefault("anonymous") == "on" };
        // All clients of a script come from this machine, which is not limited otherwise.
        if (words.TryGetValue("max failed logins of an address", out var ofAddress))
            login = login with { LimitLoopback = true, MaxFailuresPerAddress = int.Parse(ofAddress, CultureInfo.InvariantCulture) };
        if (words.TryGetValue("max failed logins of an account", out var ofAccount))
            login = login with { MaxFailuresPerAccount = int.Parse(ofAccount, CultureInfo.InvariantCulture) };
        return login;
    }

    private sealed class Stopper(BalconyTarget target) : Balcony.Server.Commands.IServerProcess
    {
        // Nothing in a script comes after a restart: it ends like a stop.
        public void Stop(bool isRestart) => target.StopServer();
    }

    // An account that came from elsewhere, with keys for some hashes only.
    private static async Task ImportAsync(IAccountImport accounts, BareJid address, string password, string mechanisms, CancellationToken cancel)
    {
        var keys = mechanisms.Split(' ').Select(name => ScramKeys.Create(SaslMechanism.HashOf(name)!.Value, password, Passwords.Iterations)).ToList();
        var start = await accounts.BeginImportAsync(address, isDryRun: false, cancel);
        await accounts.EndImportAsync(address, start, new ImportedLogin(keys, null, null, IsDisabled: false), new UnitOfWork(), cancel);
    }

    // The words of a [Server] block: tests/scenarios/README.md lists them.
    private static ServerSettings Settings(ScenarioScript script)
    {
        var words = script.Server;
        IReadOnlyList<string> Contact(string kind) => words.TryGetValue("contact " + kind, out var uris) ? uris.Split(' ') : [];
        var options = new List<object>
        {
            new ContactAddresses { Abuse = Contact("abuse"), Security = Contact("security"), Admin = Contact("admin") },
            new VersionOptions { ShowSystem = words.ContainsKey("show system") },
        };
        if (words.TryGetValue("max offline", out var most)) options.Add(new OfflineOptions { MaxPerAccount = int.Parse(most, CultureInfo.InvariantCulture) });
        options.Add(new ReportOptions
        {
            MaxPerAccountAndDay = int.Parse(words.GetValueOrDefault("max reports") ?? "20", CultureInfo.InvariantCulture),
            TellAdmins = words.GetValueOrDefault("reports told") == "on",
        });
        if (words.TryGetValue("push shows", out var shown))
        {
            options.Add(new PushOptions { ShowSender = shown.Contains("sender", StringComparison.Ordinal), ShowBody = shown.Contains("body", StringComparison.Ordinal) });
        }
        var configured = ScenarioOptions.Read(words);
        return new ServerSettings
        {
            Hosts = [],
            Limits = configured.Limits,
            Sessions = configured.Sessions,
            Components = ScenarioComponents.Read(script),
            Admins = words.TryGetValue("admins", out var admins) ? [.. admins.Split(' ').Select(BareJid.Parse)] : [],
            Login = Login(words, configured.Login),
            IsRegistrationOpen = words.GetValueOrDefault("registration") == "open",
            Modules = words.Where(w => w.Key.StartsWith("module ", StringComparison.Ordinal)).ToDictionary(w => w.Key[7..], w => w.Value == "on"),
            ModuleOptions = [.. configured.ModuleOptions.Concat(options).DistinctBy(record => record.GetType())],
        };
    }
}
