// `balcony lab peers` as a program: what it refuses, how it ends, and two of it.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

public sealed class LabCommandTests
{
    [Theory]
    [InlineData("--server", "capulet.example", "is not a server under test")]
    [InlineData("--server", "capulet.example=localhost", "is not a server under test")]
    [InlineData("--server", "good.lab.example=127.0.0.1:5269", "is in a zone of the lab's peers")]
    [InlineData("--server", "Bücher.example=127.0.0.1:5269", "is not a domain as DNS has it")]
    [InlineData("--dns", "localhost:53", "is not an address and a port")]
    [InlineData("--dns", "127.0.0.1", "is not an address and a port")]
    public async Task Wrong_arguments_are_explained(string option, string value, string explanation)
    {
        var run = await ClientProgram.RunAsync(Checkout.Command, ["lab", "peers", option, value]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(explanation, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dns", "192.0.2.1:5353", "The lab's DNS server cannot have 192.0.2.1:5353")]
    [InlineData("--folder", "/proc/lab", "/proc/lab")]
    public async Task What_cannot_be_had_is_named(string option, string value, string explanation)
    {
        var run = await ClientProgram.RunAsync(Checkout.Command, ["lab", "peers", option, value]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(explanation, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_labs_on_one_machine_do_not_meet()
    {
        var (first, second) = (new LabProcess(), new LabProcess());
        try
        {
            await first.InitializeAsync();
            await second.InitializeAsync();
            Assert.NotEqual(first.Dns.Address, second.Dns.Address);
            Assert.DoesNotContain(second.Names, name => second.Peer(name).TryGetProperty("notTested", out _));
            Assert.Equal(0, await first.EndAsync());
            Assert.Equal(0, await second.EndAsync());
        }
        finally
        {
            await first.DisposeAsync();
            await second.DisposeAsync();
        }
    }

    [Fact]
    public async Task Each_bad_peer_names_a_control_that_passes()
    {
        await using var lab = new LabProcess();
        await lab.InitializeAsync();
        foreach (var name in lab.Names)
        {
            if (lab.Peer(name).GetProperty("control").GetString() is not { } control) continue;
            var passes = new[] { "outbound", "inbound" }.Any(way => lab.Peer(control).TryGetProperty(way, out var expected) && expected.GetProperty("passes").GetBoolean());
            Assert.True(passes, $"{name}: its control {control} does not pass");
        }
    }
}
