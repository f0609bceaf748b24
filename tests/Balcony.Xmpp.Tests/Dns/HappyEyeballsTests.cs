// RFC 8305 on a clock that stands still until the test moves it.
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class HappyEyeballsTests : IAsyncDisposable
{
    private const string Host = "xmpp.example.org", Six = "2001:db8::1", Six2 = "2001:db8::2", Four = "192.0.2.1", Four2 = "192.0.2.2";

    private readonly TestClock _clock = new();
    private readonly MemoryResolver _dns;
    private readonly CancellationTokenSource _giveUp = new();
    private readonly Channel<Attempt> _attempts = Channel.CreateBounded<Attempt>(100);

    public HappyEyeballsTests() => _dns = new MemoryResolver(_clock);

    [Fact]
    public async Task Ipv6_is_tried_first_and_ipv4_a_moment_later()
    {
        _dns.Address(Host, Four).Address(Host, Six);
        var connecting = ConnectAsync();
        Assert.Equal(Six, (await NextAsync()).Address);
        _clock.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(_attempts.Reader.TryPeek(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var four = await NextAsync();
        four.Succeed();

        var connected = await connecting;
        Assert.Equal((Four, four.Connection), (connected.Address?.ToString(), connected.Connection));
        Assert.Equal([(Six, 0), (Four, 250)], connected.Attempts.Select(attempt => (attempt.Address.ToString(), (int)attempt.Began.TotalMilliseconds)));
    }

    [Fact]
    public async Task A_failure_lets_the_next_begin_at_once()
    {
        _dns.Address(Host, Four).Address(Host, Six);
        var connecting = ConnectAsync();
        (await NextAsync()).Fail();
        (await NextAsync()).Succeed();

        var connected = await connecting;
        Assert.Equal(0, connected.Attempts[1].Began.TotalMilliseconds);
        Assert.IsType<SocketException>(connected.Attempts[0].Fault);
    }

    [Fact]
    public async Task The_losers_are_called_off_and_what_comes_all_the_same_is_disposed()
    {
        _dns.Address(Host, Four).Address(Host, Six);
        var connecting = ConnectAsync();
        var six = await NextAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        (await NextAsync()).Succeed();
        await connecting;

        Assert.True(six.Cancel.IsCancellationRequested);
        six.Succeed();
        await six.Connection.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Families_take_turns()
    {
        _dns.Address(Host, Four).Address(Host, Four2).Address(Host, Six).Address(Host, Six2);
        var connecting = ConnectAsync();
        foreach (var address in new[] { Six, Four, Six2, Four2 })
        {
            var attempt = await NextAsync();
            Assert.Equal(address, attempt.Address);
            attempt.Fail();
        }
        var connected = await connecting;
        Assert.False(connected.IsConnected);
        Assert.Equal(4, connected.Attempts.Count(attempt => attempt.Fault is SocketException));
    }

    [Fact]
    public async Task Ipv4_waits_a_little_for_an_answer_about_ipv6()
    {
        _dns.Address(Host, Four).Address(Host, Six).Delay(Host, DnsType.Aaaa, TimeSpan.FromMilliseconds(40));
        var connecting = ConnectAsync();
        await AdvanceUntilAsync(40);
        var first = await NextAsync();
        Assert.Equal(Six, first.Address);
        first.Succeed();
        Assert.Equal(40, (await connecting).Attempts[0].Began.TotalMilliseconds);
    }

    [Fact]
    public async Task Ipv4_does_not_wait_long()
    {
        _dns.Address(Host, Four).Address(Host, Six).Delay(Host, DnsType.Aaaa, TimeSpan.FromSeconds(5));
        var connecting = ConnectAsync();
        await AdvanceUntilAsync(50);
        var first = await NextAsync();
        Assert.Equal(Four, first.Address);
        first.Succeed();
        Assert.Equal(50, (await connecting).Attempts[0].Began.TotalMilliseconds);
    }

    [Fact]
    public async Task An_address_that_is_known_late_joins_the_race()
    {
        _dns.Address(Host, Four).Address(Host, Six).Delay(Host, DnsType.A, TimeSpan.FromMilliseconds(400));
        var connecting = ConnectAsync();
        (await NextAsync()).Fail();
        await AdvanceUntilAsync(400);
        var late = await NextAsync();
        Assert.Equal(Four, late.Address);
        late.Succeed();
        Assert.True((await connecting).IsConnected);
    }

    [Fact]
    public async Task Without_ipv6_ipv4_begins_when_that_is_known()
    {
        _dns.Address(Host, Four);
        var connecting = ConnectAsync();
        (await NextAsync()).Succeed();
        Assert.Equal(0, (await connecting).Attempts[0].Began.TotalMilliseconds);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_tried_and_it_is_said_why()
    {
        var connected = await ConnectAsync();

        Assert.False(connected.IsConnected);
        Assert.Equal(DnsCode.NxDomain, connected.Lookup.Code);
        Assert.Empty(connected.Attempts);
    }

    [Fact]
    public async Task An_attempt_has_an_end()
    {
        _dns.Address(Host, Four);
        var connecting = ConnectAsync();
        var attempt = await NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(15));
        attempt.Outcome.SetCanceled(attempt.Cancel);

        Assert.IsType<TimeoutException>(Assert.Single((await connecting).Attempts).Fault);
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so_and_leaves_nothing_behind()
    {
        _dns.Address(Host, Four).Address(Host, Six);
        var connecting = ConnectAsync();
        var six = await NextAsync();
        await _giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.True(six.Cancel.IsCancellationRequested);
        six.Succeed();
        await six.Connection.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(DnsSecurity.Secure, true)]
    [InlineData(DnsSecurity.Insecure, false)]
    public async Task The_address_is_as_secure_as_its_answer(DnsSecurity security, bool isSecure)
    {
        _dns.Address(Host, Four, security);
        var connecting = ConnectAsync();
        (await NextAsync()).Succeed();

        Assert.Equal(isSecure, (await connecting).IsAddressSecure);
    }

    [Fact]
    public async Task An_address_in_a_host_s_place_is_connected_to()
    {
        var connecting = HappyEyeballs.ConnectAsync(_dns, Six, TryAsync, _clock, cancel: _giveUp.Token);
        (await NextAsync()).Succeed();

        Assert.Equal(Six, (await connecting).Address?.ToString());
    }

    public ValueTask DisposeAsync()
    {
        _giveUp.Dispose();
        return _dns.DisposeAsync();
    }

    private Task<HappyConnection<Connection>> ConnectAsync() => HappyEyeballs.ConnectAsync(_dns, Host, TryAsync, _clock, cancel: _giveUp.Token);

    private async ValueTask<Connection> TryAsync(IPAddress address, CancellationToken cancel)
    {
        var attempt = new Attempt(address.ToString(), cancel);
        Assert.True(_attempts.Writer.TryWrite(attempt));
        return await attempt.Outcome.Task;
    }

    private async Task<Attempt> NextAsync() =>
        await _attempts.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    // One millisecond after the other, so that what is due then is done at its time, until there is an attempt.
    private async Task AdvanceUntilAsync(int milliseconds)
    {
        for (var i = 0; i < milliseconds - 1; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
        Assert.False(_attempts.Reader.TryPeek(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
    }

    private sealed class Attempt(string address, CancellationToken cancel)
    {
        public string Address => address;

        public CancellationToken Cancel => cancel;

        public Connection Connection { get; } = new();

        public TaskCompletionSource<Connection> Outcome { get; } = new();

        public void Succeed() => Outcome.SetResult(Connection);

        public void Fail() => Outcome.SetException(new SocketException((int)SocketError.ConnectionRefused));
    }

    private sealed class Connection : IDisposable
    {
        public TaskCompletionSource Disposed { get; } = new();

        public void Dispose() => Disposed.SetResult();
    }
}
