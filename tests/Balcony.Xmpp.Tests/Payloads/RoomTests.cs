// XEP-0045: the payloads of rooms.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class RoomTests
{
    private const string User = "http://jabber.org/protocol/muc#user";
    private const string Admin = "http://jabber.org/protocol/muc#admin";
    private const string Owner = "http://jabber.org/protocol/muc#owner";

    private static readonly Jid Hag = Jid.Parse("hag66@shakespeare.lit/pda");
    private static readonly BareJid Coven = BareJid.Parse("coven@chat.shakespeare.lit");

    [Fact]
    public void Entering() // §7.2
    {
        Golden.Check(new MucEnter(), "<x xmlns='http://jabber.org/protocol/muc'/>");
        Golden.Check(new MucEnter("cauldronburn", new MucHistory(65_000, 20, 180, new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero))),
            "<x xmlns='http://jabber.org/protocol/muc'><history maxchars='65000' maxstanzas='20' seconds='180' since='1970-01-01T00:00:00Z'/>"
            + "<password>cauldronburn</password></x>");
        var read = Golden.Check(new MucEnter(History: new MucHistory(MaxChars: 0)), "<x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x>");
        Assert.Equal((null, 0, null), (read.Password, read.History!.MaxChars, read.History.MaxStanzas));
    }

    [Theory]
    [InlineData("maxchars='-1'", "bad-request")]
    [InlineData("maxstanzas='many'", "bad-request")]
    [InlineData("maxstanzas=''", "bad-request")]
    [InlineData("seconds='1.5'", "bad-request")]
    [InlineData("since='yesterday'", "bad-request")]
    [InlineData("since='1970-01-01T00:00:00'", "bad-request")]
    [InlineData("seconds='4294967296'", "none")]
    [InlineData("", "none")]
    public void Limits_of_history_are_numbers_and_a_dateTime(string attributes, string condition) =>
        Assert.Equal(condition, Golden.ReadError<MucEnter>($"<x xmlns='http://jabber.org/protocol/muc'><history {attributes}/></x>"));

    [Fact]
    public void Presence_of_an_occupant() // §7.2.2
    {
        var read = Golden.Check(
            new MucUser
            {
                Item = new MucItem { Affiliation = MucAffiliation.Member, Role = MucRole.Participant, Jid = Hag, Nick = "oldhag" },
                Statuses = [MucStatus.NonAnonymous, MucStatus.Self, MucStatus.NickChanged],
            },
            $"<x xmlns='{User}'><item affiliation='member' jid='hag66@shakespeare.lit/pda' nick='oldhag' role='participant'/>"
            + "<status code='100'/><status code='110'/><status code='303'/></x>");
        Assert.Equal((MucAffiliation.Member, MucRole.Participant, Hag, "oldhag"), (read.Item!.Affiliation, read.Item.Role, read.Item.Jid, read.Item.Nick));
        Assert.True(read.Has(MucStatus.Self));
        Assert.False(read.Has(MucStatus.Created));
        Golden.Check(new MucUser(), $"<x xmlns='{User}'/>");
        Assert.Null(new MucUser { Item = null }.Item);
    }

    [Fact]
    public void Removal_from_a_room() // §8.2, §10.9
    {
        Golden.Check(
            new MucUser
            {
                Item = new MucItem
                {
                    Affiliation = MucAffiliation.Outcast,
                    Role = MucRole.None,
                    Actor = new MucActor(Jid.Parse("crone1@shakespeare.lit"), "Fluellen"),
                    Reason = "Avaunt!",
                },
                Statuses = [MucStatus.Banned],
            },
            $"<x xmlns='{User}'><item affiliation='outcast' role='none'><actor jid='crone1@shakespeare.lit' nick='Fluellen'/>"
            + "<reason>Avaunt!</reason></item><status code='301'/></x>");
        var read = Golden.Check(
            new MucUser { Item = new MucItem { Affiliation = MucAffiliation.None, Role = MucRole.None }, Destroy = new MucDestroy(Coven, null, "Macbeth doth come.") },
            $"<x xmlns='{User}'><item affiliation='none' role='none'/><destroy jid='coven@chat.shakespeare.lit'><reason>Macbeth doth come.</reason></destroy></x>");
        Assert.Equal(Coven, read.Destroy!.Alternate);
    }

    [Fact]
    public void Invitations() // §7.8.2, §7.9
    {
        var read = Golden.Check(
            new MucUser
            {
                Invites = [new MucInvite(Jid.Parse("hecate@shakespeare.lit"), Reason: "Hey Hecate"), new MucInvite(Jid.Parse("b@c"), null, null, true, "e0ff")],
                Password = "cauldronburn",
            },
            $"<x xmlns='{User}'><invite to='hecate@shakespeare.lit'><reason>Hey Hecate</reason></invite>"
            + "<invite to='b@c'><continue thread='e0ff'/></invite><password>cauldronburn</password></x>");
        Assert.Equal((false, true, "e0ff"), (read.Invites[0].IsContinued, read.Invites[1].IsContinued, read.Invites[1].Thread));
        Golden.Check(new MucUser { Invites = [new MucInvite(null, Hag)] }, $"<x xmlns='{User}'><invite from='hag66@shakespeare.lit/pda'/></x>");
        Golden.Check(new MucUser { Decline = new MucDecline(Hag, null, "Sorry") },
            $"<x xmlns='{User}'><decline to='hag66@shakespeare.lit/pda'><reason>Sorry</reason></decline></x>");
    }

    [Theory]
    [InlineData("<item affiliation='king'/>", "bad-request")]
    [InlineData("<item affiliation=''/>", "bad-request")]
    [InlineData("<item role='Moderator'/>", "bad-request")]
    [InlineData("<item jid='@'/>", "jid-malformed")]
    [InlineData("<item><actor jid='@'/></item>", "jid-malformed")]
    [InlineData("<invite to='/'/>", "jid-malformed")]
    [InlineData("<decline from='/'/>", "jid-malformed")]
    [InlineData("<destroy jid='/'/>", "jid-malformed")]
    [InlineData("<status/>", "bad-request")]
    [InlineData("<status code='99'/>", "bad-request")]
    [InlineData("<status code='1000'/>", "bad-request")]
    [InlineData("<status code='self'/>", "bad-request")]
    [InlineData("<item xmlns='urn:other' affiliation='king'/><unknown/>", "none")]
    public void What_the_schema_does_not_allow_is_refused(string content, string condition) =>
        Assert.Equal(condition, Golden.ReadError<MucUser>($"<x xmlns='{User}'>{content}</x>"));

    [Fact]
    public void Lists_and_their_changes() // §8.2, §9.2
    {
        Golden.Check(MucAdminQuery.List(MucAffiliation.Outcast), $"<query xmlns='{Admin}'><item affiliation='outcast'/></query>");
        Golden.Check(MucAdminQuery.List(MucRole.Moderator), $"<query xmlns='{Admin}'><item role='moderator'/></query>");
        Golden.Check(new MucAdminQuery([]), $"<query xmlns='{Admin}'/>");
        var read = Golden.Check(
            new MucAdminQuery(
            [
                new MucItem { Role = MucRole.None, Nick = "pistol", Reason = "Avaunt, you cullion!" },
                new MucItem { Affiliation = MucAffiliation.Owner, Jid = Hag.Bare },
            ]),
            $"<query xmlns='{Admin}'><item nick='pistol' role='none'><reason>Avaunt, you cullion!</reason></item>"
            + "<item affiliation='owner' jid='hag66@shakespeare.lit'/></query>");
        Assert.Equal((MucRole.None, null), (read.Items[0].Role, read.Items[0].Affiliation));
        Assert.Equal("bad-request", Golden.ReadError<MucAdminQuery>($"<query xmlns='{Admin}'><item role='member'/></query>"));
        Assert.Equal("jid-malformed", Golden.ReadError<MucAdminQuery>($"<query xmlns='{Admin}'><item affiliation='member' jid='a@'/></query>"));
    }

    [Fact]
    public void Configuration_and_the_end_of_a_room() // §10
    {
        Golden.Check(new MucOwnerQuery(), $"<query xmlns='{Owner}'/>");
        var form = Golden.Check(new MucOwnerQuery(DataForm.Submit(MucForms.RoomConfig, new FormField(MucForms.ConfigFields.Name, null, "A Dark Cave"))),
            $"<query xmlns='{Owner}'><x xmlns='jabber:x:data' type='submit'>"
            + "<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>"
            + "<field var='muc#roomconfig_roomname'><value>A Dark Cave</value></field></x></query>");
        Assert.Equal(MucForms.RoomConfig, form.Form!.FormType);
        Golden.Check(new MucOwnerQuery(Destroy: new MucDestroy(Coven, "secret", "Macbeth")),
            $"<query xmlns='{Owner}'><destroy jid='coven@chat.shakespeare.lit'><password>secret</password><reason>Macbeth</reason></destroy></query>");
        Golden.Check(new MucOwnerQuery(Destroy: new MucDestroy()), $"<query xmlns='{Owner}'><destroy/></query>");
        Assert.Equal("bad-request", Golden.ReadError<MucOwnerQuery>($"<query xmlns='{Owner}'><destroy/><x xmlns='jabber:x:data' type='cancel'/></query>"));
        Assert.Equal("bad-request", Golden.ReadError<MucOwnerQuery>($"<query xmlns='{Owner}'><x xmlns='jabber:x:data' type='odd'/></query>"));
    }

    [Fact]
    public void Every_rank_has_a_name_that_is_read_again()
    {
        Assert.All(Enum.GetValues<MucAffiliation>(), one => Assert.True(MucNames.TryParse(one.Name(), out MucAffiliation read) && read == one));
        Assert.All(Enum.GetValues<MucRole>(), one => Assert.True(MucNames.TryParse(one.Name(), out MucRole read) && read == one));
        Assert.All(Enum.GetValues<MucAffiliation>(), one => Assert.Equal(one.Name(), System.Text.Encoding.UTF8.GetString(one.Utf8Name())));
        Assert.All(Enum.GetValues<MucRole>(), one => Assert.Equal(one.Name(), System.Text.Encoding.UTF8.GetString(one.Utf8Name())));
        Assert.False(MucNames.TryParse("", out MucAffiliation _));
        Assert.False(MucNames.TryParse(null, out MucRole _));
    }

    [Fact]
    public void Writing_an_occupant_allocates_nothing()
    {
        using var writer = new XmlWriter();
        var user = new MucUser
        {
            Item = new MucItem { Affiliation = MucAffiliation.Member, Role = MucRole.Participant, Jid = Hag },
            Statuses = [MucStatus.Self, MucStatus.Kicked],
        };
        for (var i = 0; i < 10; i++) Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            writer.Clear();
            user.Write(writer);
        }
    }
}
