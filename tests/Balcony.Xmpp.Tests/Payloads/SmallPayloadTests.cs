// Payloads of a few attributes: value and XML, both ways.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class SmallPayloadTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Resource_binding()
    {
        Golden.Check(new Bind(), "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        Golden.Check(new Bind("balcony"), "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>balcony</resource></bind>");
        Golden.Check(new Bind(Jid: FullJid.Parse("juliet@capulet.lit/balcony")),
            "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>juliet@capulet.lit/balcony</jid></bind>");
        Assert.Null(Golden.Read<Bind>("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource/></bind>").Resource);
        Assert.Equal("jid-malformed", Golden.ReadError<Bind>("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>capulet.lit</jid></bind>"));
    }

    [Fact]
    public void Legacy_session()
    {
        Golden.Check(new LegacySession(), "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>");
        Golden.Check(new LegacySession(IsOptional: true), "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>");
    }

    [Fact]
    public void Last_activity()
    {
        Golden.Check(new LastActivityQuery(), "<query xmlns='jabber:iq:last'/>");
        Golden.Check(new LastActivity(TimeSpan.FromSeconds(903.7)), "<query xmlns='jabber:iq:last' seconds='903'/>");
        Golden.Check(new LastActivity(TimeSpan.Zero, "Heading home"), "<query xmlns='jabber:iq:last' seconds='0'>Heading home</query>");
    }

    [Theory]
    [InlineData("<query xmlns='jabber:iq:last'/>")]
    [InlineData("<query xmlns='jabber:iq:last' seconds=''/>")]
    [InlineData("<query xmlns='jabber:iq:last' seconds='-1'/>")]
    [InlineData("<query xmlns='jabber:iq:last' seconds='1.5'/>")]
    [InlineData("<query xmlns='jabber:iq:last' seconds='9223372036854775807'/>")]
    [InlineData("<query xmlns='jabber:iq:last' seconds='18446744073709551615'/>")]
    public void A_broken_last_activity_is_refused(string xml) => Assert.Equal("bad-request", Golden.ReadError<LastActivity>(xml));

    [Fact]
    public void Private_xml()
    {
        Golden.Check(new PrivateXmlQuery("storage", "storage:bookmarks"),
            "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query>");
        Golden.Check(new PrivateXml([XmlElement.Parse("<exodus xmlns='exodus:prefs'><defaultnick>Hamlet</defaultnick></exodus>")]),
            "<query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><defaultnick>Hamlet</defaultnick></exodus></query>");
    }

    [Fact]
    public void Broken_private_xml_is_refused()
    {
        Assert.Equal("not-acceptable", Golden.ReadError<PrivateXmlQuery>("<query xmlns='jabber:iq:private'/>"));
        Assert.Equal("bad-request", Golden.ReadError<PrivateXmlQuery>("<query xmlns='jabber:iq:private'><a xmlns='a'/><b xmlns='b'/></query>"));
        Assert.Equal("not-acceptable", Golden.ReadError<PrivateXml>("<query xmlns='jabber:iq:private'/>"));
        Assert.Equal("not-acceptable", Golden.ReadError<PrivateXml>("<query xmlns='jabber:iq:private'><a/></query>"));
    }

    [Fact]
    public void A_vcard_is_kept_as_it_is()
    {
        const string Xml = "<vCard xmlns='vcard-temp'><FN>Juliet</FN><x xmlns='other' y='1'/><PHOTO><TYPE>image/png</TYPE><BINVAL>AQI\nD</BINVAL></PHOTO></vCard>";
        Golden.Check(new VCardQuery(), "<vCard xmlns='vcard-temp'/>");
        var card = Golden.Check(new VCard(XmlElement.Parse(Xml)), Xml);
        Assert.Equal([1, 2, 3], card.Photo);
        Assert.Equal(Xml.Length, card.Bytes);
        Assert.Equal(card, VCard.Read(card.Content, maxBytes: card.Bytes));
        Assert.Equal("policy-violation", Assert.Throws<StanzaException>(() => VCard.Read(card.Content, card.Bytes - 1)).Error.Condition);
    }

    [Theory]
    [InlineData("<vCard xmlns='vcard-temp'/>")]
    [InlineData("<vCard xmlns='vcard-temp'><PHOTO/></vCard>")]
    [InlineData("<vCard xmlns='vcard-temp'><PHOTO><BINVAL> </BINVAL></PHOTO></vCard>")]
    [InlineData("<vCard xmlns='vcard-temp'><PHOTO><BINVAL>?</BINVAL></PHOTO></vCard>")]
    public void A_vcard_without_a_readable_picture_has_none(string xml)
    {
        Assert.Null(Golden.Read<VCard>(xml).Photo);
        Assert.Equal("", VCardUpdate.For(Golden.Read<VCard>(xml)).PhotoHash);
    }

    [Fact]
    public void The_avatar_hash_in_presence()
    {
        Golden.Check(new VCardUpdate((string?)null), "<x xmlns='vcard-temp:x:update'/>");
        Golden.Check(new VCardUpdate(""), "<x xmlns='vcard-temp:x:update'><photo/></x>");
        Golden.Check(new VCardUpdate("01b87fcd030b72895ff8e88db57ec525450f000d"),
            "<x xmlns='vcard-temp:x:update'><photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x>");
        Assert.Equal("ab", Golden.Read<VCardUpdate>("<x xmlns='vcard-temp:x:update'><photo> AB </photo></x>").PhotoHash);
        Assert.Equal("bad-request", Golden.ReadError<VCardUpdate>("<x xmlns='vcard-temp:x:update'><photo>xyz</photo></x>"));
        Assert.Equal("7037807198c22a7d2b0807371d763779a84fdfcf",
            VCardUpdate.For(Golden.Read<VCard>("<vCard xmlns='vcard-temp'><PHOTO><BINVAL>AQID</BINVAL></PHOTO></vCard>")).PhotoHash);
    }

    [Fact]
    public void Software_version()
    {
        Golden.Check(new SoftwareVersionQuery(), "<query xmlns='jabber:iq:version'/>");
        Golden.Check(new SoftwareVersion("Balcony", "0.1"), "<query xmlns='jabber:iq:version'><name>Balcony</name><version>0.1</version></query>");
        Golden.Check(new SoftwareVersion("Exodus", "0.7.0.4", "Windows-XP"),
            "<query xmlns='jabber:iq:version'><name>Exodus</name><version>0.7.0.4</version><os>Windows-XP</os></query>");
        Assert.Equal("", Golden.Read<SoftwareVersion>("<query xmlns='jabber:iq:version'/>").Name);
    }

    [Fact]
    public void Ping() => Golden.Check(new Ping(), "<ping xmlns='urn:xmpp:ping'/>");

    [Fact]
    public void Entity_time()
    {
        Golden.Check(new EntityTimeQuery(), "<time xmlns='urn:xmpp:time'/>");
        var read = Golden.Check(new EntityTime(Noon.ToOffset(TimeSpan.FromHours(-6))),
            "<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo><utc>2026-03-01T12:00:00Z</utc></time>");
        Assert.Equal((Noon, TimeSpan.FromHours(-6)), (read.Time, read.Time.Offset));
        Golden.Check(new EntityTime(Noon), "<time xmlns='urn:xmpp:time'><tzo>+00:00</tzo><utc>2026-03-01T12:00:00Z</utc></time>");
        Assert.Equal(Noon, Golden.Read<EntityTime>("<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>2026-03-01T12:00:00Z</utc></time>").Time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<utc>2026-03-01T12:00:00Z</utc>")]
    [InlineData("<tzo>Z</tzo>")]
    [InlineData("<tzo>06:00</tzo><utc>2026-03-01T12:00:00Z</utc>")]
    [InlineData("<tzo>+15:00</tzo><utc>2026-03-01T12:00:00Z</utc>")]
    [InlineData("<tzo>Z</tzo><utc>noon</utc>")]
    [InlineData("<tzo>+05:00</tzo><utc>9999-12-31T23:59:59Z</utc>")]
    [InlineData("<tzo>-05:00</tzo><utc>0001-01-01T00:00:00Z</utc>")]
    public void A_broken_time_is_refused(string content) =>
        Assert.Equal("bad-request", Golden.ReadError<EntityTime>($"<time xmlns='urn:xmpp:time'>{content}</time>"));

    [Fact]
    public void Delay()
    {
        Golden.Check(new Delay(Noon), "<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T12:00:00Z'/>");
        Golden.Check(new Delay(Noon.AddMilliseconds(250), Jid.Parse("capulet.lit"), "Offline Storage"),
            "<delay xmlns='urn:xmpp:delay' from='capulet.lit' stamp='2026-03-01T12:00:00.25Z'>Offline Storage</delay>");
        Assert.Equal("bad-request", Golden.ReadError<Delay>("<delay xmlns='urn:xmpp:delay'/>"));
        Assert.Equal("bad-request", Golden.ReadError<Delay>("<delay xmlns='urn:xmpp:delay' stamp='yesterday'/>"));
        Assert.Equal("jid-malformed", Golden.ReadError<Delay>("<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T12:00:00Z' from='@'/>"));
    }

    [Theory] // XEP-0082
    [InlineData("1969-07-21T02:56:15Z", true)]
    [InlineData("1969-07-20T21:56:15-05:00", true)]
    [InlineData("1969-07-21T02:56:15.123Z", true)]
    [InlineData("1969-07-21T02:56:15.1234567+01:30", true)]
    [InlineData("1969-07-21T02:56:15", false)]
    [InlineData("1969-07-21 02:56:15Z", false)]
    [InlineData("1969-07-21", false)]
    [InlineData("1969-13-21T02:56:15Z", false)]
    [InlineData("", false)]
    public void A_dateTime_has_date_time_and_offset(string text, bool isValid) => Assert.Equal(isValid, XmppDateTime.TryParse(text, out _));

    [Theory] // XEP-0082 §3.2: digits that say nothing are left out, and what is finer than a millisecond
    [InlineData(0, "2026-03-01T12:00:00Z")]
    [InlineData(9_999, "2026-03-01T12:00:00Z")]
    [InlineData(10_000, "2026-03-01T12:00:00.001Z")]
    [InlineData(1_000_000, "2026-03-01T12:00:00.1Z")]
    [InlineData(1_200_000, "2026-03-01T12:00:00.12Z")]
    [InlineData(1_230_000, "2026-03-01T12:00:00.123Z")]
    [InlineData(200_000, "2026-03-01T12:00:00.02Z")]
    public void A_dateTime_has_as_many_digits_as_it_needs(long ticks, string text) => Assert.Equal(text, XmppDateTime.Format(Noon.AddTicks(ticks)));

    [Fact]
    public void A_dateTime_is_one_point_in_time_however_it_is_written()
    {
        Assert.True(XmppDateTime.TryParse("1969-07-20T21:56:15-05:00", out var time));
        Assert.Equal("1969-07-21T02:56:15Z", XmppDateTime.Format(time));
    }

    [Fact]
    public void Stanza_ids()
    {
        Golden.Check(new StanzaId("de305d54", Jid.Parse("room@muc.capulet.lit")), "<stanza-id xmlns='urn:xmpp:sid:0' id='de305d54' by='room@muc.capulet.lit'/>");
        Golden.Check(new OriginId("de305d54"), "<origin-id xmlns='urn:xmpp:sid:0' id='de305d54'/>");
        Assert.Equal("bad-request", Golden.ReadError<StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' by='a'/>"));
        Assert.Equal("bad-request", Golden.ReadError<StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' id='a'/>"));
        Assert.Equal("jid-malformed", Golden.ReadError<StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' id='a' by='/'/>"));
        Assert.Equal("bad-request", Golden.ReadError<OriginId>("<origin-id xmlns='urn:xmpp:sid:0'/>"));
    }

    [Fact]
    public void Stream_limits()
    {
        Golden.Check(new LimitsFeature(), "<limits xmlns='urn:xmpp:stream-limits:0'/>");
        Golden.Check(new LimitsFeature(10_000, 1_800),
            "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>10000</max-bytes><idle-seconds>1800</idle-seconds></limits>");
    }

    [Fact]
    public void Contact_addresses()
    {
        var form = new ContactAddresses { Abuse = ["mailto:abuse@capulet.lit", "xmpp:abuse@capulet.lit"], Admin = ["xmpp:admin@capulet.lit"] }.ToForm();
        var read = ContactAddresses.Read(Golden.Check(form!,
            "<x xmlns='jabber:x:data' type='result'>"
            + "<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/network/serverinfo</value></field>"
            + "<field var='abuse-addresses' type='list-multi'><value>mailto:abuse@capulet.lit</value><value>xmpp:abuse@capulet.lit</value></field>"
            + "<field var='admin-addresses' type='list-multi'><value>xmpp:admin@capulet.lit</value></field></x>"));
        Assert.Equal(["mailto:abuse@capulet.lit", "xmpp:abuse@capulet.lit"], read.Abuse);
        Assert.Empty(read.Support);
        Assert.Null(new ContactAddresses().ToForm());
    }
}
