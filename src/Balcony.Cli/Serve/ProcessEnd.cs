// What ends `balcony serve`: signals and commands.
using System.Runtime.InteropServices;
using Balcony.Server.Commands;

namespace Balcony.Cli.Serve;

/// <summary>How a run of the server ended.</summary>
/// <param name="ExitCode">Of the process, unless it goes on.</param>
/// <param name="IsRestart">It goes on with another run.</param>
internal readonly record struct RunEnd(int ExitCode, bool IsRestart);

/// <summary>
/// Hears signals from its making on, so before anybody is served: a server that was ended without being asked would lose the sessions that wait for their clients. The first
/// that asks wins; SIGHUP reloads.
/// </summary>
internal sealed class ProcessEnd : IServerProcess, IDisposable
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _asked = new();
    private readonly TaskCompletionSource<Action> _reload = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _signals;

    public ProcessEnd() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnStop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnReload),
    ];

    /// <summary>Cancelled as soon as somebody asks for the end.</summary>
    public CancellationToken Asked => _asked.Token;

    public void Stop(bool isRestart)
    {
        if (_end.TrySetResult(isRestart)) _asked.Cancel();
    }

    /// <returns>Whether it is to be started again.</returns>
    public Task<bool> WaitAsync(Action reload)
    {
        _reload.TrySetResult(reload);
        return _end.Task;
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _asked.Dispose();
    }

    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        Stop(isRestart: false);
    }

    // One that comes while the server starts is obeyed when it has.
    private void OnReload(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = ReloadAsync();
    }

    private async Task ReloadAsync() => (await _reload.Task)();
}
