// What a command says when it is done: structured, so that each front end can show it its own way.
namespace Balcony.Server.Commands;

/// <summary>How it went. The numbers go over the admin socket and never change.</summary>
public enum CommandStatus
{
    Ok = 0,

    /// <summary>It was tried and did not work.</summary>
    Failed = 1,

    /// <summary>The arguments are wrong, or the configuration is.</summary>
    Invalid = 2,

    /// <summary>What it is about does not exist.</summary>
    NotFound = 3,

    /// <summary>The caller may not, or it must not be done.</summary>
    Refused = 4,

    /// <summary>What it would make is there already.</summary>
    Conflict = 5,
}

/// <param name="Status">How it went.</param>
/// <param name="Message">One sentence for people; when it went wrong, with what to do next.</param>
public sealed record CommandResult(CommandStatus Status, string Message)
{
    /// <summary>Names and values, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Names of the columns of <see cref="Rows"/>; empty when there is no table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    public static CommandResult Ok(string message) => new(CommandStatus.Ok, message);

    public static CommandResult Failed(string message) => new(CommandStatus.Failed, message);

    public static CommandResult Invalid(string message) => new(CommandStatus.Invalid, message);

    public static CommandResult NotFound(string message) => new(CommandStatus.NotFound, message);

    public static CommandResult Refused(string message) => new(CommandStatus.Refused, message);

    public static CommandResult Conflict(string message) => new(CommandStatus.Conflict, message);
}

/// <summary>How far a long command is.</summary>
public readonly record struct CommandProgress(int Done, int Total)
{
    /// <summary>What is done now, in a word; null when there is but one thing to do.</summary>
    public string? Step { get; init; }
}
