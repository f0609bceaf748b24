// Real YAML, the environment and flags, as `config check` and `config show` read them.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class ConfigurationFileTests : IDisposable
{
    private const int Usage = 2;
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("balcony-test-").FullName, "balcony.yml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Theory]
    [InlineData("log: debug\nlimits: {streams: {maxLoginAttempts: 9}}\n", ":2: limits:streams:maxLoginAttempts: 9 is too large; from 2 to 5")]
    [InlineData("hosts:\n  a.example: &same {certificte: x}\n", ":2: 'certificte' is not an option of hosts:a.example; did you mean 'certificate'?")]
    [InlineData("log: debug\n\tdata: x\n", ":2: this is not YAML")]
    [InlineData("log: debug\n---\nlog: info\n", ":2: a second document begins here")]
    [InlineData("hosts:\n  a.example: *nothing\n", ":2: this is not YAML: there is no anchor &nothing above")]
    [InlineData("- a\n- b\n", ":1: a configuration is a map of options")]
    public async Task A_mistake_is_told_with_file_and_line(string text, string problem)
    {
        await File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);
        var run = await RunAsync(["config", "check"]);
        Assert.Equal(Usage, run.ExitCode);
        Assert.Contains(_file + problem, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_lie_over_the_environment_and_that_over_the_file()
    {
        await File.WriteAllTextAsync(_file, "registration: open\nlimits:\n  streams:\n    maxLoginAttempts: 2\n", TestContext.Current.CancellationToken);
        var run = await RunAsync(
            ["config", "show", "--set", "limits:streams:maxLoginAttempts=5", "--set", "admins=[a@b.example]"],
            new() { ["BALCONY__LIMITS__STREAMS__MAXLOGINATTEMPTS"] = "4", ["BALCONY__LIMITS__STREAMS__WRITETIMEOUT"] = "90s" });
        run.AssertSucceeded();
        AssertSetting(run.Output, "registration", "open");
        AssertSetting(run.Output, "limits:streams:maxLoginAttempts", "5");
        AssertSetting(run.Output, "limits:streams:writeTimeout", "1m30s");
        AssertSetting(run.Output, "admins:0", "a@b.example");
    }

    [Fact]
    public async Task A_missing_file_is_said()
    {
        var run = await RunAsync(["config", "check"]);
        Assert.Equal(Usage, run.ExitCode);
        Assert.Contains($"{_file}: there is no such file", run.Output, StringComparison.Ordinal);
    }

    private static void AssertSetting(string output, string path, string value) =>
        Assert.Contains(output.Split('\n'), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var set] && name == path && set == value);

    private Task<ClientProgram> RunAsync(string[] command, Dictionary<string, string>? environment = null) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", _file], environment);
}
