// RFC 6121 §2: roster payloads.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class RosterTests
{
    private static readonly Jid Romeo = Jid.Parse("romeo@montague.lit");

    [Fact]
    public void A_roster_is_asked_for_and_answered()
    {
        Golden.Check(new RosterQuery(), "<query xmlns='jabber:iq:roster'/>");
        Golden.Check(new RosterQuery { Version = "" }, "<query xmlns='jabber:iq:roster' ver=''/>");
        Golden.Check(
            new RosterQuery(
                new RosterItem(Romeo, "Romeo", RosterSubscription.Both) { Groups = ["Friends", "Lovers"] },
                new RosterItem(Jid.Parse("mercutio@montague.lit"), IsAsking: true),
                new RosterItem(Jid.Parse("benvolio@montague.lit"), null, RosterSubscription.To, IsApproved: true))
            { Version = "ver14" },
            "<query xmlns='jabber:iq:roster' ver='ver14'>"
            + "<item jid='romeo@montague.lit' name='Romeo' subscription='both'><group>Friends</group><group>Lovers</group></item>"
            + "<item jid='mercutio@montague.lit' subscription='none' ask='subscribe'/>"
            + "<item jid='benvolio@montague.lit' subscription='to' approved='true'/></query>");
    }

    [Fact]
    public void A_set_carries_only_what_the_client_may_say()
    {
        Golden.Check(new RosterSet(new RosterItem(Romeo, "R & J", RosterSubscription.Both, IsAsking: true, IsApproved: true) { Groups = ["Friends"] }),
            "<query xmlns='jabber:iq:roster'><item jid='romeo@montague.lit' name='R &amp; J'><group>Friends</group></item></query>");
        Golden.Check(new RosterSet(new RosterItem(Romeo, Subscription: RosterSubscription.Remove)),
            "<query xmlns='jabber:iq:roster'><item jid='romeo@montague.lit' subscription='remove'/></query>");
    }

    [Theory] // §2.3.3
    [InlineData("", "bad-request")]
    [InlineData("<item jid='a@b'/><item jid='c@d'/>", "bad-request")]
    [InlineData("<item/>", "bad-request")]
    [InlineData("<item jid=''/>", "bad-request")]
    [InlineData("<item jid='@'/>", "jid-malformed")]
    [InlineData("<item jid='a@b'><group>x</group><group>x</group></item>", "bad-request")]
    [InlineData("<item jid='a@b'><group/></item>", "not-acceptable")]
    [InlineData("<item jid='a@b' subscription='strange' ask='?'><group>x</group><group>X</group><other xmlns='o'/></item>", "none")]
    public void A_broken_set_is_refused(string items, string condition) =>
        Assert.Equal(condition, Golden.ReadError<RosterSet>($"<query xmlns='jabber:iq:roster'>{items}</query>"));
}
