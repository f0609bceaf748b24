// A private PostgreSQL cluster for the tests: a temporary folder, a socket in it, no port.
using System.Diagnostics;
using System.Globalization;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing.StorageConformance;
using Npgsql;
using Xunit;

namespace Balcony.Server.Tests.Storage;

/// <summary>Real binaries from the system's package; that they are missing is a failure. It refuses to run as root: then the user postgres runs it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly bool IsRoot = Environment.UserName == "root";

    // A socket's path may have 107 bytes: kept short.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "bpg-" + Guid.NewGuid().ToString("N")[..12]);
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (IsRoot) await RunAsync("/bin/chown", "postgres", _folder);
        await AsPostgresAsync(Binary("initdb"), "-D", Data, "-U", "balcony", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await StartAsync();
    }

    public Task StartAsync() => AsPostgresAsync(
        Binary("pg_ctl"), "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o",
        $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off -c max_connections=200", "start");

    /// <summary>As if the machine went away: nothing is written that was not.</summary>
    public Task CrashAsync() => AsPostgresAsync(Binary("pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");

    public StorageRig CreateRig() => new Rig(CreateDatabase());

    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Binary(string name)
    {
        const string Root = "/usr/lib/postgresql";
        var versions = Directory.Exists(Root) ? Directory.GetDirectories(Root) : [];
        return versions.Select(version => Path.Combine(version, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new InvalidOperationException($"{name} is missing: install the package postgresql (./test does)");
    }

    private static Task AsPostgresAsync(string program, params string[] arguments) =>
        IsRoot ? RunAsync("/usr/sbin/runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);

    // Its output goes nowhere: the server that pg_ctl leaves behind would keep a pipe open.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private string ConnectionString(string database) => $"Host={_folder};Username=balcony;Database={database}";

    private sealed class Rig(string connectionString) : StorageRig
    {
        public override IStorage Open(StorageOptions? options = null) => SqlStorage.OpenPostgreSql(connectionString, options);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
