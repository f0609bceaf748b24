// What a test saw.
namespace Balcony.Cli.Lab.Peers;

internal enum Outcome
{
    /// <summary>The peer was let in, or the stanza was handed over to it.</summary>
    Accepted,

    /// <summary>The tested server said no: in words, by a TLS alert, or by ending the connection.</summary>
    Refused,

    /// <summary>Neither, for as long as was waited.</summary>
    Unanswered,

    /// <summary>There was nobody to test.</summary>
    Unreachable,

    /// <summary>The tested server does not do what the test is about.</summary>
    Untested,
}

/// <param name="Text">In a few words, with the condition that the tested server named.</param>
internal sealed record Observation(Outcome Outcome, string Text)
{
    public IReadOnlyList<string> Trace { get; init; } = [];

    public static Observation Accepted(string text) => new(Outcome.Accepted, text);

    public static Observation Refused(string text) => new(Outcome.Refused, text);

    public static Observation Unanswered(string text) => new(Outcome.Unanswered, text);

    public static Observation Untested(string text) => new(Outcome.Untested, text);

    public static Observation Unreachable(string text) => new(Outcome.Unreachable, text);
}
