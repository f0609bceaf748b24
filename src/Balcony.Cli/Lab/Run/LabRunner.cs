// `balcony lab run`: controls first, then everybody, in both directions; then the verdicts.
using System.Collections.Concurrent;
using System.IO.Enumeration;
using Balcony.Cli.Lab.Ground;
using Balcony.Cli.Lab.Peers;

namespace Balcony.Cli.Lab.Run;

/// <param name="Options">Whom to test and how.</param>
/// <param name="Network">Running.</param>
/// <param name="Client">Null: the direction "out" is not tested.</param>
/// <param name="Diary">The tested server's own words about a peer.</param>
/// <param name="Told">Hears of each test that is done.</param>
internal sealed record LabRunner(LabRunOptions Options, LabNetwork Network, LabClient? Client, LabDiary Diary, Action<LabTest, Observation> Told)
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Observation Seen, string? Diary, TimeSpan Took)> _seen = new();

    private LabJudge Judge { get; } = new(Options.Policy, Diary.HasReasons);

    public async Task<LabReport> RunAsync(TimeProvider clock, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        var tests = Chosen();
        var probes = new LabProbes(Options, Client);
        using var slots = new SemaphoreSlim(Options.AtOnce);
        // Slow ones begin first, or the run would wait for them alone at its end.
        var peers = tests.GroupBy(test => test.Spec).OrderBy(group => PeerScripts.Find(group.Key.Script).At is null);
        await Task.WhenAll(peers.Select(group => RunPeerAsync(group.Key, [.. group], probes, slots, clock, cancel))).ConfigureAwait(false);
        await SurviveAsync(tests, probes, clock, cancel).ConfigureAwait(false);
        return new LabReport
        {
            Against = Options.Domain,
            Software = Client is null ? null : await Client.SoftwareAsync(Options.Domain, cancel).ConfigureAwait(false),
            Started = started,
            Policy = Options.Policy.ToString(),
            Results = [.. Asked(tests).Select(test => Write(test))],
        };
    }

    // The chosen tests, and their controls, without which they say nothing.
    private List<LabTest> Chosen()
    {
        var names = LabCatalogue.All.Where(spec => spec.Service == LabService.Server && IsChosen(spec.Name)).Select(spec => spec.Name).ToHashSet();
        var wanted = new Queue<string>(names);
        while (wanted.TryDequeue(out var name))
        {
            foreach (var needed in new[] { Judge.ControlOf(LabCatalogue.Find(name)!), LabJudge.ProofOf(LabCatalogue.Find(name)!) })
            {
                if (needed is not null && names.Add(needed)) wanted.Enqueue(needed);
            }
        }
        return [.. from spec in LabCatalogue.All where names.Contains(spec.Name)
                   from direction in new[] { LabDirections.Inbound, LabDirections.Outbound }
                   where spec.Directions.HasFlag(direction)
                   select new LabTest(spec, direction)];
    }

    private IEnumerable<LabTest> Asked(List<LabTest> tests) => tests.Where(test => IsChosen(test.Spec.Name));

    private bool IsChosen(string name) => Options.Only.Count == 0 || Options.Only.Any(pattern =>
        pattern == "2010" ? LabCatalogue.Events2010.Contains(name) : FileSystemName.MatchesSimpleExpression(pattern, name));

    // Both directions of a peer one after the other: they share its listeners.
    private async Task RunPeerAsync(LabPeerSpec spec, List<LabTest> tests, LabProbes probes, SemaphoreSlim slots, TimeProvider clock, CancellationToken cancel)
    {
        await slots.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            foreach (var test in tests)
            {
                var begun = clock.GetTimestamp();
                var seen = Network.Find(spec.Name) is { } peer ? await TryAsync(test, peer, probes, clock, cancel).ConfigureAwait(false)
                    : Observation.Untested("the lab has no such peer");
                // Who was let in needs no reason.
                var diary = seen.Outcome == Outcome.Accepted ? null : await Diary.ReadAsync(spec.Domain, cancel).ConfigureAwait(false);
                _seen[test.Id] = (seen, diary, clock.GetElapsedTime(begun));
                Told(test, seen);
                // The tested server may be a moment late to know that its streams have ended, and would lose the next stanza in them.
                if (test != tests[^1]) await Task.Delay(Settles, clock, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<Observation> TryAsync(LabTest test, LabPeer peer, LabProbes probes, TimeProvider clock, CancellationToken cancel)
    {
        if (peer.WhyNot is { } why) return Observation.Untested(why);
        await using var server = Stage(peer, clock);
        var isExpected = Judge.Expected(test).Passes;
        return test.IsInbound ? await probes.InboundAsync(server, isExpected, cancel).ConfigureAwait(false)
            : await probes.OutboundAsync(server, isExpected, cancel).ConfigureAwait(false);
    }

    private ScriptedServer Stage(LabPeer peer, TimeProvider clock) => LabPeerServers.StartServer(
        peer, new TestedServer(Options.Domain, Options.Servers) { DirectEndPoint = Options.ServersDirect }, Options.Patience, clock);

    // A peer that ends its own connections asks nothing of the tested server but to be there afterwards.
    private async Task SurviveAsync(List<LabTest> tests, LabProbes probes, TimeProvider clock, CancellationToken cancel)
    {
        if (!tests.Any(IsSurvived)) return;
        var control = new LabTest(LabCatalogue.Find(LabCatalogue.Good)!, LabDirections.Inbound);
        var after = await TryAsync(control, Network.Find(LabCatalogue.Good)!, probes, clock, cancel).ConfigureAwait(false);
        foreach (var test in tests.Where(IsSurvived))
        {
            if (!_seen.TryGetValue(test.Id, out var before) || before.Seen.Outcome is Outcome.Unreachable or Outcome.Untested) continue;
            var seen = after.Outcome == Outcome.Accepted
                ? before.Seen with { Outcome = Outcome.Refused, Text = before.Seen.Text + "; the control passes afterwards" }
                : Observation.Unanswered($"{before.Seen.Text}; afterwards the control does not pass: {after.Text}") with { Trace = before.Seen.Trace };
            _seen[test.Id] = before with { Seen = seen };
        }
    }

    private static bool IsSurvived(LabTest test) =>
        test.IsInbound && PeerScripts.Find(test.Spec.Script) is { At: not null, Fault: PeerFault.Closes };

    private LabResult Write(LabTest test)
    {
        var (seen, diary, took) = _seen[test.Id];
        var (verdict, reason) = Judge.Judge(test, seen, ControlOf(test), diary);
        var expected = Judge.Expected(test);
        var isBrief = Options.IsBrief && verdict != LabVerdict.Failed;
        return new LabResult
        {
            Name = test.Spec.Name,
            Direction = test.Way,
            Summary = test.Spec.Summary,
            Reference = test.Spec.Reference,
            Control = Judge.ControlOf(test.Spec),
            Expected = expected.Passes ? "is let in" + (expected.Method is { } method && method != "Pkix" ? $" by {method}" : "")
                : "is refused" + (expected.Fault is { } fault ? $": {fault}" : "") + (expected.Error is { } error ? $" ({error})" : ""),
            Observed = seen.Text,
            Verdict = verdict,
            Reason = reason,
            Diary = diary is null || isBrief ? null : LabDiary.Shorten(diary),
            Seconds = took.TotalSeconds,
            Trace = isBrief ? [] : seen.Trace,
        };
    }

    // The first that did not pass is the one to name.
    private (string, Observation?)? ControlOf(LabTest test)
    {
        (string, Observation?)? last = null;
        foreach (var name in new[] { LabJudge.ProofOf(test.Spec), Judge.ControlOf(test.Spec) })
        {
            if (name is null || LabCatalogue.Find(name) is not { } control) continue;
            var way = control.Directions.HasFlag(test.Direction) ? test.Direction : control.Directions;
            last = (name, _seen.TryGetValue(new LabTest(control, way).Id, out var seen) ? seen.Seen : null);
            if (last.Value.Item2?.Outcome != Outcome.Accepted) return last;
        }
        return last;
    }
}
