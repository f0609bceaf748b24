// A report for a terminal: the matrix, then what failed with its evidence.
namespace Balcony.Cli.Lab.Run;

internal static class TextReport
{
    private const int TraceLines = 12;

    public static void Write(LabReport report, TextWriter output)
    {
        output.WriteLine(ReportWords.Title(report));
        output.WriteLine($"{ReportWords.Time(report.Started)}; taken to be: {report.Policy}");
        output.WriteLine();
        var width = report.Results.Select(result => result.Name.Length).DefaultIfEmpty(4).Max();
        output.WriteLine($"{"test".PadRight(width)}  {"in",-10}  {"out",-10}  what is special");
        foreach (var peer in report.Results.GroupBy(result => result.Name))
            output.WriteLine($"{peer.Key.PadRight(width)}  {Cell(peer, "in"),-10}  {Cell(peer, "out"),-10}  {peer.First().Summary}");
        output.WriteLine();
        foreach (var result in report.Results.Where(result => result.Verdict == LabVerdict.Failed)) WriteFailure(result, output);
        var untested = report.Results.Where(result => result.Verdict == LabVerdict.NotTested).GroupBy(result => result.Reason).ToList();
        if (untested.Count > 0) output.WriteLine("Not tested:");
        foreach (var group in untested)
            output.WriteLine($"  {group.Key}: {string.Join(", ", group.Select(result => $"{result.Name} ({result.Direction})"))}");
        if (untested.Count > 0) output.WriteLine();
        output.WriteLine(ReportWords.Counts(report));
    }

    private static string Cell(IEnumerable<LabResult> peer, string direction) =>
        peer.FirstOrDefault(result => result.Direction == direction) is { } result ? ReportWords.Of(result.Verdict) : "-";

    private static void WriteFailure(LabResult result, TextWriter output)
    {
        output.WriteLine($"FAILED {result.Name} ({result.Direction}): {result.Reason}");
        output.WriteLine($"  special:   {result.Summary}");
        output.WriteLine($"  expected:  {result.Expected} [{result.Reference}]");
        output.WriteLine($"  observed:  {result.Observed}");
        foreach (var line in result.Diary?.Split('\n') ?? []) output.WriteLine($"  its words: {line.Trim()}");
        foreach (var line in result.Trace.TakeLast(TraceLines)) output.WriteLine($"    {line}");
        output.WriteLine();
    }
}
