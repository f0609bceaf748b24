// A server that faces clients: right or wrong in its TLS and certificate, and otherwise as a client expects it.
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Anybody may log in with <see cref="Password"/>. Dispose ends its streams.</summary>
internal sealed class ClientFacingServer(string domain, PeerScript script, IPeerTls tls, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Of every account.</summary>
    public const string Password = "lab";

    private const int MaxStreams = 64;

    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _tasks = [];
    private int _open;
    private int _logins;

    /// <summary>How many clients have logged in: who should not have and did is known by it.</summary>
    public int Logins => Volatile.Read(ref _logins);

    /// <summary>Takes connections from here on. The socket belongs to the caller.</summary>
    public void Listen(Socket listener, bool isDirect) => Own(AcceptAsync(listener, isDirect));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        Task[] tasks;
        lock (_tasks) tasks = [.. _tasks];
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private void Own(Task task)
    {
        lock (_tasks)
        {
            _tasks.RemoveAll(done => done.IsCompleted);
            _tasks.Add(task);
        }
    }

    private async Task AcceptAsync(Socket listener, bool isDirect)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(_end.Token).ConfigureAwait(false);
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
        var stream = new PeerStream(bytes, script, new PeerTrace(clock), clock, "jabber:client");
        await using (stream)
        {
            var session = new ClientFacingStream(stream, domain, tls, isDirect) { LoggedIn = () => Interlocked.Increment(ref _logins) };
            await session.RunAsync(_end.Token).ConfigureAwait(false);
        }
        Interlocked.Decrement(ref _open);
    }
}
