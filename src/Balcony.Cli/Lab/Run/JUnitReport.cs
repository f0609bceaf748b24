// A report in the form of JUnit's, which CI systems show: a suite for each direction.
using System.Globalization;
using static Balcony.Cli.Lab.Run.ReportWords;

namespace Balcony.Cli.Lab.Run;

internal static class JUnitReport
{
    public static void Write(LabReport report, TextWriter output)
    {
        output.WriteLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        output.WriteLine($"<testsuites name=\"{Escape(Title(report))}\" {Totals(report.Results)}>");
        foreach (var suite in report.Results.GroupBy(result => result.Direction))
        {
            output.WriteLine($"  <testsuite name=\"{Escape(report.Against)}.{suite.Key}\" timestamp=\"{report.Started.UtcDateTime:yyyy-MM-ddTHH:mm:ss}\" {Totals([.. suite])}>");
            foreach (var result in suite) WriteCase(report, result, output);
            output.WriteLine("  </testsuite>");
        }
        output.WriteLine("</testsuites>");
    }

    private static string Totals(IReadOnlyList<LabResult> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"tests=\"{results.Count}\" failures=\"{results.Count(result => result.Verdict == LabVerdict.Failed)}\" errors=\"0\" skipped=\"{results.Count(result => result.Verdict == LabVerdict.NotTested)}\" time=\"{Seconds(results.Sum(result => result.Seconds))}\"");

    private static void WriteCase(LabReport report, LabResult result, TextWriter output)
    {
        output.Write($"    <testcase name=\"{Escape(result.Name)}\" classname=\"{Escape(report.Against)}.{result.Direction}\" time=\"{Seconds(result.Seconds)}\">");
        var text = $"{result.Summary} [{result.Reference}]\nexpected: {result.Expected}\nobserved: {result.Observed}\n{string.Join('\n', result.Trace)}";
        if (result.Verdict == LabVerdict.Failed)
            output.Write($"<failure message=\"{Escape(result.Reason ?? "")}\">{Escape(text)}</failure>");
        else if (result.Verdict == LabVerdict.NotTested)
            output.Write($"<skipped message=\"{Escape(result.Reason ?? "")}\"/>");
        else
            output.Write($"<system-out>{Escape(text)}</system-out>");
        output.WriteLine("</testcase>");
    }
}
