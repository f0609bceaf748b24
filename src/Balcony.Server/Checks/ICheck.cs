// One rule about the health of this server.
namespace Balcony.Server.Checks;

public enum CheckOutcome
{
    /// <summary>It was looked at and is in order.</summary>
    Passed,

    Failed,

    /// <summary>It could not be looked at. Never to be read as passed.</summary>
    NotTested,
}

/// <summary>How bad it is when a check fails.</summary>
public enum CheckSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Something does not work, or soon will not.</summary>
    Warning,

    /// <summary>The server cannot do its work.</summary>
    Error,
}

/// <summary>What a check found. Texts are for operators: they name no secret and no stanza.</summary>
public sealed record CheckResult
{
    /// <summary>Stable and dotted, such as <c>certificate.expiry</c>: the console, metrics and documents refer to it.</summary>
    public required string Id { get; init; }

    public required CheckOutcome Outcome { get; init; }

    /// <summary>What it is about, where a check looks at several things: a host, a listener, a file.</summary>
    public string? Subject { get; init; }

    public CheckSeverity Severity { get; init; }

    /// <summary>What was seen, with figures.</summary>
    public required string Evidence { get; init; }

    /// <summary>Why it matters; null when passed.</summary>
    public string? Explanation { get; init; }

    /// <summary>What to do; null when passed or when nobody can know.</summary>
    public string? Fix { get; init; }

    /// <summary>One line for a terminal or a log.</summary>
    public override string ToString()
    {
        var kind = Outcome switch
        {
            CheckOutcome.Passed => "ok",
            CheckOutcome.NotTested => "not tested",
            _ => Severity switch { CheckSeverity.Info => "note", CheckSeverity.Warning => "warning", _ => "error" },
        };
        var line = Subject is null ? $"{kind}: {Id}: {Evidence}" : $"{kind}: {Id} ({Subject}): {Evidence}";
        if (Explanation is not null) line += $" {Explanation}";
        return Fix is null ? line : $"{line} {Fix}";
    }
}

/// <summary>Looks at one thing, or at each of several of a kind. May be run at any time, again and again, next to others.</summary>
public interface ICheck
{
    /// <summary>The id of its results.</summary>
    string Id { get; }

    /// <summary>At least one result. An exception means that nothing was tested.</summary>
    ValueTask<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel);
}
