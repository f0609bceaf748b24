// What is done on streams with several domains (XEP-0220 §2.6) and with XEP-0198.
using System.Globalization;
using Balcony.Cli.Lab.Peers;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Run;

internal sealed partial class LabProbes
{
    // The first domain is proven already; what becomes of the second is what is looked at.
    private static async Task<Observation> SecondAsync(ScriptedServer peer, OpenedStream stream, Observation seen, CancellationToken cancel)
    {
        var self = peer.Self;
        var isForged = self.Script.Second == SecondPair.Forged;
        try
        {
            var second = await stream.DialbackAsync(self.SecondDomain!, cancel, isForged).ConfigureAwait(false);
            if (second.Outcome != Outcome.Accepted) return Observation.Refused($"the first domain was {seen.Text}; the second one: {second.Text}");
            if (isForged) return Observation.Accepted("both domains were believed");
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, cancel) is { } gone)
        {
            return gone with { Text = $"the first domain was {seen.Text}; the second one: {gone.Text}" };
        }
        var first = await PingAsync(peer, stream, self.Domain, seen, cancel).ConfigureAwait(false);
        return first.Outcome != Outcome.Accepted ? first
            : await PingAsync(peer, stream, self.SecondDomain!, first with { Text = $"{first.Text}; the second domain" }, cancel).ConfigureAwait(false);
    }

    private static async Task<Observation> ManageAsync(ScriptedServer peer, OpenedStream stream, Observation seen, CancellationToken cancel)
    {
        if (!stream.OffersManagement) return Observation.Untested("the tested server does not offer XEP-0198 to servers");
        try
        {
            return peer.Self.Script.Management switch
            {
                ManagementUse.Resumes => await ResumeAsync(peer, stream, cancel).ConfigureAwait(false),
                ManagementUse.UnknownId => await ResumeUnknownAsync(peer, stream, seen, cancel).ConfigureAwait(false),
                ManagementUse.CountTooHigh => await CountTooHighAsync(stream, cancel).ConfigureAwait(false),
                _ => await CountAsync(peer, stream, cancel).ConfigureAwait(false),
            };
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, cancel) is { } gone)
        {
            return gone;
        }
    }

    // §4: after one stanza it has handled one.
    private static async Task<Observation> CountAsync(ScriptedServer peer, OpenedStream stream, CancellationToken cancel)
    {
        if (await EnableAsync(stream, isResumable: false, cancel).ConfigureAwait(false) is { Name: not "enabled" } other) return Observation.Refused(PeerWords.Describe(other));
        var count = await CountOfPingAsync(peer, stream, cancel).ConfigureAwait(false);
        return count == "1" ? Observation.Accepted("it acknowledged the stanza") : Observation.Refused($"of one stanza it acknowledged {count}");
    }

    private static async Task<Observation> CountTooHighAsync(OpenedStream stream, CancellationToken cancel)
    {
        if (await EnableAsync(stream, isResumable: false, cancel).ConfigureAwait(false) is { Name: not "enabled" } other) return Observation.Refused(PeerWords.Describe(other));
        await stream.SendAsync($"<a xmlns='{PeerWords.ManagementNs}' h='1000'/>", cancel).ConfigureAwait(false);
        var end = await UntilAsync(stream, element => element.Is("error", XmlElement.StreamNs), cancel).ConfigureAwait(false);
        return Observation.Refused(end is null ? "it ended the stream" : PeerWords.Describe(end));
    }

    // §5: what cannot be resumed fails, and the stream is as good as a new one.
    private static async Task<Observation> ResumeUnknownAsync(ScriptedServer peer, OpenedStream stream, Observation seen, CancellationToken cancel)
    {
        await stream.SendAsync($"<resume xmlns='{PeerWords.ManagementNs}' previd='{PeerSelf.NewId()}' h='0'/>", cancel).ConfigureAwait(false);
        var answer = await NextOfManagementAsync(stream, cancel).ConfigureAwait(false);
        if (answer?.Name != "failed") return Observation.Refused(answer is null ? "it ended the stream" : PeerWords.Describe(answer));
        if (await EnableAsync(stream, isResumable: false, cancel).ConfigureAwait(false) is { Name: not "enabled" } other) return Observation.Refused(PeerWords.Describe(other));
        return await PingAsync(peer, stream, peer.Self.Domain, seen with { Text = "it refused, and began anew" }, cancel).ConfigureAwait(false);
    }

    private static async Task<Observation> ResumeAsync(ScriptedServer peer, OpenedStream stream, CancellationToken cancel)
    {
        var enabled = await EnableAsync(stream, isResumable: true, cancel).ConfigureAwait(false);
        if (enabled is { Name: not "enabled" } other) return Observation.Refused(PeerWords.Describe(other));
        if (enabled?.Attribute("resume") is not ("true" or "1") || enabled.Attribute("id") is not { } id)
            return Observation.Untested("the tested server does not let servers resume streams");
        await CountOfPingAsync(peer, stream, cancel).ConfigureAwait(false);
        await stream.BreakAsync().ConfigureAwait(false);
        await using var next = new OpenedStream(peer.Self);
        var seen = await next.OpenAsync(cancel).ConfigureAwait(false);
        stream.Trace.Note("another connection");
        foreach (var line in next.Trace.Lines) stream.Trace.Note(line);
        if (seen.Outcome != Outcome.Accepted) return seen;
        await next.SendAsync($"<resume xmlns='{PeerWords.ManagementNs}' previd='{PeerWords.Escape(id)}' h='0'/>", cancel).ConfigureAwait(false);
        var answer = await NextOfManagementAsync(next, cancel).ConfigureAwait(false);
        if (answer?.Name != "resumed") return Observation.Refused(answer is null ? "it ended the stream" : PeerWords.Describe(answer));
        return answer.Attribute("h") != "1" ? Observation.Refused($"it resumed, but says that {answer.Attribute("h")} stanzas came, and it was 1")
            : await PingAsync(peer, next, peer.Self.Domain, Observation.Accepted("resumed"), cancel).ConfigureAwait(false);
    }

    private static async Task<XmlElement?> EnableAsync(OpenedStream stream, bool isResumable, CancellationToken cancel)
    {
        await stream.SendAsync($"<enable xmlns='{PeerWords.ManagementNs}'{(isResumable ? " resume='true'" : "")}/>", cancel).ConfigureAwait(false);
        return await NextOfManagementAsync(stream, cancel).ConfigureAwait(false) ?? throw new IOException("it ended the stream upon <enable/>");
    }

    private static async Task<string> CountOfPingAsync(ScriptedServer peer, OpenedStream stream, CancellationToken cancel)
    {
        await stream.SendAsync(
            PeerWords.Ping(peer.Self.Domain, peer.Self.Target.Domain, "ping-" + PeerSelf.NewId()) + $"<r xmlns='{PeerWords.ManagementNs}'/>", cancel).ConfigureAwait(false);
        var answer = await UntilAsync(stream, element => element.Is("a", PeerWords.ManagementNs) || element.Is("error", XmlElement.StreamNs), cancel).ConfigureAwait(false);
        return answer?.Attribute("h") ?? throw new IOException(answer is null ? "it ended the stream" : PeerWords.Describe(answer));
    }

    private static Task<XmlElement?> NextOfManagementAsync(OpenedStream stream, CancellationToken cancel) =>
        UntilAsync(stream, element => element is { Namespace: PeerWords.ManagementNs, Name: not "r" } || element.Is("error", XmlElement.StreamNs), cancel);

    private static async Task<XmlElement?> UntilAsync(OpenedStream stream, Func<XmlElement, bool> isSought, CancellationToken cancel)
    {
        while (await stream.ReadAsync(cancel).ConfigureAwait(false) is { } element)
        {
            if (isSought(element)) return element;
        }
        return null;
    }

    // What the client was told says nothing about counts: the streams do.
    private static async Task<Observation> WeighManagementAsync(ScriptedServer peer, Observation seen, CancellationToken cancel)
    {
        if (peer.Streams.Count > 0 && seen.Outcome == Outcome.Accepted && !peer.Streams.Any(stream => stream.IsManaged))
            return Observation.Untested("the tested server does not turn XEP-0198 on");
        if (peer.Self.Script.Management == ManagementUse.Resumes && peer.Streams.Count > 0)
        {
            return peer.ResumptionId is null ? Observation.Untested("the tested server does not ask for streams that can be resumed")
                : !peer.IsResumed ? Observation.Refused($"it did not go on with the stream that was lost; {seen.Text}")
                : seen with { Text = $"it went on with the stream that was lost; {seen.Text}" };
        }
        if (peer.Self.Script.Management != ManagementUse.CountTooHigh) return seen;
        await Task.Delay(Absence, peer.Self.Clock, cancel).ConfigureAwait(false);
        var end = peer.Streams.Where(stream => stream.IsManaged).Select(stream => stream.End).LastOrDefault(text => text is not null);
        return end is null ? Observation.Accepted(string.Create(CultureInfo.InvariantCulture, $"the stream goes on; {seen.Text}")) : Observation.Refused(end);
    }
}
