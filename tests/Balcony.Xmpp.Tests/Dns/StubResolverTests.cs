// The stub resolver with name servers that behave as a test says.
using System.Net;
using System.Net.Sockets;
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;
using static Balcony.Xmpp.Tests.Dns.WireMessage;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class StubResolverTests : IAsyncDisposable
{
    private const string Name = "example.org";

    private static readonly IPEndPoint First = new(IPAddress.Parse("192.0.2.53"), 53), Second = new(IPAddress.Parse("192.0.2.54"), 53);

    private readonly TestClock _clock = new();
    private readonly FakeTransport _servers = new();
    private readonly StubResolver _resolver;

    public StubResolverTests() =>
        _resolver = new StubResolver(new DnsOptions { Servers = [First, Second], HostsFile = null, MaxQuestions = 2, MaxWaiting = 1, MaxCached = 2 }, _clock, _servers);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_kept_for_its_time_and_no_longer()
    {
        _servers.Says(Address(ttl: 60));
        await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(TimeSpan.FromSeconds(1), (await AskAsync()).Ttl);
        Assert.Single(_servers.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();
        Assert.Equal(2, _servers.Asked.Count);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public async Task That_there_is_nothing_is_kept_too(int code)
    {
        _servers.Says(question => Reply(question, code).Authority("org", DnsType.Soa, 900, Soa(30)).Bytes);
        await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        await AskAsync();
        Assert.Single(_servers.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();
        Assert.Equal(2, _servers.Asked.Count);
    }

    [Fact]
    public async Task Of_the_kept_answers_the_one_unused_the_longest_goes_first()
    {
        _servers.Says(Address(ttl: 60));
        foreach (var name in new[] { "a.org", "b.org", "a.org", "c.org", "a.org" }) await _resolver.AskAsync(name, DnsType.A, Cancel);
        Assert.Equal(["a.org", "b.org", "c.org"], _servers.Asked.Select(question => question.Name));

        await _resolver.AskAsync("b.org", DnsType.A, Cancel);
        Assert.Equal(4, _servers.Asked.Count);
    }

    [Theory]
    [InlineData(2, DnsCode.ServerFailure)]
    [InlineData(5, DnsCode.Refused)]
    public async Task Another_server_is_asked_when_one_cannot_tell(int code, DnsCode failure)
    {
        _servers.Says(First, question => Reply(question, code).Bytes);
        _servers.Says(Second, Address(ttl: 60));
        Assert.Equal(DnsCode.NoError, (await AskAsync()).Code);

        _servers.Says(Second, question => Reply(question, code).Bytes);
        Assert.Equal(failure, (await _resolver.AskAsync("other.org", DnsType.A, Cancel)).Code);
    }

    [Fact]
    public async Task A_silent_server_costs_its_time_and_the_next_is_asked()
    {
        _servers.Says(First, null);
        _servers.Says(Second, Address(ttl: 60));
        var asking = AskAsync();
        await _servers.UntilAskedAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(DnsCode.NoError, (await asking).Code);
    }

    [Fact]
    public async Task Silence_is_a_timeout_and_remembered_for_a_moment()
    {
        _servers.Says(First, null);
        _servers.Says(Second, null);
        var asking = AskAsync().AsTask();
        for (var tries = 1; tries <= 4; tries++)
        {
            await _servers.UntilAskedAsync(tries);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
        Assert.Equal(DnsCode.Timeout, (await asking).Code);
        Assert.Equal(DnsCode.Timeout, (await AskAsync()).Code);
        Assert.Equal(4, _servers.Asked.Count);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said_to_be()
    {
        _servers.Fails(new SocketException((int)SocketError.ConnectionRefused));

        Assert.Equal(DnsCode.Unreachable, (await AskAsync()).Code);
    }

    [Fact]
    public async Task What_is_truncated_is_asked_for_over_tcp()
    {
        _servers.Says(question => question.IsTcp ? Address(ttl: 60)(question) : Reply(question).Truncated().Bytes);

        Assert.Single((await AskAsync()).Addresses);
        Assert.Equal([false, true], _servers.Asked.Select(question => question.IsTcp));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_server_that_knows_no_edns_is_asked_without(int code)
    {
        _servers.Says(question => question.HasEdns ? Reply(question, code).Bytes : Address(ttl: 60)(question));

        Assert.Single((await AskAsync()).Addresses);
    }

    [Fact]
    public async Task An_answer_to_another_question_is_none()
    {
        _servers.Says(question => new WireMessage(question.Name, question.Type, id: (ushort)(question.Id + 1)).Bytes);
        Assert.Equal(DnsCode.Malformed, (await AskAsync()).Code);
        _servers.Says(question => new WireMessage("evil.org", question.Type, id: question.Id).Bytes);
        Assert.Equal(DnsCode.Malformed, (await _resolver.AskAsync("b.org", DnsType.A, Cancel)).Code);
        _servers.Says(question => new WireMessage(question.Name, DnsType.Txt, id: question.Id).Bytes);
        Assert.Equal(DnsCode.Malformed, (await _resolver.AskAsync("c.org", DnsType.A, Cancel)).Code);
    }

    [Fact]
    public async Task An_alias_is_asked_for_when_the_server_did_not()
    {
        _servers.Says(question => question.Name == Name
            ? Reply(question).Answer(Name, DnsType.Cname, 30, NameOf("host.example.net")).Bytes : Address(ttl: 60)(question));
        var answer = await AskAsync();

        Assert.Equal((Name, "host.example.net", TimeSpan.FromSeconds(30)), (answer.Name, answer.CanonicalName, answer.Ttl));
        Assert.Single(answer.Addresses);
    }

    [Fact]
    public async Task Aliases_without_end_end()
    {
        var number = 0;
        _servers.Says(question => Reply(question).Answer(question.Name, DnsType.Cname, 30, NameOf($"host{++number}.org")).Bytes);

        Assert.Equal(DnsCode.Malformed, (await AskAsync()).Code);
        Assert.InRange(_servers.Asked.Count, 2, 10);
    }

    [Fact]
    public async Task Too_many_questions_are_not_asked()
    {
        _servers.Says(First, null);
        var asking = new[] { "a.org", "b.org", "c.org" }.Select(name => _resolver.AskAsync(name, DnsType.A, Cancel).AsTask()).ToList();
        await _servers.UntilAskedAsync(2);

        Assert.Equal(DnsCode.Overloaded, (await AskAsync()).Code);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.All(await Task.WhenAll(asking), answer => Assert.Equal(DnsCode.Timeout, answer.Code));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so()
    {
        _servers.Says(First, null);
        using var giveUp = new CancellationTokenSource();
        var asking = _resolver.AskAsync(Name, DnsType.A, giveUp.Token).AsTask();
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("localhost", DnsType.A, "127.0.0.1")]
    [InlineData("xmpp.localhost", DnsType.Aaaa, "::1")]
    public async Task Localhost_is_here(string name, DnsType type, string address)
    {
        Assert.Equal(address, Assert.Single((await _resolver.AskAsync(name, type, Cancel)).Addresses).ToString());
        Assert.Equal(DnsCode.NxDomain, (await _resolver.AskAsync("_xmpp-server._tcp.localhost", DnsType.Srv, Cancel)).Code);
        Assert.Empty(_servers.Asked);
    }

    [Fact]
    public async Task A_name_that_cannot_be_is_not_asked_for() =>
        Assert.Equal(DnsCode.BadName, (await _resolver.AskAsync("a..b", DnsType.A, Cancel)).Code);

    public ValueTask DisposeAsync() => _resolver.DisposeAsync();

    private static Func<Question, byte[]> Address(uint ttl) => question => Reply(question).Answer(question.Name, question.Type, ttl, 192, 0, 2, 1).Bytes;

    private static WireMessage Reply(Question question, int code = 0) => new(question.Name, question.Type, code, question.Id);

    private ValueTask<DnsAnswer> AskAsync() => _resolver.AskAsync(Name, DnsType.A, Cancel);
}

internal sealed record Question(IPEndPoint Server, string Name, DnsType Type, ushort Id, bool IsTcp, bool HasEdns);

/// <summary>Name servers without a network.</summary>
internal sealed class FakeTransport : DnsTransport
{
    private readonly Dictionary<IPEndPoint, Func<Question, byte[]>?> _replies = [];
    private readonly Lock _lock = new();
    private readonly List<Question> _asked = [];
    private Func<Question, byte[]>? _otherwise;
    private SocketException? _fault;
    private TaskCompletionSource _more = new();

    public IReadOnlyList<Question> Asked { get { lock (_lock) return [.. _asked]; } }

    public void Says(Func<Question, byte[]> reply) => _otherwise = reply;

    /// <summary>Null: nothing.</summary>
    public void Says(IPEndPoint server, Func<Question, byte[]>? reply) => _replies[server] = reply;

    public void Fails(SocketException fault) => _fault = fault;

    public async Task UntilAskedAsync(int count)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_asked.Count >= count) return;
                more = _more.Task;
            }
            await more.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public override async Task<byte[]> AskAsync(
        IPEndPoint server, ReadOnlyMemory<byte> question, bool isTcp, Func<ReadOnlyMemory<byte>, bool> isReply, CancellationToken cancel)
    {
        var asked = Read(server, question.Span, isTcp);
        // Before anybody is told of it, so that a clock that is moved then ends it.
        var silence = Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        lock (_lock)
        {
            _asked.Add(asked);
            var more = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            more.TrySetResult();
        }
        if (_fault is not null) throw _fault;
        var reply = _replies.TryGetValue(server, out var own) ? own : _otherwise;
        if (reply is null) await silence;
        var bytes = reply!(asked);
        return isReply(bytes) ? bytes : throw new SocketException((int)SocketError.NoRecovery);
    }

    private static Question Read(IPEndPoint server, ReadOnlySpan<byte> bytes, bool isTcp)
    {
        var at = 12;
        Assert.True(DnsNames.TryRead(bytes, ref at, out var name));
        return new Question(server, name, (DnsType)((bytes[at] << 8) | bytes[at + 1]), (ushort)((bytes[0] << 8) | bytes[1]), isTcp, bytes[11] == 1);
    }
}
