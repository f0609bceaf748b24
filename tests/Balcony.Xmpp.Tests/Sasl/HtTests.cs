// The Hashed Token mechanisms: vectors computed elsewhere (openssl dgst -sha256 -hmac), both ends against each other, and what is kept of a token.
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class HtTests
{
    private const string Token = "WXZzciBwYmFmdmZnZiBqdmd1IGp2eXFhcmZm";
    private static readonly byte[] Exported = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];
    private static readonly ChannelBindings Bindings = ChannelBindings.Of((ChannelBindings.Exporter, Exported), (ChannelBindings.ServerEndPoint, [1, 2, 3]));

    [Theory]
    [InlineData(HtMechanism.None, "9097787461a184e0fa84ec00c1381190b6c4d16a8ec4453c7b2ac5e7fcf935ed", "4e513409631474863b986c9f3e8c1e27ca29d1d7ab9ed4097e7afd6007bf9c62")]
    [InlineData(HtMechanism.Exporter, "0c5745576afeea711960549186a31a65c9f328205ee38b66825b3d4c872b395c", "1260579b34d55aeba4e43062a412db609a0a7153abd218b0f148445c4e83529f")]
    [InlineData(HtMechanism.EndPoint, "22c8c2e8b703f45737e417cf44d7a1befaf05ae71fc9bb4a96dc1f04cd55b36f", "aafc7e6e17c7bde2001c2fd1c5751e96e357860b9ef5d110f862b8422f571aeb")]
    public void The_messages_are_those_of_other_implementations(string mechanism, string proof, string answer)
    {
        var client = HtClient.Create(mechanism, "juliet", Token, Bindings);
        Assert.Equal($"{Convert.ToHexStringLower("juliet"u8)}00{proof}", Convert.ToHexStringLower(client.Begin().Span));
        var (_, step) = Prove(mechanism, Token, [HtKeys.Of(mechanism, Token)]);
        Assert.Equal(answer, Convert.ToHexStringLower(step.Data.Span));
    }

    [Theory]
    [InlineData(HtMechanism.None)]
    [InlineData(HtMechanism.Exporter)]
    [InlineData(HtMechanism.EndPoint)]
    public void A_token_is_proved_and_the_server_proves_that_it_knows_it(string mechanism)
    {
        var (server, step) = Prove(mechanism, Token, [HtKeys.Of(mechanism, "another"), HtKeys.Of(mechanism, Token)]);
        Assert.Equal((SaslStepKind.Success, 1, "juliet@example.org"), (step.Kind, server.Proved, server.Account!.ToString()));
        HtClient.Create(mechanism, "juliet", Token, Bindings).Finish(step.Data.Span);
    }

    [Fact]
    public void A_client_does_not_believe_a_server_that_lacks_the_token() => Assert.Throws<SaslException>(
        () => HtClient.Create(HtMechanism.None, "juliet", Token, Bindings).Finish(new byte[32]));

    [Theory]
    [InlineData(HtMechanism.None)]
    [InlineData(HtMechanism.Exporter)]
    public void Another_token_is_refused(string mechanism) =>
        Assert.Equal(SaslCondition.NotAuthorized, Prove(mechanism, Token, [HtKeys.Of(mechanism, "another")]).Step.Condition);

    [Fact]
    public void A_client_without_tokens_is_refused() => Assert.Equal(SaslCondition.NotAuthorized, Prove(HtMechanism.None, Token, []).Step.Condition);

    [Fact]
    public void A_token_for_one_mechanism_is_worth_nothing_with_another()
    {
        Assert.Equal(SaslCondition.NotAuthorized, Prove(HtMechanism.None, Token, [HtKeys.Of(HtMechanism.Exporter, Token)]).Step.Condition);
        Assert.Equal(SaslCondition.NotAuthorized, Prove(HtMechanism.EndPoint, Token, [HtKeys.Of(HtMechanism.Exporter, Token)]).Step.Condition);
    }

    [Fact]
    public void A_proof_for_another_channel_is_refused()
    {
        var elsewhere = ChannelBindings.Of((ChannelBindings.Exporter, new byte[32]));
        var message = HtClient.Create(HtMechanism.Exporter, "juliet", Token, elsewhere).Begin();
        var server = HtServer.Create(HtMechanism.Exporter, Context())!;
        Assert.Equal(SaslStepKind.NeedCredentials, server.Step(message.Span).Kind);
        Assert.Equal(SaslCondition.NotAuthorized, server.Provide([HtKeys.Of(HtMechanism.Exporter, Token)]).Condition);
    }

    [Theory]
    [InlineData("")]
    [InlineData("juliet")]
    [InlineData("juliet\0")]
    [InlineData("juliet\0tooshort")]
    [InlineData("\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("juliet\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    public void A_broken_message_is_malformed(string message) => Assert.Equal(
        SaslCondition.MalformedRequest, HtServer.Create(HtMechanism.None, Context())!.Step(Encoding.UTF8.GetBytes(message)).Condition);

    [Fact]
    public void A_name_that_is_no_localpart_is_nobody() => Assert.Equal(
        SaslCondition.NotAuthorized,
        HtServer.Create(HtMechanism.None, Context())!.Step(Encoding.UTF8.GetBytes("juliet@example.org\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).Condition);

    [Fact]
    public void What_the_channel_cannot_do_is_neither_offered_nor_begun()
    {
        Assert.Equal([HtMechanism.Exporter, HtMechanism.EndPoint, HtMechanism.None], HtMechanism.For(Bindings));
        Assert.Equal([HtMechanism.None], HtMechanism.For(ChannelBindings.None));
        Assert.Null(HtServer.Create(HtMechanism.Unique, Context()));
        Assert.Null(HtServer.Create(SaslMechanism.Plain, Context()));
        Assert.Throws<SaslException>(() => HtClient.Create(HtMechanism.Unique, "juliet", Token, Bindings));
    }

    [Fact]
    public void What_is_kept_of_an_unbound_token_lets_nobody_in()
    {
        var kept = HtKeys.Of(HtMechanism.None, Token);
        var proof = HtClient.Create(HtMechanism.None, "juliet", Token, Bindings).Begin()[^32..].ToArray();
        Assert.Equal(-1, kept.Data.AsSpan().IndexOf(proof));
        Assert.Equal(-1, kept.Data.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Token)));
        Assert.DoesNotContain(Token, HtKeys.Of(HtMechanism.Exporter, Token).ToString(), StringComparison.Ordinal);
    }

    private static (HtServer Server, SaslStep Step) Prove(string mechanism, string token, IReadOnlyList<HtKeys> kept)
    {
        var server = HtServer.Create(mechanism, Context())!;
        Assert.Equal(SaslStepKind.NeedCredentials, server.Step(HtClient.Create(mechanism, "juliet", token, Bindings).Begin().Span).Kind);
        return (server, server.Provide(kept));
    }

    private static SaslContext Context() => new() { Host = BareJid.Parse("example.org"), Offer = new SaslOffer([], []), Bindings = Bindings };
}
