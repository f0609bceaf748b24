// XEP-0313, XEP-0431, XEP-0441: archives of messages.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class ArchiveTests
{
    private const string FormStart = "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>";

    private static readonly DateTimeOffset Time = new(2010, 7, 10, 23, 8, 25, TimeSpan.Zero);

    [Fact]
    public void A_query()
    {
        Golden.Check(new MamQuery(), "<query xmlns='urn:xmpp:mam:2'/>");
        Golden.Check(new MamQuery("f27", new MamFilter().ToForm(), new PageRequest(10, "09af3")) { IsFlipped = true },
            $"<query xmlns='urn:xmpp:mam:2' queryid='f27'>{FormStart}</x>"
            + "<set xmlns='http://jabber.org/protocol/rsm'><max>10</max><after>09af3</after></set><flip-page/></query>");
        Assert.Equal("fdp/submitted/capulet.lit/sonnets", Golden.Check(new MamQuery { Node = "fdp/submitted/capulet.lit/sonnets" },
            "<query xmlns='urn:xmpp:mam:2' node='fdp/submitted/capulet.lit/sonnets'/>").Node);
        Assert.Equal("bad-request", Golden.ReadError<MamQuery>(
            "<query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>ten</max></set></query>"));
        Assert.Equal("bad-request", Golden.ReadError<MamQuery>("<query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data'/></query>"));
    }

    [Fact]
    public void A_filter_with_everything_is_read_as_it_was_written()
    {
        var filter = new MamFilter
        {
            With = Jid.Parse("juliet@capulet.lit/balcony"),
            Start = Time,
            End = Time.AddDays(1),
            BeforeId = "b",
            AfterId = "a",
            Ids = ["i", "j"],
            IncludeGroupchat = false,
            Text = "Where art thou",
        };
        var form = Golden.Check(filter.ToForm(),
            FormStart + "<field var='with'><value>juliet@capulet.lit/balcony</value></field><field var='start'><value>2010-07-10T23:08:25Z</value></field>"
            + "<field var='end'><value>2010-07-11T23:08:25Z</value></field><field var='before-id'><value>b</value></field>"
            + "<field var='after-id'><value>a</value></field><field var='ids'><value>i</value><value>j</value></field>"
            + "<field var='include-groupchat'><value>false</value></field>"
            + "<field var='{urn:xmpp:fulltext:0}fulltext'><value>Where art thou</value></field></x>");
        var read = MamFilter.Read(form);
        Assert.Equal(filter.Ids, read.Ids);
        Assert.Equal(filter with { Ids = null }, read with { Ids = null });
    }

    [Fact]
    public void An_empty_value_filters_nothing() => Assert.Equal(new MamFilter(), MamFilter.Read(DataForm.Submit(
        MamQuery.Ns, new FormField("with", null, ""), new FormField("start", null, ""), new FormField("ids", null, ""), new FormField("end"),
        new FormField("include-groupchat", null, ""), new FormField("{urn:xmpp:fulltext:0}fulltext", null, ""))));

    [Theory]
    [InlineData("<field var='with'><value>/</value></field>", "jid-malformed")]
    [InlineData("<field var='start'><value>yesterday</value></field>", "bad-request")]
    [InlineData("<field var='end'><value>2010-07-10</value></field>", "bad-request")]
    [InlineData("<field var='include-groupchat'><value>maybe</value></field>", "bad-request")]
    [InlineData("<field var='{http://example.com/}stanza-content'><value>x</value></field>", "feature-not-implemented")]
    [InlineData("<field var='start'><value>2010-07-10T23:08:25Z</value></field>", "none")]
    public void A_filter_with_one_field(string field, string condition)
    {
        var form = Golden.Read<DataForm>($"{FormStart}{field}</x>");
        var error = Record.Exception(() => MamFilter.Read(form)) as Stanzas.StanzaException;
        Assert.Equal(condition, error?.Error.Condition ?? "none");
    }

    [Theory]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field var='with'><value>a@b</value></field></x>")]
    [InlineData("<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:1</value></field></x>")]
    [InlineData("<x xmlns='jabber:x:data' type='form'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field></x>")]
    public void Another_form_is_refused(string xml) => Assert.Equal(
        "bad-request", Assert.Throws<Stanzas.StanzaException>(() => MamFilter.Read(Golden.Read<DataForm>(xml))).Error.Condition);

    [Fact]
    public void The_form_to_be_filled_in()
    {
        const string Fields = "<x xmlns='jabber:x:data' type='form'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>"
            + "<field var='with' type='jid-single'/><field var='start' type='text-single'/><field var='end' type='text-single'/>"
            + "<field var='before-id' type='text-single'/><field var='after-id' type='text-single'/><field var='ids' type='list-multi'>"
            + "<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:string'><open/></validate></field>"
            + "<field var='include-groupchat' type='boolean'/>";
        Golden.Check(MamFilter.Form(hasText: true), Fields + "<field var='{urn:xmpp:fulltext:0}fulltext' type='text-single'/></x>");
        Golden.Check(MamFilter.Form(hasText: false), Fields + "</x>");
    }

    [Fact]
    public void A_result()
    {
        var message = XmlElement.Parse("<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'><body>Call me but love</body></message>");
        const string Forwarded = "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2010-07-10T23:08:25Z'/>"
            + "<message xmlns='jabber:client' from='romeo@montague.lit/orchard' to='juliet@capulet.lit/balcony' type='chat'>"
            + "<body>Call me but love</body></message></forwarded>";
        Golden.Check(new MamResult("28482-98726-73623", "f27", new Forwarded(message, new Delay(Time))),
            $"<result xmlns='urn:xmpp:mam:2' queryid='f27' id='28482-98726-73623'>{Forwarded}</result>");
        Assert.Equal("bad-request", Golden.ReadError<MamResult>("<result xmlns='urn:xmpp:mam:2' id='1'/>"));
        Assert.Equal("bad-request", Golden.ReadError<MamResult>($"<result xmlns='urn:xmpp:mam:2'>{Forwarded}</result>"));
    }

    [Fact]
    public void The_end_of_the_results()
    {
        Golden.Check(new MamFin(new Page("a", "b", 0, 2), IsComplete: true),
            "<fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>a</first><last>b</last><count>2</count></set></fin>");
        Golden.Check(new MamFin(new Page()) { IsStable = false }, "<fin xmlns='urn:xmpp:mam:2' stable='false'><set xmlns='http://jabber.org/protocol/rsm'/></fin>");
        Assert.False(Golden.Read<MamFin>("<fin xmlns='urn:xmpp:mam:2' complete='false'><set xmlns='http://jabber.org/protocol/rsm'/></fin>").IsComplete);
        Assert.Equal("bad-request", Golden.ReadError<MamFin>("<fin xmlns='urn:xmpp:mam:2'/>"));
    }

    [Fact]
    public void Metadata()
    {
        Golden.Check(new MamMetadata(), "<metadata xmlns='urn:xmpp:mam:2'/>");
        Golden.Check(new MamMetadata(new("YWxwaGEg", Time), new("b21lZ2Eg", Time.AddYears(10))),
            "<metadata xmlns='urn:xmpp:mam:2'><start id='YWxwaGEg' timestamp='2010-07-10T23:08:25Z'/><end id='b21lZ2Eg' timestamp='2020-07-10T23:08:25Z'/></metadata>");
        Assert.Equal("bad-request", Golden.ReadError<MamMetadata>("<metadata xmlns='urn:xmpp:mam:2'><start id='1'/></metadata>"));
    }

    [Theory]
    [InlineData("always")]
    [InlineData("never")]
    [InlineData("roster")]
    public void Preferences(string name)
    {
        var preferences = Golden.Read<ArchivingPreferences>($"<prefs xmlns='urn:xmpp:mam:2' default='{name}'/>");
        Golden.Check(preferences, $"<prefs xmlns='urn:xmpp:mam:2' default='{name}'><always/><never/></prefs>");
        Golden.Check(
            preferences with { Always = [Jid.Parse("romeo@montague.lit")], Never = [Jid.Parse("montague@montague.lit/home")] },
            $"<prefs xmlns='urn:xmpp:mam:2' default='{name}'><always><jid>romeo@montague.lit</jid></always><never><jid>montague@montague.lit/home</jid></never></prefs>");
    }

    [Theory]
    [InlineData("<prefs xmlns='urn:xmpp:mam:2'/>", "bad-request")]
    [InlineData("<prefs xmlns='urn:xmpp:mam:2' default='sometimes'/>", "bad-request")]
    [InlineData("<prefs xmlns='urn:xmpp:mam:2' default='never'><always><jid>@</jid></always></prefs>", "jid-malformed")]
    public void Broken_preferences(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<ArchivingPreferences>(xml));
}
