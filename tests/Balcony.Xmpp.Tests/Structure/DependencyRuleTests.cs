// The arrows between projects: Xmpp <- Client, Xmpp <- Server <- Sql | Cluster | Web <- Cli, and what a module may see.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Balcony.Xmpp.Tests.Structure;

public sealed partial class DependencyRuleTests
{
    // Each project's direct view; a project always sees itself. Tests and benchmarks may see everything but the program.
    private static readonly Dictionary<string, string[]> Sees = new()
    {
        ["Balcony.Xmpp"] = [],
        ["Balcony.Client"] = ["Balcony.Xmpp"],
        ["Balcony.Server"] = ["Balcony.Xmpp"],
        ["Balcony.Server.Sql"] = ["Balcony.Xmpp", "Balcony.Server"],
        ["Balcony.Server.Cluster"] = ["Balcony.Xmpp", "Balcony.Server"],
        ["Balcony.Server.Web"] = ["Balcony.Xmpp", "Balcony.Server"],
        ["Balcony.Testing"] = ["Balcony.Xmpp", "Balcony.Server", "Balcony.Client"],
        ["Balcony.Cli"] =
            ["Balcony.Xmpp", "Balcony.Client", "Balcony.Server", "Balcony.Server.Sql", "Balcony.Server.Cluster", "Balcony.Server.Web"],
    };

    // Packages that only the named projects may bring in; these three stand for "no package at all".
    private static readonly string[] WithoutPackages = ["Balcony.Xmpp", "Balcony.Client", "Balcony.Server"];

    // A module talks to the server's interfaces; sockets, start-up and databases are behind them.
    private static readonly string[] HiddenFromModules =
        ["Balcony.Server.Net", "Balcony.Server.Hosting", "Microsoft.AspNetCore", "System.Net.Sockets", "System.Data", "System.IO.Pipelines"];

    [Fact]
    public void Every_project_of_the_product_has_its_arrows_written_here()
    {
        var unknown = Repository.ProjectFiles().Where(IsProduct).Select(ProjectName).Where(name => !Sees.ContainsKey(name));
        Repository.AssertNone(unknown);
    }

    [Fact]
    public void Project_references_follow_the_arrows()
    {
        var offenders =
            from file in Repository.ProjectFiles()
            from reference in XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("ProjectReference")
            let seen = ProjectName(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))
            where !MaySee(ProjectName(file), seen)
            select $"{file} references {seen}";
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void Using_lines_follow_the_arrows()
    {
        var offenders =
            from file in Repository.SourceFiles("src")
            let project = file.Split('/')[1]
            from used in Usings(file)
            let owner = Owner(used)
            where owner is not null && !MaySee(project, owner)
            select $"{file} uses {used}";
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void The_protocol_the_client_and_the_server_need_no_packages()
    {
        var offenders =
            from file in Repository.ProjectFiles()
            where WithoutPackages.Contains(ProjectName(file))
            from package in XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("PackageReference")
            select $"{file} needs {(string?)package.Attribute("Include")}";
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void Modules_see_the_protocol_and_the_servers_interfaces_only()
    {
        var offenders =
            from file in Repository.SourceFiles("src")
            where ModuleFile().IsMatch(file)
            from used in Usings(file)
            where HiddenFromModules.Any(hidden => used == hidden || used.StartsWith(hidden + ".", StringComparison.Ordinal))
            select $"{file} uses {used}";
        Repository.AssertNone(offenders);
    }

    private static bool IsProduct(string projectFile) => projectFile.StartsWith("src/", StringComparison.Ordinal);

    private static string ProjectName(string projectFile) => Path.GetFileNameWithoutExtension(projectFile);

    private static bool MaySee(string project, string seen) =>
        project == seen || (Sees.TryGetValue(project, out var allowed) ? allowed.Contains(seen) : seen != "Balcony.Cli");

    private static string? Owner(string ns) => Sees.Keys
        .Where(project => ns == project || ns.StartsWith(project + ".", StringComparison.Ordinal))
        .MaxBy(project => project.Length);

    private static IEnumerable<string> Usings(string file) =>
        from line in Repository.ReadLines(file)
        let match = UsingLine().Match(line)
        where match.Success
        select match.Groups["ns"].Value;

    [GeneratedRegex(@"^(global )?using (static |\w+ = )?(?<ns>[A-Z][\w.]*)")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^src/Balcony\.Server/Modules/.*Xep\d{4}[^/]*(/|\.cs$)")]
    private static partial Regex ModuleFile();
}
