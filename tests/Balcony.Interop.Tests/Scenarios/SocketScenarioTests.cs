// The same scripts as in memory, over TCP with STARTTLS and with direct TLS: sockets, records and certificates take part.
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Interop.Tests.Scenarios;

public sealed class SocketScenarioTests(SocketScenarioTests.Certificates certificates) : IClassFixture<SocketScenarioTests.Certificates>
{
    public static TheoryData<string> StartTls() => Scripts(isDirectTls: false);

    public static TheoryData<string> DirectTls() => Scripts(isDirectTls: true);

    [Theory]
    [MemberData(nameof(StartTls))]
    public Task A_script_goes_as_written_over_STARTTLS(string name) => RunAsync(name, isDirectTls: false);

    [Theory]
    [MemberData(nameof(DirectTls))]
    public Task A_script_goes_as_written_over_direct_TLS(string name) => RunAsync(name, isDirectTls: true);

    private static TheoryData<string> Scripts(bool isDirectTls)
    {
        var target = new LoopbackTarget("", isDirectTls);
        return [.. ScenarioFiles.Names().Where(name => target.ReasonToSkip(ScenarioFiles.Read(name)) is null)];
    }

    private async Task RunAsync(string name, bool isDirectTls)
    {
        await using var target = new LoopbackTarget(certificates.Folder, isDirectTls);
        await ScenarioRunner.RunAsync(ScenarioFiles.Read(name), target, TestContext.Current.CancellationToken);
    }

    /// <summary>One throw-away authority for all runs.</summary>
    public sealed class Certificates : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("balcony-scenarios-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
