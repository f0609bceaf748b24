// The server in one object: modules, router and streams put together over a storage, a clock and listeners that the caller chose.
using System.Runtime.CompilerServices;
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Components;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Net;
using Balcony.Server.Rooms;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Hosting;

/// <summary>A running server without listeners of its own: give it connections with <see cref="ServeAsync"/>. Several may run in one process.</summary>
public sealed partial class BalconyServer : IAsyncDisposable
{
    private static readonly TimeSpan DeadlineInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DiaryInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly ServerSettings _settings;
    private readonly IAccounts _accounts;
    private readonly ClientAccess _clients;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Router _router;
    private readonly StreamServices _streams;
    private readonly ComponentDirectory _components;
    private readonly ComponentDialers _dialers;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<ITimer> _timers = [];
    private readonly ServiceProvider _services;
    private readonly Task _awakening;
    private readonly RoomDirectory? _rooms;
    private bool _isStopped;

    /// <summary>Builds the server; it serves as soon as this returns.</summary>
    /// <param name="settings">Hosts, limits, modules.</param>
    /// <param name="storage">Where everything is kept; the caller disposes it after the server.</param>
    /// <param name="accounts">Who may log in.</param>
    /// <param name="clock">The time; tests hand in their own.</param>
    /// <param name="loggers">Where events go.</param>
    /// <param name="metrics">What is counted.</param>
    /// <param name="federation">How other servers are found and believed; null: there are none.</param>
    public BalconyServer(
        ServerSettings settings, IStorage storage, IAccounts accounts, TimeProvider clock, ILoggerFactory loggers, ServerMetrics metrics,
        FederationParts? federation = null)
    {
        _settings = settings;
        _clock = clock;
        Metrics = metrics;
        var registrations = new ServerRegistrations();
        _router = new Router(settings.Hosts);
        Sessions = new SessionDirectory(_router, clock);
        var messages = new StandingMessages(storage, clock);
        _components = new ComponentDirectory(
            ModuleCatalog.IsOn(ComponentsModule.Info, settings.Modules) ? settings.Components : new Dictionary<BareJid, ComponentOptions>(),
            new ComponentServices(_router, new KeptMessages(storage, clock), settings.Limits, metrics, clock, loggers.CreateLogger("Balcony.Server.Components")));
        _clients = new ClientAccess(storage, clock, OptionsOf<FastOptions>(), OptionsOf<ClientAccessOptions>());
        Policies = new PeerPolicies(settings.Federation, storage);
        var commandServices = new CommandServices
        {
            Policies = Policies,
            Configuration = settings.Configuration ?? new FixedConfiguration(settings),
            Accounts = accounts,
            Clients = _clients,
            Sessions = Sessions,
            Components = _components,
            Storage = storage,
            Backups = storage as IBackupSource,
            Messages = messages,
            Reports = new AccountReports(storage),
            Process = settings.Process,
            Clock = clock,
        };
        Commands = new CommandRegistry(commandServices, loggers.CreateLogger("Balcony.Server.Commands"));
        _services = BuildServices(settings, storage, accounts, clock, loggers, registrations, messages);
        _router.Attach(_services.GetRequiredService<IqRequests>());
        foreach (var entry in ModuleCatalog.All.Where(IsOn))
        {
            entry.Create(_services).Register(new ModuleBuilder(registrations, entry.Info.Name));
            // Its keys are known before the values of sessions that waited over a restart are read.
            RuntimeHelpers.RunClassConstructor(entry.Type.TypeHandle);
        }
        registrations.Freeze();
        var logger = _logger = loggers.CreateLogger("Balcony.Server");
        var guests = new GuestAccounts();
        var dispatcher = new IqDispatcher(registrations, _router, logger, _stopping.Token);
        var stanzaIds = _services.GetRequiredService<StanzaIds>();
        var accountServices = new AccountServices(
            _router, dispatcher, registrations, accounts, guests, new RosterStore(storage), storage, stanzaIds, settings.Sessions, metrics, clock, logger);
        var management = _services.GetRequiredService<StreamManagementOptions>();
        accountServices.ReadDormant(StreamManagementModule.PaceOf(management));
        _router.Attach(accountServices);
        _awakening = AwakenAsync(accountServices, logger);
        _streams = new StreamServices(
            _router, dispatcher, registrations, accounts, guests, _clients, new AttemptCounter(settings.Login.FailureLimits, clock), new StreamTable(clock),
            settings.Limits, settings.Login, stanzaIds, new LateAcknowledgements(clock, management.AnswerAfter), metrics, clock, logger);
        _components.AttachTo(_router);
        if (ModuleCatalog.IsOn(RoomsModule.Info, settings.Modules))
        {
            _rooms = _services.GetRequiredService<RoomDirectory>();
            commandServices.Rooms = _rooms;
            _rooms.Attach(dispatcher);
            _ = _rooms.AwakenAsync();
        }
        metrics.Queue("components", () => _components.All.Sum(component => (long)component.Queued));
        _dialers = new ComponentDialers(_components, settings.ComponentConnector ?? new ComponentConnector(settings.Limits), _stopping.Token);
        if (federation is not null)
        {
            _peers = Federate(federation, commandServices, storage, loggers);
        }
        _accounts = accounts;
        accounts.Changed += EndSessions;
        StartTimers(registrations, accountServices, logger);
    }

    public ServerMetrics Metrics { get; }

    /// <summary>The sessions of all accounts.</summary>
    public SessionDirectory Sessions { get; }

    /// <summary>The components that are configured.</summary>
    public IComponentDirectory Components => _components;

    /// <summary>Runs administrative commands in this server.</summary>
    public CommandRegistry Commands { get; }

    /// <summary>What hosts ask of peers. Whoever asks loads them first.</summary>
    public PeerPolicies Policies { get; }

    /// <summary>Sends stanzas by address.</summary>
    public IRouter Router => _router;

    /// <summary>The domains of rooms (XEP-0045).</summary>
    public IEnumerable<BareJid> RoomDomains => _rooms?.All.Select(service => service.Address) ?? [];

    /// <summary>Serves a client connection until it ends; never throws. The caller disposes the transport afterwards.</summary>
    /// <param name="transport">The connection.</param>
    /// <param name="isTlsRequired">False only for a listener that was told to allow plain streams (loopback).</param>
    public Task ServeAsync(Transport transport, bool isTlsRequired = true)
    {
        var stream = new ClientStream(transport, isTlsRequired, _streams);
        if (_isStopped)
        {
            stream.Close(StreamCondition.SystemShutdown);
        }
        return stream.RunAsync(_stopping.Token);
    }

    /// <summary>Serves a component's connection until it ends (XEP-0114); never throws. The caller disposes the transport afterwards.</summary>
    public Task ServeComponentAsync(Transport transport) => _components.ServeAsync(transport, _stopping.Token);

    /// <summary>Puts into force what a reload changed about streams with other servers.</summary>
    /// <exception cref="IOException">Authorities cannot be read; nothing is changed.</exception>
    public void Configure(FederationSettings federation)
    {
        (_peers?.Parts.Verifier as PeerVerifier)?.Configure(federation);
        Policies.Configure(federation);
    }

    /// <summary>What has to happen before a removed account's stores are erased: its contacts are unsubscribed (RFC 6121 §2.5).</summary>
    public Task DepartAsync(BareJid account, CancellationToken cancel) => _router.Get(account).LeaveAsync().WaitAsync(cancel);

    /// <summary>Sends all clients of a host elsewhere from now on (RFC 6120 §4.9.3.19); null takes that back.</summary>
    public void SendElsewhere(BareJid host, string? otherHost)
    {
        if (otherHost is null)
        {
            _streams.OtherHosts.TryRemove(host, out _);
            return;
        }
        _streams.OtherHosts[host] = otherHost;
        foreach (var session in Sessions.All.Where(session => session.Account.Host.Equals(host)))
        {
            if (session.Shell is ClientStream stream)
            {
                stream.SendElsewhere(otherHost);
            }
            else
            {
                // Its client is told when it comes back.
                session.Shell.Close(StreamCondition.SeeOtherHost);
            }
        }
    }

    /// <summary>Tells every client <c>system-shutdown</c>, waits a bounded time for their streams to end, and ends what is left.</summary>
    public async Task StopAsync()
    {
        _isStopped = true;
        await (_rooms?.StopAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        foreach (var stream in _streams.Streams.All)
        {
            stream.Close(StreamCondition.SystemShutdown);
        }
        foreach (var stream in _peers?.Streams.All ?? [])
        {
            stream.Shutdown();
        }
        long began = _clock.GetTimestamp();
        _components.Close();
        while (_streams.Streams.Count + _components.Connected + (_peers?.Streams.Count ?? 0) > 0 && _clock.GetElapsedTime(began) < _settings.DrainTimeout)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), _clock).ConfigureAwait(false);
        }
        HasDrained = true;
        await SuspendAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>It stops, and waits for no streams any more: what is left is written down.</summary>
    internal bool HasDrained { get; private set; }

    // Sessions that wait for their clients go on waiting when the server is back.
    private async Task SuspendAsync()
    {
        using var patience = new CancellationTokenSource(_settings.DrainTimeout, _clock);
        try
        {
            await _awakening.WaitAsync(patience.Token).ConfigureAwait(false);
            await Parallel.ForEachAsync(_router.Accounts, patience.Token, async (account, cancel) => await account.SuspendAsync(cancel).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or StorageException)
        {
            RoutingLog.SuspendFault(_logger, fault);
        }
    }

    private static async Task AwakenAsync(AccountServices accounts, ILogger logger)
    {
        try
        {
            foreach (var owner in await accounts.Dormants.OwnersAsync().ConfigureAwait(false))
            {
                // Loading the account does it; the sessions are there before anything can reach them.
                accounts.Router.Get(owner).Run(static _ => default);
            }
        }
        catch (StorageException fault)
        {
            RoutingLog.SuspendFault(logger, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _accounts.Changed -= EndSessions;
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var timer in _timers)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }
        await _dialers.DisposeAsync().ConfigureAwait(false);
        _streams.Late.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
        _clients.Dispose();
        Policies.Dispose();
    }

    // RFC 6120 §4.9.3.12: who may no longer log in must not stay logged in; after a new password the account logs in again.
    private void EndSessions(BareJid account, AccountChange change) => Sessions.Close(account, StreamCondition.NotAuthorized, change switch
    {
        AccountChange.PasswordChanged => "the password was changed",
        AccountChange.Disabled => "the account was disabled",
        _ => "the account was removed",
    });

    private ServiceProvider BuildServices(
        ServerSettings settings, IStorage storage, IAccounts accounts, TimeProvider clock, ILoggerFactory loggers, ServerRegistrations registrations,
        StandingMessages messages)
    {
        var services = new ServiceCollection()
            .AddSingleton(settings)
            .AddSingleton(storage)
            .AddSingleton<StanzaIds>()
            .AddSingleton<ArchiveQueries>()
            .AddSingleton<ArchiveTrimming>()
            .AddSingleton(accounts)
            .AddSingleton(clock)
            .AddSingleton(loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(registrations)
            .AddSingleton(new RegistrationPolicy(settings.IsRegistrationOpen))
            .AddSingleton(settings.Limits)
            .AddSingleton(settings.Sessions)
            .AddSingleton(settings.Configuration ?? new FixedConfiguration(settings))
            .AddSingleton(Commands)
            // Made by a factory, so that it is disposed with the server.
            .AddSingleton(_ => messages)
            .AddSingleton(_clients)
            .AddSingleton<IRouter>(_router)
            .AddSingleton(_router)
            .AddSingleton(Sessions)
            .AddSingleton(_components)
            .AddSingleton<PrivilegedPresenceFeed>()
            .AddSingleton(Metrics)
            .AddSingleton<IqRequests>()
            .AddSingleton<IIqSender>(static services => services.GetRequiredService<IqRequests>())
            .AddSingleton<PushRegistrations>()
            .AddSingleton<AbuseReports>()
            .AddSingleton<RoomDirectory>()
            .AddSingleton<PushOutbox>();
        var given = settings.ModuleOptions.ToDictionary(options => options.GetType());
        foreach (var type in ModuleCatalog.All.Select(entry => entry.Info.Options).OfType<Type>())
        {
            services.AddSingleton(type, given.GetValueOrDefault(type) ?? Activator.CreateInstance(type)!);
        }
        return services.BuildServiceProvider();
    }

    private T OptionsOf<T>()
        where T : new() => _settings.ModuleOptions.OfType<T>().FirstOrDefault() ?? new T();

    private bool IsOn(ModuleEntry entry) => ModuleCatalog.IsOn(entry.Info, _settings.Modules);

    private void StartTimers(ServerRegistrations registrations, AccountServices accounts, ILogger logger)
    {
        Every("the server", DeadlineInterval, logger, _ =>
        {
            _streams.Streams.CheckDeadlines();
            _components.CheckDeadlines();
            _peers?.Streams.CheckDeadlines(_clock.GetTimestamp());
            for (int left = accounts.Unsaved.Count; left > 0 && accounts.Unsaved.TryDequeue(out var account); left--)
            {
                account.Run(static unsaved => unsaved.SaveInbox());
            }
            return default;
        });
        Every("the server", SweepInterval, logger, _ =>
        {
            foreach (var account in _router.Accounts)
            {
                account.Run(static idle => idle.RetireIfIdle());
            }
            _peers?.Links.Sweep();
            return default;
        });
        if (Diary is { } diary)
        {
            Every("the diary", DiaryInterval, logger, diary.SaveAsync);
        }
        foreach (var (module, interval, work) in registrations.Periodic)
        {
            Every(module, interval, logger, work);
        }
    }

    // Never twice at a time: a run that takes longer than its interval lets ticks pass. A fault ends this run, not the next.
    private void Every(string module, TimeSpan interval, ILogger logger, Func<CancellationToken, ValueTask> work)
    {
        int isRunning = 0;
        _timers.Add(_clock.CreateTimer(
            async _ =>
            {
                if (Interlocked.Exchange(ref isRunning, 1) == 1)
                {
                    return;
                }
                try
                {
                    await work(_stopping.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
                {
                    // The server stops; what is left undone is done after the start.
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    RoutingLog.EventFault(logger, "a periodic task", module, fault);
                }
                Volatile.Write(ref isRunning, 0);
            },
            null, interval, interval));
    }
}
