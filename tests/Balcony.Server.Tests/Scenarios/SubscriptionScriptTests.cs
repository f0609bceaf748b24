// The generated scripts are what the tables say now.
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Server.Tests.Scenarios;

public sealed class SubscriptionScriptTests
{
    // Set to write them anew: BALCONY_WRITE_GENERATED=1.
    private static readonly bool Writes = Environment.GetEnvironmentVariable("BALCONY_WRITE_GENERATED") == "1";

    [Fact]
    public void The_scripts_of_the_subscription_tables_are_current()
    {
        var stale = new List<string>();
        foreach (var (name, text) in SubscriptionScripts.All())
        {
            var file = Path.Combine(ScenarioFiles.Folder, name);
            if (Writes)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
            else if (!File.Exists(file) || File.ReadAllText(file) != text) stale.Add(name);
        }
        Assert.Empty(stale);
    }

    [Fact]
    public void No_other_script_lies_among_the_generated_ones()
    {
        var generated = SubscriptionScripts.All().Select(script => script.Name).ToHashSet();
        Assert.DoesNotContain(ScenarioFiles.Names(), name => name.StartsWith(SubscriptionScripts.Folder + "/", StringComparison.Ordinal) && !generated.Contains(name));
    }
}
