// The two things that are done with a peer: it connects to the tested server, and the tested server is made to connect to it.
using Balcony.Cli.Lab.Peers;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Run;

internal sealed partial class LabProbes(LabRunOptions options, LabClient? client)
{
    // How long something is waited for that must not come.
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(3);

    /// <summary>The peer connects, proves itself as far as it can, and pings the tested server.</summary>
    public async Task<Observation> InboundAsync(ScriptedServer peer, bool isExpected, CancellationToken cancel)
    {
        var script = peer.Self.Script;
        if (script.Tls == TlsUse.Direct && peer.Self.Target.DirectEndPoint is null)
            return Observation.Untested("it is not known where the tested server takes direct TLS");
        peer.AcceptsAs = script.WithoutFaults;
        using var patience = Patience(script, isExpected, cancel);
        var bait = "bait-" + PeerSelf.NewId();
        await using var stream = new OpenedStream(peer.Self)
        {
            EarlyStanza = client is null ? null : PeerWords.Message("romeo@" + peer.Self.Domain, client.Account, bait, "This must not arrive."),
        };
        var seen = await stream.OpenAsync(patience.Token).ConfigureAwait(false);
        if (script.SendsEarly) return await AfterEarlyAsync(stream, seen, bait, patience.Token).ConfigureAwait(false);
        if (seen.Outcome != Outcome.Accepted) return seen;
        if (script.Bidi == BidiUse.Right && !stream.IsBidi) return Observation.Untested("the tested server does not offer bidi");
        var next = script switch
        {
            { ForeignDomain: { } foreign } => await ForeignAsync(stream, foreign, bait, cancel).ConfigureAwait(false),
            { Second: not SecondPair.None } => await SecondAsync(peer, stream, seen, patience.Token).ConfigureAwait(false),
            { Management: not ManagementUse.None } => await ManageAsync(peer, stream, seen, patience.Token).ConfigureAwait(false),
            _ => await PingAsync(peer, stream, peer.Self.Domain, seen, patience.Token).ConfigureAwait(false),
        };
        return next with { Trace = stream.Trace.Lines };
    }

    /// <summary>A client of the tested server pings the peer.</summary>
    public async Task<Observation> OutboundAsync(ScriptedServer peer, bool isExpected, CancellationToken cancel)
    {
        if (client is null) return Observation.Untested("without an account the tested server cannot be made to connect (--account)");
        var script = peer.Self.Script;
        peer.AcceptsAs = script;
        using var patience = Patience(script, isExpected, cancel);
        var bait = "bait-" + PeerSelf.NewId();
        peer.Bait = (client.Account, bait);
        using var half = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        if (isExpected) half.CancelAfter(options.Patience / 2);
        var told = await client.PingAsync(peer.Self.Domain, half.Token).ConfigureAwait(false);
        // A server that never came near the peer may not have got over the test before, or over its DNS: it has one more try.
        if (isExpected && told.Outcome != Outcome.Accepted && peer.Streams.Count == 0)
            told = Twice(await client.PingAsync(peer.Self.Domain, patience.Token).ConfigureAwait(false), told);
        var seen = Weigh(peer, told);
        if (script.Management != ManagementUse.None) seen = await WeighManagementAsync(peer, seen, cancel).ConfigureAwait(false);
        if (script.Bidi is BidiUse.Unasked or BidiUse.OtherDomain) seen = await BaitAsync(peer, seen, bait, cancel).ConfigureAwait(false);
        return seen with { Trace = [.. peer.Streams.SelectMany((stream, at) => stream.Trace.Lines.Prepend($"--- stream {at + 1}"))] };
    }

    private static Observation Twice(Observation second, Observation first) => second with { Text = $"{second.Text} (at the second try; at the first {first.Text})" };

    // What is refused may take as long as the tested server tries; what is let in is let in at once.
    private CancellationTokenSource Patience(PeerScript script, bool isExpected, CancellationToken cancel)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var isClosing = script is { At: not null, Fault: PeerFault.Closes };
        patience.CancelAfter(isExpected || isClosing ? options.Patience : options.LongPatience);
        return patience;
    }

    // What the client was told, and what the peer saw of it.
    private static Observation Weigh(ScriptedServer peer, Observation told)
    {
        var script = peer.Self.Script;
        var streams = peer.Streams;
        var end = streams.Select(stream => stream.End).LastOrDefault(text => text is not null);
        var stage = streams.Count == 0 ? "it did not connect" : $"it came to: {streams.Max(stream => stream.Stage)}" + (end is null ? "" : $"; {end}");
        if (told.Outcome == Outcome.Accepted)
        {
            if (script.Bidi != BidiUse.Right) return told;
            return streams.Any(stream => stream.IsBidi) ? told with { Text = told.Text + " on the same stream" }
                : Observation.Untested("the tested server does not ask for bidi");
        }
        if (peer.Pings > 0) return Observation.Accepted($"the ping was handed over; {told.Text}");
        // Who is flooded or starved has done well when it ends the stream, whether or not something had been sent before.
        if (told.Outcome == Outcome.Unanswered && script is { At: not null, Fault: not PeerFault.Closes } && end is not null)
            return Observation.Refused($"{stage}; {told.Text}");
        return told with { Text = $"{told.Text}; {stage}" };
    }

    private async Task<Observation> BaitAsync(ScriptedServer peer, Observation seen, string bait, CancellationToken cancel)
    {
        if (peer.Streams.Count == 0) return seen;
        if (peer.Self.Script.Bidi == BidiUse.OtherDomain && !peer.Streams.Any(stream => stream.IsBidi))
            return Observation.Untested("the tested server does not ask for bidi");
        await Task.Delay(Absence, peer.Self.Clock, cancel).ConfigureAwait(false);
        var end = peer.Streams.Select(stream => stream.End).LastOrDefault(text => text is not null);
        return client!.HasReceived(bait) ? Observation.Accepted("the forged stanza reached the account")
            : Observation.Refused("the forged stanza was not delivered; " + (end ?? "the stream goes on"));
    }

    private static async Task<Observation> PingAsync(ScriptedServer peer, OpenedStream stream, string from, Observation seen, CancellationToken cancel)
    {
        var id = "ping-" + PeerSelf.NewId();
        var elsewhere = peer.Await(id);
        try
        {
            await stream.AtAsync(PeerStep.InStanza, cancel).ConfigureAwait(false);
            await stream.SendAsync(PeerWords.Ping(from, peer.Self.Target.Domain, id), cancel).ConfigureAwait(false);
            var here = ReadAnswerAsync(stream, id, cancel);
            var first = await Task.WhenAny(elsewhere.WaitAsync(cancel), here).ConfigureAwait(false);
            if (first == here && await here.ConfigureAwait(false) is { } end) return Observation.Refused($"{seen.Text}, but then: {end}");
            var isAnswer = first == here || (await elsewhere.WaitAsync(cancel).ConfigureAwait(false)).Attribute("type") == "result";
            return seen with { Text = $"{seen.Text}; the ping was answered {(first == here ? "on the same stream" : "on a stream back")}{(isAnswer ? "" : " with an error")}" };
        }
        catch (OperationCanceledException)
        {
            return seen with { Text = $"{seen.Text}; the ping was not answered" };
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, cancel) is { } gone)
        {
            return gone with { Text = $"{seen.Text}; {gone.Text}" };
        }
    }

    // Null: it is the answer. Otherwise what came instead of it.
    private static async Task<string?> ReadAnswerAsync(OpenedStream stream, string id, CancellationToken cancel)
    {
        while (await stream.ReadAsync(cancel).ConfigureAwait(false) is { } element)
        {
            if (element.Attribute("id") == id) return null;
            if (element.Is("error", XmlElement.StreamNs)) return PeerWords.Describe(element);
        }
        return "it ended the stream";
    }

    private async Task<Observation> ForeignAsync(OpenedStream stream, string foreign, string bait, CancellationToken cancel)
    {
        var stanza = client is null ? PeerWords.Ping(foreign, options.Domain, bait)
            : PeerWords.Message("romeo@" + foreign, client.Account, bait, "This must not arrive.");
        await stream.SendAsync(stanza, cancel).ConfigureAwait(false);
        return await EndsAsync(stream, bait, cancel).ConfigureAwait(false);
    }

    private async Task<Observation> AfterEarlyAsync(OpenedStream stream, Observation seen, string bait, CancellationToken cancel)
    {
        if (seen.Outcome == Outcome.Unreachable) return seen;
        return await EndsAsync(stream, bait, cancel).ConfigureAwait(false) with { Trace = stream.Trace.Lines };
    }

    // The stream has to end with an error, and nothing may have got through.
    private async Task<Observation> EndsAsync(OpenedStream stream, string bait, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Patience);
        var end = "the stanza was passed over, and the stream goes on";
        var outcome = Outcome.Unanswered;
        try
        {
            end = await ReadAnswerAsync(stream, bait, patience.Token).ConfigureAwait(false) ?? "it answered";
            outcome = Outcome.Refused;
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, patience.Token) is { } gone)
        {
            (end, outcome) = gone.Outcome == Outcome.Refused ? (gone.Text, Outcome.Refused) : (end, outcome);
        }
        await Task.Delay(Absence, CancellationToken.None).ConfigureAwait(false);
        if (client?.HasReceived(bait) == true) return Observation.Accepted("the stanza reached the account");
        // Nobody was deceived, whatever the peer was told.
        return client is not null && outcome == Outcome.Unanswered ? Observation.Refused(end) : new Observation(outcome, end);
    }
}
