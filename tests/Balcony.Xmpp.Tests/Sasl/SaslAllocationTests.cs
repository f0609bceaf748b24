// A login is cheap for the server: no PBKDF2, little memory.
using Balcony.Xmpp.Sasl;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslAllocationTests
{
    // Measured: 1.8 kB with SHA-1 to 2.6 kB with SHA-512. The keys' iteration count must not matter.
    private const int MaxBytes = 4_096;

    [Theory]
    [InlineData("SCRAM-SHA-1")]
    [InlineData("SCRAM-SHA-256")]
    [InlineData("SCRAM-SHA-512")]
    public void A_login_with_SCRAM_allocates_little(string mechanism)
    {
        var context = Context(null, "def", mechanism).Unproved();
        var hash = SaslMechanism.HashOf(mechanism)!.Value;
        var keys = ScramKeys.Create(hash, "pencil", 4_096);
        var client = SaslClient.Choose(context.Offer, new SaslCredentials { Name = "user", Password = "pencil", Nonce = () => "abc" }, context.Bindings);
        var (first, final) = (client.Begin().ToArray(), Array.Empty<byte>());

        var before = 0L;
        for (var turn = 0; turn < 3; turn++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            var server = SaslServer.Create(mechanism, context)!;
            server.Step(first);
            var challenge = server.Provide(keys);
            if (turn == 0) final = client.Respond(challenge.Data.Span).ToArray();
            Assert.Equal(SaslStepKind.Success, server.Step(final).Kind);
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes);
    }
}
