// What every peer of the lab does with connections: takes them, so many at once, and ends them with itself.
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Peers;

/// <summary>For several threads. Dispose ends what goes on and waits for it.</summary>
/// <param name="serve">One connection, to its end: its bytes, whether it begins with TLS, and when to give up.</param>
internal sealed class PeerConnections(Func<Stream, bool, CancellationToken, Task> serve) : IAsyncDisposable
{
    // A tested server that opens more than this at once is told so by silence.
    private const int MaxStreams = 64;

    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _tasks = [];
    private int _open;

    public CancellationToken Ended => _end.Token;

    /// <summary>Takes connections from here on. The socket belongs to the caller.</summary>
    public void Listen(Socket listener, bool isDirect) => Own(AcceptAsync(listener, isDirect));

    /// <summary>Waits for it at the end.</summary>
    public void Own(Task task)
    {
        lock (_tasks)
        {
            _tasks.RemoveAll(done => done.IsCompleted);
            _tasks.Add(task);
        }
    }

    public Task EndAsync() => _end.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        Task[] tasks;
        lock (_tasks) tasks = [.. _tasks];
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync(Socket listener, bool isDirect)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(_end.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                if (Interlocked.Increment(ref _open) <= MaxStreams)
                {
                    Own(ServeAsync(new NetworkStream(socket, ownsSocket: true), isDirect));
                    continue;
                }
                Interlocked.Decrement(ref _open);
                socket.Dispose();
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Stream bytes, bool isDirect)
    {
        try
        {
            await serve(bytes, isDirect, _end.Token).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
