// What ends `balcony serve`: signals and commands.
using System.Runtime.InteropServices;
using Balcony.Server.Commands;

namespace Balcony.Cli.Serve;

/// <summary>How a run of the server ended.</summary>
/// <param name="ExitCode">Of the process, unless it goes on.</param>
/// <param name="IsRestart">It goes on with another run.</param>
internal readonly record struct RunEnd(int ExitCode, bool IsRestart);

/// <summary>Waits for the first that asks, with SIGHUP for a reload meanwhile.</summary>
internal sealed class ProcessEnd : IServerProcess
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Stop(bool isRestart) => _end.TrySetResult(isRestart);

    /// <returns>Whether it is to be started again.</returns>
    public async Task<bool> WaitAsync(Action reload)
    {
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnStop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            reload();
        });
        return await _end.Task;

        void OnStop(PosixSignalContext context)
        {
            context.Cancel = true;
            Stop(isRestart: false);
        }
    }
}
