// The admin socket: commands and their results over a real unix socket in a folder of the test's own.
using System.Net.Sockets;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Commands;

public sealed class AdminSocketTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-").FullName;
    private AccountDirectory _accounts = null!;
    private AdminSocket _socket = null!;
    private bool _isClosed;

    private string SocketPath => DataDirectory.SocketPath(_folder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _accounts = await AccountDirectory.OpenAsync(new MemoryStorage(), [BareJid.Parse("example.org")], new PasswordOptions(), new TestClock());
        var services = new CommandServices { Configuration = new NoConfiguration(), Accounts = _accounts };
        _socket = AdminSocket.Open(SocketPath, new CommandRegistry(services, NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isClosed) await _socket.DisposeAsync();
        _accounts.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_command_goes_over_with_its_arguments_and_comes_back_with_its_rows()
    {
        await using var client = await AdminClient.TryConnectAsync(SocketPath, Cancel);
        Assert.NotNull(client);
        var lines = Enumerable.Range(0, 300).Select(i => $"user{i}@example.org päss {i}").ToList();
        var progress = new List<CommandProgress>();
        var added = await client.RunAsync("user add", new Dictionary<string, IReadOnlyList<string>> { ["file"] = lines }, new Recorder(progress), Cancel);
        Assert.Equal("300 accounts were added.", added.Message);
        Assert.Equal([new(128, 300), new(256, 300), new(300, 300)], progress);
        var listed = await client.RunAsync("user list", new Dictionary<string, IReadOnlyList<string>> { ["host"] = ["example.org"] }, null, Cancel);
        Assert.Equal(300, listed.Rows.Count);
        Assert.Equal(["address", "created", "state"], listed.Columns);
    }

    [Fact]
    public async Task A_command_whose_caller_has_left_is_given_up()
    {
        const int Many = 5_000;
        var client = await AdminClient.TryConnectAsync(SocketPath, Cancel);
        var lines = Enumerable.Range(0, Many).Select(i => $"user{i}@example.org secret {i}").ToList();
        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client!.RunAsync(
            "user add", new Dictionary<string, IReadOnlyList<string>> { ["file"] = lines }, new Leaver(leaving), leaving.Token));
        await client!.DisposeAsync();
        // It waits for those whom it serves.
        await _socket.DisposeAsync();
        _isClosed = true;
        int count = 0;
        await foreach (var account in _accounts.ListAsync(BareJid.Parse("example.org"), Cancel)) count++;
        Assert.InRange(count, 1, Many - 1);
    }

    [Fact]
    public void Only_its_user_may_open_it() =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(SocketPath));

    [Fact]
    public async Task Where_no_server_listens_there_is_no_client() =>
        Assert.Null(await AdminClient.TryConnectAsync(Path.Combine(_folder, "other.sock"), Cancel));

    [Fact]
    public async Task What_is_no_request_ends_the_connection_and_not_the_socket()
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), Cancel);
            await socket.SendAsync(Encoding.UTF8.GetBytes("GET / HTTP/1.1\r\n\r\n"), SocketFlags.None, Cancel);
            var buffer = new byte[4_096];
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, Cancel) > 0)
            {
                // The greeting, and then the end.
            }
        }
        await using var client = await AdminClient.TryConnectAsync(SocketPath, Cancel);
        Assert.Equal(CommandStatus.Invalid, (await client!.RunAsync("nonsense", new Dictionary<string, IReadOnlyList<string>>(), null, Cancel)).Status);
    }

    [Fact]
    public void A_data_directory_is_one_process_at_a_time()
    {
        using (var first = DataDirectory.TryTake(Path.Combine(_folder, "data")))
        {
            Assert.NotNull(first);
            Assert.Null(DataDirectory.TryTake(first.Path));
        }
        using var after = DataDirectory.TryTake(Path.Combine(_folder, "data"));
        Assert.NotNull(after);
    }

    private sealed class Recorder(List<CommandProgress> reports) : IProgress<CommandProgress>
    {
        public void Report(CommandProgress value) => reports.Add(value);
    }

    private sealed class NoConfiguration : IServerConfiguration
    {
        public ServerOptions Options { get; } = Tests.Options.Tree.Bind<ServerOptions>("domain: example.org").Value;

        public string? File => null;

        public BoundOptions<ServerOptions> Read() => new(Options, []);

        public Task<ReloadResult> ReloadAsync(CancellationToken cancel) => throw new NotSupportedException();
    }

    private sealed class Leaver(CancellationTokenSource leaving) : IProgress<CommandProgress>
    {
        public void Report(CommandProgress value) => leaving.Cancel();
    }
}
