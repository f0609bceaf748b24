// `balcony --help`: the commands in groups, without loading what parses them.
using Balcony.Server.Commands;

namespace Balcony.Cli;

internal static class Overview
{
    private const int NameWidth = 22;

    private static readonly (string Group, string Title)[] Groups =
        [("user", "Accounts"), ("session", "Sessions"), ("config", "Configuration"), ("server", "Server")];

    /// <summary>First words of all commands.</summary>
    public static IEnumerable<string> Verbs => CommandRegistry.All.Select(command => command.Name.Split(' ')[0]).Append("serve").Distinct();

    public static void Write(TextWriter output)
    {
        output.WriteLine("Balcony, an XMPP server");
        output.WriteLine();
        output.WriteLine("  balcony COMMAND [ARGUMENT...] [--config FILE | --data DIRECTORY] [--output text|json]");
        output.WriteLine();
        WriteGroup(output, "Run", [("serve --dev", "Try it: loopback, throw-away certificate, accounts alice, bob and carol"), ("serve", "Serve the hosts of the configuration")]);
        foreach (var (group, title) in Groups)
        {
            WriteGroup(output, title, CommandRegistry.All.Where(command => command.Group == group).Select(command => (command.Name, command.Summary)));
        }
        output.WriteLine("`balcony COMMAND --help` says more. Commands talk to the running server of the same data directory;");
        output.WriteLine("those about accounts work without one as well.");
        output.WriteLine("Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 not found, 4 refused, 5 no server reached.");
    }

    private static void WriteGroup(TextWriter output, string title, IEnumerable<(string Name, string Summary)> commands)
    {
        output.WriteLine(title);
        foreach (var (name, summary) in commands) output.WriteLine($"  {name.PadRight(NameWidth)}{summary}");
        output.WriteLine();
    }
}
