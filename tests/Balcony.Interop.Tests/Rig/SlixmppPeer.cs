// The other end of a conversation: an account held by slixmpp that does what a test says and tells what it gets.
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

internal sealed class SlixmppPeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly Channel<string> _said = Channel.CreateBounded<string>(1_000);

    private SlixmppPeer(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Registers the account where it is missing, logs in, and returns when its presence has been seen.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="local">Who.</param>
    /// <param name="until">What it says instead: offline messages may come before its own presence.</param>
    public static Task<SlixmppPeer> LoginAsync(BalconyProcess server, string local, string until = "ready") =>
        LoginAsync(ConnectionArguments(server), local, until);

    /// <summary>The same at any server, by the script's arguments for it.</summary>
    public static async Task<SlixmppPeer> LoginAsync(string[] connection, string local, string until = "ready")
    {
        var peer = new SlixmppPeer(ClientProgram.Start("/usr/bin/python3", ["-B", Checkout.ClientScript("slixmpp_peer.py"), local, .. connection]));
        await peer.SaysAsync(until);
        return peer;
    }

    public static string[] ConnectionArguments(BalconyProcess server) =>
    [
        "--domain", BalconyProcess.Domain, "--ca", server.AuthorityFile, "--password", BalconyProcess.Password,
        "--starttls-port", server.StartTlsPort.ToString(CultureInfo.InvariantCulture),
        "--direct-port", server.DirectTlsPort.ToString(CultureInfo.InvariantCulture),
    ];

    public async Task DoAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        await SaysAsync("ok " + command.Split(' ')[0]);
    }

    /// <summary>Waits for this line; those before it are passed over.</summary>
    public async Task SaysAsync(string expected)
    {
        var before = new List<string>();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var line in _said.Reader.ReadAllAsync(deadline.Token))
            {
                if (line == expected)
                    return;
                before.Add(line);
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, together with a script that ended too early.
        }
        Assert.Fail($"slixmpp did not say '{expected}' within {Patience}, but:\n{string.Join('\n', before)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        // A test reads far fewer lines than fit; the newest are the ones it waits for.
        while (!_said.Writer.TryWrite(line))
            _said.Reader.TryRead(out _);
    }
}
