// What other specifications add to rooms: payloads and forms.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class RoomExtensionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BareJid Coven = BareJid.Parse("coven@chat.shakespeare.lit");
    private static readonly Jid Witch = Jid.Parse("coven@chat.shakespeare.lit/witch");

    [Fact]
    public void Direct_invitations() // XEP-0249
    {
        Golden.Check(new DirectInvitation(Coven), "<x xmlns='jabber:x:conference' jid='coven@chat.shakespeare.lit'/>");
        var read = Golden.Check(new DirectInvitation(Coven, "cauldronburn", "Hey Hecate", true, "e0ffe42b"),
            "<x xmlns='jabber:x:conference' continue='true' jid='coven@chat.shakespeare.lit' password='cauldronburn' reason='Hey Hecate' thread='e0ffe42b'/>");
        Assert.Equal((Coven, true, "e0ffe42b"), (read.Room, read.IsContinued, read.Thread));
        Assert.Equal("bad-request", Golden.ReadError<DirectInvitation>("<x xmlns='jabber:x:conference'/>"));
        Assert.Equal("jid-malformed", Golden.ReadError<DirectInvitation>("<x xmlns='jabber:x:conference' jid='@'/>"));
    }

    [Fact]
    public void Unique_names() // XEP-0307
    {
        Golden.Check(new UniqueRoomName(), "<unique xmlns='http://jabber.org/protocol/muc#unique'/>");
        Golden.Check(new UniqueRoomName("6d9423a5"), "<unique xmlns='http://jabber.org/protocol/muc#unique'>6d9423a5</unique>");
        Assert.Equal("6d94", Golden.Read<UniqueRoomName>("<unique xmlns='http://jabber.org/protocol/muc#unique'>\n 6d94 </unique>").Name);
    }

    [Fact]
    public void Hats() // XEP-0317
    {
        Golden.Check(new Hats([]), "<hats xmlns='urn:xmpp:hats:0'/>");
        var read = Golden.Check(
            new Hats(
            [
                new Hat("http://schemas.example.com/hats#host", "Host")
                {
                    Hue = 327.255249, Lang = "en-us", Extensions = [XmlElement.Parse("<badge xmlns='urn:example:badges' level='3'/>")],
                },
                new Hat("urn:p", "Presenter"),
            ]),
            "<hats xmlns='urn:xmpp:hats:0'><hat title='Host' uri='http://schemas.example.com/hats#host' hue='327.255249' xml:lang='en-us'>"
            + "<badge xmlns='urn:example:badges' level='3'/></hat><hat title='Presenter' uri='urn:p'/></hats>");
        Assert.Equal((327.255249, null), (read.Items[0].Hue, read.Items[1].Hue));
        Assert.Equal("bad-request", Golden.ReadError<Hats>("<hats xmlns='urn:xmpp:hats:0'><hat uri='urn:p'/></hats>"));
        Assert.Equal("bad-request", Golden.ReadError<Hats>("<hats xmlns='urn:xmpp:hats:0'><hat title='P'/></hats>"));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("360", true)]
    [InlineData("171.430664", true)]
    [InlineData("360.1", false)]
    [InlineData("-1", false)]
    [InlineData("NaN", false)]
    [InlineData("red", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_hue_is_an_angle(string? text, bool isOne)
    {
        Assert.Equal(isOne, Hat.TryParseHue(text, out var hue));
        if (isOne) Assert.Equal(text, Hat.FormatHue(hue));
    }

    [Fact]
    public void Occupant_ids() // XEP-0421
    {
        Golden.Check(new OccupantId("dd72603d"), "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72603d'/>");
        Assert.Equal("bad-request", Golden.ReadError<OccupantId>("<occupant-id xmlns='urn:xmpp:occupant-id:0' id=''/>"));
        Assert.Equal("none", Golden.ReadError<OccupantId>($"<occupant-id xmlns='urn:xmpp:occupant-id:0' id='{new string('x', 128)}'/>"));
        Assert.Equal("bad-request", Golden.ReadError<OccupantId>($"<occupant-id xmlns='urn:xmpp:occupant-id:0' id='{new string('x', 129)}'/>"));
    }

    [Fact]
    public void Retractions() // XEP-0424
    {
        Golden.Check(new Retract("wrong-1"), "<retract xmlns='urn:xmpp:message-retract:1' id='wrong-1'/>");
        Golden.Check(new Retracted("retract-1", Noon), "<retracted xmlns='urn:xmpp:message-retract:1' id='retract-1' stamp='2026-03-01T12:00:00Z'/>");
        Golden.Check(new Retracted("retract-1") { By = Witch }, $"<retracted xmlns='urn:xmpp:message-retract:1' by='{Witch}' id='retract-1'/>");
        Golden.Check(new FastenedRetract("wrong-1"),
            "<apply-to xmlns='urn:xmpp:fasten:0' id='wrong-1'><retract xmlns='urn:xmpp:message-retract:0'/></apply-to>");
        Assert.Equal("bad-request", Golden.ReadError<Retract>("<retract xmlns='urn:xmpp:message-retract:1'/>"));
        Assert.Equal("bad-request", Golden.ReadError<Retracted>("<retracted xmlns='urn:xmpp:message-retract:1' stamp='now'/>"));
        Assert.Equal("bad-request", Golden.ReadError<FastenedRetract>("<apply-to xmlns='urn:xmpp:fasten:0' id='1'><edit xmlns='e'/></apply-to>"));
        Assert.Equal("bad-request", Golden.ReadError<FastenedRetract>(
            "<apply-to xmlns='urn:xmpp:fasten:0'><retract xmlns='urn:xmpp:message-retract:0'/></apply-to>"));
    }

    [Fact]
    public void Moderation() // XEP-0425
    {
        Golden.Check(new Moderate("stanza-id-1"),
            "<moderate xmlns='urn:xmpp:message-moderate:1' id='stanza-id-1'><retract xmlns='urn:xmpp:message-retract:1'/></moderate>");
        var request = Golden.Check(new Moderate("stanza-id-1", "Spam"),
            "<moderate xmlns='urn:xmpp:message-moderate:1' id='stanza-id-1'><retract xmlns='urn:xmpp:message-retract:1'/><reason>Spam</reason></moderate>");
        Assert.Equal("Spam", request.Reason);
        var told = Golden.Check(new Retract("stanza-id-1") { Moderated = new Moderated(Witch, "dd72"), Reason = "Spam" },
            $"<retract xmlns='urn:xmpp:message-retract:1' id='stanza-id-1'><moderated xmlns='urn:xmpp:message-moderate:1' by='{Witch}'>"
            + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72'/></moderated><reason>Spam</reason></retract>");
        Assert.Equal((Witch, "dd72", "Spam"), (told.Moderated!.By, told.Moderated.OccupantId, told.Reason));
        Golden.Check(new Retracted(Stamp: Noon) { Moderated = new Moderated() },
            "<retracted xmlns='urn:xmpp:message-retract:1' stamp='2026-03-01T12:00:00Z'><moderated xmlns='urn:xmpp:message-moderate:1'/></retracted>");
        Assert.Equal("bad-request", Golden.ReadError<Moderate>("<moderate xmlns='urn:xmpp:message-moderate:1' id='1'/>"));
        Assert.Equal("bad-request",
            Golden.ReadError<Moderate>("<moderate xmlns='urn:xmpp:message-moderate:1'><retract xmlns='urn:xmpp:message-retract:1'/></moderate>"));
        Assert.Equal("jid-malformed", Golden.ReadError<Moderated>("<moderated xmlns='urn:xmpp:message-moderate:1' by='@'/>"));
    }

    [Fact]
    public void Moderation_as_older_clients_write_it() // XEP-0425 0.2
    {
        Golden.Check(new FastenedModerate("stanza-id-1", "Spam"),
            "<apply-to xmlns='urn:xmpp:fasten:0' id='stanza-id-1'><moderate xmlns='urn:xmpp:message-moderate:0'>"
            + "<retract xmlns='urn:xmpp:message-retract:0'/><reason>Spam</reason></moderate></apply-to>");
        var read = Golden.Check(new FastenedModerated("stanza-id-1", Witch, "Spam"),
            $"<apply-to xmlns='urn:xmpp:fasten:0' id='stanza-id-1'><moderated xmlns='urn:xmpp:message-moderate:0' by='{Witch}'>"
            + "<retract xmlns='urn:xmpp:message-retract:0'/><reason>Spam</reason></moderated></apply-to>");
        Assert.Equal((Witch, "Spam"), (read.By, read.Reason));
        Assert.Equal("bad-request", Golden.ReadError<FastenedModerate>(
            "<apply-to xmlns='urn:xmpp:fasten:0' id='1'><moderate xmlns='urn:xmpp:message-moderate:0'/></apply-to>"));
        Assert.Equal("bad-request", Golden.ReadError<FastenedModerated>("<apply-to xmlns='urn:xmpp:fasten:0' id='1'/>"));
        Assert.Equal("bad-request", Golden.ReadError<FastenedModerated>("<apply-to xmlns='urn:xmpp:fasten:0' id='1'>"
            + "<moderated xmlns='urn:xmpp:message-moderate:0'><retract xmlns='urn:xmpp:message-retract:0'/></moderated></apply-to>"));
    }

    [Fact]
    public void Versions_of_affiliations() // XEP-0463
    {
        Golden.Check(new MucEnter("p") { Version = new AffiliationVersion() },
            "<x xmlns='http://jabber.org/protocol/muc'><password>p</password><mav xmlns='urn:xmpp:muc:affiliations:1'/></x>");
        var asked = Golden.Check(new MucEnter { Version = new AffiliationVersion("9pa") },
            "<x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='9pa'/></x>");
        Assert.Equal("9pa", asked.Version!.Since);
        var told = Golden.Check(
            new MucUser { Version = new AffiliationVersion("9pa", "ruz"), Item = new MucItem { Affiliation = MucAffiliation.None, Jid = Jid.Parse("v@c.example") } },
            "<x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='9pa' until='ruz'/>"
            + "<item affiliation='none' jid='v@c.example'/></x>");
        Assert.Equal(new AffiliationVersion("9pa", "ruz"), told.Version);
    }

    [Fact]
    public void Slow_mode() // XEP-0500
    {
        var form = DataForm.Form(null, SlowMode.Config(TimeSpan.FromSeconds(20), TimeSpan.FromHours(1)));
        Golden.Check(form, "<x xmlns='jabber:x:data' type='form'><field var='muc#roomconfig_slow_mode_duration' type='text-single'><value>20</value>"
            + "<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:integer'><range min='0' max='3600'/></validate></field></x>");
        Assert.Equal(("muc#roominfo_slow_mode_duration", "0"), (SlowMode.Info(TimeSpan.Zero).Var, SlowMode.Info(TimeSpan.Zero).Value));
        var error = SlowMode.Error(TimeSpan.FromSeconds(20));
        Assert.Equal((StanzaErrorType.Wait, "policy-violation"), (error.Type, error.Condition));
        Assert.Contains("20 seconds", error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20", 20)]
    [InlineData("0", 0)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_slow_mode_is_whole_seconds_or_ignored(string? text, int? seconds)
    {
        Assert.Equal(seconds is not null, SlowMode.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds ?? 0), duration);
    }
}
