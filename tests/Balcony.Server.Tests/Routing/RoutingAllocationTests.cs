// What one message costs the collector on its way from one session to another: its own bytes once, and a small constant.
using Balcony.Testing;
using Xunit;

namespace Balcony.Server.Tests.Routing;

public sealed class RoutingAllocationTests
{
    // The stanza, its element, its receipt, and the index of names and attributes: about 340 bytes.
#if DEBUG
    // And the state of every async method on the way, which release builds keep on the stack.
    private const int Constant = 3_000;
#else
    private const int Constant = 500;
#endif

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(8_000)]
    public async Task A_routed_message_allocates_its_one_buffer_and_a_constant(int bodyBytes)
    {
        await using var rig = await RoutingRig.StartAsync();
        var message = RoutingRig.Message(bodyBytes);
        long allocated = Measure(rig, message);
        Assert.InRange(allocated, message.Length, message.Length + Constant);
        Assert.Empty(rig.Errors);
    }

    [Fact]
    public async Task A_longer_body_costs_its_own_length_and_nothing_else()
    {
        await using var rig = await RoutingRig.StartAsync();
        var (small, large) = (RoutingRig.Message(100), RoutingRig.Message(6_100));
        long difference = Measure(rig, large) - Measure(rig, small);
        Assert.InRange(difference, 6_000 - 16, 6_000 + 16);
    }

    private static long Measure(RoutingRig rig, byte[] message)
    {
        const int Times = 500;
        for (int i = 0; i < Times; i++)
        {
            Assert.InRange(rig.Route(message), message.Length, message.Length + 100);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Times; i++)
        {
            rig.Route(message);
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
