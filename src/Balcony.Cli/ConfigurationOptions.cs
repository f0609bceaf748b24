// The flags that say which configuration is meant; the same for every command.
using System.CommandLine;
using Balcony.Cli.Configuration;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Modules;

namespace Balcony.Cli;

internal sealed class ConfigurationOptions
{
    private readonly Option<string?> _config = new("--config", "-c") { Description = "The configuration file (default: $BALCONY_CONFIG, /etc/balcony/balcony.yml, or none)", HelpName = "FILE" };
    private readonly Option<string?> _domain = new("--domain") { Description = "The host to serve", HelpName = "NAME" };
    private readonly Option<string?> _data = new("--data") { Description = "The data directory", HelpName = "DIRECTORY" };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any option, over file and environment, such as limits:streams:maxLoginAttempts=5",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static IReadOnlyList<ModuleSection> Modules =>
        [.. ModuleCatalog.All.Select(entry => new ModuleSection(entry.Info.Name, entry.Info.Options, entry.Info.IsOnByDefault))];

    public void AddTo(System.CommandLine.Command command)
    {
        command.Add(_config);
        command.Add(_domain);
        command.Add(_data);
        command.Add(_set);
    }

    public ConfigurationSource Read(ParseResult parsed, OptionMap? underneath = null) => ConfigurationSource.Create(
        new ConfigurationFlags(parsed.GetValue(_config), parsed.GetValue(_domain), parsed.GetValue(_data), parsed.GetValue(_set)) { Underneath = underneath },
        Modules);
}
