// Our own server as the target of scripts: its storage, accounts, clock and options; how it is reached is left open.
using System.Globalization;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Federation;
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
    private readonly List<ScenarioServer> _servers = [];

    protected TestClock Clock { get; } = new();

    protected ServerMetrics Metrics => _servers[0].Metrics;

    protected BalconyServer Server => _servers.Count > 0 ? _servers[0].Server : throw new InvalidOperationException("prepare first");

    protected LoggedErrors Loggers => _errors;

    /// <summary>What is between the servers of a federated script.</summary>
    protected MemoryPeers Peers { get; } = new();

    /// <summary>No server is about to do anything by itself before its clock moves; links that wait for who is played do not count.</summary>
    protected bool AreLinksAtRest => Peers.IsIdle && _servers.TrueForAll(server => server.Server.AreLinksAtRest(Peers.WaitsForPlayer));

    public override IReadOnlyList<string> LoggedErrors => _errors.All;

    public override async Task PrepareAsync(ScenarioScript script, CancellationToken cancel)
    {
        var served = script.Participants.Where(p => p.Kind is ParticipantKind.Client or ParticipantKind.Account).Select(p => p.Host)
            .Concat(script.Participants.Where(p => p.Kind == ParticipantKind.Peer).Select(p => p["to"]).OfType<string>().Select(HostOf));
        BareJid[] hosts = [.. (script.IsFederated ? served : served.Append("example.org")).Distinct().Select(BareJid.Parse)];
        if (!script.IsFederated)
        {
            await AddServerAsync(script, hosts, cancel);
            return;
        }
        foreach (var peer in script.Participants.Where(p => p.Kind == ParticipantKind.Peer))
        {
            Peers.Play(BareJid.Parse(peer.Host));
            foreach (string domain in peer["also"]?.Split(' ') ?? []) Peers.SetPlace(BareJid.Parse(domain), BareJid.Parse(peer.Host));
        }
        foreach (var (word, value) in script.Server)
        {
            if (word is "distrust" or "silent") foreach (var domain in value.Split(' ')) Network($"{word} {domain}");
            else if (word.StartsWith("policy ", StringComparison.Ordinal)) Network($"{word}: {value}");
        }
        foreach (var host in hosts) await AddServerAsync(script, [host], cancel);
    }

    public override async Task SessionGoneAsync(string fullJid, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var address = Jid.Parse(fullJid);
        while (address is FullJid jid
            ? ServerOf(jid.Bare.Domain).Server.Sessions.Find(jid) is { IsHibernating: false }
            : ((ComponentDirectory)Server.Components).IsServing(address.Bare))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"the session of {fullJid} neither ends nor waits for its client");
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public override async ValueTask<Wire> AcceptAsync(Participant peer, CancellationToken cancel) =>
        new AcceptedWire(await Peers.AcceptAsync(BareJid.Parse(peer.Host), cancel).AsTask().WaitAsync(Patience, cancel));

    public override async Task NetworkAsync(string words, CancellationToken cancel)
    {
        if (words.Split(' ') is ["restart" or "crash", var host])
        {
            var server = ServerOf(host);
            // Who crashes says nothing to anybody.
            if (words.StartsWith("crash", StringComparison.Ordinal)) Peers.CutAll();
            else server.BeginStop();
            await StopAsync(server);
            await server.RestartAsync();
            Publish(server);
        }
        else Network(words);
    }

    public override void StopServer() => _servers[0].BeginStop();

    public override void Advance(TimeSpan by) => Clock.Advance(by);

    public override async ValueTask DisposeAsync()
    {
        Peers.CutAll();
        foreach (var server in _servers)
        {
            await StopAsync(server);
            await server.DisposeAsync();
        }
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whom a participant speaks with.</summary>
    protected BalconyServer ServerOf(Participant participant) => ServerOf(participant.Kind switch
    {
        ParticipantKind.Peer => HostOf(participant["to"] ?? ""),
        ParticipantKind.Component => participant["host"] ?? "",
        _ => participant.Host,
    }).Server;

    private ScenarioServer ServerOf(string host) => _servers.Find(server => BareJid.TryParse(host, out BareJid? domain) && server.Hosts.Contains(domain)) ?? _servers[0];

    // The stop looks every now and then whether the last client has gone.
    private async Task StopAsync(ScenarioServer server)
    {
        while (server.IsStopping)
        {
            // In steps as small as its own: it goes on on other threads, and has only so long for what it writes down.
            Clock.Advance(TimeSpan.FromMilliseconds(server.Server.HasDrained ? 5 : 100));
            await Task.WhenAny(server.Stopping, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
        }
    }

    private void Network(string words)
    {
        switch (words.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            case ["policy", var domain, "refused"]: Peers.SetPolicy(domain, new PeerPolicy { IsAllowed = false }); break;
            case ["policy", var domain, "plain"]: Peers.SetPolicy(domain, new PeerPolicy { Trust = PeerTrust.None }); break;
            case ["policy", var domain, var trust]: Peers.SetPolicy(domain, new PeerPolicy { Trust = Enum.Parse<PeerTrust>(trust, ignoreCase: true) }); break;
            case ["distrust", var domain]: Peers.Distrust(domain); break;
            case ["trust", var domain]: Peers.Trust(domain); break;
            case ["silent", var domain]: Peers.SetSilent(BareJid.Parse(domain), isSilent: true); break;
            case ["answers", var domain]: Peers.SetSilent(BareJid.Parse(domain), isSilent: false); break;
            case ["all", ..]: Peers.CutAll(); break;
            default: throw new FormatException($"'{words}' is nothing that happens between servers");
        }
    }

    private async Task AddServerAsync(ScenarioScript script, BareJid[] hosts, CancellationToken cancel)
    {
        var storage = new MemoryStorage(clock: Clock, hasTextIndex: script.Server.GetValueOrDefault("text search") != "off");
        var accounts = await AccountDirectory.OpenAsync(storage, hosts, Passwords, Clock);
        foreach (var account in script.Participants.Where(p => p.Localpart.Length > 0 && p["account"] is not "none").DistinctBy(p => p.BareJid))
        {
            var address = BareJid.Parse(account.BareJid);
            if (!hosts.Contains(address.Host)) continue;
            if (account["hashes"] is { } hashes) await ImportAsync(accounts, address, account.Password, hashes, cancel);
            else await accounts.CreateAsync(address, account.Password, cancel);
            if (account["disabled"] is not null) await accounts.SetDisabledAsync(address, isDisabled: true, cancel);
        }
        var settings = Settings(script);
        if (!settings.ModuleOptions.OfType<StreamManagementOptions>().Any())
        {
            // The clock stands still while a script waits for an answer.
            settings = settings with { ModuleOptions = [.. settings.ModuleOptions, new StreamManagementOptions { AnswerAfter = TimeSpan.Zero }] };
        }
        settings = settings with { Hosts = hosts, Process = new Stopper(this) };
        var server = new ScenarioServer(settings, storage, accounts, Clock, _errors, script.IsFederated ? Peers.Parts : null);
        _servers.Add(server);
        await server.StartAsync();
        Publish(server);
        foreach (var (word, other) in script.Server.Where(w => w.Key.StartsWith(SeeOtherHost, StringComparison.Ordinal)))
        {
            server.Server.SendElsewhere(BareJid.Parse(word[SeeOtherHost.Length..]), other);
        }
    }

    // Rooms are at a domain below the host's.
    private static string HostOf(string domain) => domain.StartsWith("conference.", StringComparison.Ordinal) ? domain["conference.".Length..] : domain;

    private void Publish(ScenarioServer server)
    {
        foreach (var domain in server.Hosts.Concat(server.Server.RoomDomains)) Peers.Set(domain, server.Server);
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
            Federation = configured.Federation,
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
