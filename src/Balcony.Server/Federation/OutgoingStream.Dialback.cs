// XEP-0220 §2.1: we ask a peer to call back, or ask it about a key that somebody gave us in its name.
using System.Collections.Concurrent;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class OutgoingStream
{
    // What was asked on this stream, by the id of the stream that it is about: an answer to anything else counts for nothing (§6).
    // Most streams ask nothing: null.
    private ConcurrentDictionary<string, TaskCompletionSource<bool>>? _questions;

    /// <summary>§2.1.2: asks the domain's own server whether a key is its.</summary>
    /// <exception cref="LinkException">It does not say.</exception>
    public async Task<bool> AskAsync(string streamId, string key, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var questions = LazyInitializer.EnsureInitialized(ref _questions, static () => new(concurrencyLevel: 1, capacity: 1));
        questions[streamId] = answer;
        WriteControl(writer => WriteDialback(writer, "db:verify", _pair.Host, _pair.Peer, id: streamId, key: key));
        try
        {
            return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            questions.TryRemove(streamId, out _);
        }
    }

    // §2.1.1
    private ValueTask AskToBeCalledBack(string whyNotExternal)
    {
        if (_streamId is not { Length: > 0 } id)
        {
            throw Fail(LinkFault.Refused("no-authentication", $"{whyNotExternal} It gave its stream no id, so dialback is no way either."), StreamCondition.NotAuthorized);
        }
        _phase = Phase.DialingBack;
        _whyDialback = whyNotExternal;
        _attempt.Note("authentication", $"dialback: {whyNotExternal}");
        WriteControl(writer => WriteDialback(writer, "db:result", _pair.Host, _pair.Peer, key: Services.Keys.KeyFor(_pair.Peer, _pair.Host, id)));
        return default;
    }

    private ValueTask AnsweredAsync(XmlElement element)
    {
        if (element.Attribute("type") is null)
        {
            AskedBack(element);
            return default;
        }
        bool isAboutUs = element.Attribute("from") == _pair.Peer.Domain && element.Attribute("to") == _pair.Host.Domain;
        string? type = element.Attribute("type");
        if (element.Name == "verify" && isAboutUs && element.Attribute("id") is { } id && _questions is { } questions && questions.TryGetValue(id, out var question))
        {
            if (type is "valid" or "invalid")
            {
                question.TrySetResult(type == "valid");
            }
            else
            {
                question.TrySetException(new LinkException(LinkFault.Unreachable("dialback-error", "The domain's server could not check the key.")));
            }
        }
        else if (element.Name == "result" && isAboutUs && _phase == Phase.DialingBack)
        {
            Result(element, type);
        }
        else if (element.Name == "result" && AnswersFurther(element, type!))
        {
            return default;
        }
        // §6: whatever else comes was not asked for.
        return default;
    }

    // XEP-0288 §2: on a stream that carries both ways the peer may ask, too. Further pairs of it come on streams of its own.
    private void AskedBack(XmlElement element)
    {
        if (!IsBidirectional)
        {
            return;
        }
        var (from, to) = DomainsOf(element);
        if (element.Name == "verify")
        {
            Vouch(element, to, from);
        }
        else if (element.Name == "result")
        {
            var pair = new LinkKey(to, from);
            Answer("result", pair, null, IsAccepted(pair) ? "valid" : "error", IsAccepted(pair) ? null : StanzaError.ResourceConstraint with { Type = StanzaErrorType.Cancel });
        }
    }

    private void Result(XmlElement element, string? type)
    {
        if (type == "valid")
        {
            AuthenticatedBy = "dialback";
            _attempt.Note("authentication", "dialback");
            CarryBothWays();
            Manage();
            return;
        }
        string condition = ConditionOf(element, type);
        string explanation = $"The peer does not accept us by dialback: {condition}.";
        // §2.1.1: the error that the senders get depends on whether the key was found wrong, or something else was.
        throw Fail(
            condition switch
            {
                "invalid" or "forbidden" => new LinkFault(
                    StanzaError.InternalServerError, LinkTrouble.NotVouched, "dialback-invalid", explanation, IsFinal: true, "Our own server does not know the key: all that answer for the domain must share one database."),
                "item-not-found" => NotAccepted("host-unknown", explanation, "The domain's DNS points to a server that does not serve it."),
                "remote-connection-failed" or "remote-server-not-found" or "remote-server-timeout" => LinkFault.Unreachable(
                    "dialback-error", $"{explanation} It could not reach our own server: check our SRV records and that the port is open."),
                "resource-constraint" => LinkFault.Unreachable("dialback-error", explanation),
                _ => NotAccepted("dialback-refused", explanation, "The peer believes neither our certificate nor our key."),
            },
            StreamCondition.NotAuthorized);
    }

    private static LinkFault NotAccepted(string code, string explanation, string fix) => new(StanzaError.RemoteServerTimeout, LinkTrouble.NotVouched, code, explanation, IsFinal: true, fix);

    private void FailQuestions()
    {
        foreach (var (_, question) in Volatile.Read(ref _questions) ?? [])
        {
            question.TrySetException(new LinkException(LinkFault.Unreachable("connection-lost", "The domain's server went without an answer.")));
        }
    }
}
