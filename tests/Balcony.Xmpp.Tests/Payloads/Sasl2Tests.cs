// XEP-0388, 0386, 0484, 0480: payloads of logins.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class Sasl2Tests
{
    private const string Agent =
        "<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva&apos;s Phone</device></user-agent>";

    private static readonly UserAgent Kiva = new(Guid.Parse("d4565fa7-4d72-4749-b3d3-740edbf87770"), "AwesomeXMPP", "Kiva's Phone");

    [Fact]
    public void The_feature()
    {
        Golden.Check(
            new AuthenticationFeature(["SCRAM-SHA-1-PLUS", "SCRAM-SHA-1"])
            {
                Inline = [Element("<sm xmlns='urn:xmpp:sm:3'/>"), XmlElement.Build(new Bind2Feature(["urn:xmpp:carbons:2", "urn:xmpp:sm:3"]).Write)],
                Upgrades = ["UPGR-SCRAM-SHA-256"],
            },
            "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-1-PLUS</mechanism><mechanism>SCRAM-SHA-1</mechanism><inline>"
            + "<sm xmlns='urn:xmpp:sm:3'/><bind xmlns='urn:xmpp:bind:0'><inline><feature var='urn:xmpp:carbons:2'/><feature var='urn:xmpp:sm:3'/></inline></bind>"
            + "</inline><upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade></authentication>");
        Golden.Check(new AuthenticationFeature(["PLAIN"]), "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>PLAIN</mechanism></authentication>");
        Golden.Check(new Bind2Feature([]), "<bind xmlns='urn:xmpp:bind:0'/>");
        Golden.Check(new FastFeature(["HT-SHA-256-NONE"]), "<fast xmlns='urn:xmpp:fast:0'><mechanism>HT-SHA-256-NONE</mechanism></fast>");
    }

    [Fact]
    public void The_request()
    {
        var read = Golden.Check(
            new Authenticate("SCRAM-SHA-1", "biws", Kiva) { Features = [Element("<bind xmlns='urn:xmpp:bind:0'><tag>AwesomeXMPP</tag></bind>")] },
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>biws</initial-response>"
            + Agent.Replace("&apos;", "'", StringComparison.Ordinal) + "<bind xmlns='urn:xmpp:bind:0'><tag>AwesomeXMPP</tag></bind></authenticate>");
        Assert.Equal(Kiva, read.UserAgent);
        Assert.Equal("AwesomeXMPP", Bind2.Read(read.Feature("bind", Bind2.Ns)!).Tag);
        Golden.Check(new Authenticate("PLAIN", ""), "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response/></authenticate>");
        Golden.Check(new Authenticate("PLAIN"), "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'/>");
    }

    [Theory]
    [InlineData("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><user-agent id='7'/></authenticate>", "bad-request")]
    [InlineData("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><user-agent id='{d4565fa7-4d72-4749-b3d3-740edbf87770}'/></authenticate>", "bad-request")]
    [InlineData("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><user-agent/></authenticate>", "none")]
    [InlineData("<authenticate xmlns='urn:xmpp:sasl:2'/>", "none")]
    public void A_request_is_refused_for_what_it_says_wrongly(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<Authenticate>(xml));

    [Fact]
    public void The_ends()
    {
        Golden.Check(
            new AuthenticationSuccess("juliet@montague.example/x", [1, 2, 3]) { Features = [XmlElement.Build(new Bound([]).Write)] },
            "<success xmlns='urn:xmpp:sasl:2'><additional-data>AQID</additional-data>"
            + "<authorization-identifier>juliet@montague.example/x</authorization-identifier><bound xmlns='urn:xmpp:bind:0'/></success>");
        Golden.Check(
            new AuthenticationFailure(SaslCondition.Aborted, "This is a terrible example."),
            "<failure xmlns='urn:xmpp:sasl:2'><aborted xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><text>This is a terrible example.</text></failure>");
        Golden.Check(
            new AuthenticationContinue(["HOTP-EXAMPLE", "TOTP-EXAMPLE"], [], "This account requires 2FA"),
            "<continue xmlns='urn:xmpp:sasl:2'><additional-data/><tasks><task>HOTP-EXAMPLE</task><task>TOTP-EXAMPLE</task></tasks>"
            + "<text>This account requires 2FA</text></continue>");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("AQID", "010203")]
    [InlineData("\n  AQID\n", "010203")]
    [InlineData("=", null)]
    [InlineData("AQ ID", null)]
    [InlineData("AQI", null)]
    public void Data_in_base64(string text, string? hex) =>
        Assert.Equal(hex, Sasl2Data.TryDecode(text, out var data) ? Convert.ToHexStringLower(data) : null);

    [Fact]
    public void Tokens()
    {
        Golden.Check(new RequestToken("HT-SHA-256-ENDP"), "<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-ENDP'/>");
        Golden.Check(
            new FastToken("WXZzciBw", new DateTimeOffset(2020, 3, 12, 14, 36, 15, TimeSpan.Zero)),
            "<token xmlns='urn:xmpp:fast:0' expiry='2020-03-12T14:36:15Z' token='WXZzciBw'/>");
        Golden.Check(new Fast(123, true), "<fast xmlns='urn:xmpp:fast:0' count='123' invalidate='true'/>");
        Golden.Check(new Fast(), "<fast xmlns='urn:xmpp:fast:0'/>");
        Assert.Equal(new Fast(null, true), Golden.Read<Fast>("<fast xmlns='urn:xmpp:fast:0' invalidate='1'/>"));
        Assert.Equal(new Fast(), Golden.Read<Fast>("<fast xmlns='urn:xmpp:fast:0' invalidate='0'/>"));
    }

    [Theory]
    [InlineData("<fast xmlns='urn:xmpp:fast:0' count='x'/>")]
    [InlineData("<fast xmlns='urn:xmpp:fast:0' count='-1'/>")]
    [InlineData("<fast xmlns='urn:xmpp:fast:0' count='2147483648'/>")]
    [InlineData("<fast xmlns='urn:xmpp:fast:0' invalidate='maybe'/>")]
    public void A_broken_use_of_a_token_is_refused(string xml) => Assert.Equal("bad-request", Golden.ReadError<Fast>(xml));

    [Fact]
    public void Upgrades()
    {
        Assert.Equal("UPGR-SCRAM-SHA-256", ScramUpgrade.TaskFor(ScramHash.Sha256));
        Assert.Equal(ScramHash.Sha512, ScramUpgrade.HashOf("UPGR-SCRAM-SHA-512"));
        Assert.Null(ScramUpgrade.HashOf("UPGR-SCRAM-SHA-512-PLUS"));
        Assert.Null(ScramUpgrade.HashOf("SCRAM-SHA-512"));
        Golden.Check(new UpgradeSalt([1, 2, 3], 4096), "<salt xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>AQID</salt>");
        Golden.Check(new UpgradeHash([1, 2, 3]), "<hash xmlns='urn:xmpp:scram-upgrade:0'>AQID</hash>");
        Assert.Equal("bad-request", Golden.ReadError<UpgradeHash>("<hash xmlns='urn:xmpp:scram-upgrade:0'/>"));
        Assert.Equal("bad-request", Golden.ReadError<UpgradeSalt>("<salt xmlns='urn:xmpp:scram-upgrade:0' iterations='0'>AQID</salt>"));
    }

    [Fact]
    public void Clients_of_an_account()
    {
        Golden.Check(new ClientListQuery(), "<list xmlns='urn:xmpp:cam:0'/>");
        Golden.Check(new RevokeClient("HjEEr45_LQr"), "<revoke xmlns='urn:xmpp:cam:0' id='HjEEr45_LQr'/>");
        Golden.Check(
            new ClientList(
            [
                new ClientEntry("zeiP41HLglIu", IsConnected: true, ClientAuth.Password | ClientAuth.Fast)
                {
                    FirstSeen = new DateTimeOffset(2023, 4, 6, 14, 26, 8, TimeSpan.Zero),
                    LastSeen = new DateTimeOffset(2023, 4, 6, 14, 37, 25, TimeSpan.Zero),
                    Software = "Gajim",
                    Uri = "https://gajim.org/",
                    Device = "Juliet",
                },
                new ClientEntry("x", IsConnected: false, ClientAuth.Grant) { IsSession = false, Permission = "normal" },
            ]),
            "<clients xmlns='urn:xmpp:cam:0'><client connected='true' id='zeiP41HLglIu' type='session'><first-seen>2023-04-06T14:26:08Z</first-seen>"
            + "<last-seen>2023-04-06T14:37:25Z</last-seen><auth><password/><fast/></auth><permission status='unrestricted'/>"
            + "<user-agent><software>Gajim</software><uri>https://gajim.org/</uri><device>Juliet</device></user-agent></client>"
            + "<client connected='false' id='x' type='access'><auth><grant/></auth><permission status='normal'/></client></clients>");
        Assert.Equal("bad-request", Golden.ReadError<RevokeClient>("<revoke xmlns='urn:xmpp:cam:0'/>"));
    }

    private static XmlElement Element(string xml) => XmlElement.Parse(xml);
}
