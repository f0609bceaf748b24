// From the words after `balcony` to what runs. Only the part that is asked for is built: the server's start is measured.
using System.CommandLine;
using Balcony.Cli.Admin;
using Balcony.Cli.Lab;
using Balcony.Cli.Serve;
using Balcony.Server.Hosting.Options;

namespace Balcony.Cli;

internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is [] or ["help" or "--help" or "-h" or "-?"])
        {
            Overview.Write(Terminal.Out);
            return arguments is [] ? ExitCode.Usage : ExitCode.Ok;
        }
        if (arguments is ["--version"]) arguments = ["version"];
        var root = new RootCommand("Balcony, an XMPP server");
        if (arguments[0] == "serve") root.Add(ServeCommand.Create());
        else if (arguments[0] == LabCommand.Verb) root.Add(LabCommand.Create());
        else AdminCommands.AddTo(root);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return Complain(parsed, arguments);
        // Interrupts and SIGTERM are the server's own affair; for commands the default is right.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static int Complain(ParseResult parsed, string[] arguments)
    {
        var isKnown = Overview.Verbs.Contains(arguments[0]);
        if (!isKnown)
        {
            Terminal.Error.WriteLine($"balcony: there is no command '{arguments[0]}'{OptionNames.DidYouMean(arguments[0], Overview.Verbs)}");
            Terminal.Error.WriteLine("`balcony --help` lists the commands.");
            return ExitCode.Usage;
        }
        foreach (var error in parsed.Errors) Terminal.Error.WriteLine($"balcony: {error.Message}");
        var words = arguments.TakeWhile(argument => !argument.StartsWith('-')).Take(2);
        Terminal.Error.WriteLine($"`balcony {string.Join(' ', words)} --help` says how it is used.");
        return ExitCode.Usage;
    }
}
