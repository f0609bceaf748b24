// XEP-0313 §6.1: what comes into an archive, and what XEP-0441 leaves of it.
using Balcony.Server.Accounts;
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class ArchiveRulesTests
{
    private const string Body = "<body>hi</body>";
    private const string State = "<composing xmlns='http://jabber.org/protocol/chatstates'/>";
    private const string Store = "<store xmlns='urn:xmpp:hints'/>";
    private const string NoStore = "<no-store xmlns='urn:xmpp:hints'/>";
    private const string NoPermanentStore = "<no-permanent-store xmlns='urn:xmpp:hints'/>";
    private const string Full = "<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    private const string Failed = "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

    [Theory]
    [InlineData(Body)]
    [InlineData("<subject>tonight</subject>")]
    [InlineData("<encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted>")]
    [InlineData("<encryption xmlns='urn:xmpp:eme:0' namespace='urn:other'/>")]
    [InlineData("<received xmlns='urn:xmpp:receipts' id='m1'/>")]
    [InlineData("<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>")]
    [InlineData("<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>")]
    [InlineData("<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>")]
    [InlineData("<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>x</reaction></reactions>")]
    [InlineData("<apply-to xmlns='urn:xmpp:fasten:0' id='m1'/>")]
    [InlineData("<propose xmlns='urn:xmpp:jingle-message:0' id='c1'/>")]
    [InlineData("<x xmlns='jabber:x:oob'><url>https://example.org/cat</url></x>")]
    [InlineData("<x xmlns='jabber:x:conference' jid='room@muc.example.org'/>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'><invite from='a@b'/></x>")]
    [InlineData("<new xmlns='urn:of:tomorrow'/>")]
    [InlineData(State + Store)]
    [InlineData(Body + "<data xmlns='http://jabber.org/protocol/ibb' sid='1' seq='0'/>")]
    public void Is_archived(string children)
    {
        foreach (var type in (string[])["chat", "normal"])
        {
            Assert.Equal(LedgerFlags.None, Of(type, children, Flow.Inbound));
            Assert.Equal(LedgerFlags.None, Of(type, children, Flow.Outbound));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(State)]
    [InlineData("<active xmlns='http://jabber.org/protocol/chatstates'/><thread>t</thread>")]
    [InlineData("<rtt xmlns='urn:xmpp:rtt:0'><t>h</t></rtt>")]
    [InlineData(Body + NoStore)]
    [InlineData(Body + NoStore + Store)]
    [InlineData("<data xmlns='http://jabber.org/protocol/ibb' sid='1' seq='0'>qANQ</data>")]
    [InlineData("<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'/></event>")]
    [InlineData("<result xmlns='urn:xmpp:mam:2' id='1'><forwarded xmlns='urn:xmpp:forward:0'/></result>")]
    [InlineData("<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'/></received>")]
    [InlineData("<addresses xmlns='http://jabber.org/protocol/address'/><unstyled xmlns='urn:xmpp:styling:0'/>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'/>")]
    public void Is_not_archived(string children)
    {
        Assert.Null(Of("chat", children, Flow.Inbound));
        Assert.Null(Of("normal", children, Flow.Outbound));
    }

    [Theory]
    [InlineData("groupchat", Body, null)]
    [InlineData("groupchat", Body + Store, null)]
    [InlineData("headline", Body, null)]
    [InlineData("headline", Body + Store, LedgerFlags.ArchiveOnly)]
    [InlineData("headline", State + Store, LedgerFlags.ArchiveOnly)]
    [InlineData("headline", Body + Store + NoPermanentStore, null)]
    [InlineData("chat", Body + NoPermanentStore, LedgerFlags.UntilDelivered)]
    [InlineData("chat", State + NoPermanentStore, null)]
    [InlineData("chat", State + NoPermanentStore + Store, LedgerFlags.UntilDelivered)]
    [InlineData("error", Failed, LedgerFlags.ArchiveOnly)]
    [InlineData("error", Body + Failed, LedgerFlags.ArchiveOnly)]
    [InlineData("error", Body + NoStore + Failed, LedgerFlags.ArchiveOnly)]
    [InlineData("error", State + Failed, null)]
    [InlineData("error", Body + Full, null)]
    public void Types_and_hints_decide_what_comes_in(string type, string children, LedgerFlags? flags) => Assert.Equal(flags, Of(type, children, Flow.Inbound));

    [Theory]
    [InlineData("headline", Body + Store, LedgerFlags.ArchiveOnly)]
    [InlineData("groupchat", Body, null)]
    [InlineData("chat", Body + NoPermanentStore, null)]
    [InlineData("error", Body + Failed, null)]
    public void Types_and_hints_decide_what_goes_out(string type, string children, LedgerFlags? flags) => Assert.Equal(flags, Of(type, children, Flow.Outbound));

    [Fact]
    public void An_error_that_answers_nothing_is_not_archived() =>
        Assert.Null(ArchiveRules.Of((Message)Stanza.Read(XmlElement.Parse($"<message type='error'>{Failed}</message>")), Flow.Inbound));

    [Theory]
    [InlineData(LedgerFlags.None, Flow.Inbound, LedgerFlags.UntilDelivered)]
    [InlineData(LedgerFlags.UntilDelivered, Flow.Inbound, LedgerFlags.UntilDelivered)]
    [InlineData(LedgerFlags.ArchiveOnly, Flow.Inbound, null)]
    [InlineData(LedgerFlags.None, Flow.Outbound, null)]
    [InlineData(null, Flow.Inbound, null)]
    public void What_is_not_wanted_in_the_archive_is_still_delivered(LedgerFlags? flags, Flow flow, LedgerFlags? left) =>
        Assert.Equal(left, ArchiveRules.WithoutArchive(flags, flow));

    [Theory]
    [InlineData(ArchivingDefault.Always, "stranger@example.org/x", true)]
    [InlineData(ArchivingDefault.Never, "stranger@example.org/x", false)]
    [InlineData(ArchivingDefault.Roster, "stranger@example.org/x", false)]
    [InlineData(ArchivingDefault.Roster, "friend@example.org/x", true)]
    [InlineData(ArchivingDefault.Roster, "asker@example.org", false)]
    [InlineData(ArchivingDefault.Never, "always@example.org/x", true)]
    [InlineData(ArchivingDefault.Always, "never@example.org/x", false)]
    [InlineData(ArchivingDefault.Always, "never@example.org/but", true)]
    [InlineData(ArchivingDefault.Always, "part@example.org/never", false)]
    [InlineData(ArchivingDefault.Always, "part@example.org/other", true)]
    [InlineData(ArchivingDefault.Always, "both@example.org", false)]
    public void Preferences_decide_by_contact(ArchivingDefault standard, string contact, bool isArchived)
    {
        var roster = new Roster();
        roster.Put(new RosterEntry(BareJid.Parse("friend@example.org"), default) { IsListed = true });
        roster.Put(new RosterEntry(BareJid.Parse("asker@example.org"), new Subscription(PendingIn: true)));
        var choice = new ArchiveChoice(new ArchivingPreferences(
            standard,
            [.. Jids("always@example.org", "never@example.org/but", "both@example.org")], [.. Jids("never@example.org", "part@example.org/never", "both@example.org")]));
        Assert.Equal(isArchived, choice.Archives(Jid.Parse(contact), roster));
    }

    private static IEnumerable<Jid> Jids(params string[] texts) => texts.Select(Jid.Parse);

    private static LedgerFlags? Of(string type, string children, Flow flow) =>
        ArchiveRules.Of((Message)Stanza.Read(XmlElement.Parse($"<message id='m' type='{type}'>{children}</message>")), flow);
}
