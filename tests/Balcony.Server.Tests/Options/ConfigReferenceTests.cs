// docs/config.md is made from the option records and their comments. BALCONY_WRITE_DOCS=1 writes it anew.
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Modules;
using Xunit;

namespace Balcony.Server.Tests.Options;

public sealed partial class ConfigReferenceTests
{
    private static readonly Dictionary<string, string> Comments = LoadComments();

    [Fact]
    public void The_reference_of_the_configuration_is_what_the_records_say()
    {
        var path = Path.Combine(Root(), "docs", "config.md");
        var text = Write();
        if (Environment.GetEnvironmentVariable("BALCONY_WRITE_DOCS") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, "docs/config.md is stale: run this test once with BALCONY_WRITE_DOCS=1");
    }

    [Fact]
    public void Every_option_has_a_sentence()
    {
        var silent = All().Where(option => CommentOf(option.Property).Length == 0).Select(option => option.Path);
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_number_and_duration_is_bounded()
    {
        var boundless = All()
            .Where(option => option is { Bounds: null, Kind: "whole number" or "number" or "size" or "duration" })
            .Select(option => option.Path);
        Assert.Empty(boundless);
    }

    private static IEnumerable<OptionDescription> All() => OptionSchema.Describe(new ServerOptions()).Concat(ModuleRecords().SelectMany(module =>
        OptionSchema.Describe(Activator.CreateInstance(module.Options!)!, $"modules:{module.Name}")));

    private static IEnumerable<ModuleInfo> ModuleRecords() => ModuleCatalog.All.Select(entry => entry.Info).Where(info => info.Options is not null);

    private static string Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("""
            # Configuration

            <!-- Made from the option records and their comments. BALCONY_WRITE_DOCS=1 ./test unit writes it anew. -->

            One YAML file, named by `--config`, by `BALCONY_CONFIG`, or `/etc/balcony/balcony.yml`. It may be missing: every option has a default, and
            `balcony serve --domain example.org` works without a file. Over the file lie environment variables, over those flags:

            | in the file | in the environment | as a flag |
            | --- | --- | --- |
            | `limits:`, below it `streams:`, below it `maxLoginAttempts: 5` | `BALCONY__LIMITS__STREAMS__MAXLOGINATTEMPTS=5` | `--set limits:streams:maxLoginAttempts=5` |
            | `listeners:`, the first one's `port: 7222` | `BALCONY__LISTENERS__0__PORT=7222` | `--set listeners:0:port=7222` |
            | `admins: [a@example.org, b@example.org]` | `BALCONY__ADMINS=a@example.org,b@example.org` | `--set admins=a@example.org,b@example.org` |

            An unknown option or a bad value stops the start; all of them are told at once, with file and line. `balcony config check` does the same
            without starting, `balcony config show` prints what is in force, `balcony reload` (or SIGHUP) reads everything again and changes nothing
            unless all of it is right. Options marked *live* change then; the others with the next start.

            Durations are written `30s`, `4m`, `1h30m`, `500ms`, `2d` or `00:04:00`. Sizes are bytes, or have a unit: `kB`, `MB`, `GB` are powers of 1,000,
            `KiB`, `MiB`, `GiB` of 1,024. Paths in the file start from the file's directory. In tables, `N` is a place in a list and `NAME` a key of your own.


            """);
        WriteSection(text, "Options", OptionSchema.Describe(new ServerOptions()));
        text.Write("## Modules\n\nBelow `modules:`, each module is turned `on` or `off`, or has its options below it, `enabled: false` among them.\n\n");
        foreach (var module in ModuleCatalog.All.Select(entry => entry.Info))
        {
            text.Write($"### {module.Name}{(module.IsOnByDefault ? "" : " (off by default)")}\n\n");
            if (module.Summary.Length > 0) text.Write($"{module.Summary}\n\n");
            if (module.Options is { } record) WriteTable(text, OptionSchema.Describe(Activator.CreateInstance(record)!));
        }
        return text.ToString();
    }

    private static void WriteSection(StringWriter text, string title, IEnumerable<OptionDescription> options)
    {
        text.Write($"## {title}\n\n");
        WriteTable(text, options);
    }

    private static void WriteTable(StringWriter text, IEnumerable<OptionDescription> options)
    {
        text.Write("| option | what it is | value | default |\n| --- | --- | --- | --- |\n");
        foreach (var option in options)
        {
            var kind = option.Kind + (option.Bounds is null ? "" : $", {option.Bounds}") + (option.IsLive ? ", *live*" : "");
            text.Write($"| `{option.Path}` | {Cell(CommentOf(option.Property))} | {Cell(kind)} | {Cell(option.Default)} |\n");
        }
        text.Write('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string CommentOf(PropertyInfo property) => Comments.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}", "");

    // The compiler writes them beside each assembly.
    private static Dictionary<string, string> LoadComments()
    {
        var comments = new Dictionary<string, string>();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "Balcony.*.xml"))
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                if (member.Element("summary") is { } summary) comments[(string)member.Attribute("name")!] = Plain(summary);
            }
        }
        return comments;
    }

    private static string Plain(XElement summary)
    {
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" } see => $"`{OptionName((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "")}`",
            XElement element => $"`{element.Value}`",
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim();
    }

    private static string OptionName(string reference)
    {
        var name = reference[(reference.LastIndexOf('.') + 1)..];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
