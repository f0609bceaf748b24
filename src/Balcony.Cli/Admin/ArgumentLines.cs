// How each kind of argument is given on the command line.
using System.CommandLine;
using Balcony.Server.Commands;
using Line = System.CommandLine.Command;

namespace Balcony.Cli.Admin;

/// <summary>One argument of a command as the command line takes it.</summary>
internal interface IArgumentLine
{
    CommandArgument Argument { get; }

    void AddTo(Line line);

    /// <returns>Its values; null when it was not given.</returns>
    /// <exception cref="UsageException">It was given in a way that cannot be used.</exception>
    IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given);
}

/// <summary>The command line is wrong in a way that only reading it shows.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal sealed class PositionalLine(CommandArgument argument) : IArgumentLine
{
    private readonly Argument<string?> _argument = new(argument.Name.ToUpperInvariant())
    {
        Description = argument.Summary,
        Arity = argument.IsRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
    };

    public CommandArgument Argument => argument;

    public void AddTo(Line line) => line.Add(_argument);

    public IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given) =>
        // The server has another working directory.
        parsed.GetValue(_argument) is { } text ? [argument is FileArgument && text.Length > 0 ? Path.GetFullPath(text) : text] : null;
}

internal sealed class OptionLine : IArgumentLine
{
    private readonly Option<string?> _option;

    public OptionLine(CommandArgument argument)
    {
        Argument = argument;
        _option = new Option<string?>("--" + argument.Name) { Description = argument.Summary, HelpName = argument.Name.ToUpperInvariant(), Required = argument.IsRequired };
        if (argument.Choices.Count > 0) _option.AcceptOnlyFromAmong([.. argument.Choices]);
    }

    public CommandArgument Argument { get; }

    public void AddTo(Line line) => line.Add(_option);

    public IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given) => parsed.GetValue(_option) is { } text ? [text] : null;
}

internal sealed class FlagLine(FlagArgument argument) : IArgumentLine
{
    private readonly Option<bool> _option = new("--" + argument.Name) { Description = argument.Summary };

    public CommandArgument Argument => argument;

    public void AddTo(Line line) => line.Add(_option);

    public IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given) => parsed.GetValue(_option) ? ["true"] : null;
}

/// <summary>From a prompt, from standard input, or from a flag, which other users of the machine can see.</summary>
internal sealed class SecretLine(SecretArgument argument) : IArgumentLine
{
    private readonly Option<string?> _value = new("--" + argument.Name)
    {
        Description = $"{argument.Summary}. Other users of this machine can see it here; without it you are asked",
        HelpName = argument.Name.ToUpperInvariant(),
    };

    // Nobody mistypes more often without a reason that asking again does not mend.
    private const int MaxAttempts = 3;

    private readonly Option<bool> _stdin = new($"--{argument.Name}-stdin") { Description = "Read it from standard input, to the end of the line" };

    public CommandArgument Argument => argument;

    public void AddTo(Line line)
    {
        line.Add(_value);
        line.Add(_stdin);
    }

    public IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given)
    {
        var value = parsed.GetValue(_value);
        var isFromInput = parsed.GetValue(_stdin);
        if (value is not null) return isFromInput ? throw new UsageException($"--{argument.Name} and --{argument.Name}-stdin exclude each other") : [value];
        if (!isFromInput && !argument.IsRequired && (argument.NeededWith is null || !given.Contains(argument.NeededWith))) return null;
        if (isFromInput || !Terminal.CanAsk) return ReadInput();
        return Ask();
    }

    private string[] ReadInput() => Terminal.In.ReadLine() is { Length: > 0 } line ? [line]
        : throw new UsageException($"there is no {argument.Name} on standard input; pipe it in, or give --{argument.Name}");

    private string[] Ask()
    {
        for (var attempt = 1; ; attempt++)
        {
            var first = Terminal.AskSecret($"{argument.Summary}: ");
            var again = string.IsNullOrEmpty(first) ? null : Terminal.AskSecret("The same again: ");
            if (again is null) throw new UsageException($"no {argument.Name} was given");
            if (again == first) return [first!];
            if (attempt == MaxAttempts) throw new UsageException("these two are not the same");
            Terminal.Error.WriteLine("These two are not the same.");
        }
    }
}

internal sealed class LinesLine(LinesArgument argument) : IArgumentLine
{
    private readonly Option<string?> _file = new("--" + argument.Name) { Description = $"{argument.Summary}; - is standard input", HelpName = "FILE" };

    public CommandArgument Argument => argument;

    public void AddTo(Line line) => line.Add(_file);

    public IReadOnlyList<string>? Read(ParseResult parsed, IReadOnlySet<CommandArgument> given)
    {
        if (parsed.GetValue(_file) is not { } file) return null;
        try
        {
            return file == "-" ? Terminal.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries) : File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {e.Message}");
        }
    }
}
