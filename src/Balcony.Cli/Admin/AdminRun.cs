// Runs one administrative command: in the running server, on its stores when there is none, or here.
using System.CommandLine;
using Balcony.Cli.Configuration;
using Balcony.Cli.Serve;
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Sql.Backup;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Balcony.Cli.Admin;

internal sealed record AdminRequest(
    Server.Commands.Command Command, IReadOnlyList<IArgumentLine> Lines, ConfigurationSource Source, bool IsJson, bool IsConfirmed);

internal static class AdminRun
{
    private static readonly CommandCaller Operator = new("the command line", IsServerAdmin: true, []);

    public static async Task<int> RunAsync(AdminRequest request, ParseResult parsed, CancellationToken outer)
    {
        var output = new AdminOutput(request.IsJson);
        var cancel = outer;
        Interruption? interruption = null;
        try
        {
            // While somebody is asked, Ctrl-C ends the program at once.
            var arguments = ReadArguments(request, parsed);
            interruption = new Interruption(outer);
            cancel = interruption.Token;
            return output.Write(await RunAsync(request, arguments, output, cancel));
        }
        catch (UsageException e)
        {
            return output.Complain(e.Message, ExitCode.Usage);
        }
        catch (Unreachable e)
        {
            return output.Complain(e.Message, ExitCode.NoServer);
        }
        catch (StorageException e)
        {
            return output.Complain($"The database cannot be used: {e.Message}", ExitCode.Failed);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return output.Complain(e.Message, ExitCode.Failed);
        }
        catch (UnauthorizedAccessException e)
        {
            return output.Complain(e.Message, ExitCode.Refused);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return output.Complain("Given up; what was done by then stays.", ExitCode.Failed);
        }
        finally
        {
            interruption?.Dispose();
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadArguments(AdminRequest request, ParseResult parsed)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        var given = new HashSet<CommandArgument>();
        foreach (var line in request.Lines)
        {
            if (line.Read(parsed, given) is not { } value) continue;
            values.Add(line.Argument.Name, value);
            given.Add(line.Argument);
        }
        var isDestructive = request.Command.IsDestructive && (request.Command.DestructiveWith is not { } with || given.Contains(with));
        if (isDestructive && !request.IsConfirmed && !Confirm(request.Command, values)) throw new UsageException("not confirmed; --yes does it without asking");
        return values;
    }

    private static bool Confirm(Server.Commands.Command command, Dictionary<string, IReadOnlyList<string>> values) =>
        Terminal.CanAsk && Terminal.Confirm($"{command.Summary}: {string.Join(' ', values.Values.Select(value => value[0]))}?");

    private static async Task<CommandResult> RunAsync(
        AdminRequest request, Dictionary<string, IReadOnlyList<string>> arguments, AdminOutput output, CancellationToken cancel)
    {
        var read = request.Source.Read();
        var configuration = new LocalConfiguration(request.Source, read.Value);
        // `config check` tells what is wrong itself.
        if (!read.IsValid && request.Command.Place != CommandPlace.Anywhere) throw new UsageException(string.Join('\n', read.Problems));
        if (request.Command.Place == CommandPlace.Anywhere) return await RunHereAsync(request.Command, new() { Configuration = configuration }, arguments, output, cancel);

        var data = read.Value.Data;
        await using var client = await AdminClient.TryConnectAsync(DataDirectory.SocketPath(data), cancel);
        if (client is not null && request.Command.Place is CommandPlace.Database or CommandPlace.Stores)
            return CommandResult.Refused($"A server runs on {data}: stop it first.");
        if (client is not null) return await client.RunAsync(request.Command.Name, arguments, output, cancel);
        if (request.Command.Place == CommandPlace.Server)
        {
            throw new Unreachable($"No server runs on {data}. Start one with `balcony serve`, or say which is meant with --config or --data.");
        }
        if (request.Command.Place is CommandPlace.Database or CommandPlace.ServerOrDatabase)
            return await RunOnDatabaseAsync(request.Command, configuration, arguments, output, cancel);
        return await RunOnStoresAsync(request.Command, configuration, arguments, output, cancel);
    }

    private static async Task<CommandResult> RunOnStoresAsync(
        Server.Commands.Command command, LocalConfiguration configuration, Dictionary<string, IReadOnlyList<string>> arguments, AdminOutput output,
        CancellationToken cancel)
    {
        var options = configuration.Options;
        if (options.AllHosts.Count == 0) throw new UsageException("no host is configured: name the configuration with --config, or the host with --domain");
        if (options.Storage.Kind == DatabaseKind.Memory) throw new Unreachable("No server runs, and a database in memory is not anywhere else.");
        using var directory = Take(options.Data);
        await using var storage = await Database.OpenAsync(options, NullLoggerFactory.Instance, metrics: null);
        using var accounts = await AccountDirectory.OpenAsync(storage, [.. options.AllHosts.Keys], options.Passwords, TimeProvider.System, isOffline: true);
        using var clients = new ClientAccess(storage, TimeProvider.System, new FastOptions(), new ClientAccessOptions());
        var services = new CommandServices
        {
            Configuration = configuration,
            Accounts = accounts,
            Clients = clients,
            Storage = storage,
            Reports = new AccountReports(storage),
        };
        return await RunHereAsync(command, services, arguments, output, cancel);
    }

    // Neither opened as stores nor migrated, and no host needs to be configured for it.
    private static async Task<CommandResult> RunOnDatabaseAsync(
        Server.Commands.Command command, LocalConfiguration configuration, Dictionary<string, IReadOnlyList<string>> arguments, AdminOutput output,
        CancellationToken cancel)
    {
        var options = configuration.Options;
        if (options.Storage.Kind == DatabaseKind.Memory) throw new Unreachable("No server runs, and a database in memory is not anywhere else.");
        using var directory = Take(options.Data);
        var copies = options.Storage.Kind == DatabaseKind.Postgresql
            ? SqlCopies.OfPostgreSql(options.Storage.Connection) : SqlCopies.OfSqlite(DataDirectory.DatabasePath(options.Data));
        return await RunHereAsync(command, new() { Configuration = configuration, Backups = copies, Restores = copies }, arguments, output, cancel);
    }

    private static DataDirectory Take(string path) => DataDirectory.TryTake(path)
        ?? throw new Unreachable($"Another program holds {path} and takes no commands: a server that is just starting or stopping. Try again in a moment.");

    // Here there is no log but what the operator sees.
    private static async Task<CommandResult> RunHereAsync(
        Server.Commands.Command command, CommandServices services, Dictionary<string, IReadOnlyList<string>> arguments, AdminOutput output, CancellationToken cancel) =>
        await new CommandRegistry(services, new FaultLogger()).RunAsync(Operator, command.Name, arguments, output, cancel);

    private sealed class FaultLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Terminal.Error.WriteLine($"{formatter(state, exception)}: {exception}");
        }
    }

    private sealed class Unreachable(string message) : Exception(message);

    private sealed class LocalConfiguration(ConfigurationSource source, ServerOptions options) : IServerConfiguration
    {
        public ServerOptions Options => options;

        public string? File => source.File;

        public BoundOptions<ServerOptions> Read() => source.Read();

        public Task<ReloadResult> ReloadAsync(CancellationToken cancel) => throw new NotSupportedException("There is nothing running here that could reload.");
    }
}
