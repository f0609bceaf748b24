// RFC 6120 §8.2.3: asking and answering.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Client;

public sealed partial class XmppClient
{
    private readonly ConcurrentDictionary<string, Asked> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(IqType, string Name, string Ns), Func<Iq, IPayload?>> _handlers = new();
    private Exception? _end;

    private sealed record Asked(Jid? To, TaskCompletionSource<Iq> Answer);

    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="request">Names the type of its answer.</param>
    /// <param name="to">Null: our own account.</param>
    /// <param name="cancel">Stops waiting; the request is not taken back.</param>
    /// <exception cref="StanzaException">The answer is an error.</exception>
    /// <exception cref="InvalidDataException">The answer is not of the type that the request names.</exception>
    /// <exception cref="TimeoutException">No answer within <see cref="XmppClientOptions.AnswerWithin"/>.</exception>
    /// <exception cref="IOException">The connection is gone.</exception>
    /// <exception cref="Balcony.Xmpp.Streams.StreamException">The server ended the stream with an error.</exception>
    /// <exception cref="InvalidOperationException">Too many requests wait for answers.</exception>
    public async Task<TResult> AskAsync<TResult>(IIqGet<TResult> request, Jid? to = null, CancellationToken cancel = default)
        where TResult : class, IPayload<TResult> =>
        Read<TResult>(await AskAsync(IqType.Get, request, to, cancel).ConfigureAwait(false));

    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public async Task<TResult> AskAsync<TResult>(IIqSet<TResult> request, Jid? to = null, CancellationToken cancel = default)
        where TResult : class, IPayload<TResult> =>
        Read<TResult>(await AskAsync(IqType.Set, request, to, cancel).ConfigureAwait(false));

    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public Task AskAsync(IIqGet<Empty> request, Jid? to = null, CancellationToken cancel = default) =>
        AskAsync(IqType.Get, request, to, cancel);

    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public Task AskAsync(IIqSet<Empty> request, Jid? to = null, CancellationToken cancel = default) =>
        AskAsync(IqType.Set, request, to, cancel);

    /// <summary>Asks with any payload and gives the result as it came.</summary>
    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public async Task<Iq> AskAsync(IqType type, IPayload request, Jid? to = null, CancellationToken cancel = default)
    {
        if (type is not (IqType.Get or IqType.Set)) throw new ArgumentOutOfRangeException(nameof(type));
        if (_asked.Count >= _options.MaxOpenRequests) throw new InvalidOperationException("too many requests wait for answers");
        // Not to be guessed: whoever knows the id can try to answer in another's name.
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var asked = new Asked(to, new TaskCompletionSource<Iq>(TaskCreationOptions.RunContinuationsAsynchronously));
        _asked[id] = asked;
        try
        {
            // The reader may have ended before it could see this one.
            if (Volatile.Read(ref _end) is { } end) throw end;
            await SendAsync(new Iq(type, to, null, id, request), cancel).ConfigureAwait(false);
            var answer = await asked.Answer.Task.WaitAsync(_options.AnswerWithin, _options.Clock, cancel).ConfigureAwait(false);
            return answer.IsError ? throw new StanzaException(answer.Error ?? StanzaError.UndefinedCondition) : answer;
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <summary>Answers requests of this payload. What has no handler is answered with <c>service-unavailable</c>.</summary>
    /// <param name="handler">Gives the result's payload, null for an empty result, or throws <see cref="StanzaException"/>. It runs between two
    /// stanzas: nothing else arrives until it returns, so it must not wait for the server.</param>
    public void OnGet<T>(Func<Iq, T, IPayload?> handler) where T : class, IPayload<T> => Register(IqType.Get, handler);

    /// <inheritdoc cref="OnGet{T}"/>
    /// <remarks>Anyone may send a set: look at who it is from.</remarks>
    public void OnSet<T>(Func<Iq, T, IPayload?> handler) where T : class, IPayload<T> => Register(IqType.Set, handler);

    private void Register<T>(IqType type, Func<Iq, T, IPayload?> handler) where T : class, IPayload<T> =>
        _handlers[(type, T.ElementName, T.ElementNs)] = iq => handler(iq, T.Read(iq.Payload!));

    private Stanza Answer(Iq request)
    {
        try
        {
            var payload = request.Payload!;
            return _handlers.TryGetValue((request.Type, payload.Name, payload.Namespace), out var handler)
                ? request.Result(handler(request))
                : request.ErrorReply(StanzaError.ServiceUnavailable);
        }
        catch (StanzaException fault)
        {
            return request.ErrorReply(fault.Error);
        }
#pragma warning disable CA1031 // a stranger's request that meets a bug in a handler must not end our stream
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _options.HandlerFailed?.Invoke(fault);
            return request.ErrorReply(StanzaError.InternalServerError);
        }
    }

    private void Complete(Iq answer)
    {
        // RFC 6120 §8.1.2.1: an answer counts only from who was asked. Others are dropped: late, or forged.
        if (_asked.TryGetValue(answer.Id!, out var asked) && IsFrom(asked.To, answer.From)) asked.Answer.TrySetResult(answer);
    }

    private bool IsFrom(Jid? asked, Jid? from)
    {
        if (asked is not null && asked != Address.Bare) return asked == from;
        // Our account answers for itself, with its address, ours, or none (§10.3.3).
        return from is null || from == Address.Bare || from == Address;
    }

    private void Fail(Exception end)
    {
        Volatile.Write(ref _end, end);
        foreach (var asked in _asked.Values) asked.Answer.TrySetException(end);
    }

    private static TResult Read<TResult>(Iq answer) where TResult : class, IPayload<TResult> =>
        answer.Get<TResult>() ?? throw new InvalidDataException($"the answer holds no {TResult.ElementName} of {TResult.ElementNs}");
}
