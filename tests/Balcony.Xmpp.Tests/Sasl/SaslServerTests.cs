// What a server answers to messages that are wrong, and to names that are not there.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslServerTests
{
    private static readonly ScramKeys Keys = ScramKeys.Derive(ScramHash.Sha1, "pencil", Convert.FromBase64String("QSXCR+Q6sek8bf92"), 4096);

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("n,")]
    [InlineData("n,,")]
    [InlineData(",,n=user,r=abc")]
    [InlineData("x,,n=user,r=abc")]
    [InlineData("nn,,n=user,r=abc")]
    [InlineData("N,,n=user,r=abc")]
    [InlineData("n,n=user,r=abc")]
    [InlineData("n,a=,n=user,r=abc")]
    [InlineData("n,b=x,n=user,r=abc")]
    [InlineData("n,a=us=er@example.org,n=user,r=abc")]
    [InlineData("n,,m=1,n=user,r=abc")]
    [InlineData("n,,n=user,m=1,r=abc")]
    [InlineData("n,,n=user,r=abc,m=1")]
    [InlineData("n,,r=abc,n=user")]
    [InlineData("n,,n=,r=abc")]
    [InlineData("n,,n=user")]
    [InlineData("n,,n=user,")]
    [InlineData("n,,n=user,r=")]
    [InlineData("n,,n=user,r=a b")]
    [InlineData("n,,n=user,r=ab\u00e9")]
    [InlineData("n,,n=user,r=abc,")]
    [InlineData("n,,n=user,r=abc,x")]
    [InlineData("n,,n=user,r=abc,1=x")]
    [InlineData("n,,n=us=er,r=abc")]
    [InlineData("n,,n=us=2cer,r=abc")]
    [InlineData("n,,n=user=,r=abc")]
    [InlineData("n,,n=user=2,r=abc")]
    [InlineData("n,,n=us\0er,r=abc")]
    [InlineData("p=tls-exporter,,n=user,r=abc")]
    public void A_malformed_first_message_is_refused(string message) =>
        Assert.Equal("malformed-request", FailureOf(Server("SCRAM-SHA-1", Context()).Step(Bytes(message))));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_malformed()
    {
        byte[] message = [.. Bytes("n,,n=us"), 0xC3, .. Bytes(",r=abc")];
        Assert.Equal("malformed-request", FailureOf(Server("SCRAM-SHA-1", Context()).Step(message)));
    }

    [Theory]
    [InlineData("n,,n=user,r=abc", "malformed-request")]
    [InlineData("y,,n=user,r=abc", "malformed-request")]
    [InlineData("p=,,n=user,r=abc", "malformed-request")]
    [InlineData("p=tls_exporter,,n=user,r=abc", "malformed-request")]
    [InlineData("p=tls-unique,,n=user,r=abc", "malformed-request")]
    [InlineData("p=tls-exporter,,n=user,r=abc", null)]
    [InlineData("p=tls-server-end-point,,n=user,r=abc", null)]
    public void Channel_binding_is_asked_for_as_it_is_offered(string message, string? condition) =>
        Assert.Equal(condition, FailureOf(Server("SCRAM-SHA-1-PLUS", Context(Channel)).Step(Bytes(message))));

    [Fact]
    public void A_client_that_did_not_see_our_channel_binding_is_turned_away()
    {
        Assert.Equal("not-authorized", FailureOf(Server("SCRAM-SHA-1", Context(Channel)).Step(Bytes("y,,n=user,r=abc"))));
        Assert.Null(FailureOf(Server("SCRAM-SHA-1", Context(Channel)).Step(Bytes("n,,n=user,r=abc"))));
        Assert.Null(FailureOf(Server("SCRAM-SHA-1", Context()).Step(Bytes("y,,n=user,r=abc"))));
    }

    [Theory]
    [InlineData("n=user", "user@example.org")]
    [InlineData("n=USER", "user@example.org")]
    [InlineData("n=a=2Cb", "a,b@example.org")]
    [InlineData("n=a=3D2C", "a=2c@example.org")]
    [InlineData("n=\u0436\u0443\u043a", "\u0436\u0443\u043a@example.org")]
    public void The_name_is_a_localpart(string name, string account)
    {
        var server = Server("SCRAM-SHA-1", Context());
        Assert.Equal(SaslStepKind.NeedCredentials, server.Step(Bytes($"n,,{name},r=abc")).Kind);
        Assert.Equal(account, server.Account!.ToString());
    }

    [Theory]
    [InlineData("user@example.org")]
    [InlineData("example.org/user")]
    [InlineData("us er")]
    [InlineData("us<er")]
    public void A_name_that_is_no_localpart_has_no_account(string name)
    {
        Assert.Equal("not-authorized", FailureOf(Server("SCRAM-SHA-1", Context()).Step(Bytes($"n,,n={name},r=abc"))));
        Assert.Equal("not-authorized", FailureOf(Server("PLAIN", Context()).Step(Bytes($"\0{name}\0pencil"))));
    }

    [Theory]
    [InlineData("user@example.org", null)]
    [InlineData("USER@EXAMPLE.ORG", null)]
    [InlineData("other@example.org", "invalid-authzid")]
    [InlineData("user@example.com", "invalid-authzid")]
    [InlineData("user@example.org/balcony", "invalid-authzid")]
    [InlineData("example.org", "invalid-authzid")]
    [InlineData("user", "invalid-authzid")]
    [InlineData("@", "invalid-authzid")]
    public void Nobody_acts_for_another_account(string authzid, string? condition)
    {
        Assert.Equal(condition, FailureOf(Server("SCRAM-SHA-1", Context()).Step(Bytes($"n,a={authzid},n=user,r=abc"))));
        Assert.Equal(condition, FailureOf(Server("PLAIN", Context()).Step(Bytes($"{authzid}\0user\0pencil"))));
    }

    [Theory]
    [InlineData("", "malformed-request")]
    [InlineData("c=biws,r=abcdef", "malformed-request")]
    [InlineData("c=biws,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request")]
    [InlineData("r=abcdef,c=biws,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request")]
    [InlineData("c=bi!s,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request")]
    [InlineData("c==,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request")]
    [InlineData("c=biws,r=abcdef,m=1,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request")]
    [InlineData("c=biws,r=abcdef,p=", "malformed-request")]
    [InlineData("c=biws,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts", "malformed-request")]
    [InlineData("c=biws,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=,x=1", "malformed-request")]
    [InlineData("c=biws,r=abcdef,p=AAAA", "not-authorized")]
    [InlineData("c=biws,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "not-authorized")]
    [InlineData("c=biws,r=abcde,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "not-authorized")]
    [InlineData("c=eSws,r=abcdef,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "not-authorized")]
    public void A_wrong_last_message_is_refused(string message, string condition)
    {
        var server = Server("SCRAM-SHA-1", Context(nonce: "def"));
        server.Step(Bytes("n,,n=user,r=abc"));
        server.Provide(Keys);
        Assert.Equal(condition, FailureOf(server.Step(Bytes(message))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\0\0")]
    [InlineData("user\0pencil")]
    [InlineData("\0user\0")]
    [InlineData("\0\0pencil")]
    [InlineData("\0user\0pen\0cil")]
    public void A_malformed_PLAIN_is_refused(string message) =>
        Assert.Equal("malformed-request", FailureOf(Server("PLAIN", Context()).Step(Bytes(message))));

    [Fact]
    public void PLAIN_is_verified_against_the_keys()
    {
        Assert.Null(FailureOf(Plain("pencil")));
        Assert.Equal("not-authorized", FailureOf(Plain("pencil ")));
        Assert.Equal("not-authorized", FailureOf(Plain("\u0007")));

        static SaslStep Plain(string password)
        {
            var server = Server("PLAIN", Context());
            server.Step(Bytes($"\0user\0{password}"));
            return server.Provide(Keys);
        }
    }

    [Fact]
    public void A_mechanism_that_was_not_offered_is_not_there()
    {
        Assert.Null(SaslServer.Create("SCRAM-SHA-1-PLUS", Context()));
        Assert.Null(SaslServer.Create("scram-sha-1", Context()));
        Assert.Null(SaslServer.Create("PLAIN", Context(null, null, "SCRAM-SHA-1")));
    }

    [Theory]
    [InlineData(new string[0], "", "not-authorized")]
    [InlineData(new[] { "a@example.org" }, "", null)]
    [InlineData(new[] { "a@example.org" }, "a@example.org", null)]
    [InlineData(new[] { "a@example.org" }, "b@example.org", "invalid-authzid")]
    [InlineData(new[] { "a@example.org", "b@example.org" }, "", "invalid-authzid")]
    [InlineData(new[] { "a@example.org", "b@example.org" }, "b@example.org", null)]
    [InlineData(new[] { "example.com" }, "example.com", null)]
    public void EXTERNAL_trusts_the_certificate(string[] addresses, string authzid, string? condition)
    {
        var context = Context() with { CertificateAddresses = [.. addresses.Select(BareJid.Parse)] };
        var server = Server("EXTERNAL", context);
        var step = server.Step(Bytes(authzid));
        Assert.Equal(condition, FailureOf(step));
        if (condition is null) Assert.Contains(server.Account!.ToString(), addresses);
    }

    [Fact]
    public void ANONYMOUS_lets_anyone_in()
    {
        Assert.Equal(SaslStepKind.Success, Server("ANONYMOUS", Context()).Begin().Kind);
        Assert.Equal(SaslStepKind.Success, Server("ANONYMOUS", Context()).Step(Bytes("sirhc")).Kind);
        Assert.Equal("malformed-request", FailureOf(Server("ANONYMOUS", Context()).Step(Bytes(new string('x', 256)))));
    }

    [Fact]
    public void Who_sends_no_initial_response_is_asked_for_it()
    {
        var server = Server("PLAIN", Context());
        var step = server.Begin();
        Assert.Equal(SaslStepKind.Challenge, step.Kind);
        Assert.True(step.Data.IsEmpty);
        Assert.Equal(SaslStepKind.NeedCredentials, server.Step(Bytes("\0user\0pencil")).Kind);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("=", "")]
    [InlineData("biws", "n,,")]
    [InlineData("bi ws", null)]
    [InlineData("biws\n", null)]
    [InlineData("biw", null)]
    [InlineData("b===", null)]
    [InlineData("biws=", null)]
    [InlineData("bi-_", null)]
    public void The_coat_is_strict_base64(string text, string? plain) =>
        Assert.Equal(plain, SaslBase64.TryDecode(text, out var data) ? Text(data) : null);

    private static string? FailureOf(SaslStep step) => step.Kind == SaslStepKind.Failure ? step.Condition.Name : null;
}
