// Connections before TLS: addresses, the PROXY protocol, limits, closing.
using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Balcony.Server.Net;
using Xunit;

namespace Balcony.Server.Tests.Net;

public sealed class ListenerTests
{
    private static readonly IPNetwork Loopback = IPNetwork.Parse("127.0.0.0/8");

    [Fact]
    public async Task One_listener_takes_IPv6_and_IPv4()
    {
        await using var net = new NetFixture().Listen(
            ListenerSecurity.StartTls, NetFixture.EchoAsync, options => options with { EndPoint = new(IPAddress.IPv6Any, 0) });
        var port = net.Listeners.Bound[0].EndPoint.Port;

        await using var four = await net.ConnectAsync(new(IPAddress.Loopback, port));

        Assert.Equal("hello", await NetFixture.AskAsync(four, "hello"));
        var remote = (IPEndPoint)(await net.Accepted).RemoteEndPoint!;
        Assert.Equal(IPAddress.Loopback, remote.Address);
        if (!Socket.OSSupportsIPv6) return;
        await using var six = await net.ConnectAsync(new(IPAddress.IPv6Loopback, port));
        Assert.Equal("hello", await NetFixture.AskAsync(six, "hello"));
    }

    [Fact]
    public void Accepted_sockets_inherit_keep_alive_and_the_user_timeout()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux copies them");
        var limits = new NetLimits { TcpKeepAliveAfter = TimeSpan.FromSeconds(77), TcpUserTimeout = TimeSpan.FromSeconds(99) };
        using var listening = ListeningSocket.Open(new(IPAddress.Loopback, 0), limits);
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listening.LocalEndPoint!);

        using var accepted = listening.Accept();
        var userTimeout = new byte[4];
        accepted.GetRawSocketOption(6, 18, userTimeout);

        Assert.True(accepted.NoDelay);
        Assert.Equal(1, accepted.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(77, accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(99_000, BinaryPrimitives.ReadInt32LittleEndian(userTimeout));
    }

    [Fact]
    public async Task A_plain_listener_must_be_on_loopback()
    {
        await using var net = new NetFixture();

        Assert.Throws<ArgumentException>(() => net.Listen(
            ListenerSecurity.PlainOnLoopback, NetFixture.EchoAsync, options => options with { EndPoint = new(IPAddress.Any, 0) }));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_to_the_caller()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync);
        var taken = net.Listeners.Bound[0].EndPoint;

        var error = Assert.Throws<SocketException>(() => net.Listen(
            ListenerSecurity.StartTls, NetFixture.EchoAsync, options => options with { EndPoint = taken }));

        Assert.Equal(SocketError.AddressAlreadyInUse, error.SocketErrorCode);
    }

    [Fact]
    public async Task A_trusted_proxy_names_the_client()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync, Trusting);
        await using var plain = await net.ConnectAsync();

        await plain.WriteAsync(Header(command: 1, family: 0x11, Block("192.0.2.7", "192.0.2.1", 4711)), NetFixture.Cancel);

        Assert.Equal("hello", await NetFixture.AskAsync(plain, "hello"));
        var transport = await net.Accepted;
        Assert.Equal(IPEndPoint.Parse("192.0.2.7:4711"), transport.RemoteEndPoint);
        Assert.False(transport.IsLoopback);
    }

    [Fact]
    public async Task A_trusted_proxy_names_the_client_by_IPv6_in_front_of_TLS_with_TLVs_skipped()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync, Trusting);
        await using var plain = await net.ConnectAsync();
        byte[] tlv = [0x04, 0, 3, 1, 2, 3];

        await plain.WriteAsync(Header(command: 1, family: 0x21, [.. Block("2001:db8::7", "2001:db8::1", 4711), .. tlv]), NetFixture.Cancel);
        await using var tls = await NetFixture.StartTlsAsync(plain);

        Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
        Assert.Equal(IPEndPoint.Parse("[2001:db8::7]:4711"), (await net.Accepted).RemoteEndPoint);
    }

    [Theory]
    [InlineData(0, 0x00)] // LOCAL: the proxy's own health check
    [InlineData(1, 0x00)] // PROXY, family unspecified
    [InlineData(1, 0x31)] // PROXY over a Unix socket
    public async Task A_header_without_an_IP_address_leaves_the_connections_own(byte command, byte family)
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync, Trusting);
        await using var plain = await net.ConnectAsync();

        await plain.WriteAsync(Header(command, family, new byte[216]), NetFixture.Cancel);

        Assert.Equal("hello", await NetFixture.AskAsync(plain, "hello"));
        Assert.True((await net.Accepted).IsLoopback);
    }

    [Theory]
    [InlineData("0D0A0D0A000D0A515549540A" + "11" + "11" + "000C" + "C0000207C0000201126714B6")] // version 1
    [InlineData("0D0A0D0A000D0A515549540A" + "22" + "11" + "000C" + "C0000207C0000201126714B6")] // unknown command
    [InlineData("0D0A0D0A000D0A515549540A" + "21" + "11" + "0004" + "C0000207")] // addresses cut off
    [InlineData("0D0A0D0A000D0A515549540A" + "21" + "11" + "FFFF" + "C0000207")] // longer than any proxy's
    [InlineData("50524F58592054435034203139322E302E322E3720")] // the text of version 1
    public async Task A_trusted_proxy_with_a_bad_header_is_cut_off(string hex)
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync, Trusting);
        await using var plain = await net.ConnectAsync();

        await plain.WriteAsync(Convert.FromHexString(hex), NetFixture.Cancel);

        Assert.True(await NetFixture.IsClosedAsync(plain));
        Assert.False(net.Accepted.IsCompleted);
    }

    [Fact]
    public async Task A_header_from_an_untrusted_address_is_bytes_like_any_other()
    {
        await using var net = new NetFixture().Listen(
            ListenerSecurity.StartTls, NetFixture.EchoAsync, options => options with { TrustedProxies = [IPNetwork.Parse("192.0.2.0/24")] });
        await using var plain = await net.ConnectAsync();
        var header = Header(command: 1, family: 0x11, Block("192.0.2.7", "192.0.2.1", 4711));

        await plain.WriteAsync(header, NetFixture.Cancel);
        var echo = new byte[header.Length];
        await plain.ReadExactlyAsync(echo, NetFixture.Cancel);

        Assert.Equal(header, echo);
        Assert.True((await net.Accepted).IsLoopback);
    }

    [Fact]
    public async Task Limits_meet_the_address_that_the_proxy_names()
    {
        await using var net = new NetFixture(new NetLimits { MaxConnectionsPerAddress = 1 })
            .Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync, Trusting);
        var header = Header(command: 1, family: 0x11, Block("192.0.2.7", "192.0.2.1", 4711));
        var other = Header(command: 1, family: 0x11, Block("192.0.2.8", "192.0.2.1", 4711));
        await using var first = await net.ConnectAsync();
        await first.WriteAsync(header, NetFixture.Cancel);
        await NetFixture.AskAsync(first, "hello");

        await using var second = await net.ConnectAsync();
        await second.WriteAsync(header, NetFixture.Cancel);
        await using var third = await net.ConnectAsync();
        await third.WriteAsync(other, NetFixture.Cancel);

        Assert.True(await NetFixture.IsClosedAsync(second));
        Assert.Equal("hello", await NetFixture.AskAsync(third, "hello"));
    }

    [Fact]
    public async Task A_connection_that_ends_makes_room_for_the_next()
    {
        await using var net = new NetFixture(new NetLimits { MaxConnections = 1 }).Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync);
        await using (var first = await net.ConnectAsync())
        {
            await NetFixture.AskAsync(first, "hello");
            Assert.True(await net.IsTurnedAwayAsync());
            first.Socket.Shutdown(SocketShutdown.Send);
            Assert.True(await NetFixture.IsClosedAsync(first));
        }
        while (net.Metrics.Connections > 0) await Task.Yield();

        await using var third = await net.ConnectAsync();
        Assert.Equal("hello", await NetFixture.AskAsync(third, "hello"));
    }

    [Fact]
    public async Task The_last_words_arrive_although_the_client_was_still_sending()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, async transport =>
        {
            await transport.ReadAsync(new byte[16], CancellationToken.None);
            await transport.WriteAsync("</stream:stream>"u8.ToArray(), CancellationToken.None);
            await transport.CloseAsync();
        });
        await using var tls = await net.ConnectTlsAsync();

        await tls.WriteAsync(new byte[100_000], NetFixture.Cancel);
        var words = new byte["</stream:stream>".Length];
        await tls.ReadExactlyAsync(words, NetFixture.Cancel);

        Assert.Equal("</stream:stream>"u8.ToArray(), words);
        Assert.Equal(0, await tls.ReadAsync(words, NetFixture.Cancel)); // close_notify
    }

    [Fact]
    public async Task A_client_that_never_ends_its_side_is_cut_off_in_time()
    {
        var clock = new SteppedClock();
        await using var net = new NetFixture(clock: clock).Listen(ListenerSecurity.StartTls, transport => transport.CloseAsync().AsTask());
        await using var plain = await net.ConnectAsync();
        Assert.True(await NetFixture.IsClosedAsync(plain)); // our FIN; the client keeps its own side open

        await clock.FireAsync(new NetLimits().CloseWithin);

        while (net.Metrics.Connections > 0) await Task.Yield();
    }

    [Fact]
    public async Task A_silent_client_does_not_keep_its_handshake_open()
    {
        var clock = new SteppedClock();
        await using var net = new NetFixture(clock: clock).Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using var plain = await net.ConnectAsync();

        await clock.FireAsync(new NetLimits().HandshakeWithin);

        Assert.True(await NetFixture.IsClosedAsync(plain));
        Assert.False(net.Accepted.IsCompleted);
    }

    [Fact]
    public async Task Abort_ends_a_read_that_waits()
    {
        var ended = new TaskCompletionSource<Exception?>();
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, async transport =>
            ended.SetResult(await Record.ExceptionAsync(async () => await transport.WaitForDataAsync(CancellationToken.None))));
        await using var tls = await net.ConnectTlsAsync();

        (await net.Accepted).Abort();

        Assert.IsAssignableFrom<IOException>(await ended.Task);
        Assert.True(await NetFixture.IsClosedAsync(tls));
    }

    [Fact]
    public async Task A_handlers_fault_ends_its_connection_and_no_other()
    {
        var isFirst = true;
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, transport =>
        {
            if (!isFirst) return NetFixture.EchoAsync(transport);
            isFirst = false;
            throw new InvalidOperationException("A bug.");
        });

        Assert.True(await net.IsTurnedAwayAsync());
        await using var second = await net.ConnectAsync();
        Assert.Equal("hello", await NetFixture.AskAsync(second, "hello"));
    }

    [Fact]
    public async Task After_StopAccepting_open_connections_go_on_and_new_ones_are_refused()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using SslStream open = await net.ConnectTlsAsync();

        await net.Listeners.StopAcceptingAsync();

        Assert.Equal("hello", await NetFixture.AskAsync(open, "hello"));
        await Assert.ThrowsAsync<SocketException>(() => net.ConnectAsync());
    }

    private static ListenerOptions Trusting(ListenerOptions options) => options with { TrustedProxies = [Loopback] };

    private static byte[] Header(byte command, byte family, byte[] block)
    {
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)block.Length);
        return [.. "\r\n\r\n\0\r\nQUIT\n"u8, (byte)(0x20 | command), family, .. length, .. block];
    }

    private static byte[] Block(string from, string to, ushort port) =>
        [.. IPAddress.Parse(from).GetAddressBytes(), .. IPAddress.Parse(to).GetAddressBytes(), (byte)(port >> 8), (byte)port, 0x14, 0x66];
}
