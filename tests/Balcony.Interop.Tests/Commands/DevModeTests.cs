// The README's first command: what a newcomer sees, and that two people can chat a minute later.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class DevModeTests
{
    [Fact]
    public async Task Serve_dev_prints_accounts_and_trust_and_they_chat()
    {
        await using var server = new BalconyProcess { IsDev = true };
        await server.InitializeAsync();
        await server.SaysAsync("alice@localhost");
        var trust = await server.SaysAsync("SSL_CERT_FILE=");
        var authority = trust[(trust.IndexOf("SSL_CERT_FILE=", StringComparison.Ordinal) + "SSL_CERT_FILE=".Length)..].Split(' ')[0];

        var sent = await ClientProgram.RunAsync(
            "/usr/bin/go-sendxmpp",
            ["--username", "alice@localhost", "--password", "secret",
                "--jserver", $"127.0.0.1:{server.StartTlsPort.ToString(CultureInfo.InvariantCulture)}", "bob@localhost"],
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = authority, ["SSL_CERT_DIR"] = "/nonexistent" },
            "Good morrow\n");
        sent.AssertSucceeded();

        using var bob = ClientProgram.Start(
            "/usr/bin/go-sendxmpp",
            ["--listen", "--username", "bob@localhost", "--password", "secret",
                "--jserver", $"127.0.0.1:{server.StartTlsPort.ToString(CultureInfo.InvariantCulture)}"],
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = authority, ["SSL_CERT_DIR"] = "/nonexistent" });
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            // It waited for him.
            Assert.Contains("Good morrow", await bob.StandardOutput.ReadLineAsync(deadline.Token), StringComparison.Ordinal);
        }
        finally
        {
            bob.Kill();
            await bob.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
