// @xmpp/client of npm (xmpp.js) as the client: SASL2, Bind 2, tokens and stream management, each as that library does it.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class XmppJsTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    [Theory]
    [InlineData("password_by_sasl2_and_bind2")]
    [InlineData("token_at_the_second_login")]
    [InlineData("a_token_that_was_made_up_gives_way_to_the_password")]
    public async Task Xmpp_js_sees_what_it_expects(string check)
    {
        var user = "xmppjs-" + check.Replace('_', '-');
        // It registers the account, with its own password.
        (await RawClient.LoginAsync(server.DirectTlsPort, user)).Dispose();
        var run = await ClientProgram.RunAsync(
            "/usr/bin/node",
            [
                Checkout.ClientScript("xmppjs/checks.js"), check,
                "--service", "xmpp://127.0.0.1:" + server.StartTlsPort.ToString(CultureInfo.InvariantCulture),
                "--domain", BalconyProcess.Domain, "--user", user, "--password", "raw",
            ],
            new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = server.AuthorityFile });
        Assert.True(run.ExitCode == 0 && run.Output.Contains($"ok {check}", StringComparison.Ordinal),
            $"exit code {run.ExitCode}:\n{run.Output}\nThe server's log:\n{server.Log}");
    }
}
