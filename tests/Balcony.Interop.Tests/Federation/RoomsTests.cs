// Rooms between ./balcony serve and the system's Prosody and ejabberd: users of each in rooms of the other.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class RoomsTests
{
    private const string Ours = "garden@conference." + BalconyProcess.Domain;
    private const string Theirs = "tomb@conference." + PeerServer.Domain;
    private static readonly string[] Checks = ["conversation", "administration", "membership", "archive"];

    [Theory]
    [InlineData("ours", true)]
    [InlineData("ours", false)]
    [InlineData("theirs", true)]
    [InlineData("theirs", false)]
    public async Task Beside_Prosody(string place, bool isBidirectional)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = isBidirectional });
        await neighbours.CheckAsync("slixmpp_remote_rooms.py", Checks, "--rooms-at", place);
        if (place == "ours")
        {
            // What happened between the rooms and the other server is an operator's to see, too.
            var list = await ClientProgram.RunAsync(Checkout.Command, ["federation", "list", "--config", neighbours.Ours.ConfigurationFile]);
            list.AssertSucceeded();
            Assert.Contains("conference." + BalconyProcess.Domain, list.Output, StringComparison.Ordinal);
            var shown = await ClientProgram.RunAsync(
                Checkout.Command, ["federation", "show", PeerServer.Domain, "--host", "conference." + BalconyProcess.Domain, "--config", neighbours.Ours.ConfigurationFile]);
            shown.AssertSucceeded();
        }
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("theirs")]
    public async Task Beside_ejabberd(string place)
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsEjabberd = true });
        // ejabberd's own rooms say nothing to the banned who come back at once.
        var checks = place == "ours" ? Checks : [.. Checks.Where(static check => check != "administration")];
        await neighbours.CheckAsync("slixmpp_remote_rooms.py", checks, "--rooms-at", place);
    }

    // XEP-0045 §18.1.2
    [Fact]
    public async Task Who_was_in_our_room_when_his_server_died_leaves_it_and_enters_again()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { GivesUpAfter = TimeSpan.FromSeconds(3) });
        await using var romeo = await neighbours.OurClientAsync("romeo");
        await romeo.DoAsync($"enter {Ours}/romeo");
        await romeo.DoAsync($"open {Ours}");
        await using (var juliet = await neighbours.TheirClientAsync("juliet"))
        {
            await juliet.DoAsync($"enter {Ours}/juliet");
            await romeo.SaysAsync($"occupant {Ours}/juliet available");
            await neighbours.Other.KillAsync();
        }
        await romeo.DoAsync($"say {Ours} wherefore");
        await romeo.SaysAsync($"occupant {Ours}/juliet unavailable");
        await neighbours.Other.StartAsync();
        await using var again = await neighbours.TheirClientAsync("juliet");
        await again.DoAsync($"enter {Ours}/juliet");
        await romeo.SaysAsync($"occupant {Ours}/juliet available");
        await romeo.DoAsync($"say {Ours} welcome");
        await again.SaysAsync($"heard {Ours}/romeo welcome");
        await again.DoAsync($"say {Ours} indeed");
        await romeo.SaysAsync($"heard {Ours}/juliet indeed");
    }

    [Fact]
    public async Task Who_of_ours_loses_his_connection_or_his_server_leaves_their_room_and_enters_again()
    {
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions());
        await using var juliet = await neighbours.TheirClientAsync("juliet");
        await juliet.DoAsync($"enter {Theirs}/juliet");
        await juliet.DoAsync($"open {Theirs}");
        // RFC 6121 §4.6.4: who had his presence directed hears that it ends.
        await using (var romeo = await neighbours.OurClientAsync("romeo"))
        {
            await romeo.DoAsync($"enter {Theirs}/romeo");
            await juliet.SaysAsync($"occupant {Theirs}/romeo available");
        }
        await juliet.SaysAsync($"occupant {Theirs}/romeo unavailable");
        await using (var romeo = await neighbours.OurClientAsync("romeo"))
        {
            await romeo.DoAsync($"enter {Theirs}/romeo");
            await juliet.SaysAsync($"occupant {Theirs}/romeo available");
            await neighbours.Ours.KillAsync();
        }
        // RFC 6121 §8.5.3.2: the server that is there again says that he is not.
        await neighbours.Ours.StartAsync();
        await juliet.DoAsync($"say {Theirs} wherefore");
        await juliet.SaysAsync($"occupant {Theirs}/romeo unavailable");
        await using var again = await neighbours.OurClientAsync("romeo");
        await again.DoAsync($"enter {Theirs}/romeo");
        await juliet.SaysAsync($"occupant {Theirs}/romeo available");
        await again.DoAsync($"say {Theirs} here");
        await juliet.SaysAsync($"heard {Theirs}/romeo here");
    }
}
