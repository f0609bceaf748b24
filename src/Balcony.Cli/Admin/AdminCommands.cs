// The command line of every administrative act, made from the registry.
using System.CommandLine;
using Balcony.Server.Commands;
using Line = System.CommandLine.Command;

namespace Balcony.Cli.Admin;

internal static class AdminCommands
{
    private static readonly Dictionary<string, string> Groups = new()
    {
        ["user"] = "Accounts",
        ["user tokens"] = "Tokens that clients log in with",
        ["session"] = "Sessions: who is logged in",
        ["config"] = "The configuration",
        ["component"] = "Components: programs that answer for domains of their own",
        ["room"] = "Rooms for many to talk in",
        ["reports"] = "Reports of spam and abuse",
        ["archive"] = "Archives of accounts and rooms",
        ["federation"] = "Other servers: what is up, what went wrong, whom to believe",
        ["motd"] = "The message of the day",
        ["welcome"] = "The message that new accounts get",
    };

    public static void AddTo(RootCommand root)
    {
        var groups = new Dictionary<string, Line>();
        foreach (var command in CommandRegistry.All)
        {
            var words = command.Name.Split(' ');
            var line = Create(command, words[^1]);
            Line parent = root;
            for (var i = 1; i < words.Length; i++)
            {
                var name = string.Join(' ', words[..i]);
                if (!groups.TryGetValue(name, out var group)) parent.Add(groups[name] = group = new Line(words[i - 1], Groups.GetValueOrDefault(name, name)));
                parent = group;
            }
            parent.Add(line);
        }
    }

    private static Line Create(Server.Commands.Command command, string word)
    {
        var line = new Line(word, command.Summary);
        var values = new List<IArgumentLine>();
        foreach (var argument in command.Arguments)
        {
            IArgumentLine value = argument switch
            {
                SecretArgument secret => new SecretLine(secret),
                LinesArgument lines => new LinesLine(lines),
                FlagArgument flag => new FlagLine(flag),
                _ => argument.IsPositional ? new PositionalLine(argument) : new OptionLine(argument),
            };
            value.AddTo(line);
            values.Add(value);
        }
        var output = new Option<string>("--output", "-o") { Description = "text, or json for scripts", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        line.Add(output);
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask" };
        if (command.IsDestructive) line.Add(yes);
        var configuration = new ConfigurationOptions();
        configuration.AddTo(line);
        line.SetAction((parsed, cancel) => AdminRun.RunAsync(
            new AdminRequest(command, values, configuration.Read(parsed), parsed.GetValue(output) == "json", command.IsDestructive && parsed.GetValue(yes)), parsed, cancel));
        return line;
    }
}
