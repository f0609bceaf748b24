// A report as one HTML page: no script, nothing from elsewhere, readable without colours and by screen readers.
using static Balcony.Cli.Lab.Run.ReportWords;

namespace Balcony.Cli.Lab.Run;

internal static class HtmlReport
{
    // Dark on light and light on dark, each above 7:1 (WCAG 2.2 §1.4.6).
    private const string Style = """
        :root { color-scheme: light dark; --text: #1b1b1b; --page: #fff; --line: #767676; --passed: #0b5a1e; --failed: #8f0d12; --open: #4d4d4d; }
        @media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --page: #161616; --line: #8c8c8c; --passed: #8fdc9f; --failed: #ffb3b0; --open: #cfcfcf; } }
        body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); margin: 1.5rem; }
        table { border-collapse: collapse; } caption { text-align: left; font-weight: bold; padding: .5rem 0; }
        th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
        .wide { overflow-x: auto; } .passed { color: var(--passed); } .failed { color: var(--failed); font-weight: bold; } .open { color: var(--open); }
        pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; } summary { cursor: pointer; } a { color: inherit; } td a, .none { white-space: nowrap; } td:nth-child(2) { min-width: 12rem; }
        """;

    public static void Write(LabReport report, TextWriter output)
    {
        var title = Escape(Title(report));
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine($"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>");
        output.WriteLine($"<style>{Style}</style></head><body><main>");
        output.WriteLine($"<h1>{title}</h1>");
        output.WriteLine($"<p>{Counts(report)}. Run at {Time(report.Started)}. Taken to be: {Escape(report.Policy)}.</p>");
        output.WriteLine("<p>In: the peer connects to the tested server. Out: the tested server is made to connect to the peer. "
            + "A peer that is bad counts only with the success of its control in the same run.</p>");
        WriteMatrix(report, output);
        output.WriteLine("<h2>Each test</h2>");
        foreach (var result in report.Results) WriteResult(result, output);
        output.WriteLine("</main></body></html>");
    }

    private static void WriteMatrix(LabReport report, TextWriter output)
    {
        output.WriteLine("<div class=\"wide\" role=\"region\" aria-label=\"Matrix\" tabindex=\"0\"><table><caption>Tests and directions</caption>");
        output.WriteLine("<thead><tr><th scope=\"col\">Test</th><th scope=\"col\">What is special</th><th scope=\"col\">In</th><th scope=\"col\">Out</th>"
            + "<th scope=\"col\">Reference</th></tr></thead><tbody>");
        foreach (var peer in report.Results.GroupBy(result => result.Name))
        {
            var first = peer.First();
            output.WriteLine($"<tr><th scope=\"row\">{Escape(peer.Key)}</th><td>{Escape(first.Summary)}</td>{Cell(peer, "in")}{Cell(peer, "out")}"
                + $"<td>{Escape(first.Reference)}</td></tr>");
        }
        output.WriteLine("</tbody></table></div>");
    }

    private static string Cell(IEnumerable<LabResult> peer, string direction) =>
        peer.FirstOrDefault(result => result.Direction == direction) is { } result
            ? $"<td class=\"{Class(result.Verdict)}\"><a href=\"#{Anchor(result)}\">{Mark(result.Verdict)} {Of(result.Verdict)}</a></td>"
            : "<td class=\"none\">no such test</td>";

    private static void WriteResult(LabResult result, TextWriter output)
    {
        output.WriteLine($"<section id=\"{Anchor(result)}\"><h3>{Escape(result.Name)}, {result.Direction}: "
            + $"<span class=\"{Class(result.Verdict)}\">{Mark(result.Verdict)} {Of(result.Verdict)}</span></h3>");
        output.WriteLine($"<dl><dt>What is special</dt><dd>{Escape(result.Summary)}</dd><dt>Expected</dt><dd>{Escape(result.Expected)} ({Escape(result.Reference)})</dd>"
            + $"<dt>Observed</dt><dd>{Escape(result.Observed)}</dd>");
        if (result.Reason is { } reason) output.WriteLine($"<dt>Reason</dt><dd>{Escape(reason)}</dd>");
        if (result.Control is { } control) output.WriteLine($"<dt>Control</dt><dd>{Escape(control)}</dd>");
        if (result.Diary is { } diary) output.WriteLine($"<dt>The tested server's words</dt><dd><pre>{Escape(diary)}</pre></dd>");
        output.WriteLine("</dl>");
        if (result.Trace.Count > 0)
            output.WriteLine($"<details><summary>What went over the stream</summary><pre>{Escape(string.Join('\n', result.Trace))}</pre></details>");
        output.WriteLine("</section>");
    }

    private static string Anchor(LabResult result) => Escape($"{result.Name}-{result.Direction}");

    private static string Class(LabVerdict verdict) => verdict switch { LabVerdict.Passed => "passed", LabVerdict.Failed => "failed", _ => "open" };

    // Never by colour alone (WCAG 2.2 §1.4.1).
    private static string Mark(LabVerdict verdict) => verdict switch { LabVerdict.Passed => "\u2713", LabVerdict.Failed => "\u2717", _ => "\u2013" };
}
