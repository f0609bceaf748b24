// Asks recursive name servers itself, for systems without libunbound. What it hears is never secure.
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Balcony.Xmpp.Dns;

/// <summary>A stub resolver (RFC 1034 §5.3.1): UDP, TCP for what is truncated, a cache; it trusts whoever answers, and validates nothing.</summary>
public sealed class StubResolver : IDnsResolver
{
    private const int FormatError = 1, NameError = 3, NotImplemented = 4, Refused = 5;

    // RFC 9520 §3.2: a failure is remembered for a moment, so that many who ask do not make it worse.
    private static readonly TimeSpan FailureTtl = TimeSpan.FromSeconds(1);

    private readonly DnsOptions _options;
    private readonly TimeProvider _clock;
    private readonly DnsTransport _transport;
    private readonly DnsCache _cache;
    private readonly QuestionGate _gate;
    private readonly SystemNames _system;

    public StubResolver(DnsOptions options, TimeProvider clock) : this(options, clock, new SocketDnsTransport()) { }

    internal StubResolver(DnsOptions options, TimeProvider clock, DnsTransport transport)
    {
        (_options, _clock, _transport) = (options, clock, transport);
        _cache = new DnsCache(options.MaxCached, clock);
        _gate = new QuestionGate(options.MaxQuestions, options.MaxWaiting);
        _system = new SystemNames(options, clock);
    }

    public bool Validates => false;

    public string? WhyNotValidating => _options.Library == DnsLibrary.Stub ? "the stub resolver was chosen" : $"{Unbound.LibraryName} is missing";

    public async ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default)
    {
        if (!DnsNames.TryPrepare(name, out var prepared)) return DnsAnswer.Without(name, type, DnsCode.BadName);
        if ((_system.Find(prepared, type) ?? _cache.Find(prepared, type)) is { } known) return known;
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            if (!await _gate.EnterAsync(either.Token).ConfigureAwait(false)) return DnsAnswer.Without(prepared, type, DnsCode.Overloaded);
            try
            {
                var answer = await FollowAsync(prepared, type, either.Token).ConfigureAwait(false);
                _cache.Keep(answer);
                return answer;
            }
            finally
            {
                _gate.Leave();
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return DnsAnswer.Without(prepared, type, DnsCode.Timeout);
        }
    }

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        return default;
    }

    // An alias that leads out of an answer is followed; a recursive server does that itself.
    private async Task<DnsAnswer> FollowAsync(string name, DnsType type, CancellationToken cancel)
    {
        var (answer, alias) = await AskServersAsync(name, type, cancel).ConfigureAwait(false);
        for (var hops = 0; alias is not null; hops++)
        {
            if (hops == DnsReply.MaxAliases) return DnsAnswer.Without(name, type, DnsCode.Malformed, "too many aliases");
            if (!DnsNames.TryPrepare(alias, out var next)) return DnsAnswer.Without(name, type, DnsCode.BadName, $"the alias {alias}");
            var ttl = answer.Ttl;
            (answer, alias) = await AskServersAsync(next, type, cancel).ConfigureAwait(false);
            answer = answer with { Name = name, Ttl = answer.Ttl < ttl ? answer.Ttl : ttl };
        }
        return answer;
    }

    private async Task<(DnsAnswer Answer, string? Alias)> AskServersAsync(string name, DnsType type, CancellationToken cancel)
    {
        var failure = DnsAnswer.Without(name, type, DnsCode.Unreachable, "no name server is configured");
        for (var round = 0; round < _options.Tries; round++)
        {
            foreach (var server in _system.Servers)
            {
                var (answer, alias) = await TryAsync(server, name, type, cancel).ConfigureAwait(false);
                if (!answer.IsFailure) return (answer, alias);
                failure = answer;
            }
        }
        return (failure with { Ttl = FailureTtl }, null);
    }

    private async Task<(DnsAnswer Answer, string? Alias)> TryAsync(IPEndPoint server, string name, DnsType type, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(_options.TryTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var message = await ExchangeAsync(server, name, type, isTcp: false, hasEdns: true, either.Token).ConfigureAwait(false);
            // RFC 6891 §7: old servers know no EDNS.
            if (message.ResponseCode is FormatError or NotImplemented)
                message = await ExchangeAsync(server, name, type, isTcp: false, hasEdns: false, either.Token).ConfigureAwait(false);
            if (message.IsTruncated) message = await ExchangeAsync(server, name, type, isTcp: true, hasEdns: true, either.Token).ConfigureAwait(false);
            if (message.ResponseCode is not (0 or NameError))
                return (DnsAnswer.Without(name, type, message.ResponseCode == Refused ? DnsCode.Refused : DnsCode.ServerFailure, $"{server} says {message.ResponseCode}"), null);
            return (DnsReply.Read(message, out var alias), alias);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (DnsAnswer.Without(name, type, DnsCode.Timeout, $"{server} does not answer"), null);
        }
        catch (SocketException e)
        {
            var code = e.SocketErrorCode == SocketError.NoRecovery ? DnsCode.Malformed : DnsCode.Unreachable;
            return (DnsAnswer.Without(name, type, code, $"{server}: {e.Message}"), null);
        }
    }

    private async Task<DnsMessage> ExchangeAsync(IPEndPoint server, string name, DnsType type, bool isTcp, bool hasEdns, CancellationToken cancel)
    {
        var buffer = new byte[DnsQuery.MaxBytes];
        // RFC 5452 §9.2: an id that cannot be guessed.
        var id = (ushort)RandomNumberGenerator.GetInt32(0x10000);
        var length = DnsQuery.Write(buffer, id, name, type, hasEdns);
        DnsMessage? reply = null;
        await _transport.AskAsync(server, buffer.AsMemory(0, length), isTcp, IsReply, cancel).ConfigureAwait(false);
        return reply!;

        // RFC 5452 §9.1: the id, the name and the type of the question; the address and port are the socket's business.
        bool IsReply(ReadOnlyMemory<byte> bytes) =>
            DnsMessage.TryRead(bytes.Span, out reply) && reply.Id == id && reply.Type == type && reply.Name == name;
    }
}
