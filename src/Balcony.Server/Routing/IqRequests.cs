// RFC 6120 §8.2.3 from the other side: requests that the server itself makes, and their answers.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Routing;

/// <summary>What came back: a result or an error.</summary>
/// <param name="Payload">Of a result; null when it has none.</param>
/// <param name="Error">Null for a result.</param>
public sealed record IqAnswer(XmlElement? Payload, StanzaError? Error);

/// <summary>Makes requests on behalf of the server.</summary>
public interface IIqSender
{
    /// <summary>Sends a request and completes with its answer; never fails. When no answer comes in time it is <c>remote-server-timeout</c>, when too many requests
    /// are under way <c>resource-constraint</c>, both of type wait. Any thread; what awaits it goes on where the answer was handled, and must be quick.</summary>
    /// <param name="type">Get or set.</param>
    /// <param name="from">The host or account of ours that asks.</param>
    /// <param name="to">Any address.</param>
    /// <param name="payload">The request.</param>
    /// <param name="within">How long the answer may take.</param>
    Task<IqAnswer> AskAsync(IqType type, BareJid from, Jid to, IPayload payload, TimeSpan within);
}

/// <inheritdoc cref="IIqSender"/>
internal sealed class IqRequests(IRouter router, TimeProvider clock) : IIqSender, IDisposable
{
    /// <summary>Requests under way, in the whole server; some hundred bytes each.</summary>
    internal const int MaxPending = 20_000;

    private const int IdBytes = 12;

    private static readonly IqAnswer TimedOut = new(null, StanzaError.RemoteServerTimeout);
    private static readonly IqAnswer TooMany = new(null, StanzaError.ResourceConstraint);

    private readonly ConcurrentDictionary<string, Pending> _pending = new();
    private volatile bool _isDisposed;

    public int Count => _pending.Count;

    public Task<IqAnswer> AskAsync(IqType type, BareJid from, Jid to, IPayload payload, TimeSpan within) =>
        AskAsync(from, to, within, id => router.Route(new Iq(type, to, from, id, payload)));

    /// <summary>As <see cref="IIqSender.AskAsync"/>, for a request that the caller sends.</summary>
    /// <param name="from">Who asks.</param>
    /// <param name="to">Who answers.</param>
    /// <param name="within">How long the answer may take.</param>
    /// <param name="send">Sends the request with this id.</param>
    public Task<IqAnswer> AskAsync(BareJid from, Jid to, TimeSpan within, Action<string> send)
    {
        if (_pending.Count >= MaxPending || _isDisposed)
        {
            return Task.FromResult(TooMany);
        }
        // Not to be guessed, so that nobody answers what he was not asked; the sender of the answer is compared too.
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var pending = new Pending(from, to);
        _pending[id] = pending;
        pending.Timer = clock.CreateTimer(_ => Complete(id, TimedOut), null, within, Timeout.InfiniteTimeSpan);
        send(id);
        return pending.Answer.Task;
    }

    /// <summary>A result or error came for a host or account of ours; one that nobody waits for is dropped.</summary>
    public void Answer(Iq iq)
    {
        if (iq.Id is { } id && _pending.TryGetValue(id, out var pending) && pending.To.Equals(iq.From) && pending.From.Equals(iq.To))
        {
            Complete(id, iq.IsError ? new IqAnswer(null, iq.Error ?? StanzaError.UndefinedCondition) : new IqAnswer(iq.Payload, null));
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var (_, pending) in _pending)
        {
            pending.Timer?.Dispose();
        }
        _pending.Clear();
    }

    private void Complete(string id, IqAnswer answer)
    {
        if (!_isDisposed && _pending.TryRemove(id, out var pending))
        {
            pending.Timer?.Dispose();
            pending.Answer.TrySetResult(answer);
        }
    }

    private sealed class Pending(BareJid from, Jid to)
    {
        public BareJid From => from;

        public Jid To => to;

        public ITimer? Timer { get; set; }

        // Continuations run at once: what an answer causes is done before the next stanza is handled.
        public TaskCompletionSource<IqAnswer> Answer { get; } = new();
    }
}
