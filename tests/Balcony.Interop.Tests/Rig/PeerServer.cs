// Another server beside ours: montague.example, by the system's packages, each in a folder of its own.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

internal abstract class PeerServer : IAsyncDisposable
{
    public const string Domain = "montague.example";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private Process? _process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("balcony-peer-").FullName;

    public int ClientPort { get; } = BalconyProcess.FreePort();

    /// <summary>For clients with direct TLS; Prosody only.</summary>
    public int ClientTlsPort { get; } = BalconyProcess.FreePort();

    public int ServerPort { get; } = BalconyProcess.FreePort();

    public int ServerTlsPort { get; } = BalconyProcess.FreePort();

    /// <summary>Where names are looked up.</summary>
    public required int DnsPort { get; init; }

    /// <summary>Certificates that it believes.</summary>
    public required TestAuthority Trusted { get; init; }

    /// <summary>Who made its certificate; null: the one that it believes.</summary>
    public TestAuthority? Issuer { get; init; }

    /// <summary>It takes dialback where a certificate does not convince.</summary>
    public bool HasDialback { get; init; }

    /// <summary>For the clients' scripts.</summary>
    public string[] ConnectionArguments =>
    [
        "--domain", Domain, "--ca", Path.Combine(Folder, "ca.pem"), "--password", BalconyProcess.Password, "--starttls-port", Text(ClientPort),
    ];

    /// <summary>What it wrote; belongs into the message of a failing test.</summary>
    public abstract string Log { get; }

    public async Task StartAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "cert.pem")))
        {
            (Issuer ?? Trusted).WriteFor(Domain, Folder);
            File.WriteAllText(Path.Combine(Folder, "trusted.pem"), Trusted.CertificatePem);
            Configure();
        }
        _process = Launch();
        // It writes into files: what comes here is for nobody.
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        foreach (var port in new[] { ClientPort, ServerPort })
        {
            while (!await ListensAsync(port))
            {
                Assert.False(_process.HasExited || waited.Elapsed > StartsWithin, $"{GetType().Name} does not listen on {port}:\n{Log}");
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    public virtual async Task StopAsync()
    {
        if (_process is not { HasExited: false }) return;
        using var kill = Process.Start("/bin/kill", ["-TERM", Text(_process.Id)]);
        await kill.WaitForExitAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(deadline.Token);
    }

    /// <summary>`kill -9`: it says goodbye to nobody.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
            _process?.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected abstract void Configure();

    protected abstract Process Launch();

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
