// Plays a script against a target, step by step, and says where it went otherwise.
using System.Globalization;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>One run of one script.</summary>
public sealed class ScenarioRunner
{
    private const int MaxSettleRounds = 20;
    private const string Without = "without the last ";

    private static readonly XNamespace Streams = "http://etherx.jabber.org/streams";

    private readonly ScenarioScript _script;
    private readonly ScenarioTarget _target;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<string, ScenarioClient> _clients = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly StanzaMatcher _matcher;
    private ScenarioClient? _lastActor;

    private ScenarioRunner(ScenarioScript script, ScenarioTarget target, CancellationToken cancel)
    {
        (_script, _target, _cancel) = (script, target, cancel);
        _matcher = new StanzaMatcher(_variables);
        foreach (var who in script.Participants)
        {
            if (who.Kind != ParticipantKind.Account) _clients[who.Name] = new ScenarioClient(who, cancel);
            _variables[who.Name + "'s JID"] = who.BareJid;
            _variables[who.Name + "'s full JID"] = who.Jid;
        }
    }

    /// <exception cref="ScenarioException">The first step that did not go as written.</exception>
    public static async Task RunAsync(ScenarioScript script, ScenarioTarget target, CancellationToken cancel = default)
    {
        var runner = new ScenarioRunner(script, target, cancel);
        await target.PrepareAsync(script, cancel);
        try
        {
            await runner.RunAsync();
        }
        finally
        {
            foreach (var client in runner._clients.Values) await client.DisposeAsync();
            await target.CleanUpAsync(script, cancel);
        }
    }

    private async Task RunAsync()
    {
        // Who does not begin by connecting is there from the start.
        foreach (var client in _clients.Values.Where(c => _script.Steps.FirstOrDefault(s => s.Participant == c.Participant.Name)?.Kind is not (StepKind.Connects or StepKind.Accepts)))
            await GuardAsync(client.Participant.Line, () => ConnectAsync(client));
        foreach (var step in _script.Steps)
            await GuardAsync(step.Line, () => PlayAsync(step));
        var end = _script.Steps.Count > 0 ? _script.Steps[^1].Line : 1;
        await GuardAsync(end, () => SettleAsync(end));
        foreach (var client in _clients.Values)
        {
            if (client.TryReceive(out var unread)) throw Fail(end, $"at the script's end {client.Participant.Name} has something unread", "nothing", unread.ToString());
        }
        if (_target.LoggedErrors is [var error, ..]) throw Fail(end, "the server logged an error", null, error);
    }

    private async Task PlayAsync(Step step)
    {
        if (step.Kind == StepKind.After)
        {
            await SettleAsync(step.Line);
            _target.Advance(ParseDuration(step));
            await SettleAsync(step.Line);
            return;
        }
        if (step.Kind == StepKind.ServerStops)
        {
            await SettleAsync(step.Line);
            _target.StopServer();
            return;
        }
        if (step.Kind == StepKind.Network)
        {
            await SettleAsync(step.Line);
            await _target.NetworkAsync(step.Body, _cancel);
            return;
        }
        var client = _clients[step.Participant];
        if (IsAction(step.Kind)) await TakeTurnAsync(client, step.Line);
        switch (step.Kind)
        {
            case StepKind.Connects: await ConnectAsync(client); break;
            case StepKind.Accepts:
                await client.AcceptAsync(_target);
                _variables[client.Participant.Name + "'s stream id"] = ScenarioClient.PeerStreamId;
                break;
            case StepKind.Disconnects: await LeaveAsync(client, client.DisconnectAsync); break;
            case StepKind.LosesConnection: await LeaveAsync(client, client.LoseConnectionAsync); break;
            case StepKind.Resumes: await client.ResumeAsync(_target, ParseForgotten(step)); break;
            case StepKind.OpensStream: await client.SendStreamHeaderAsync(); break;
            case StepKind.StartsTls: await client.StartTlsAsync(); break;
            case StepKind.HandshakesTls: await client.HandshakeAsync(); break;
            case StepKind.Authenticates:
                await client.AuthenticateAsync();
                Remember(client);
                break;
            case StepKind.Binds:
                await client.BindAsync();
                Remember(client);
                break;
            case StepKind.Sends: await client.SendAsync(ScriptText.ToWire(Expand(step))); break;
            case StepKind.SendsRaw: await client.SendAsync(ScriptText.ToRawBytes(Expand(step))); break;
            case StepKind.Receives:
                await ReceiveAsync(client, step, inOrder: true);
                Remember(client);
                break;
            case StepKind.ReceivesInAnyOrder: await ReceiveAsync(client, step, inOrder: false); break;
            case StepKind.ReceivesStreamHeader: await ReceiveHeaderAsync(client, step); break;
            case StepKind.ReceivesStreamError: await ReceiveStreamErrorAsync(client, step); break;
            case StepKind.IsDisconnected: await ReceiveEndAsync(client, step); break;
            case StepKind.ReceivesNothing:
                await SettleAsync(step.Line);
                if (client.TryReceive(out var arrival)) throw Fail(step.Line, $"{step.Participant} receives something", "nothing", arrival.ToString());
                break;
        }
    }

    private static bool IsAction(StepKind kind) => kind is < StepKind.Receives;

    // Two connections are two orders: what one client did is finished before another one acts.
    private async Task TakeTurnAsync(ScenarioClient client, int line)
    {
        if (_lastActor is not null && _lastActor != client) await SettleAsync(line);
        _lastActor = client;
    }

    private async Task ConnectAsync(ScenarioClient client)
    {
        await client.ConnectAsync(_target);
        Remember(client);
    }

    private async Task LeaveAsync(ScenarioClient client, Func<Task> leave)
    {
        var jid = client.FullJid;
        await leave();
        if (jid is not null) await _target.SessionGoneAsync(jid, _cancel);
    }

    private void Remember(ScenarioClient client)
    {
        if (client.FullJid is { } jid) _variables[client.Participant.Name + "'s full JID"] = jid;
        if (client.HeaderId is { } id) _variables[client.Participant.Name + "'s stream id"] = id;
    }

    private string Expand(Step step)
    {
        foreach (var client in _clients.Values)
        {
            if (client.Management is not { } management) continue;
            var whose = client.Participant.Name + "'s ";
            if (management.Id is { } id) _variables[whose + "stream id"] = id;
            _variables[whose + "count"] = management.Received.ToString(CultureInfo.InvariantCulture);
            _variables[whose + "sent count"] = management.Sent.ToString(CultureInfo.InvariantCulture);
        }
        return ScriptText.Expand(step.Body, _variables);
    }

    private async Task ReceiveAsync(ScenarioClient client, Step step, bool inOrder)
    {
        var expected = ScriptText.ToElements(Expand(step));
        while (expected.Count > 0)
        {
            var arrival = await client.ReceiveAsync()
                ?? throw Fail(step.Line, $"{step.Participant} receives nothing", expected[0].ToString(), "(nothing)");
            var candidates = inOrder ? 1 : expected.Count;
            string? difference = "it is no element";
            for (var i = 0; i < candidates && difference is not null && arrival.Element is { } got && arrival.Kind == CutKind.Element; i++)
            {
                var mismatch = _matcher.Compare(expected[i], got);
                if (mismatch is null) expected.RemoveAt(i);
                difference = mismatch;
            }
            if (difference is not null)
            {
                throw Fail(step.Line, $"{step.Participant} receives something else: {(candidates > 1 ? "it is none of those" : difference)}",
                    string.Join('\n', expected.Take(candidates)), arrival.ToString());
            }
        }
    }

    private async Task ReceiveHeaderAsync(ScenarioClient client, Step step)
    {
        var arrival = await client.ReceiveAsync();
        if (arrival?.Kind != CutKind.StreamOpen) throw Fail(step.Line, $"{step.Participant} receives no stream header", "<stream:stream>", arrival?.ToString() ?? "(nothing)");
        Remember(client);
        if (step.Body.Length == 0) return;
        var expected = ScriptText.ToElements(Expand(step))[0];
        if (_matcher.Compare(expected, arrival.Element!) is { } difference)
            throw Fail(step.Line, $"{step.Participant} receives another stream header: {difference}", expected.ToString(), arrival.ToString());
    }

    // RFC 6120 §4.9.1.1: the error, the closing tag, the end of the connection. A header may precede it (§4.9.1.2).
    private async Task ReceiveStreamErrorAsync(ScenarioClient client, Step step)
    {
        var condition = XNamespace.Get("urn:ietf:params:xml:ns:xmpp-streams") + Expand(step);
        var arrival = await client.ReceiveAsync();
        if (arrival?.Element is not { } error || error.Name != Streams + "error" || error.Element(condition) is null)
            throw Fail(step.Line, $"{step.Participant} receives something else", $"<stream:error><{condition.LocalName}/></stream:error>", arrival?.ToString() ?? "(nothing)");
        await ReceiveEndAsync(client, step);
    }

    private async Task ReceiveEndAsync(ScenarioClient client, Step step)
    {
        var close = await client.ReceiveAsync();
        if (close is { Kind: CutKind.StreamClose, IsEnd: false })
        {
            // The server waits for our closing tag (RFC 6120 §4.4), for as long as it likes: not what the script is about.
            try
            {
                await client.SendAsync("</stream:stream>");
            }
            catch (IOException)
            {
                // It did not wait.
            }
            close = await client.ReceiveAsync();
        }
        if (close is not { IsEnd: true }) throw Fail(step.Line, $"{step.Participant} is not disconnected", "</stream:stream> and the end of the connection", close?.ToString() ?? "(nothing)");
    }

    // Everybody asks and is answered until nothing new has arrived in between: what was under way has arrived.
    private async Task SettleAsync(int line)
    {
        for (var round = 0; round < MaxSettleRounds; round++)
        {
            var before = _clients.Values.Sum(c => c.Arrived);
            foreach (var client in _clients.Values) await client.PingAsync();
            await _target.SettleAsync(_cancel);
            // Once: what a connection without a session caused, or an inactive client got, can't be asked for, only waited for.
            if (round == 0 && !_target.KnowsIdle && _clients.Values.Any(c => c is { IsConnected: true } and ({ IsBound: false } or { IsInactive: true })))
                await Task.Delay(ScenarioTarget.Moment, TimeProvider.System, _cancel);
            if (round > 0 && _clients.Values.Sum(c => c.Arrived) == before) return;
        }
        throw Fail(line, $"the server does not come to rest in {MaxSettleRounds} rounds");
    }

    private static int ParseForgotten(Step step) => step.Body.Length == 0 ? 0
        : step.Body.StartsWith(Without, StringComparison.Ordinal) ? int.Parse(step.Body.AsSpan(Without.Length), CultureInfo.InvariantCulture)
        : throw new FormatException($"'resumes {step.Body}': it is 'resumes' or 'resumes {Without}N'");

    private TimeSpan ParseDuration(Step step)
    {
        var text = step.Body.Trim();
        if (text.Length < 2 || !double.TryParse(text[..^1], CultureInfo.InvariantCulture, out var amount))
            throw Fail(step.Line, $"'{text}' is no duration such as 30s, 5m, 2h or 1d");
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => throw Fail(step.Line, $"'{text}' is no duration such as 30s, 5m, 2h or 1d"),
        };
    }

    private async Task GuardAsync(int line, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException or TimeoutException
            or KeyNotFoundException or XmlException or FormatException or NotSupportedException or System.Net.Sockets.SocketException
            or System.Security.Authentication.AuthenticationException or ArgumentException)
        {
            throw Fail(line, broken.Message);
        }
    }

    private ScenarioException Fail(int line, string what, string? expected = null, string? got = null) => new(_script.Name, line, what, expected, got);
}
