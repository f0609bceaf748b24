// ./balcony serve beside the system's ejabberd, with certificates that hold.
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
}
