// A private PostgreSQL cluster for tests: a temporary folder, a socket in it, no port.
using System.Diagnostics;
using System.Globalization;

namespace Balcony.Testing;

/// <summary>Real binaries from the system's package; that they are missing is a failure. It refuses to run as root: then the user postgres runs it.</summary>
/// <param name="isDurable">It syncs its disk, as a real one does; tests need not.</param>
public sealed class PostgresCluster(bool isDurable = false) : IAsyncDisposable
{
    private const string User = "balcony";

    private static readonly bool IsRoot = Environment.UserName == "root";

    // A socket's path may have 107 bytes: kept short.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "bpg-" + Guid.NewGuid().ToString("N")[..12]);
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes the cluster and starts it.</summary>
    public async Task CreateAsync()
    {
        Directory.CreateDirectory(_folder);
        if (IsRoot) await RunAsync("/bin/chown", "postgres", _folder);
        await AsPostgresAsync(Binary("initdb"), "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await StartAsync();
    }

    public Task StartAsync() => AsPostgresAsync(
        Binary("pg_ctl"), "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o",
        $"-c listen_addresses='' -c unix_socket_directories='{_folder}' {(isDurable ? "" : "-c fsync=off ")}-c max_connections=200", "start");

    /// <summary>As if the machine went away: nothing is written that was not.</summary>
    public Task CrashAsync() => AsPostgresAsync(Binary("pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>A name that no other database here has.</summary>
    public string NextDatabase() => string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");

    /// <returns>How it is reached, in Npgsql's words.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = NextDatabase();
        await AsPostgresAsync(Binary("createdb"), "-h", _folder, "-U", User, name);
        return ConnectionString(name);
    }

    public string ConnectionString(string database) => $"Host={_folder};Username={User};Database={database}";

    public async ValueTask DisposeAsync()
    {
        // A test may have left it stopped.
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await CrashAsync();
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
}
