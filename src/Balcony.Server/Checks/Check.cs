// How a check writes its results.
namespace Balcony.Server.Checks;

/// <summary>A check with its id: a rule is then the three lines that are its own.</summary>
public abstract class Check(string id) : ICheck
{
    public string Id => id;

    public virtual ValueTask<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel) => new([.. Look()]);

    /// <summary>For checks that wait for nothing.</summary>
    protected virtual IEnumerable<CheckResult> Look() => [];

    protected CheckResult Passed(string evidence, string? subject = null) =>
        new() { Id = id, Outcome = CheckOutcome.Passed, Subject = subject, Evidence = evidence };

    protected CheckResult Failed(CheckSeverity severity, string evidence, string explanation, string? fix, string? subject = null) => new()
    {
        Id = id,
        Outcome = CheckOutcome.Failed,
        Severity = severity,
        Subject = subject,
        Evidence = evidence,
        Explanation = explanation,
        Fix = fix,
    };

    protected CheckResult NotTested(string why, string? subject = null) =>
        new() { Id = id, Outcome = CheckOutcome.NotTested, Subject = subject, Evidence = why };
}
