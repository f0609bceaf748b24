// What a client chooses, and what it does not let a server get away with.
using System.Text;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslClientTests
{
    private static readonly SaslCredentials User = new() { Name = "user", Password = "pencil", Nonce = () => "abc" };

    [Theory]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256-PLUS PLAIN", "tls-exporter tls-server-end-point", "p=tls-exporter,,n=user,r=abc")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256-PLUS PLAIN", "tls-unique tls-server-end-point", "p=tls-server-end-point,,n=user,r=abc")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "", "p=tls-exporter,,n=user,r=abc")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-256", "", "y,,n=user,r=abc")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-unique", "n,,n=user,r=abc")]
    public void The_channel_is_bound_to_where_both_can(string mechanisms, string types, string first) =>
        Assert.Equal(first, Text(SaslClient.Choose(Offer(mechanisms, types), User, Channel).Begin()));

    [Theory]
    [InlineData("PLAIN SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256", "SCRAM-SHA-256")]
    [InlineData("PLAIN SCRAM-SHA-512 SCRAM-SHA-256", "SCRAM-SHA-512")]
    [InlineData("ANONYMOUS EXTERNAL SCRAM-SHA-1", "SCRAM-SHA-1")]
    public void The_strongest_is_chosen(string mechanisms, string chosen) =>
        Assert.Equal(chosen, SaslClient.Choose(Offer(mechanisms, ""), User, ChannelBindings.None).Mechanism);

    [Fact]
    public void A_password_is_sent_only_where_that_is_allowed()
    {
        Assert.Throws<SaslException>(() => SaslClient.Choose(Offer("PLAIN", ""), User, ChannelBindings.None));
        var client = SaslClient.Choose(Offer("PLAIN", ""), User with { AllowsPlain = true }, ChannelBindings.None);
        Assert.Equal("\0user\0pencil", Text(client.Begin()));
    }

    [Fact]
    public void A_certificate_comes_first_and_nothing_at_all_is_anonymous()
    {
        Assert.Equal("EXTERNAL", SaslClient.Choose(Offer("SCRAM-SHA-1 EXTERNAL", ""), User with { HasCertificate = true }, ChannelBindings.None).Mechanism);
        Assert.Equal("ANONYMOUS", SaslClient.Choose(Offer("SCRAM-SHA-1 ANONYMOUS", ""), new SaslCredentials(), ChannelBindings.None).Mechanism);
        Assert.Throws<SaslException>(() => SaslClient.Choose(Offer("SCRAM-SHA-1", ""), new SaslCredentials(), ChannelBindings.None));
    }

    [Fact]
    public void Types_without_a_mechanism_for_them_look_like_an_attack() =>
        Assert.Throws<SaslException>(() => SaslClient.Choose(Offer("SCRAM-SHA-1", "tls-exporter"), User, Channel));

    [Fact]
    public void A_list_without_the_type_that_every_server_has_must_be_proved()
    {
        var offer = Offer("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-unique");
        Assert.Throws<SaslException>(() => Begun(offer).Respond(Bytes("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096")));
        var proof = Encoding.ASCII.GetString(offer.DowngradeHash(ScramHash.Sha1));
        Begun(offer).Respond(Bytes($"r=abcdef,s=QSXCR+Q6sek8bf92,i=4096,h={proof}"));

        static SaslClient Begun(SaslOffer offer)
        {
            var client = SaslClient.Choose(offer, User, Channel);
            client.Begin();
            return client;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92")]
    [InlineData("r=abcdef,i=4096,s=QSXCR+Q6sek8bf92")]
    [InlineData("r=abc,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("r=xyzdef,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("r=abcdef,s=QSXCR,i=4096")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=4095")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=5000001")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=99999999999")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=04096")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=-4096")]
    [InlineData("m=x,r=abcdef,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096,m=x")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096,")]
    [InlineData("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096,h=AAAA")]
    public void A_bad_first_message_of_the_server_ends_it(string message)
    {
        var client = SaslClient.Choose(Offer("SCRAM-SHA-1", ""), User, ChannelBindings.None);
        client.Begin();
        Assert.Throws<SaslException>(() => client.Respond(Bytes(message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=")]
    [InlineData("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")]
    [InlineData("e=other-error")]
    public void A_server_that_does_not_know_the_password_is_not_believed(string message)
    {
        var client = SaslClient.Choose(Offer("SCRAM-SHA-1", ""), User, ChannelBindings.None);
        client.Begin();
        client.Respond(Bytes("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096"));
        Assert.Throws<SaslException>(() => client.Finish(Bytes(message)));
    }

    [Fact]
    public void Success_out_of_the_blue_is_not_believed()
    {
        var client = SaslClient.Choose(Offer("SCRAM-SHA-1", ""), User, ChannelBindings.None);
        client.Begin();
        Assert.Throws<SaslException>(() => client.Finish(default));
    }

    [Fact]
    public void Mechanisms_taken_out_on_the_way_are_noticed()
    {
        var sent = Context(null, null, "SCRAM-SHA-1", "SCRAM-SHA-512");
        var client = SaslClient.Choose(Offer("SCRAM-SHA-1", ""), User, ChannelBindings.None);
        Assert.Throws<SaslException>(() => Run(client, Server("SCRAM-SHA-1", sent), Pencil));
    }

    [Fact]
    public void A_channel_that_ends_elsewhere_is_noticed()
    {
        var context = Context(Channel, null, "SCRAM-SHA-1-PLUS");
        var elsewhere = ChannelBindings.Of((ChannelBindings.Exporter, Bytes("another")), (ChannelBindings.ServerEndPoint, Bytes("end-point")));
        var step = Run(SaslClient.Choose(context.Offer, User, elsewhere), Server("SCRAM-SHA-1-PLUS", context), Pencil);
        Assert.Equal(SaslCondition.NotAuthorized, step.Condition);
    }

    [Theory]
    [InlineData("SCRAM-SHA-1")]
    [InlineData("SCRAM-SHA-1-PLUS")]
    [InlineData("SCRAM-SHA-256")]
    [InlineData("SCRAM-SHA-256-PLUS")]
    [InlineData("SCRAM-SHA-512")]
    [InlineData("SCRAM-SHA-512-PLUS")]
    [InlineData("PLAIN")]
    public void Any_password_and_any_name_comes_through(string mechanism)
    {
        Prop.ForAll(AnyPassword.ToArbitrary(), password =>
        {
            var context = Context(SaslMechanism.IsPlus(mechanism) ? Channel : null, null, mechanism);
            var credentials = User with { Name = "a,=b", Password = password, AllowsPlain = true, MinIterations = 1 };
            var client = SaslClient.Choose(context.Offer, credentials, context.Bindings);
            var step = Run(client, Server(mechanism, context), server => ScramKeys.Create(server.Hash ?? ScramHash.Sha256, password, 10));
            return step.Kind == SaslStepKind.Success;
        }).QuickCheckThrowOnFailure();
    }

    private static readonly Gen<string> AnyPassword = Gen.Frequency((1, Gen.Choose(0x20, 0x7E)), (2, Gen.Choose(0, 0x10FFFF)))
        .Where(Rune.IsValid).Select(value => new Rune(value).ToString()).ListOf().Select(string.Concat)
        .Where(text => SaslPrep.TryPrepare(text, out _));

    private static ScramKeys Pencil(SaslServer server) => ScramKeys.Create(server.Hash!.Value, "pencil", 4096);

    private static SaslOffer Offer(string mechanisms, string types) =>
        new(mechanisms.Split(' '), types.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
