// A report as JSON, which `balcony lab report` reads back to write it in another form.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Balcony.Cli.Lab.Run;

internal static class JsonReport
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(LabReport report, TextWriter output)
    {
        var results = new JsonArray();
        foreach (var result in report.Results) results.Add(ToJson(result));
        var root = new JsonObject
        {
            ["against"] = report.Against,
            ["software"] = report.Software,
            ["started"] = report.Started,
            ["policy"] = report.Policy,
            ["passed"] = report.Count(LabVerdict.Passed),
            ["failed"] = report.Count(LabVerdict.Failed),
            ["notTested"] = report.Count(LabVerdict.NotTested),
            ["results"] = results,
        };
        output.WriteLine(root.ToJsonString(Layout));
    }

    /// <exception cref="InvalidDataException">It is no report.</exception>
    public static LabReport Read(string json)
    {
        try
        {
            var root = JsonNode.Parse(json) ?? throw new InvalidDataException("the report is empty");
            return new LabReport
            {
                Against = Text(root, "against"),
                Software = (string?)root["software"],
                Started = (DateTimeOffset?)root["started"] ?? throw new InvalidDataException("'started' is missing"),
                Policy = Text(root, "policy"),
                Results = [.. (root["results"] as JsonArray ?? throw new InvalidDataException("'results' is missing")).Select(node => FromJson(node!))],
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"this is no report of the lab: {fault.Message}", fault);
        }
    }

    private static JsonObject ToJson(LabResult result)
    {
        var trace = new JsonArray();
        foreach (var line in result.Trace) trace.Add(line);
        return new JsonObject
        {
            ["test"] = result.Name,
            ["direction"] = result.Direction,
            ["verdict"] = ReportWords.Of(result.Verdict),
            ["summary"] = result.Summary,
            ["expected"] = result.Expected,
            ["observed"] = result.Observed,
            ["reason"] = result.Reason,
            ["reference"] = result.Reference,
            ["control"] = result.Control,
            ["diary"] = result.Diary,
            ["seconds"] = Math.Round(result.Seconds, 2),
            ["trace"] = trace,
        };
    }

    private static LabResult FromJson(JsonNode node) => new()
    {
        Name = Text(node, "test"),
        Direction = Text(node, "direction"),
        Verdict = ReportWords.ToVerdict(Text(node, "verdict")),
        Summary = Text(node, "summary"),
        Expected = Text(node, "expected"),
        Observed = Text(node, "observed"),
        Reason = (string?)node["reason"],
        Reference = Text(node, "reference"),
        Control = (string?)node["control"],
        Diary = (string?)node["diary"],
        Seconds = (double?)node["seconds"] ?? 0,
        Trace = [.. (node["trace"] as JsonArray ?? []).Select(line => (string?)line ?? "")],
    };

    private static string Text(JsonNode node, string name) => (string?)node[name] ?? throw new InvalidDataException($"'{name}' is missing");
}
