// The forms of a report, by name and by a file's ending; and `balcony lab report`, which writes a kept one in another form.
using System.CommandLine;

namespace Balcony.Cli.Lab.Run;

internal static class ReportForms
{
    private static readonly Dictionary<string, (string Ending, Action<LabReport, TextWriter> Write)> Forms = new()
    {
        ["text"] = (".txt", TextReport.Write),
        ["json"] = (".json", JsonReport.Write),
        ["junit"] = (".xml", JUnitReport.Write),
        ["html"] = (".html", HtmlReport.Write),
        ["markdown"] = (".md", MarkdownReport.Write),
    };

    public static IEnumerable<string> Names => Forms.Keys;

    /// <summary>The form that a file's ending asks for; null: none.</summary>
    public static string? Of(string file) => Forms.FirstOrDefault(form => file.EndsWith(form.Value.Ending, StringComparison.OrdinalIgnoreCase)).Key;

    public static void Write(LabReport report, string form, TextWriter output) => Forms[form].Write(report, output);

    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(LabReport report, string file)
    {
        using var output = new StreamWriter(file) { NewLine = "\n" };
        Write(report, Of(file) ?? "text", output);
    }

    public static Command CreateCommand()
    {
        var command = new Command("report", "Write a report that was kept as JSON in another form");
        var file = new Argument<string>("file") { Description = "As `lab run --report FILE.json` wrote it", HelpName = "FILE" };
        var output = new Option<string>("--output", "-o") { Description = "text, json, junit, html or markdown", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong([.. Names]);
        command.Add(file);
        command.Add(output);
        command.SetAction(parsed =>
        {
            try
            {
                Write(JsonReport.Read(File.ReadAllText(parsed.GetValue(file)!)), parsed.GetValue(output)!, Terminal.Out);
                return ExitCode.Ok;
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Terminal.Error.WriteLine($"balcony: {fault.Message}");
                return fault is InvalidDataException ? ExitCode.Failed : ExitCode.NotFound;
            }
        });
        return command;
    }
}
