// Nobody can tell whether an account exists.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class FakeScramKeysTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void They_are_the_same_at_every_attempt_and_for_no_one_else()
    {
        Assert.Equal(Salt("a@example.org"), Salt("a@example.org"));
        string[] salts =
        [
            Salt("a@example.org"), Salt("b@example.org"), Salt("a@example.com"), Salt("a@example.org", ScramHash.Sha256),
            Convert.ToHexString(FakeScramKeys.Derive(new byte[32], BareJid.Parse("a@example.org"), ScramHash.Sha1, 10_000).Salt),
        ];
        Assert.Equal(salts.Length, salts.Distinct().Count());
    }

    [Theory]
    [InlineData(ScramHash.Sha1)]
    [InlineData(ScramHash.Sha256)]
    [InlineData(ScramHash.Sha512)]
    public void They_have_the_shape_of_real_ones(ScramHash hash)
    {
        var real = ScramKeys.Create(hash, "pencil", 10_000);
        var fake = FakeScramKeys.Derive(Secret, BareJid.Parse("a@example.org"), hash, 10_000);
        Assert.Equal(
            (real.Hash, real.Salt.Length, real.Iterations, real.StoredKey.Length, real.ServerKey.Length),
            (fake.Hash, fake.Salt.Length, fake.Iterations, fake.StoredKey.Length, fake.ServerKey.Length));
    }

    [Theory]
    [InlineData("SCRAM-SHA-1")]
    [InlineData("SCRAM-SHA-256-PLUS")]
    [InlineData("SCRAM-SHA-512")]
    public void The_exchange_goes_on_and_fails_at_the_proof(string mechanism)
    {
        var context = Context(SaslMechanism.IsPlus(mechanism) ? Channel : null, null, mechanism);
        var client = SaslClient.Choose(context.Offer, new SaslCredentials { Name = "nobody", Password = "pencil" }, context.Bindings);
        var server = Server(mechanism, context);
        var step = Run(client, server, asked => FakeScramKeys.Derive(Secret, asked.Account!, asked.Hash!.Value, 10_000));
        Assert.Equal(SaslCondition.NotAuthorized, step.Condition);
    }

    [Fact]
    public void PLAIN_fails_with_them_too()
    {
        var context = Context(null, null, "PLAIN");
        var credentials = new SaslCredentials { Name = "nobody", Password = "pencil", AllowsPlain = true };
        var step = Run(SaslClient.Choose(context.Offer, credentials, ChannelBindings.None), Server("PLAIN", context),
            asked => FakeScramKeys.Derive(Secret, asked.Account!, ScramHash.Sha256, 10_000));
        Assert.Equal(SaslCondition.NotAuthorized, step.Condition);
    }

    private static string Salt(string account, ScramHash hash = ScramHash.Sha1) =>
        Convert.ToHexString(FakeScramKeys.Derive(Secret, BareJid.Parse(account), hash, 10_000).Salt);
}
