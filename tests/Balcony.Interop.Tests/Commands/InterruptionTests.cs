// Ctrl-C and SIGTERM for commands that take their time: they end soon, in good order, and a script can tell.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class InterruptionTests
{
    private const int Failed = 1;

    // So many keys to derive take minutes.
    private const int Users = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task An_import_ends_at_once_and_says_so(string signal)
    {
        await using var stopped = new BalconyProcess();
        await stopped.InitializeAsync();
        await stopped.StopAsync();
        var file = Path.Combine(stopped.Folder, "users.xml");
        var users = new StringBuilder();
        for (var i = 0; i < Users; i++) users.Append(CultureInfo.InvariantCulture, $"<user name='user{i}' password='secret {i}'/>");
        await File.WriteAllTextAsync(
            file, $"<server-data xmlns='urn:xmpp:pie:0'><host jid='{BalconyProcess.Domain}'>{users}</host></server-data>", TestContext.Current.CancellationToken);
        var (exit, output) = await InterruptAsync(["import", file, "--config", stopped.ConfigurationFile], signal, (process, _) => HasOpen(process, file));
        Assert.Equal(Failed, exit);
        Assert.Contains("Given up", output, StringComparison.Ordinal);
        // Nothing holds the data directory, and nothing of it is broken.
        await stopped.StartAsync();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_run_of_the_lab_ends_at_once_and_leaves_nothing_behind(string signal)
    {
        using var folder = new TemporaryFolder();
        // Nobody listens there: it waits for that.
        var port = BalconyProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var (exit, output) = await InterruptAsync(
            ["lab", "run", "--against", "montague.example", "--connect", "127.0.0.1:" + port], signal,
            (_, said) => said.Contains("start the server now", StringComparison.Ordinal), new() { ["TMPDIR"] = folder.Path });
        Assert.Equal(Failed, exit);
        Assert.Contains("there is no report", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, "balcony-lab-*"));
    }

    private static async Task<(int Exit, string Output)> InterruptAsync(
        string[] arguments, string signal, Func<Process, string, bool> hasBegun, Dictionary<string, string>? environment = null)
    {
        using var process = ClientProgram.Start(Checkout.Command, arguments, environment);
        var said = new StringBuilder();
        var (output, errors) = (KeepAsync(process.StandardOutput, said), KeepAsync(process.StandardError, said));
        var waited = Stopwatch.StartNew();
        while (!hasBegun(process, Said(said)))
        {
            Assert.True(waited.Elapsed < Patience && !process.HasExited, $"it does not begin: {Said(said)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
        using var kill = Process.Start("/bin/kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"it goes on after SIG{signal}: {Said(said)}");
        }
        await Task.WhenAll(output, errors);
        return (process.ExitCode, Said(said));
    }

    private static string Said(StringBuilder said)
    {
        lock (said) return said.ToString();
    }

    private static async Task KeepAsync(StreamReader reader, StringBuilder said)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (said) said.AppendLine(line);
        }
    }

    private static bool HasOpen(Process process, string file)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd").Any(link => File.ResolveLinkTarget(link, false)?.FullName == file);
        }
        catch (IOException)
        {
            // One that it closed meanwhile.
            return false;
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("balcony-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
