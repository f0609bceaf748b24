// The same scripts as in memory, over TCP with STARTTLS and with direct TLS: sockets, records and certificates take part.
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Interop.Tests.Scenarios;

public sealed class StartTlsScenarioTests(ScenarioCertificates certificates) : IClassFixture<ScenarioCertificates>
{
    public static TheoryData<string> Scripts() => ScenarioCertificates.Scripts(isDirectTls: false);

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task A_script_goes_as_written(string name) => certificates.RunAsync(name, isDirectTls: false);
}

public sealed class DirectTlsScenarioTests(ScenarioCertificates certificates) : IClassFixture<ScenarioCertificates>
{
    public static TheoryData<string> Scripts() => ScenarioCertificates.Scripts(isDirectTls: true);

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task A_script_goes_as_written(string name) => certificates.RunAsync(name, isDirectTls: true);
}

/// <summary>One throw-away authority for all runs of a class.</summary>
public sealed class ScenarioCertificates : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-scenarios-").FullName;

    public static TheoryData<string> Scripts(bool isDirectTls)
    {
        var target = new LoopbackTarget("", isDirectTls);
        return [.. ScenarioFiles.Names().Where(name => target.ReasonToSkip(ScenarioFiles.Read(name)) is null)];
    }

    public async Task RunAsync(string name, bool isDirectTls)
    {
        await using var target = new LoopbackTarget(_folder, isDirectTls);
        await ScenarioRunner.RunAsync(ScenarioFiles.Read(name), target, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
