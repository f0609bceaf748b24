// The other end of the admin socket.
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Balcony.Server.Commands;

/// <summary>A connection to a running server. One command at a time.</summary>
public sealed class AdminClient : IAsyncDisposable
{
    private readonly NetworkStream _stream;
    private readonly PipeReader _reader;

    private AdminClient(NetworkStream stream)
    {
        _stream = stream;
        _reader = PipeReader.Create(stream);
    }

    /// <returns>Null when no server listens there.</returns>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    /// <exception cref="InvalidDataException">What listens there is no server of this version.</exception>
    public static async Task<AdminClient?> TryConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            var client = new AdminClient(new NetworkStream(socket, ownsSocket: true));
            await client.GreetAsync(cancel);
            return client;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            return e.SocketErrorCode == SocketError.AccessDenied
                ? throw new UnauthorizedAccessException($"{path} belongs to another user; run this as the server's user, or as root", e)
                : null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The server went away: nobody knows whether it was done.</exception>
    /// <exception cref="InvalidDataException">The request is too large, or the answer is none.</exception>
    public async Task<CommandResult> RunAsync(
        string command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IProgress<CommandProgress>? progress, CancellationToken cancel)
    {
        await AdminProtocol.WriteAsync(_stream, new AdminLine { Command = command, Arguments = new(arguments) }, cancel);
        while (await AdminProtocol.ReadAsync(_reader, cancel) is { } line)
        {
            if (line.Status is not null) return line.ToResult();
            if (line is { Done: { } done, Total: { } total }) progress?.Report(new CommandProgress(done, total) { Step = line.Step });
        }
        throw new IOException("The server ended before it answered.");
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task GreetAsync(CancellationToken cancel)
    {
        var hello = await AdminProtocol.ReadAsync(_reader, cancel);
        // A server that refuses us closes at once.
        if (hello is null) throw new UnauthorizedAccessException("The server takes no commands from this user; run this as the server's user, or as root");
        if (hello.Balcony != AdminProtocol.Version)
        {
            throw new InvalidDataException($"The running server is version {hello.Version}; use its own command line, or restart it");
        }
    }
}
