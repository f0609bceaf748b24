// A report as Markdown, as docs/interop keeps it: the matrix and what was seen, without traces.
namespace Balcony.Cli.Lab.Run;

internal static class MarkdownReport
{
    public static void Write(LabReport report, TextWriter output)
    {
        output.WriteLine($"# {ReportWords.Title(report)}");
        output.WriteLine();
        output.WriteLine($"{ReportWords.Counts(report)}. Taken to be: {report.Policy}. In: the peer connects; out: it connects to the peer.");
        output.WriteLine("A bad peer counts only with the success of its control in the same run.");
        output.WriteLine();
        output.WriteLine("| test | | what is special | verdict | expected | observed | reference |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var result in report.Results)
        {
            var verdict = ReportWords.Of(result.Verdict);
            var why = result is { Verdict: LabVerdict.NotTested, Reason: { } reason } ? reason : result.Observed;
            output.WriteLine($"| {result.Name} | {result.Direction} | {Cell(result.Summary)} | {(result.Verdict == LabVerdict.Failed ? $"**{verdict}**" : verdict)} "
                + $"| {Cell(result.Expected)} | {Cell(why)} | {Cell(result.Reference)} |");
        }
    }

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ').Replace("<", "&lt;", StringComparison.Ordinal);
}
