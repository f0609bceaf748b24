// What is on its way when the wire is cut, or a server ends, is not lost.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class InterruptionTests
{
    private const string Romeo = "romeo@" + BalconyProcess.Domain;
    private const string Juliet = "juliet@" + PeerServer.Domain;
    private const int Messages = 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_into_a_dead_connection_arrives_over_the_next_one(bool isBidirectional)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = isBidirectional });
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await using var juliet = await neighbours.TheirClientAsync("juliet");
        await romeo.DoAsync($"send {Juliet} before");
        await juliet.SaysAsync($"got {Romeo} before");
        neighbours.ToThem.Swallow();
        for (var i = 0; i < Messages; i++) await romeo.DoAsync($"send {Juliet} {i}");
        neighbours.ToThem.Cut();
        for (var i = 0; i < Messages; i++) await juliet.SaysAsync($"got {Romeo} {i}");
        await juliet.DoAsync($"send {Romeo} after");
        await romeo.SaysAsync($"got {Juliet} after");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_peer_sent_into_a_dead_connection_arrives_or_comes_back_to_its_sender(bool isBidirectional)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = isBidirectional });
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await using var juliet = await neighbours.TheirClientAsync("juliet");
        await juliet.DoAsync($"send {Romeo} before");
        await romeo.SaysAsync($"got {Juliet} before");
        neighbours.ToUs.Swallow();
        await juliet.DoAsync($"send {Romeo} lost");
        // What follows in her stream is handled after it.
        await juliet.DoAsync($"send {Juliet} done");
        await juliet.SaysAsync($"got {Juliet} done");
        neighbours.ToUs.Cut();
        // Prosody gives back what was not acknowledged (XEP-0198); it sends nothing again.
        await juliet.SaysAsync($"bounced {Romeo} recipient-unavailable");
        await juliet.DoAsync($"send {Romeo} after");
        await romeo.SaysAsync($"got {Juliet} after");
    }

    [Fact]
    public async Task A_request_for_presence_waits_for_a_peer_that_is_away()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions());
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await using (var juliet = await neighbours.TheirClientAsync("juliet")) await juliet.DoAsync("logout");
        await neighbours.Other.StopAsync();
        await romeo.DoAsync($"friend {Juliet}");
        await neighbours.Other.StartAsync();
        await using var again = await neighbours.TheirClientAsync("juliet", $"presence {Romeo} subscribe");
        await again.DoAsync($"friend {Romeo}");
        await romeo.SaysAsync($"presence {Juliet} subscribed");
        await romeo.SaysAsync($"presence {Juliet} available");
    }

    [Fact]
    public async Task Prosody_restarts_while_messages_wait()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions());
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await using (var juliet = await neighbours.TheirClientAsync("juliet"))
        {
            await romeo.DoAsync($"send {Juliet} before");
            await juliet.SaysAsync($"got {Romeo} before");
            await juliet.DoAsync("logout");
        }
        await neighbours.Other.StopAsync();
        for (var i = 0; i < Messages; i++) await romeo.DoAsync($"send {Juliet} {i}");
        await neighbours.Other.StartAsync();
        // Kept for her there, or sent when she is there again: each of them is what she hears first.
        await using var again = await neighbours.TheirClientAsync("juliet", $"got {Romeo} 0");
        for (var i = 1; i < Messages; i++) await again.SaysAsync($"got {Romeo} {i}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Our_server_restarts_while_messages_wait(bool isKilled)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions());
        await using (var juliet = await neighbours.TheirClientAsync("juliet")) await juliet.DoAsync("logout");
        await neighbours.Other.StopAsync();
        await using (var romeo = await neighbours.OurClientAsync("romeo"))
        {
            for (var i = 0; i < Messages; i++) await romeo.DoAsync($"send {Juliet} {i}");
            // What follows the last message in its stream was handled after it.
            await romeo.DoAsync($"send {Romeo} done");
            await romeo.SaysAsync($"got {Romeo} done");
        }
        await (isKilled ? neighbours.Ours.KillAsync() : neighbours.Ours.StopAsync());
        await neighbours.Ours.StartAsync();
        await neighbours.Other.StartAsync();
        await using var again = await neighbours.TheirClientAsync("juliet", $"got {Romeo} 0");
        for (var i = 1; i < Messages; i++) await again.SaysAsync($"got {Romeo} {i}");
    }
}
