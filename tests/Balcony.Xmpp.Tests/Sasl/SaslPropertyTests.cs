// Whatever arrives gets an answer: no message makes either end throw anything but what it says it throws.
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3_000).WithQuietOnSuccess(true);

    private static readonly ScramKeys Keys = ScramKeys.Create(ScramHash.Sha1, "pencil", 1);

    private static readonly string[] Seeds =
    [
        "n,,n=user,r=abc", "y,a=user@example.org,n=us=2Cer,r=abc,x=y", "p=tls-exporter,,n=user,r=abc", "c=biws,r=abcdef,p=AAAA",
        "\0user\0pencil", "r=abcdef,s=QSXCR+Q6sek8bf92,i=1,h=AAAA", "v=AAAA", "e=other-error", "",
    ];

    // A seed with some of its bytes changed, taken out or put in.
    private static readonly Gen<byte[]> AnyMessage =
        from seed in Gen.Elements(Seeds)
        from edits in Gen.Three(Gen.Choose(0, 400)).ListOf(3)
        select edits.Aggregate(Bytes(seed), Edit);

    [Fact]
    public void The_server_answers_anything() => Prop.ForAll(AnyMessage.Two().ToArbitrary(), messages =>
    {
        foreach (var mechanism in AllMechanisms)
        {
            var server = Server(mechanism, Context(Channel, "def"));
            var step = server.Step(messages.Item1);
            if (step.Kind == SaslStepKind.NeedCredentials) step = server.Provide(server.Hash is { } hash ? Keys with { Hash = hash } : Keys);
            if (step.Kind == SaslStepKind.Challenge) server.Step(messages.Item2);
        }
    }).Check(Thorough);

    [Fact]
    public void The_client_gives_up_or_goes_on() => Prop.ForAll(AnyMessage.Two().ToArbitrary(), messages =>
    {
        var credentials = new SaslCredentials { Name = "user", Password = "pencil", MinIterations = 1, MaxIterations = 10, Nonce = () => "abc" };
        var client = SaslClient.Choose(new SaslOffer(["SCRAM-SHA-1"], []), credentials, ChannelBindings.None);
        client.Begin();
        try
        {
            client.Respond(messages.Item1);
            client.Finish(messages.Item2);
            Assert.Fail("believed a server that knows nothing");
        }
        catch (SaslException)
        {
        }
    }).Check(Thorough);

    private static byte[] Edit(byte[] message, (int At, int Value, int Kind) edit)
    {
        var at = message.Length == 0 ? 0 : edit.At % message.Length;
        var value = (byte)edit.Value;
        return (edit.Kind % 5) switch
        {
            0 when message.Length > 0 => [.. message[..at], value, .. message[(at + 1)..]],
            1 when message.Length > 0 => [.. message[..at], .. message[(at + 1)..]],
            2 => [.. message[..at], value, .. message[at..]],
            3 => [.. message, (byte)',', .. message[at..]],
            _ => message,
        };
    }
}
