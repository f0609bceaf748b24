// docs/commands.md is made from the registry. BALCONY_WRITE_DOCS=1 writes it anew.
using System.Globalization;
using System.Runtime.CompilerServices;
using Balcony.Server.Commands;
using Xunit;

namespace Balcony.Server.Tests.Commands;

public sealed class CommandReferenceTests
{
    [Fact]
    public void The_reference_of_the_commands_is_what_the_registry_says()
    {
        var path = Path.Combine(Root(), "docs", "commands.md");
        var text = Write();
        if (Environment.GetEnvironmentVariable("BALCONY_WRITE_DOCS") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, "docs/commands.md is stale: run this test once with BALCONY_WRITE_DOCS=1");
    }

    private static string Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("""
            # Commands

            <!-- Made from the command registry. BALCONY_WRITE_DOCS=1 ./test unit writes it anew. -->

            Every administrative act is declared once. `balcony` runs them from the command line: in the running server of the same data directory, through a
            socket that only its user and root may open; those marked *offline* on the stores when no server runs. Admins run them from their clients as ad-hoc
            commands (XEP-0050), by the nodes that XEP-0133 gives them or that stand here.

            `--config FILE`, `--data DIRECTORY`, `--domain NAME` and `--set KEY=VALUE` say which server is meant. `--output json` prints one JSON object with
            `status`, `message` and, where there are any, `fields` or `rows`; without it and outside a terminal, rows are lines with tabs.

            | exit code | meaning |
            | --- | --- |
            | 0 | done |
            | 1 | it was tried and did not work |
            | 2 | the command line or the configuration is wrong; nothing was tried |
            | 3 | what it is about does not exist |
            | 4 | refused |
            | 5 | no server was reached, or another program holds the data directory |

            A password is asked for without echo; `--password-stdin` reads it from standard input, as does a command whose input is no terminal;
            `--password` takes it from the command line, where other users of the machine can see it. A file of accounts has an address, a space and a
            password on each line.


            """);
        foreach (var command in CommandRegistry.All) Write(text, command);
        return text.ToString();
    }

    private static void Write(StringWriter text, Command command)
    {
        var permission = command.Permission == CommandPermission.HostAdmin ? "admins of a host, for it" : "admins of the server";
        var place = command.Place switch
        {
            CommandPlace.ServerOrStores or CommandPlace.ServerOrDatabase => "; *offline*",
            CommandPlace.Anywhere => "; needs no server",
            CommandPlace.Database or CommandPlace.Stores => "; only *offline*",
            _ => "",
        };
        var node = command.NamesFiles ? "From the command line only." : $"Node: `{command.Node}`";
        text.Write($"## {command.Name}\n\n{command.Summary}. For {permission}{place}. {node}\n\n");
        if (command.Arguments.Count == 0) return;
        text.Write("| argument | what it is | on the command line | form field |\n| --- | --- | --- | --- |\n");
        foreach (var argument in command.Arguments)
        {
            var written = argument.IsPositional ? argument.Name.ToUpperInvariant() : "--" + argument.Name;
            text.Write($"| `{argument.Name}` | {argument.Summary}{(argument.IsRequired ? ", required" : "")} | `{written}` | {argument.FormFieldType} |\n");
        }
        text.Write("\n");
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
