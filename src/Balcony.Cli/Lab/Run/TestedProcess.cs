// The tested server as a program that the lab starts once its ground stands, and ends afterwards.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Run;

/// <summary>Started by a command that stays in the foreground until it is told to end (SIGTERM).</summary>
internal sealed class TestedProcess(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="command">For the shell.</param>
    /// <param name="environment">What the command is told of the lab.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static TestedProcess Start(string command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec " + command]) { RedirectStandardInput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new IOException($"'{command}' does not start");
        process.StandardInput.Close();
        return new TestedProcess(process);
    }

    /// <summary>Waits until somebody listens.</summary>
    /// <exception cref="IOException">Nobody does.</exception>
    public static async Task ListensAsync(IPEndPoint endPoint, TestedProcess? process, TimeSpan within, TimeProvider clock, CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            using var probe = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await probe.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
                return;
            }
            catch (SocketException) when (clock.GetElapsedTime(begun) < within && process?.HasEnded != true)
            {
                await Task.Delay(Pause, clock, cancel).ConfigureAwait(false);
            }
            catch (SocketException none)
            {
                throw new IOException(process?.HasEnded == true ? "the tested server has ended" : $"nobody listens at {endPoint}: {none.Message}", none);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("/bin/kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync().ConfigureAwait(false);
            using var patience = new CancellationTokenSource(EndsWithin);
            try
            {
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
    }

    private bool HasEnded => process.HasExited;
}
