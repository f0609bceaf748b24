// Every script of tests/scenarios against a server in memory: one row each.
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Server.Tests.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<string> Scripts() => [.. ScenarioFiles.Names().Where(name => new MemoryTarget().ReasonToSkip(ScenarioFiles.Read(name)) is null)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_goes_as_written(string name)
    {
        await using var target = new MemoryTarget();
        await ScenarioRunner.RunAsync(ScenarioFiles.Read(name), target, TestContext.Current.CancellationToken);
    }
}
