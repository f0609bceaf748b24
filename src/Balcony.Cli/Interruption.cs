// Ctrl-C and SIGTERM for a command that takes its time: it ends in good order, so that nothing is left half written or lying about.
using System.Runtime.InteropServices;

namespace Balcony.Cli;

/// <summary>
/// While it lives, the first signal cancels what is done. Who asks twice does not wait for that, and nobody waits long: what looks at its token too seldom is ended all the same.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _ending;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly TimeSpan _endsWithin;
    private Timer? _last;

    /// <param name="cancel">Another reason to end.</param>
    /// <param name="endsWithin">When the program is ended whatever it does; null: ten seconds.</param>
    public Interruption(CancellationToken cancel, TimeSpan? endsWithin = null)
    {
        _endsWithin = endsWithin ?? EndsWithin;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    }

    public CancellationToken Token => _ending.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _last?.Dispose();
        _ending.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = !_ending.IsCancellationRequested;
        if (!context.Cancel) return;
        _last = new Timer(_ => Environment.Exit(ExitCode.Failed), null, _endsWithin, Timeout.InfiniteTimeSpan);
        _ending.Cancel();
    }
}
