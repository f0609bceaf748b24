// Words that all forms of a report share.
using System.Globalization;
using System.Security;
using System.Text;

namespace Balcony.Cli.Lab.Run;

internal static class ReportWords
{
    public static string Of(LabVerdict verdict) => verdict switch { LabVerdict.Passed => "passed", LabVerdict.Failed => "failed", _ => "not tested" };

    public static LabVerdict ToVerdict(string text) => text switch
    {
        "passed" => LabVerdict.Passed,
        "failed" => LabVerdict.Failed,
        "not tested" => LabVerdict.NotTested,
        _ => throw new InvalidDataException($"'{text}' is no verdict: passed, failed or not tested"),
    };

    public static string Counts(LabReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Count(LabVerdict.Passed)} passed, {report.Count(LabVerdict.Failed)} failed, {report.Count(LabVerdict.NotTested)} not tested");

    public static string Title(LabReport report) => $"Interoperability of {report.Against}" + (report.Software is { } software ? $" ({software})" : "");

    public static string Way(string direction) => direction == "in" ? "the peer connects" : "it connects to the peer";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>For XML and HTML: what a peer sent may hold anything.</summary>
    public static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (isPair) clean.Append(text[at]).Append(text[++at]);
            else clean.Append(IsChar(text[at]) ? text[at] : '\uFFFD');
        }
        return SecurityElement.Escape(clean.ToString()) ?? "";
    }

    // XML 1.0 §2.2.
    private static bool IsChar(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and < '\uFFFE');
}
