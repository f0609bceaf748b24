// ./balcony serve beside the system's ejabberd, with certificates that hold.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class EjabberdTests
{
    [Theory]
    [InlineData("everything_between_two")]
    [InlineData("theirs_speaks_first")]
    public async Task Certificates_prove_both(string check)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsEjabberd = true });
        await neighbours.CheckAsync(check);
        await neighbours.DiarySaysAsync("EXTERNAL");
        Assert.Equal((1, 1), (neighbours.ToThem.Connections, neighbours.ToUs.Connections));
    }

    [Fact]
    public async Task What_it_does_not_like_of_our_certificate_is_in_the_diary()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsEjabberd = true, IsForServersOnly = true });
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await romeo.DoAsync($"send juliet@{PeerServer.Domain} wherefore");
        await romeo.SaysAsync($"bounced juliet@{PeerServer.Domain} remote-server-not-found");
        await neighbours.DiarySaysAsync("The peer refused our certificate: not-authorized (unsupported certificate purpose). Dialback is no way either");
    }
}
