// Rooms that stay with a user: bookmarks, notification settings, mentions, tokens to get in.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class RoomMembershipTests
{
    private const string Notify = "urn:xmpp:notification-settings:1";
    private const string Tokens = "urn:xmpp:muc-token-invite:0";

    [Fact]
    public void Bookmarks() // XEP-0402
    {
        Golden.Check(new Bookmark(), "<conference xmlns='urn:xmpp:bookmarks:1'/>");
        var read = Golden.Check(
            new Bookmark("Council of Oberon", true, "Puck", "titania") { Extensions = [XmlElement.Parse("<state xmlns='http://myclient.example' minimized='true'/>")] },
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true' name='Council of Oberon'><nick>Puck</nick><password>titania</password>"
            + "<extensions><state xmlns='http://myclient.example' minimized='true'/></extensions></conference>");
        Assert.True(read.IsAutojoin);
        Assert.True(Golden.Read<Bookmark>("<conference xmlns='urn:xmpp:bookmarks:1' autojoin='1'/>").IsAutojoin);
        Assert.False(Golden.Read<Bookmark>("<conference xmlns='urn:xmpp:bookmarks:1' autojoin='perhaps'/>").IsAutojoin);
    }

    [Fact]
    public void A_bookmark_keeps_what_it_does_not_know_when_its_notifications_change() // XEP-0402 §3.4
    {
        var bookmark = new Bookmark { Extensions = [XmlElement.Parse("<state xmlns='http://myclient.example'/>")] };
        Assert.Null(bookmark.Notifications);
        var quiet = Golden.Check(bookmark.With(new NotificationSettings([new(NotifyWhen.Always)])).With(new NotificationSettings([new(NotifyWhen.Never)])),
            "<conference xmlns='urn:xmpp:bookmarks:1'><extensions><state xmlns='http://myclient.example'/>"
            + $"<notify xmlns='{Notify}'><never/></notify></extensions></conference>");
        Assert.Equal(NotifyWhen.Never, quiet.Notifications!.For()!.When);
        Assert.Equal(bookmark.Extensions.Single(), quiet.With(null).Extensions.Single(), (one, other) => one.ToXml() == other.ToXml());
    }

    [Fact]
    public void Notification_settings() // XEP-0492
    {
        var read = Golden.Check(
            new NotificationSettings(
            [
                new(NotifyWhen.Never, "client", "pc") { Advanced = [XmlElement.Parse("<when xmlns='custom:ns-1' day='monday'/>")] },
                new(NotifyWhen.OnMention, "client", "phone"), new(NotifyWhen.OnMention, "gateway"), new(NotifyWhen.Always),
            ]),
            $"<notify xmlns='{Notify}'><never identity-category='client' identity-type='pc'><advanced><when xmlns='custom:ns-1' day='monday'/></advanced></never>"
            + "<on-mention identity-category='client' identity-type='phone'/><on-mention identity-category='gateway'/><always/></notify>");
        Assert.Equal(NotifyWhen.Never, read.For("client", "pc")!.When);
        Assert.Equal(NotifyWhen.OnMention, read.For("gateway", "sms")!.When);
        Assert.Equal(NotifyWhen.Always, read.For("client", "web")!.When);
        Assert.Equal(NotifyWhen.Always, read.For()!.When);
        Assert.Null(Golden.Read<NotificationSettings>($"<notify xmlns='{Notify}'><never identity-type='pc'/><sometimes/></notify>").For("client", "pc"));
        Assert.Equal((NotifyWhen.OnMention, NotifyWhen.Always), (NotificationSettings.Default(isPublicRoom: true), NotificationSettings.Default(isPublicRoom: false)));
    }

    [Fact]
    public void Mentions() // XEP-0372 §3.2
    {
        var read = Golden.Check(Reference.Mention(BareJid.Parse("juliet@capulet.lit"), 72, 78),
            "<reference xmlns='urn:xmpp:reference:0' begin='72' end='78' type='mention' uri='xmpp:juliet@capulet.lit'/>");
        Assert.Equal(Jid.Parse("juliet@capulet.lit"), read.Mentioned);
        Golden.Check(new Reference(Reference.DataType, "https://x.example/y") { Anchor = "xmpp:room@muc.example?;item=1" },
            "<reference xmlns='urn:xmpp:reference:0' anchor='xmpp:room@muc.example?;item=1' type='data' uri='https://x.example/y'/>");
    }

    [Theory]
    [InlineData("xmpp:juliet@capulet.lit", "juliet@capulet.lit")]
    [InlineData("XMPP:room@muc.lit/The%20Witch?join#x", "room@muc.lit/The Witch")]
    [InlineData("xmpp://guest@example.com/support@example.com", "support@example.com")]
    [InlineData("xmpp:nasty!%23%24%25@example.com", "nasty!#$%@example.com")]
    [InlineData("xmpp:ji%C5%99i@example.com", "ji\u0159i@example.com")]
    [InlineData("xmpp://guest@example.com", null)]
    [InlineData("xmpp:", null)]
    [InlineData("xmpp:@example.com", null)]
    [InlineData("mailto:juliet@capulet.lit", null)]
    public void Who_is_mentioned_is_in_the_uri(string uri, string? who) =>
        Assert.Equal(who, new Reference(Reference.MentionType, uri).Mentioned?.ToString());

    [Theory]
    [InlineData("ji\u0159i@b\u00FCcher.example")]
    [InlineData("nasty!#$%()*+,-.;=?[\\]^_`{|}~node@example.com")]
    [InlineData("[::1]")]
    public void An_address_survives_its_uri(string jid) => Assert.Equal(jid, Reference.Mention(BareJid.Parse(jid), 0, 1).Mentioned?.ToString());

    [Theory]
    [InlineData("type='mention'")]
    [InlineData("uri='xmpp:a@b'")]
    [InlineData("type='mention' uri='xmpp:a@b' begin='x'")]
    [InlineData("type='mention' uri='xmpp:a@b' end='2147483648'")]
    public void A_broken_reference_is_refused(string attributes) =>
        Assert.Equal("bad-request", Golden.ReadError<Reference>($"<reference xmlns='urn:xmpp:reference:0' {attributes}/>"));

    [Fact]
    public void Tokens_to_get_in() // XEP-0488
    {
        Golden.Check(new InviteTokenRequest(), $"<request xmlns='{Tokens}'/>");
        var asked = Golden.Check(new InviteTokenRequest(5, TimeSpan.FromDays(31)), $"<request xmlns='{Tokens}' delay='2678400' counter='5'/>");
        Assert.Equal((5u, TimeSpan.FromDays(31)), (asked.Counter, asked.Delay));
        Golden.Check(new InviteToken("lyQZ"), $"<token xmlns='{Tokens}'>lyQZ</token>");
        Golden.Check(new InviteTokens([]), $"<tokens xmlns='{Tokens}'/>");
        Golden.Check(new InviteTokens([new InviteToken("lyQZ", 3), new InviteToken("HIFa", Delay: TimeSpan.FromSeconds(183), Creator: "a@b")]),
            $"<tokens xmlns='{Tokens}'><token counter='3'>lyQZ</token><token delay='183' creator='a@b'>HIFa</token></tokens>");
        Golden.Check(new InviteTokenRevocation("lyQZ"), $"<revoke xmlns='{Tokens}'>lyQZ</revoke>");
        Assert.Equal((StanzaErrorType.Auth, "not-authorized", "expired-token"),
            (ExpiredInviteToken.Error.Type, ExpiredInviteToken.Error.Condition, ExpiredInviteToken.Error.Application!.Name));
    }

    [Theory]
    [InlineData("counter='-1'")]
    [InlineData("counter='4294967296'")]
    [InlineData("delay='a month'")]
    public void Limits_of_a_token_are_numbers(string attributes)
    {
        Assert.Equal("bad-request", Golden.ReadError<InviteTokenRequest>($"<request xmlns='{Tokens}' {attributes}/>"));
        Assert.Equal("bad-request", Golden.ReadError<InviteToken>($"<token xmlns='{Tokens}' {attributes}>t</token>"));
        Assert.Equal("bad-request", Golden.ReadError<InviteToken>($"<token xmlns='{Tokens}'/>"));
        Assert.Equal("bad-request", Golden.ReadError<InviteTokenRevocation>($"<revoke xmlns='{Tokens}'/>"));
    }
}
