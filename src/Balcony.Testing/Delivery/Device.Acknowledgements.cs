// What was promised to a device: XEP-0198 with resumption, or, without it, the answer to the ping behind each message.
using System.Globalization;
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Delivery;

public sealed partial class Device
{
    private static readonly XNamespace Sm = "urn:xmpp:sm:3";

    /// <summary>A stanza on its way; <paramref name="Message"/> is null for what need not be sent again in a new session.</summary>
    private readonly record struct Sent(string Xml, TrackedMessage? Message);

    // The session: what it is called, how many stanzas each side has handled of the other's, what was sent since.
    private string? _resumption;
    private uint _handled;
    private uint _taken;
    private readonly LinkedList<Sent> _unacknowledged = new();
    private readonly HashSet<string> _seenInSession = new(StringComparer.Ordinal);
    private ServerMoment _enabledAt;
    private TaskCompletionSource? _acknowledged;
    private uint _awaited;

    private uint Handled => Volatile.Read(ref _handled);

    private bool IsResumed { get; set; }

    private async Task BeginAsync(DeviceStream stream, CancellationToken cancel)
    {
        await BindAsync(stream, cancel);
        await stream.WriteAsync($"<enable xmlns='{Sm}' resume='true'/>", cancel);
        var enabled = await stream.ExpectAsync(Sm + "enabled", cancel);
        lock (_lock)
        {
            _resumption = enabled.Attribute("id")?.Value ?? throw new InvalidDataException($"{options} may not resume: {enabled}");
            (_handled, _taken, _enabledAt, IsResumed) = (0, 0, server.Now, false);
            _seenInSession.Clear();
            LeaveRooms();
        }
        log.Note($"{options} begins session {_resumption} on stream {_streams}");
    }

    /// <summary>False: the session is gone, and everything that it took is settled.</summary>
    private async Task<bool> ResumeAsync(DeviceStream stream, CancellationToken cancel)
    {
        var survival = server.Since(_enabledAt);
        await stream.WriteAsync($"<resume xmlns='{Sm}' previd='{_resumption}' h='{Handled.ToString(CultureInfo.InvariantCulture)}'/>", cancel);
        var answer = await stream.ReadAsync(cancel) ?? throw new IOException("the connection ended before the answer to <resume/>");
        if (answer.Name == Sm + "resumed")
        {
            if (survival == Survival.Impossible) log.Problem($"{options}: session {_resumption} is resumed although its server was killed");
            lock (_lock)
            {
                Take(answer, "<resumed/>");
                (_enabledAt, IsResumed) = (server.Now, true);
            }
            log.Note($"{options} resumes session {_resumption} on stream {_streams}, having handled {Handled}, {answer.Attribute("h")?.Value} of ours handled");
            return true;
        }
        if (answer.Name != Sm + "failed") throw new IOException($"<resume/> is answered by {answer}");
        if (survival == Survival.Certain) log.Problem($"{options}: session {_resumption} does not resume although no server was killed: {answer}");
        if (answer.Element(Stanzas + "item-not-found") is null) log.Problem($"{options}: the condition of {answer} is not item-not-found");
        lock (_lock)
        {
            if (answer.Attribute("h") is not null) Take(answer, "<failed/>");
            // Nothing of the session was ever committed, not even its count: then it has not acknowledged anything either.
            else if (_taken > 0) log.Problem($"{options}: <failed/> without h, and session {_resumption} had acknowledged {_taken}");
            Drop();
        }
        log.Note($"{options} loses session {_resumption} on stream {_streams}: {answer.ToString(SaveOptions.DisableFormatting)}");
        _resumption = null;
        return false;
    }

    // Under the lock. What is no message has no meaning in another session.
    private void Drop()
    {
        for (var node = _unacknowledged.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Message is null) _unacknowledged.Remove(node);
            node = next;
        }
    }

    private void Count(string xml, TrackedMessage? message)
    {
        var isStanza = message is not null || xml.StartsWith("<iq", StringComparison.Ordinal) || xml.StartsWith("<presence", StringComparison.Ordinal);
        if (!isStanza) return;
        lock (_lock)
        {
            if (options.HasStreamManagement || message is not null) _unacknowledged.AddLast(new Sent(xml, message));
            if (message is null) return;
            log.Note(message, options.HasStreamManagement ? $"is sent by {options} on stream {_streams} as stanza {_taken + _unacknowledged.Count}" : $"is sent by {options} on stream {_streams}");
        }
    }

    // Before anything new, and counted already: in a session that is resumed behind what was taken, in a new one from its beginning.
    private async Task SendAgainAsync(DeviceStream stream, CancellationToken cancel)
    {
        List<Sent> again;
        lock (_lock)
        {
            again = [.. _unacknowledged];
            var number = _taken;
            foreach (var sent in again)
            {
                number++;
                if (sent.Message is { } message) log.SentAgain(message, $"is sent again by {options} on stream {_streams} as stanza {number}");
            }
        }
        foreach (var sent in again) await stream.WriteAsync(sent.Xml, cancel);
        if (again.Count > 0) await stream.WriteAsync($"<r xmlns='{Sm}'/>", cancel);
    }

    private async Task HandleAcknowledgementAsync(XElement nonza)
    {
        if (nonza.Name == Sm + "a")
        {
            lock (_lock) Take(nonza, "<a/>");
        }
        else if (nonza.Name == Sm + "r" && Acknowledges)
        {
            await WriteAsync($"<a xmlns='{Sm}' h='{Handled.ToString(CultureInfo.InvariantCulture)}'/>", null, CancellationToken.None);
        }
    }

    // Under the lock.
    private void Take(XElement nonza, string name)
    {
        if (!uint.TryParse(nonza.Attribute("h")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var handled))
        {
            log.Problem($"{options}: no h in {nonza}");
            return;
        }
        var news = handled - _taken;
        if (news > _unacknowledged.Count)
        {
            var sense = (int)news < 0 ? "takes back what was acknowledged" : "acknowledges what was not sent";
            log.Problem($"{options}: {name} of session {_resumption} {sense}: h is {handled}, acknowledged before {_taken}, sent {_taken + _unacknowledged.Count}");
            return;
        }
        for (var i = 0; i < news; i++)
        {
            var sent = _unacknowledged.First!.Value;
            _unacknowledged.RemoveFirst();
            if (sent.Message is { } message) log.Decide(message, Fate.Acknowledged, $"{name} with h='{handled}' on stream {_streams}");
        }
        _taken = handled;
        if (_acknowledged is not null && (int)(handled - _awaited) >= 0) _acknowledged.TrySetResult();
    }

    private async Task AskForAcknowledgementAsync(CancellationToken cancel)
    {
        Task acknowledged;
        lock (_lock)
        {
            if (_unacknowledged.Count == 0) return;
            _acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = _taken + (uint)_unacknowledged.Count;
            acknowledged = _acknowledged.Task;
        }
        if (!_isBound) FailRequests();
        else await WriteAsync($"<r xmlns='{Sm}'/>", null, cancel);
        try
        {
            await acknowledged.WaitAsync(Patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            log.Problem($"{options}: no <a/> within {Patience.TotalSeconds} s for stanza {_awaited} of session {_resumption}");
            throw new IOException("no acknowledgement in time");
        }
    }

    // XEP-0198 §5: what a session has handled never comes again in it.
    private void Repeated(string? id)
    {
        if (!options.HasStreamManagement || id is null) return;
        lock (_lock)
        {
            if (!_seenInSession.Add(id)) log.Problem($"{options}: {id} comes twice in session {_resumption}", id, options.ToString());
        }
    }

    private static string AcknowledgedBy(string messageId) => "after-" + messageId;

    private string PingFor(TrackedMessage message) => $"<iq type='get' id='{AcknowledgedBy(message.Id)}' to='{options.Host}'><ping xmlns='urn:xmpp:ping'/></iq>";

    // Without XEP-0198: any reply acknowledges what was sent before what it replies to.
    private void Answered(string id, bool isResult)
    {
        if (options.HasStreamManagement) return;
        lock (_lock)
        {
            if (!_unacknowledged.Any(sent => sent.Message is { } message && AcknowledgedBy(message.Id) == id)) return;
            while (_unacknowledged.First is { } first)
            {
                _unacknowledged.RemoveFirst();
                if (first.Value.Message is not { } message) continue;
                log.Decide(message, Fate.Acknowledged, $"the {(isResult ? "answer" : "error")} to {id}");
                if (AcknowledgedBy(message.Id) == id) return;
            }
        }
    }

    // Nobody is reading any more.
    private void Lost()
    {
        lock (_lock)
        {
            if (_isLeaving) _resumption = null;
            if (_isLeaving && options.HasStreamManagement && _unacknowledged.Any(sent => sent.Message is not null))
                log.Problem($"{options} left although messages wait to be acknowledged");
            if (options.HasStreamManagement && !_isLeaving) return;
            foreach (var sent in _unacknowledged)
            {
                if (sent.Message is { } message) log.Decide(message, Fate.Uncertain, "the connection broke before an answer");
            }
            _unacknowledged.Clear();
        }
    }
}
