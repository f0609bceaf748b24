// A peer whose certificate our server does not believe: refused, or believed when it was called back.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class DialbackTests
{
    [Theory]
    [InlineData(false, "everything_between_two")]
    [InlineData(false, "theirs_speaks_first")]
    [InlineData(true, "theirs_speaks_first")]
    [InlineData(true, "messages_both_ways")]
    public async Task Who_is_called_back_is_believed_where_the_policy_says_so(bool isEjabberd, string check)
    {
        await using var neighbours = await Neighbours.StartAsync(
            new NeighbourOptions { IsEjabberd = isEjabberd, IsStranger = true, HasDialback = true, TrustsDialback = true, IsBidirectional = false });
        await neighbours.CheckAsync(check);
        await neighbours.DiarySaysAsync("dialback");
    }

    [Theory]
    [InlineData("everything_between_two")]
    [InlineData("theirs_speaks_first")]
    public async Task One_connection_carries_both_ways_after_dialback_too(string check)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsStranger = true, HasDialback = true, TrustsDialback = true });
        await neighbours.CheckAsync(check);
        await neighbours.DiarySaysAsync("both ways");
    }

    [Fact]
    public async Task Otherwise_it_is_refused_and_the_diary_says_why()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsStranger = true, HasDialback = true, IsBidirectional = false });
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await using var juliet = await neighbours.TheirClientAsync("juliet");
        await romeo.DoAsync($"send juliet@{PeerServer.Domain} wherefore");
        await romeo.SaysAsync($"bounced juliet@{PeerServer.Domain} remote-server-not-found");
        await juliet.DoAsync($"send romeo@{BalconyProcess.Domain} therefore");
        // What Prosody makes of not-authorized.
        await juliet.SaysAsync($"bounced romeo@{BalconyProcess.Domain} remote-server-timeout");
        await neighbours.DiarySaysAsync("incomplete-chain", "whose certificate the peer did not send and this host does not have");
    }
}
