// Real datagrams on the loopback.
using System.Net;
using System.Net.Sockets;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class SocketDnsTransportTests : IDisposable
{
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public SocketDnsTransportTests() => _server.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_answers_are_passed_over_until_the_right_one_comes()
    {
        await using var resolver = Resolver();
        var asking = resolver.AskAsync("a.org", DnsType.A, Cancel).AsTask();
        var (id, from) = await ReceiveAsync();
        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await stranger.SendToAsync(Answer(id, last: 66), from);
        await _server.SendToAsync(Answer((ushort)(id + 1), last: 66), from);
        await _server.SendToAsync(new byte[] { 1, 2, 3 }, from);
        await _server.SendToAsync(Answer(id, last: 1), from);

        Assert.Equal("192.0.2.1", Assert.Single((await asking).Addresses).ToString());
    }

    [Fact]
    public async Task Each_question_has_another_port_and_id()
    {
        await using var resolver = Resolver();
        var (ids, ports) = (new HashSet<ushort>(), new HashSet<int>());
        for (var i = 0; i < 20; i++)
        {
            var asking = resolver.AskAsync($"host{i}.org", DnsType.A, Cancel).AsTask();
            var (id, from) = await ReceiveAsync();
            ids.Add(id);
            ports.Add(((IPEndPoint)from).Port);
            await _server.SendToAsync(new WireMessage($"host{i}.org", DnsType.A, 3, id).Bytes, from);
            await asking;
        }
        Assert.InRange(ids.Count, 18, 20);
        Assert.InRange(ports.Count, 10, 20);
    }

    [Fact]
    public async Task A_closed_port_is_noticed_at_once()
    {
        var endPoint = (IPEndPoint)_server.LocalEndPoint!;
        _server.Dispose();
        await using var resolver = new StubResolver(new DnsOptions { Servers = [endPoint], HostsFile = null }, TimeProvider.System);

        Assert.Equal(DnsCode.Unreachable, (await resolver.AskAsync("a.org", DnsType.A, Cancel)).Code);
    }

    public void Dispose() => _server.Dispose();

    private StubResolver Resolver() => new(
        new DnsOptions { Servers = [(IPEndPoint)_server.LocalEndPoint!], HostsFile = null, TryTimeout = TimeSpan.FromSeconds(30), Timeout = TimeSpan.FromSeconds(30) },
        TimeProvider.System);

    private async Task<(ushort Id, EndPoint From)> ReceiveAsync()
    {
        var buffer = new byte[512];
        var received = await _server.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), Cancel);
        return ((ushort)((buffer[0] << 8) | buffer[1]), received.RemoteEndPoint);
    }

    private static byte[] Answer(ushort id, byte last) => new WireMessage("a.org", DnsType.A, id: id).Answer("a.org", DnsType.A, 60, 192, 0, 2, last).Bytes;
}
