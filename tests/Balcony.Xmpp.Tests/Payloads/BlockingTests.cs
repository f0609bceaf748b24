// XEP-0191: blocking payloads.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class BlockingTests
{
    private static readonly IReadOnlyList<Jid> Two = [Jid.Parse("romeo@montague.net"), Jid.Parse("iago.lit/x")];

    [Fact]
    public void The_list_and_its_changes()
    {
        const string Items = "<item jid='romeo@montague.net'/><item jid='iago.lit/x'/>";
        Golden.Check(new BlockListQuery(), "<blocklist xmlns='urn:xmpp:blocking'/>");
        Golden.Check(new BlockList(Two), $"<blocklist xmlns='urn:xmpp:blocking'>{Items}</blocklist>");
        Golden.Check(new Block(Two), $"<block xmlns='urn:xmpp:blocking'>{Items}</block>");
        Golden.Check(new Unblock(Two), $"<unblock xmlns='urn:xmpp:blocking'>{Items}</unblock>");
        Golden.Check(new Unblock([]), "<unblock xmlns='urn:xmpp:blocking'/>");
    }

    [Theory]
    [InlineData("<block xmlns='urn:xmpp:blocking'/>", "bad-request")]
    [InlineData("<block xmlns='urn:xmpp:blocking'><item/></block>", "bad-request")]
    [InlineData("<block xmlns='urn:xmpp:blocking'><item jid='@'/></block>", "jid-malformed")]
    public void A_broken_block_is_refused(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<Block>(xml));

    [Fact]
    public void An_address_given_twice_counts_once() => Assert.Single(
        Golden.Read<Block>("<block xmlns='urn:xmpp:blocking'><item jid='A@b'/><item jid='a@b'/></block>").Contacts);

    [Fact]
    public void The_error_for_a_blocked_contact()
    {
        Golden.Check(new Blocked(), "<blocked xmlns='urn:xmpp:blocking:errors'/>");
        Assert.Equal((StanzaErrorType.Cancel, "not-acceptable", "blocked"),
            (Blocked.Error.Type, Blocked.Error.Condition, Blocked.Error.Application!.Name));
    }
}
