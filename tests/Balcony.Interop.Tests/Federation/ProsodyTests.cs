// ./balcony serve beside the system's Prosody: certificates that hold, one connection or two, direct TLS, IPv6.
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class ProsodyTests
{
    [Theory]
    [InlineData("everything_between_two")]
    [InlineData("no_such_server")]
    [InlineData("theirs_speaks_first")]
    public async Task Over_one_connection_that_carries_both_ways(string check)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions());
        await neighbours.CheckAsync(check);
        if (check == "no_such_server") return;
        await neighbours.DiarySaysAsync("EXTERNAL", "both ways", "XEP-0198 is on", "Tls13");
        Assert.Equal(1, neighbours.ToThem.Connections + neighbours.ToUs.Connections);
    }

    [Theory]
    [InlineData("everything_between_two")]
    [InlineData("theirs_speaks_first")]
    public async Task Over_two_connections_where_the_peer_has_no_bidi(string check)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = false });
        await neighbours.CheckAsync(check);
        await neighbours.DiarySaysAsync("EXTERNAL", "XEP-0198 is on");
        Assert.Equal((1, 1), (neighbours.ToThem.Connections, neighbours.ToUs.Connections));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_direct_tls_both_ways(bool isBidirectional)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsDirectTls = true, IsBidirectional = isBidirectional });
        await neighbours.CheckAsync("theirs_speaks_first");
        await neighbours.DiarySaysAsync("EXTERNAL");
        Assert.Equal(isBidirectional ? 0 : 1, neighbours.ToThem.Connections);
        Assert.Equal(1, neighbours.ToUs.Connections);
    }

    [Fact]
    public async Task Over_ipv6_both_ways()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsIPv6 = true, IsBidirectional = false });
        await neighbours.CheckAsync("everything_between_two");
        await neighbours.DiarySaysAsync("EXTERNAL", "(::1)", "from [::1]");
    }
}
