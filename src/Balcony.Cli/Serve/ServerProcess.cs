// Puts a server together from its options, and runs it until the process is told to stop.
using System.Net.Sockets;
using Balcony.Cli.Configuration;
using Balcony.Server.Accounts;
using Balcony.Server.Checks;
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Metering;
using Balcony.Server.Net;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Balcony.Xmpp.Tls;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

/// <summary>
/// <code>
///   data directory ─► log ─► certificates ─► storage ─► accounts ─► server ─► listeners ─► commands ─► checks ─► wait for a signal
/// </code>
/// and the way back in the opposite order.
/// </summary>
internal static class ServerProcess
{
    private static readonly TimeSpan LookForCertificatesEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(ConfigurationSource source, ServerOptions options, bool isDev)
    {
        ProcessSetup.Apply();
        // The first connection would wait for it; here it runs beside the opening of the database.
        _ = Task.Run(TlsSupport.TestAsync);
        while (true)
        {
            var (exitCode, isRestart) = await RunOnceAsync(source, options, isDev);
            if (!isRestart) return exitCode;
            var read = source.Read();
            if (!read.IsValid) return Complain($"The configuration is wrong: {read.Problems[0].At}: {read.Problems[0].Message}").ExitCode;
            options = read.Value;
        }
    }

    private static async Task<RunEnd> RunOnceAsync(ConfigurationSource source, ServerOptions options, bool isDev)
    {
        using var directory = Take(options.Data);
        if (directory is null) return new RunEnd(ExitCode.NoServer, IsRestart: false);
        await using var log = new StandardErrorLog(options.Log, TimeProvider.System);
        using var loggers = new LoggerFactory([log], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        try
        {
            return await RunAsync(source, options, isDev, log, loggers);
        }
        catch (StorageException e)
        {
            return Complain($"The database cannot be used: {e.Message}");
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            return Complain(e.Message);
        }
        catch (ResolverException e)
        {
            return Complain($"The DNS cannot be asked as resolver: says: {e.Message}.");
        }
    }

    private static async Task<RunEnd> RunAsync(ConfigurationSource source, ServerOptions options, bool isDev, StandardErrorLog log, LoggerFactory loggers)
    {
        var clock = TimeProvider.System;
        using var metrics = new ServerMetrics();
        // The database opens while certificates are read.
        var opening = Database.OpenAsync(options, loggers, metrics);
        using var certificates = new CertificateStore(HostCertificates.Find(options.AllHosts, options.Data, HostCertificates.RoomsOf(options), clock), clock, loggers.CreateLogger<CertificateStore>());
        await using var storage = await opening;
        using var accounts = await AccountDirectory.OpenAsync(storage, [.. options.AllHosts.Keys], options.Passwords, clock);
        using var end = new ProcessEnd();
        await using var resolver = new ReplaceableResolver(DnsResolver.Create(options.Resolver.ToDnsOptions(), clock));
        var configuration = new LiveConfiguration(source, options, log, certificates, resolver, clock);
        var settings = options.ToSettings() with { Configuration = configuration, Process = end, Resolver = resolver };
        using var internet = new InternetAccess(options, certificates, resolver, isDev, clock);
        await using var server = new BalconyServer(settings, storage, accounts, clock, loggers, metrics, internet.Parts);
        accounts.Departing = server.DepartAsync;
        configuration.Govern(server);
        await server.BeginFederationAsync();
        if (isDev) await DevAccounts.SeedAsync(storage, accounts, [.. DevMode.Names.Select(name => BareJid.Create(name, options.AllHosts.Keys.First().Domain))], DevMode.Password);

        await using var listeners = new Listeners(options.Limits.Connections, certificates, clock, metrics, loggers.CreateLogger<Listeners>());
        var wanted = options.AllListeners.Where(listener => listener.Kind != ListenerKind.Http).Select(listener => listener.ToListener())
            .Where(listener => listener.Use != ListenerUse.Peers || internet.Parts is not null).ToList();
        if (!Listen(listeners, server, wanted)) return new RunEnd(ExitCode.Failed, IsRestart: false);

        await using var socket = AdminSocket.Open(DataDirectory.SocketPath(options.Data), server.Commands, clock, loggers.CreateLogger<AdminSocket>());

        var storageCheck = new StorageCheck(storage);
        ICheck[] more = [.. Checks(options, certificates, listeners, wanted, storageCheck, resolver, clock), .. internet.Checks(server, configuration, clock)];
        var checks = new CheckEngine(more, clock, loggers.CreateLogger<CheckEngine>());
        metrics.Observe(checks);
        await using var http = new HttpPort(options, metrics, checks, storageCheck, loggers);
        StartMessage.Write(Terminal.Out, options, listeners, http.Addresses, isDev);
        certificates.Watch(LookForCertificatesEvery);
        await WriteProblemsAsync(checks, isDev, end.Asked);
        using var watching = checks.Watch(CheckEvery);
        var logger = loggers.CreateLogger("Balcony.Server");
        using var ending = new CancellationTokenSource();
        var removing = CompleteRemovalsAsync(accounts, logger, ending.Token);
        var isRestart = await end.WaitAsync(() => _ = ReloadAsync(configuration, logger));
        await ending.CancelAsync();
        await removing;
        await listeners.StopAcceptingAsync();
        await server.StopAsync();
        return new RunEnd(ExitCode.Ok, isRestart);
    }

    private static DataDirectory? Take(string path)
    {
        try
        {
            if (DataDirectory.TryTake(path) is { } directory) return directory;
            Terminal.Error.WriteLine($"balcony: another server uses {path}. Give each its own data directory, with data: or --data.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Error.WriteLine($"balcony: the data directory {path} cannot be used: {e.Message}");
        }
        return null;
    }

    private static bool Listen(Listeners listeners, BalconyServer server, IReadOnlyList<ListenerOptions> wanted)
    {
        foreach (var listener in wanted)
        {
            var isTlsRequired = listener.Security != ListenerSecurity.PlainOnLoopback;
            try
            {
                listeners.Listen(listener, transport => listener.Use switch
                {
                    ListenerUse.Components => server.ServeComponentAsync(transport),
                    ListenerUse.Peers => server.ServePeerAsync(transport),
                    _ => server.ServeAsync(transport, isTlsRequired),
                });
            }
            catch (SocketException e)
            {
                Terminal.Error.WriteLine($"balcony: {listener.EndPoint} cannot be listened on: {e.Message}. Another program may have it: see `ss -ltnp`, or set listeners:.");
                return false;
            }
        }
        return true;
    }

    private static IEnumerable<ICheck> Checks(
        ServerOptions options, CertificateStore certificates, Listeners listeners, IReadOnlyList<ListenerOptions> wanted, StorageCheck storage,
        IDnsResolver resolver, TimeProvider clock) =>
    [
        new CertificateFilesCheck(certificates),
        new CertificateNamesCheck(certificates),
        new CertificateExpiryCheck(certificates, clock),
        new CertificateChainCheck(certificates),
        new KeyPermissionsCheck(certificates),
        new DataDirectoryCheck(options.Data),
        new DiskSpaceCheck(options.Data),
        new FileDescriptorCheck(options.Limits.Connections),
        new PortsCheck(wanted, listeners),
        storage,
        NativeLibraryCheck.Unbound,
        new DnsAnswerCheck(resolver, [.. options.AllHosts.Keys.Select(host => host.Domain)], clock),
        new DnsValidationCheck(resolver),
    ];

    // Beside everything else: an account may have years of messages. Whatever is left is gone on with at the next start.
    private static async Task CompleteRemovalsAsync(AccountDirectory accounts, ILogger logger, CancellationToken cancel)
    {
        try
        {
            await accounts.CompleteRemovalsAsync(cancel);
        }
        catch (OperationCanceledException)
        {
        }
        catch (StorageException fault)
        {
            ServeLog.RemovalFault(logger, fault);
        }
    }

    // Some look at the network, and clients are served meanwhile: who asks for the end does not wait for them.
    private static async Task WriteProblemsAsync(CheckEngine checks, bool isDev, CancellationToken cancel)
    {
        try
        {
            foreach (var result in await checks.RunAsync(cancel))
            {
                if (!isDev || !DevMode.IsExpected(result.Id)) StartMessage.WriteProblem(Terminal.Out, result);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task ReloadAsync(LiveConfiguration configuration, ILogger logger)
    {
        var result = await configuration.ReloadAsync(CancellationToken.None);
        foreach (var problem in result.Problems) ServeLog.BadReload(logger, problem.At.ToString(), problem.Message);
        if (!result.IsValid) return;
        ServeLog.Reloaded(logger, result.Changed.Count, result.NeedRestart.Count, result.Certificates.Count);
        if (result.NeedRestart.Count > 0) ServeLog.NeedRestart(logger, string.Join(", ", result.NeedRestart));
    }

    private static RunEnd Complain(string message)
    {
        Terminal.Error.WriteLine($"balcony: {message}");
        return new RunEnd(ExitCode.Failed, IsRestart: false);
    }
}
