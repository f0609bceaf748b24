// `./balcony lab peers` as a script uses it: started, its one line of JSON read, ended by SIGTERM.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

public sealed class LabProcess : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly StringBuilder _errors = new();
    private Process? _process;
    private JsonElement _listing;

    public string Folder { get; } = Directory.CreateTempSubdirectory("balcony-lab-test-").FullName;

    public IPEndPoint Dns => IPEndPoint.Parse(_listing.GetProperty("dns").GetString()!);

    public IPEndPoint Web => IPEndPoint.Parse(_listing.GetProperty("web").GetString()!);

    public string Authority => File("authority");

    public string Intermediate => File("intermediate");

    public string TrustAnchor => File("trustAnchor");

    public string BindAnchor => File("bindAnchor");

    public IEnumerable<string> Names => _listing.GetProperty("peers").EnumerateArray().Select(peer => peer.GetProperty("name").GetString()!);

    public JsonElement Listing => _listing;

    public JsonElement Peer(string name) =>
        _listing.GetProperty("peers").EnumerateArray().Single(peer => peer.GetProperty("name").GetString() == name);

    public string CertificateOf(string name) => Peer(name).GetProperty("certificate").GetString()!;

    /// <summary>ADDRESS:PORT of a listener.</summary>
    public string EndPointOf(string name, string port = "port")
    {
        var peer = Peer(name);
        return new IPEndPoint(IPAddress.Parse(peer.GetProperty("address").GetString()!), peer.GetProperty(port).GetInt32()).ToString();
    }

    public async ValueTask InitializeAsync()
    {
        _process = ClientProgram.Start(
            Checkout.Command, ["lab", "peers", "--output", "json", "--folder", Folder, "--server", "capulet.example=127.0.0.1:5269,127.0.0.2:5270"]);
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(StartsWithin);
        var line = await _process.StandardOutput.ReadLineAsync(deadline.Token);
        Assert.True(line is not null, $"the lab ended before it said anything:\n{_errors}");
        _listing = JsonDocument.Parse(line).RootElement.Clone();
    }

    /// <summary>Ends it as Ctrl-C would, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("/bin/kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await EndAsync();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private string File(string name) => _listing.GetProperty(name).GetString()!;
}

/// <summary>One lab for all tests that only look at it.</summary>
[CollectionDefinition(Name)]
public sealed class LabCollection : ICollectionFixture<LabProcess>
{
    public const string Name = "lab";
}
