// slixmpp (Python, asyncio) as the client: one script, one conversation per test.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class SlixmppTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    [Theory]
    [InlineData("scram_sha_1_over_starttls")]
    [InlineData("scram_sha_256_over_starttls")]
    [InlineData("scram_sha_512_over_direct_tls")]
    [InlineData("whatever_slixmpp_prefers_over_starttls")]
    [InlineData("whatever_slixmpp_prefers_over_direct_tls")]
    [InlineData("starttls_bound_to_tls_1_2")]
    [InlineData("direct_tls_bound_to_tls_1_2")]
    [InlineData("wrong_password")]
    [InlineData("roster_and_presence")]
    [InlineData("chat")]
    [InlineData("nobody_there")]
    [InlineData("offline")]
    [InlineData("archive")]
    [InlineData("disco")]
    [InlineData("ping_version_time")]
    [InlineData("vcard")]
    [InlineData("blocking")]
    [InlineData("two_resources")]
    [InlineData("carbons")]
    [InlineData("client_state")]
    [InlineData("push")]
    [InlineData("resumption")]
    public Task Slixmpp_sees_what_it_expects(string check) => CheckAsync(server, check);

    [Theory]
    [InlineData("found_by_discovery")]
    [InlineData("conversation")]
    [InlineData("private_messages")]
    [InlineData("moderation")]
    [InlineData("members_only")]
    [InlineData("direct_invitation")]
    [InlineData("nicknames")]
    [InlineData("archive")]
    [InlineData("destroyed")]
    [InlineData("configuration")]
    [InlineData("registration")]
    [InlineData("voice_request")]
    [InlineData("lists")]
    [InlineData("occupant_ids")]
    [InlineData("retracted_by_a_moderator")]
    [InlineData("self_ping")]
    public Task Slixmpp_is_at_home_in_rooms(string check) => CheckAsync(server, check, "slixmpp_rooms.py");

    internal static async Task CheckAsync(BalconyProcess server, string check, string script = "slixmpp_checks.py")
    {
        var run = await ClientProgram.RunAsync(
            "/usr/bin/python3",
            [
                "-B", Checkout.ClientScript(script), check,
                "--domain", BalconyProcess.Domain, "--ca", server.AuthorityFile, "--password", BalconyProcess.Password,
                "--starttls-port", server.StartTlsPort.ToString(CultureInfo.InvariantCulture),
                "--direct-port", server.DirectTlsPort.ToString(CultureInfo.InvariantCulture),
            ]);
        Assert.True(run.ExitCode == 0 && run.Output.Contains($"ok {check}", StringComparison.Ordinal),
            $"exit code {run.ExitCode}:\n{run.Output}\nThe server's log:\n{server.Log}");
    }
}
