// The built program as users start it: `./balcony serve --config FILE` on free loopback ports, with a data folder of its own.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

public sealed class BalconyProcess : IAsyncLifetime
{
    public const string Domain = "capulet.example";
    public const string Password = "Tr0ub4dor &3 ü";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly StringBuilder _log = new();
    private Process? _process;

    /// <summary>Its host, where that is not the usual one.</summary>
    internal string Host { get; init; } = Domain;

    /// <summary>Put before the command, to run it under a tracer; the program itself is then a child of the started process.</summary>
    internal IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>Below <c>modules:</c>, so from the third column on.</summary>
    internal string MoreModules { get; init; } = "";

    /// <summary>Below <c>components:</c>, so from the third column on; they connect to <see cref="ComponentPort"/>.</summary>
    internal string Components { get; init; } = "";

    /// <summary>Below the host's name, so from the fifth column on.</summary>
    internal string MoreForHost { get; init; } = "";

    /// <summary>Whole sections, from the first column on.</summary>
    internal string MoreSections { get; init; } = "";

    /// <summary>Below <c>listeners:</c>, before those for clients: when these listen, so do those.</summary>
    internal string MoreListeners { get; init; } = "";

    /// <summary>Who made the host's certificate; null: an authority of its own.</summary>
    internal TestAuthority? Authority { get; init; }

    /// <summary>Writes the host's certificate, key and authority into a folder instead; null: see <see cref="Authority"/>.</summary>
    internal Action<string>? Files { get; init; }

    /// <summary>Where the data is, when it is not to go with the rig's folder.</summary>
    internal string? DataFolder { get; init; }

    /// <summary>`serve --dev`, with listeners on free ports and all else at what it says to a newcomer.</summary>
    internal bool IsDev { get; init; }

    /// <summary>The database, in Npgsql's words; null for a file in the data folder.</summary>
    internal string? PostgreSql { get; init; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("balcony-test-").FullName;
    public int StartTlsPort { get; } = FreePort();
    public int DirectTlsPort { get; } = FreePort();
    public int PlainPort { get; } = FreePort();
    public int ComponentPort { get; } = FreePort();
    public string AuthorityFile => Path.Combine(Folder, "ca.pem");
    public string ConfigurationFile => Path.Combine(Folder, "balcony.yml");

    /// <summary>The process that serves; not that of a tracer around it.</summary>
    public int ProgramId => FindProgram();

    /// <summary>What the program has written so far; belongs into the message of a failing test.</summary>
    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    public async ValueTask InitializeAsync()
    {
        using var own = new TestAuthority();
        if (Files is { } write) write(Folder);
        else (Authority ?? own).WriteFor(Host, Folder);
        File.WriteAllText(ConfigurationFile, IsDev ? Listeners : Configuration());
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task StartAsync()
    {
        string[] command = [.. Wrapper, Checkout.Command, "serve", .. IsDev ? ["--dev"] : Array.Empty<string>(), "--config", ConfigurationFile];
        _process = ClientProgram.Start(command[0], command[1..]);
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
        await ListensAsync();
    }

    /// <summary>Waits until it listens.</summary>
    public async Task ListensAsync()
    {
        int[] ports = [StartTlsPort, DirectTlsPort, PlainPort, .. Components.Length > 0 ? new[] { ComponentPort } : []];
        foreach (var port in ports)
            await WaitForAsync(port);
    }

    /// <summary>Waits until the process has ended by itself, and returns its exit code.</summary>
    public async Task<int> EndsAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process!.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until the program has written a line with this text, and returns the line.</summary>
    public async Task<string> SaysAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (Log.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                return found.Trim();
            Assert.True(waited.Elapsed < StartsWithin, $"'{text}' was not written:\n{Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>`kill -9`: the process gets no chance to write anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("/bin/kill", ["-TERM", ProgramId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>As an operator stops it: asked by SIGTERM, and it must obey.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
        {
            Terminate();
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await _process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
                Assert.Fail($"SIGTERM did not end the server within 30 s:\n{Log}");
            }
        }
        _process.Dispose();
        _process = null;
    }

    // `balcony` is a script that becomes the program, so without a tracer it is the started process itself.
    private int FindProgram()
    {
        var id = _process!.Id;
        if (Wrapper.Count == 0)
            return id;
        var children = File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return children.Length == 1 ? int.Parse(children[0], System.Globalization.CultureInfo.InvariantCulture) : id;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            lock (_log)
                _log.AppendLine(line.Data);
        }
    }

    private async Task WaitForAsync(int port)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!_process!.HasExited && waited.Elapsed < StartsWithin)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (SocketException)
            {
                var state = _process!.HasExited ? $"ended with {_process.ExitCode}" : $"does not listen on {port} after {StartsWithin}";
                throw new InvalidOperationException($"balcony serve {state}:\n{Log}");
            }
        }
    }

    // Everything that a rig needs is in one file.
    private string Configuration() => $"""
        data: {DataFolder ?? Folder + "/data"}
        registration: open
        modules:
          register:
            maxPerAddress: 0
        {MoreModules}
        limits:
          streams:
            bytesPerSecond: 0
        hosts:
          {Host}:
            certificate: {Folder}/cert.pem
            key: {Folder}/key.pem
        {MoreForHost}

        """ + MoreSections + (PostgreSql is null ? "" : $"storage:\n  kind: postgresql\n  connection: {PostgreSql}\n")
        + (Components.Length == 0 ? "" : $"components:\n{Components}\n") + Listeners
        + (Components.Length == 0 ? "" : $"  - port: {ComponentPort}\n    kind: component\n");

    private string Listeners => $"""
        listeners:
        {MoreListeners}
          - address: 127.0.0.1
            port: {StartTlsPort}
            kind: client
          - address: 127.0.0.1
            port: {DirectTlsPort}
            kind: client-tls
          - address: 127.0.0.1
            port: {PlainPort}
            kind: client
            plaintext: allowed

        """;

    // The system may give a port again that nobody listens on yet.
    private static readonly HashSet<int> Given = [];

    internal static int FreePort()
    {
        lock (Given)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                int port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port))
                {
                    return port;
                }
            }
        }
    }
}
