// The examples of RFC 5802 §5, RFC 7677 §3 and XEP-0474 §5.3, byte for byte, on both ends.
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Xunit;
using static Balcony.Xmpp.Tests.Sasl.SaslExchange;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class ScramVectorTests
{
    // Mechanism, client's nonce, server's nonce, salt, proof, signature. SHA-512 has no published example: computed with Python's hashlib.
    public static TheoryData<string, string, string, string, string, string> Vectors { get; } = new()
    {
        {
            "SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL", "3rfcNHYJY1ZVvWVs7j", "QSXCR+Q6sek8bf92",
            "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "rmF9pqV8S7suAoZWja4dJRkFsKQ="
        },
        {
            "SCRAM-SHA-256", "rOprNGfwEbeRWgbNEkqO", "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", "W22ZaJ0SNY7soEsUEjb6gQ==",
            "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
        },
        {
            "SCRAM-SHA-512", "rOprNGfwEbeRWgbNEkqO", "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", "W22ZaJ0SNY7soEsUEjb6gQ==",
            "gMGXRcevScNtxZ6/8lQYpGtnsNAc3mGcmNomv+xnoOMw+3R2xNJdMNnzMlTN8PPC6wdp6dybEmDYXYTxwnYPJQ==",
            "ZQnYEgWQMFmmsM8aQMF0nDDCy/AgCzkwk8CmMZYcMg0vSVlKDanekLtifDSeVGT4+5ZxXnJq199RVG2rR7N7Zw=="
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_server_speaks_the_example(string mechanism, string ours, string theirs, string salt, string proof, string signature)
    {
        var server = Server(mechanism, Context(nonce: theirs, mechanisms: mechanism).Unproved());

        Assert.Equal(SaslStepKind.NeedCredentials, server.Step(Bytes($"n,,n=user,r={ours}")).Kind);
        Assert.Equal("user@example.org", server.Account!.ToString());
        var challenge = server.Provide(ScramKeys.Derive(server.Hash!.Value, "pencil", Convert.FromBase64String(salt), 4096));
        Assert.Equal($"r={ours}{theirs},s={salt},i=4096", Text(challenge.Data));
        var success = server.Step(Bytes($"c=biws,r={ours}{theirs},p={proof}"));

        Assert.Equal(SaslStepKind.Success, success.Kind);
        Assert.Equal("v=" + signature, Text(success.Data));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_client_speaks_the_example(string mechanism, string ours, string theirs, string salt, string proof, string signature)
    {
        var credentials = new SaslCredentials { Name = "user", Password = "pencil", Nonce = () => ours };
        var client = SaslClient.Choose(new SaslOffer([mechanism], []), credentials, ChannelBindings.None);

        Assert.Equal($"n,,n=user,r={ours}", Text(client.Begin()));
        var response = client.Respond(Bytes($"r={ours}{theirs},s={salt},i=4096"));
        Assert.Equal($"c=biws,r={ours}{theirs},p={proof}", Text(response));
        client.Finish(Bytes("v=" + signature));
    }

    [Fact]
    public void The_server_speaks_the_example_of_XEP_0474()
    {
        const string Cnonce = "12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6";
        const string Snonce = "a09117a6-ac50-4f2f-93f1-93799c2bddf6";
        var channel = ChannelBindings.Of(
            (ChannelBindings.ServerEndPoint, Bytes("unused")), (ChannelBindings.Exporter, Bytes("THIS IS FAKE CB DATA")));
        var server = Server("SCRAM-SHA-1-PLUS", Context(channel, Snonce, "SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"));

        server.Step(Bytes($"p=tls-exporter,,n=user,r={Cnonce}"));
        var challenge = server.Provide(ScramKeys.Derive(ScramHash.Sha1, "pencil", Convert.FromBase64String("QSXCR+Q6sek8bf92"), 4096));
        Assert.Equal($"r={Cnonce}{Snonce},s=QSXCR+Q6sek8bf92,i=4096,h=G6k/rBLDqgOhRRaCuuatSDFkJ08=", Text(challenge.Data));
        var success = server.Step(Bytes($"c=cD10bHMtZXhwb3J0ZXIsLFRISVMgSVMgRkFLRSBDQiBEQVRB,r={Cnonce}{Snonce},"
            + "x=19C6532F-1CF4-4A27-A18D-DC9CEA41BBB3,p=M/SIDjT+dfcxUh89jZEypRvFxB4="));

        Assert.Equal("v=MQrMPvv7yv4x4Cq4W4Ih25EqS2c=", Text(success.Data));
    }

    [Fact]
    public void The_server_speaks_the_example_of_XEP_0515()
    {
        const string Cnonce = "12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6";
        const string Snonce = "a09117a6-ac50-4f2f-93f1-93799c2bddf6";
        var channel = ChannelBindings.Of(
            (ChannelBindings.ServerEndPoint, Bytes("unused")), (ChannelBindings.Exporter, Bytes("THIS IS FAKE CB DATA")));
        var server = Server("SCRAM-SHA-1-PLUS", Context(channel, Snonce, "SCRAM-SHA-1", "SCRAM-SHA-1-PLUS") with { TlsVersion = 0x0304 });

        server.Step(Bytes($"p=tls-exporter,,n=user,r={Cnonce}"));
        var challenge = server.Provide(ScramKeys.Derive(ScramHash.Sha1, "pencil", Convert.FromBase64String("QSXCR+Q6sek8bf92"), 4096));
        Assert.Equal($"r={Cnonce}{Snonce},s=QSXCR+Q6sek8bf92,i=4096,h=G6k/rBLDqgOhRRaCuuatSDFkJ08=,t=0304", Text(challenge.Data));
        var success = server.Step(Bytes($"c=cD10bHMtZXhwb3J0ZXIsLFRISVMgSVMgRkFLRSBDQiBEQVRB,r={Cnonce}{Snonce},p=KHUfN8dSy1K95crT4D5y1ItLJfs="));

        Assert.Equal("v=3w34ZIMVRkx2f2Ozb3/ecRPVdv4=", Text(success.Data));
    }
}
