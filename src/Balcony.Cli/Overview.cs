// `balcony --help`: the commands in groups, without loading what parses them.
using Balcony.Cli.Lab;
using Balcony.Server.Commands;

namespace Balcony.Cli;

internal static class Overview
{
    private const int NameWidth = 22;

    // By first words; the last section has all that no other names.
    private static readonly (string Title, string[] Verbs)[] Sections =
    [
        ("Accounts", ["user"]), ("Sessions", ["session"]), ("Messages", ["announce", "motd", "welcome"]), ("Configuration", ["config", "reload"]), ("Server", []),
    ];

    /// <summary>First words of all commands.</summary>
    public static IEnumerable<string> Verbs => CommandRegistry.All.Select(VerbOf).Append("serve").Append(LabCommand.Verb).Distinct();

    public static void Write(TextWriter output)
    {
        output.WriteLine("Balcony, an XMPP server");
        output.WriteLine();
        output.WriteLine("  balcony COMMAND [ARGUMENT...] [--config FILE | --data DIRECTORY] [--output text|json]");
        output.WriteLine();
        WriteSection(
            output, "Run",
            [
                ("serve --dev", "Try it: loopback, throw-away certificate, accounts alice, bob and carol"),
                ("serve", "Serve the hosts of the configuration"),
            ]);
        foreach (var (title, _) in Sections)
        {
            var commands = CommandRegistry.All.Where(command => SectionOf(command) == title);
            WriteSection(output, title, commands.Select(command => (command.Name, command.Summary)));
        }
        WriteSection(output, "Interoperability", LabCommand.Summaries);
        output.WriteLine("`balcony COMMAND --help` says more. Commands talk to the running server of the same data directory;");
        output.WriteLine("those about accounts work without one as well.");
        output.WriteLine("Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 not found, 4 refused, 5 no server reached.");
    }

    private static string VerbOf(Server.Commands.Command command) => command.Name.Split(' ')[0];

    private static string SectionOf(Server.Commands.Command command) =>
        Sections.FirstOrDefault(section => section.Verbs.Contains(VerbOf(command)), Sections[^1]).Title;

    private static void WriteSection(TextWriter output, string title, IEnumerable<(string Name, string Summary)> commands)
    {
        output.WriteLine(title);
        foreach (var (name, summary) in commands) output.WriteLine($"  {name.PadRight(NameWidth)}{summary}");
        output.WriteLine();
    }
}
