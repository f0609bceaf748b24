// `balcony lab run` against the system's Prosody and ejabberd: verdicts that are known, in both directions, with the evidence in the message when they change.
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

public sealed class LabRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-lab-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Prosody_tells_good_peers_from_bad_ones_both_ways()
    {
        var verdicts = await RunAsync("prosody.sh", "verified",
            [
                "good", "no-tls", "tls-1-?", "expired", "self-signed", "untrusted-ca", "missing-intermediate", "wrong-name", "srv-id", "server-auth-only", "ecdsa",
                "direct-tls-only", "dane-3-1-1", "dane-wrong", "bogus-*", "many-targets", "bidi*", "closes-*", "external-*", "dialback-certified", "multiplexed", "sm",
            ]);
        // Choices and old age of Prosody 0.12 are in docs/interop: it looks for TLSA records where it connects, not where it is connected to. The others are none.
        Assert.All(verdicts.Where(test => !test.Key.StartsWith("dane-", StringComparison.Ordinal) || test.Key.EndsWith(" out", StringComparison.Ordinal)), test => Assert.True(test.Value.Verdict == "passed", $"{test.Key}: {test.Value.Verdict}\n{test.Value.Text}"));
        Assert.True(verdicts.Count > 50, $"{verdicts.Count} tests were run");
    }

    [Fact]
    public async Task Ejabberd_tells_good_peers_from_bad_ones_both_ways()
    {
        // It asks port 53 of the name server in /etc/resolv.conf: the script gives it one of its own, which takes root.
        var verdicts = await RunAsync("ejabberd.sh", "verified",
            [
                "good", "no-tls", "tls-1-?", "direct-tls-only", "expired", "self-signed", "untrusted-ca", "missing-intermediate", "name-constraints", "wrong-name",
                "wildcard*", "no-usages", "ecdsa", "many-targets", "no-such-name", "external-*", "foreign-domain", "early-stanza", "header-to", "header-from", "closes-*",
            ],
            ["--dns", "127.53.53.53:53"]);
        // Choices and old age of ejabberd 23.01 are in docs/interop; none of these is among them.
        Assert.All(verdicts, test => Assert.True(test.Value.Verdict == "passed", $"{test.Key}: {test.Value.Verdict}\n{test.Value.Text}"));
        Assert.True(verdicts.Count > 50, $"{verdicts.Count} tests were run");
    }

    [Fact]
    public async Task A_run_that_is_ended_ends_the_server_that_it_started()
    {
        var pid = Path.Combine(_folder, "pid");
        using var run = ClientProgram.Start(
            Checkout.Command, ["lab", "run", "--against", "montague.example", "--only", "good", "--start", $"/bin/sh -c 'echo $$ > {pid}; exec sleep 600'"]);
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(pid) || new FileInfo(pid).Length == 0)
        {
            Assert.False(run.HasExited, "the run ended by itself");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
        using (var kill = System.Diagnostics.Process.Start("/bin/kill", ["-TERM", $"{run.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("was ended before it was over", await errors, StringComparison.Ordinal);
        Assert.Empty(await output);
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken)).Trim()}"));
    }

    [Fact]
    public async Task Prosody_believes_dialback_where_it_is_told_to_but_no_forged_key()
    {
        var verdicts = await RunAsync("prosody.sh", "dialback", ["dialback", "dialback-forged", "dialback-invalid", "dialback-of-other-stream", "expired"]);
        foreach (var test in new[] { "dialback in", "dialback out", "dialback-forged in", "dialback-invalid in" })
            Assert.True(verdicts[test].Verdict == "passed", $"{test}: {verdicts[test]}");
        // With dialback no certificate decides: that is said, and never counted as passed.
        Assert.Equal("not tested", verdicts["expired in"].Verdict);
    }

    [Fact]
    public async Task Balcony_passes_and_refuses_for_the_right_reasons()
    {
        var diary = $"{Checkout.Command} federation show {{peer}} --output json --config {Path.Combine(_folder, "balcony", "balcony.yml")}";
        var verdicts = await RunAsync(
            "balcony.sh", "verified", [], ["--diary", diary, "--patience", "20", "--long-patience", "75", "--at-once", "16"]);
        Assert.All(
            verdicts.Where(test => !IsOfDialback(test.Key)), test => Assert.True(test.Value.Verdict == "passed", $"{test.Key}: {test.Value.Verdict}\n{test.Value.Text}"));
        Assert.True(verdicts.Count > 190, $"{verdicts.Count} tests were run");
    }

    [Fact]
    public async Task Balcony_believes_dialback_where_it_is_told_to_but_no_forged_key()
    {
        var dialback = await RunAsync("balcony.sh", "dialback", ["good", "dialback*"]);
        Assert.All(dialback, test => Assert.True(test.Value.Verdict == "passed", $"{test.Key}: {test.Value.Verdict}\n{test.Value.Text}"));
    }

    // Where only certificates are believed there is nothing to forge.
    private static bool IsOfDialback(string test) => test.StartsWith("dialback-", StringComparison.Ordinal) && !test.StartsWith("dialback-certified", StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_is_not_there_is_not_tested()
    {
        var run = await ClientProgram.RunAsync(
            Checkout.Command, ["lab", "run", "--against", "montague.example", "--start", "/bin/false", "--folder", _folder, "--only", "good"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the tested server has ended", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--connect", "localhost", "is not an address and a port")]
    [InlineData("--account", "montague.example", "is not the address of an account")]
    [InlineData("--report", "report.doc", "has none of the endings")]
    public async Task Wrong_arguments_are_explained(string option, string value, string explanation)
    {
        var run = await ClientProgram.RunAsync(Checkout.Command, ["lab", "run", "--against", "montague.example", option, value]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(explanation, run.Output, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, (string Verdict, string Text)>> RunAsync(
        string server, string trust, string[] only, params string[] more)
    {
        var report = Path.Combine(_folder, "report.json");
        string[] command =
        [
            "lab", "run", "--against", "montague.example", "--start", Path.Combine(Checkout.Root, "tests", "lab", server), "--folder", _folder, "--trust", trust,
            "--report", report, .. more, .. only.SelectMany(pattern => new[] { "--only", pattern }),
        ];
        var run = await ClientProgram.RunAsync(Checkout.Command, command, patience: 400);
        Assert.True(File.Exists(report), run.Output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return json.RootElement.GetProperty("results").EnumerateArray().ToDictionary(
            test => $"{test.GetProperty("test").GetString()} {test.GetProperty("direction").GetString()}",
            test => (test.GetProperty("verdict").GetString()!, test.ToString()));
    }
}
