// slixmpp as a component (XEP-0114) of the built program: one script, one conversation per test.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class SlixmppComponentTests(SlixmppComponentTests.Server server) : IClassFixture<SlixmppComponentTests.Server>
{
    private const string Secret = "wherefore <&> ü";

    [Theory]
    [InlineData("echo")]
    [InlineData("subscription")]
    [InlineData("wrong_secret")]
    [InlineData("privileges")]
    [InlineData("delegation")]
    [InlineData("away")]
    [InlineData("many")]
    public async Task A_component_of_slixmpp_sees_what_it_expects(string check)
    {
        var run = await ClientProgram.RunAsync(
            "/usr/bin/python3",
            [
                "-B", Checkout.ClientScript("slixmpp_component.py"), check, .. SlixmppPeer.ConnectionArguments(server.Process),
                "--component-port", server.Process.ComponentPort.ToString(CultureInfo.InvariantCulture), "--secret", Secret,
            ]);
        Assert.True(run.ExitCode == 0 && run.Output.Contains($"ok {check}", StringComparison.Ordinal),
            $"exit code {run.ExitCode}:\n{run.Output}\nThe server's log:\n{server.Process.Log}");
        Assert.DoesNotContain("wherefore", server.Process.Log, StringComparison.Ordinal);
    }

    /// <summary>A server with two components: one that may everything, one whose messages are kept.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal BalconyProcess Process { get; } = new()
        {
            Components = $"""
                  gateway.{BalconyProcess.Domain}:
                    secret: '{Secret}'
                    delegates: ['urn:example:x']
                    privileges:
                      roster: both
                      message: outgoing
                      presence: managed-entity
                  patient.{BalconyProcess.Domain}:
                    secretFile: patient.secret
                    keepFor: 10m
                """,
        };

        public async ValueTask InitializeAsync()
        {
            await File.WriteAllTextAsync(Path.Combine(Process.Folder, "patient.secret"), Secret + "\n");
            await Process.InitializeAsync();
        }

        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
