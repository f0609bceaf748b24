// Every row of RFC 6121 appendix A against the state machine: also those that two servers that agree never reach.
using Balcony.Server.Accounts;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Server.Tests.Scenarios;

public sealed class SubscriptionTableTests
{
    public static IEnumerable<TheoryDataRow<SubscriptionRow>> Outbound() => SubscriptionTables.Outbound.Select(row => new TheoryDataRow<SubscriptionRow>(row));

    public static IEnumerable<TheoryDataRow<SubscriptionRow>> Inbound() => SubscriptionTables.Inbound.Select(row => new TheoryDataRow<SubscriptionRow>(row));

    [Theory]
    [MemberData(nameof(Outbound))]
    public void What_the_client_sends_follows_the_outbound_tables(SubscriptionRow row)
    {
        var (next, isRouted) = Of(row.Before).SendOutbound(Type(row));
        Assert.Equal((row.Passes, Of(row.After)), (isRouted, next with { Approved = false }));
    }

    [Theory]
    [MemberData(nameof(Inbound))]
    public void What_the_contact_sends_follows_the_inbound_tables(SubscriptionRow row)
    {
        var (next, isDelivered, _) = Of(row.Before).ReceiveInbound(Type(row));
        Assert.Equal((row.Passes, Of(row.After)), (isDelivered, next));
    }

    private static PresenceType Type(SubscriptionRow row) => Enum.Parse<PresenceType>(row.Type, ignoreCase: true);

    private static Subscription Of(SubscriptionState state) => new(state.To, state.From, state.PendingOut, state.PendingIn);
}
