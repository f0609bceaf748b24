// `balcony serve`: reads the options and runs the server until it is told to stop.
using System.CommandLine;
using Balcony.Server.Hosting.Options;

namespace Balcony.Cli.Serve;

internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the hosts of the configuration, or with --dev a throw-away one");
        var configuration = new ConfigurationOptions();
        configuration.AddTo(command);
        var dev = new Option<bool>("--dev") { Description = "Try it: loopback only, throw-away certificate and data, open registration, accounts alice, bob and carol" };
        command.Add(dev);
        command.SetAction((parsed, cancel) => RunAsync(configuration, parsed, parsed.GetValue(dev)));
        return command;
    }

    private static async Task<int> RunAsync(ConfigurationOptions configuration, ParseResult parsed, bool isDev)
    {
        var temporary = isDev ? Directory.CreateTempSubdirectory("balcony-dev-").FullName : null;
        try
        {
            var source = configuration.Read(parsed, temporary is null ? null : DevMode.Underneath(temporary));
            var read = source.Read();
            if (!read.IsValid) return Complain(read.Problems);
            if (read.Value.AllHosts.Count == 0)
            {
                Terminal.Error.WriteLine("balcony: there is no host to serve. Name one with --domain example.org or hosts: in a file, or try it with --dev.");
                return ExitCode.Usage;
            }
            return await ServerProcess.RunAsync(source, read.Value, isDev);
        }
        finally
        {
            if (temporary is not null) Directory.Delete(temporary, recursive: true);
        }
    }

    private static int Complain(IReadOnlyList<OptionProblem> problems)
    {
        foreach (var problem in problems) Terminal.Error.WriteLine(problem);
        return ExitCode.Usage;
    }
}
