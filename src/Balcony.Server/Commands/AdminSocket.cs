// The socket in the data directory where the command line reaches a running server.
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Commands;

/// <summary>Takes commands from processes of this server's own user, and of root, until it is disposed.</summary>
public sealed class AdminSocket : IAsyncDisposable
{
    private const int MaxConnections = 16;
    private static readonly TimeSpan RetryAcceptAfter = TimeSpan.FromMilliseconds(250);

    private readonly CommandRegistry _commands;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly Socket _socket;
    private readonly string _path;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _free = new(MaxConnections);
    private readonly Task _accepting;

    private AdminSocket(string path, Socket socket, CommandRegistry commands, TimeProvider clock, ILogger logger)
    {
        _path = path;
        _socket = socket;
        _commands = commands;
        _clock = clock;
        _logger = logger;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Opens the socket. The caller holds the data directory: a socket file that is there already was left by a server that died.</summary>
    /// <exception cref="SocketException">It cannot be opened.</exception>
    public static AdminSocket Open(string path, CommandRegistry commands, TimeProvider clock, ILogger logger)
    {
        File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            // Between bind and this the directory's own 0700 keeps others out.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(MaxConnections);
            return new AdminSocket(path, socket, commands, clock, logger);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Dispose();
        await _accepting;
        // Every connection has given its place back.
        for (var i = 0; i < MaxConnections; i++) await _free.WaitAsync();
        File.Delete(_path);
        _free.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _free.WaitAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            try
            {
                var accepted = await _socket.AcceptAsync(_stopping.Token);
                _ = ServeAsync(accepted);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                _free.Release();
                return;
            }
            catch (SocketException e)
            {
                _free.Release();
                if (_stopping.IsCancellationRequested) return;
                CommandsLog.AcceptFailed(_logger, e.Message);
                await Task.Delay(RetryAcceptAfter, _clock);
            }
        }
    }

    // Never throws: nobody awaits it.
    private async Task ServeAsync(Socket accepted)
    {
        try
        {
            await using var stream = new NetworkStream(accepted, ownsSocket: true);
            if (!PeerCredentials.MayAdminister(accepted, out var user))
            {
                CommandsLog.PeerRefused(_logger, user);
                return;
            }
            await TalkAsync(stream, new CommandCaller($"the command line (user {user})", IsServerAdmin: true, []));
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidDataException or OperationCanceledException or ObjectDisposedException)
        {
            CommandsLog.ConnectionEnded(_logger, e.Message);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task TalkAsync(NetworkStream stream, CommandCaller caller)
    {
        var hello = new AdminLine { Balcony = AdminProtocol.Version, Version = ConfigurationCommands.ProgramVersion };
        await AdminProtocol.WriteAsync(stream, hello, _stopping.Token);
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (await AdminProtocol.ReadAsync(reader, _stopping.Token) is { } request)
        {
            var result = request.Command is null
                ? CommandResult.Invalid("A request needs a command.")
                : await RunAsync(stream, reader, caller, request.Command, request.Arguments ?? []);
            await AdminProtocol.WriteAsync(stream, AdminLine.Of(result), _stopping.Token);
        }
    }

    // Whoever interrupts a long command, or kills the program that asked for it, does not want it to go on here.
    private async Task<CommandResult> RunAsync(
        NetworkStream stream, PipeReader reader, CommandCaller caller, string command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var watching = WatchAsync(reader, given, done.Token);
        try
        {
            return await _commands.RunAsync(caller, command, arguments, new ProgressLines(stream), given.Token);
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
    }

    private static async Task WatchAsync(PipeReader reader, CancellationTokenSource given, CancellationToken done)
    {
        try
        {
            var read = await reader.ReadAsync(done);
            // What came is the next request, for later.
            reader.AdvanceTo(read.Buffer.Start);
            if (read is { IsCompleted: true, Buffer.IsEmpty: true }) await given.CancelAsync();
        }
        catch (IOException)
        {
            await given.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The command is done.
        }
    }

    // Reports come from the command's own thread, one at a time, and never while its result is written.
    private sealed class ProgressLines(NetworkStream stream) : IProgress<CommandProgress>
    {
        public void Report(CommandProgress value)
        {
            byte[] line = [.. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                new AdminLine { Done = value.Done, Total = value.Total, Step = value.Step }, AdminJson.Default.AdminLine), (byte)'\n'];
            try
            {
                stream.Write(line);
            }
            catch (IOException)
            {
                // Whoever watched has left: the command is told.
            }
        }
    }
}
