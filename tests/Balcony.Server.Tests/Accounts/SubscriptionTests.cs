// RFC 6121 appendix A, row by row: the state before, what is sent or received, the state after, and what happens to the stanza.
using Balcony.Server.Accounts;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Server.Tests.Accounts;

public sealed class SubscriptionTests
{
    // §A.2.1 to §A.2.4: "N" none, "NO" none + pending out, "NI" none + pending in, "NOI" both pending, "T" to, "TI" to + pending in,
    // "F" from, "FO" from + pending out, "B" both.
    [Theory]
    [InlineData(PresenceType.Subscribe, "N>NO NO>NO NI>NOI NOI>NOI T>T TI>TI F>FO FO>FO B>B", "N NO NI NOI T TI F FO B")]
    [InlineData(PresenceType.Unsubscribe, "N>N NO>N NI>NI NOI>NI T>N TI>NI F>F FO>F B>F", "N NO NI NOI T TI F FO B")]
    [InlineData(PresenceType.Subscribed, "NI>F NOI>FO TI>B F>F FO>FO B>B", "NI NOI TI")]
    [InlineData(PresenceType.Unsubscribed, "N>N NO>NO NI>N NOI>NO T>T TI>T F>N FO>NO B>T", "NI NOI TI F FO B")]
    public void What_the_owner_sends_follows_the_outbound_tables(PresenceType type, string transitions, string routed)
    {
        foreach (string transition in transitions.Split(' '))
        {
            string[] states = transition.Split('>');
            var (next, isRouted) = State(states[0]).SendOutbound(type);
            Assert.Equal((transition, State(states[1])), (transition, next));
            Assert.Equal((transition, routed.Split(' ').Contains(states[0])), (transition, isRouted));
        }
    }

    [Theory]
    [InlineData(PresenceType.Subscribe, "N>NI NO>NOI NI>NI NOI>NOI T>TI TI>TI F>F FO>FO B>B", "N NO T")]
    [InlineData(PresenceType.Unsubscribe, "N>N NO>NO NI>N NOI>NO T>T TI>T F>N FO>NO B>T", "NI NOI TI F FO B")]
    [InlineData(PresenceType.Subscribed, "N>N NO>T NI>NI NOI>TI T>T TI>TI F>F FO>B B>B", "NO NOI FO")]
    [InlineData(PresenceType.Unsubscribed, "N>N NO>N NI>NI NOI>NI T>N TI>NI F>F FO>F B>F", "NO NOI T TI FO B")]
    public void What_the_contact_sends_follows_the_inbound_tables(PresenceType type, string transitions, string delivered)
    {
        foreach (string transition in transitions.Split(' '))
        {
            string[] states = transition.Split('>');
            var (next, isDelivered, _) = State(states[0]).ReceiveInbound(type);
            Assert.Equal((transition, State(states[1])), (transition, next));
            Assert.Equal((transition, delivered.Split(' ').Contains(states[0])), (transition, isDelivered));
        }
    }

    [Fact]
    public void An_approval_without_a_request_stays_at_home_and_accepts_the_request_that_comes()
    {
        var (approved, isRouted) = default(Subscription).SendOutbound(PresenceType.Subscribed);
        Assert.False(isRouted);
        var (accepted, isDelivered, answer) = approved.ReceiveInbound(PresenceType.Subscribe);
        Assert.Equal((new Subscription(From: true), false, PresenceType.Subscribed), (accepted, isDelivered, answer));
    }

    [Fact]
    public void Who_is_subscribed_already_is_told_so() =>
        Assert.Equal((State("F"), false, PresenceType.Subscribed), State("F").ReceiveInbound(PresenceType.Subscribe));

    private static Subscription State(string name) => new(
        To: name[0] is 'T' or 'B', From: name[0] is 'F' or 'B', PendingOut: name.Contains('O'), PendingIn: name.Contains('I'));
}
