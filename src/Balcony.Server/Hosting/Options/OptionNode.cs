// What a configuration says before anybody knows what it means: a tree that remembers where each piece was written.
namespace Balcony.Server.Hosting.Options;

/// <summary>Where a value was written: a line of a file, an environment variable, or a flag.</summary>
/// <param name="Source">What to show people: a file's path as they gave it, a variable's name, or a flag.</param>
/// <param name="Line">From 1; 0 for what has no lines.</param>
/// <param name="Directory">What relative paths start from; null: the current directory.</param>
public sealed record SourcePosition(string Source, int Line = 0, string? Directory = null)
{
    /// <summary>Environment variables cannot write <c>maxDepth</c> or <c>in-band</c>: their keys match without case, hyphens and underscores.</summary>
    public bool HasLooseKeys { get; init; }

    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}";
}

/// <summary>A scalar, a list or a map.</summary>
public abstract class OptionNode(SourcePosition at)
{
    public SourcePosition At => at;
}

/// <param name="text">Null where nothing was written after the key.</param>
/// <param name="at">Where.</param>
public sealed class OptionScalar(string? text, SourcePosition at) : OptionNode(at)
{
    public string? Text => text;
}

public sealed class OptionList(IReadOnlyList<OptionNode> items, SourcePosition at) : OptionNode(at)
{
    public IReadOnlyList<OptionNode> Items => items;
}

public sealed class OptionMap(IReadOnlyList<OptionEntry> entries, SourcePosition at) : OptionNode(at)
{
    public IReadOnlyList<OptionEntry> Entries => entries;
}

public sealed record OptionEntry(string Key, SourcePosition At, OptionNode Value);

/// <summary>Something wrong with a configuration, in words that say what to change.</summary>
public sealed record OptionProblem(SourcePosition At, string Message)
{
    public override string ToString() => $"{At}: {Message}";
}
