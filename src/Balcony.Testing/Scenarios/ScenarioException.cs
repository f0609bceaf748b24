// What a failed script says.
namespace Balcony.Testing.Scenarios;

/// <summary>A script's step did not go as written. The message names script and line and shows both sides.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException(string script, int line, string what, string? expected = null, string? got = null)
        : base(Compose(script, line, what, expected, got)) { }

    private static string Compose(string script, int line, string what, string? expected, string? got)
    {
        var message = $"{script}:{line}: {what}";
        if (expected is not null) message += "\n  expected:\n" + Indent(expected);
        if (got is not null) message += "\n  got:\n" + Indent(got);
        return message;
    }

    private static string Indent(string text) => "    " + text.Trim().ReplaceLineEndings("\n    ");
}
