// What an operator does with rooms (XEP-0045) from the command line.
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class RoomCommandTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    private const int Usage = 2, NotFound = 3, Refused = 4;
    private const string Service = "conference." + BalconyProcess.Domain;

    [Fact]
    public async Task A_room_is_made_shown_listed_and_destroyed()
    {
        await AddAsync("maker");
        string room = $"orchard@{Service}";
        var made = await RunAsync("room", "create", room, Address("maker"), "--name", "The orchard", "--members-only");
        made.AssertSucceeded();
        Assert.Equal($"{room} was made; {Address("maker")} owns it.", made.Output.Trim());
        var shown = (await RunAsync("room", "show", room)).Output;
        Assert.Matches("name +The orchard\n", shown);
        Assert.Matches($"owners +{Address("maker")}\n", shown);
        Assert.Matches("members only +yes\n", shown);
        Assert.Contains($"{room}\tThe orchard\tyes\tyes\t0\n", (await RunAsync("room", "list", BalconyProcess.Domain, "--search", "ORCH")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(room, (await RunAsync("room", "list", "--search", "no such thing")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(room, (await RunAsync("room", "list", "--after", room)).Output, StringComparison.Ordinal);

        var twice = await RunAsync("room", "create", room, Address("maker"), "--output", "json");
        Assert.Equal(Refused, twice.ExitCode);
        using (var json = JsonDocument.Parse(twice.Output)) Assert.Equal("conflict", json.RootElement.GetProperty("status").GetString());

        Assert.Equal(Usage, (await RunAsync("room", "destroy", room)).ExitCode);
        (await RunAsync("room", "destroy", room, "--yes", "--alternate", "elsewhere@rooms.example.net", "--reason", "It is winter.")).AssertSucceeded();
        Assert.Equal(NotFound, (await RunAsync("room", "show", room)).ExitCode);
        // The name is kept from strangers, and from no operator.
        (await RunAsync("room", "create", room, Address("maker"))).AssertSucceeded();
    }

    [Fact]
    public async Task The_configuration_is_shown_and_changed_field_by_field()
    {
        await AddAsync("owner");
        string room = $"config@{Service}";
        (await RunAsync("room", "create", room, Address("owner"))).AssertSucceeded();
        Assert.Contains("membersonly\t0\t", (await RunAsync("room", "config", room)).Output, StringComparison.Ordinal);
        (await RunAsync("room", "config", room, "membersonly", "1")).AssertSucceeded();
        Assert.StartsWith("membersonly\t1\t", (await RunAsync("room", "config", room, "muc#roomconfig_membersonly")).Output, StringComparison.Ordinal);
        (await RunAsync("room", "config", room, "roomdesc", "Roses")).AssertSucceeded();
        (await RunAsync("room", "config", room, "roomdesc", "--clear")).AssertSucceeded();
        Assert.StartsWith("roomdesc\t\t", (await RunAsync("room", "config", room, "roomdesc")).Output, StringComparison.Ordinal);
        // The password is for owners.
        (await RunAsync("room", "config", room, "roomsecret", "mellon")).AssertSucceeded();
        Assert.Contains("roomsecret\t(not shown)\t", (await RunAsync("room", "config", room)).Output, StringComparison.Ordinal);
        Assert.Matches("password +yes\n", (await RunAsync("room", "show", room)).Output);
        (await RunAsync("room", "config", room, "roomadmins", $"{Address("first")}\n{Address("second")}")).AssertSucceeded();
        Assert.Contains($"{Address("second")}\tadmin", (await RunAsync("room", "affiliations", room)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Affiliations_are_given_and_the_last_owner_stays()
    {
        await AddAsync("only");
        string room = $"lists@{Service}";
        (await RunAsync("room", "create", room, Address("only"))).AssertSucceeded();
        (await RunAsync("room", "affiliate", room, Address("friend"), "member", "--reason", "A friend")).AssertSucceeded();
        (await RunAsync("room", "affiliate", room, "spam.example", "outcast")).AssertSucceeded();
        var listed = (await RunAsync("room", "affiliations", room)).Output;
        Assert.Equal($"{Address("only")}\towner\t\t\n{Address("friend")}\tmember\t\tA friend\nspam.example\toutcast\t\t\n", listed);
        var last = await RunAsync("room", "affiliate", room, Address("only"), "none");
        Assert.Equal(Refused, last.ExitCode);
        Assert.Contains("at least one owner", last.Output, StringComparison.Ordinal);
        (await RunAsync("room", "affiliate", room, Address("friend"), "owner")).AssertSucceeded();
        (await RunAsync("room", "affiliate", room, Address("only"), "none")).AssertSucceeded();
        // Of somebody whose domain is banned.
        Assert.Contains("outcast all the same", (await RunAsync("room", "affiliate", room, "one@spam.example", "none")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_a_room_is_listed_and_put_out()
    {
        string room = $"kick@{Service}";
        using var romeo = await RawClient.LoginAsync(server.DirectTlsPort, "romeo");
        (await RunAsync("room", "create", room, Address("romeo"))).AssertSucceeded();
        await romeo.AskAsync($"<presence to='{room}/Romeo M.'><x xmlns='http://jabber.org/protocol/muc'/></presence>", "<subject");
        Assert.Equal($"Romeo M.\t{Address("romeo")}\towner\tmoderator\t1\n", (await RunAsync("room", "occupants", room)).Output);
        var mistyped = await RunAsync("room", "kick", room, "Romeo N.");
        Assert.Equal(NotFound, mistyped.ExitCode);
        Assert.Contains("did you mean 'Romeo M.'?", mistyped.Output, StringComparison.Ordinal);
        (await RunAsync("room", "kick", room, "Romeo M.", "--reason", "It is late.")).AssertSucceeded();
        Assert.Contains("It is late.", await romeo.AskAsync("", "code='307'"), StringComparison.Ordinal);
        Assert.Empty((await RunAsync("room", "occupants", room)).Output);
    }

    [Fact]
    public async Task A_room_that_is_made_is_not_configured_yet()
    {
        string room = $"locked@{Service}";
        using var romeo = await RawClient.LoginAsync(server.DirectTlsPort, "locker");
        await romeo.AskAsync($"<presence to='{room}/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>", "<subject");
        Assert.Matches("configured +no\n", (await RunAsync("room", "show", room)).Output);
        Assert.Equal(Refused, (await RunAsync("room", "config", room)).ExitCode);
        Assert.Equal(Refused, (await RunAsync("room", "affiliate", room, Address("locker"), "owner")).ExitCode);
        (await RunAsync("room", "destroy", room, "--yes")).AssertSucceeded();
        await romeo.AskAsync("", "<destroy");
    }

    [Fact]
    public async Task A_temporary_room_that_nobody_is_in_is_no_more()
    {
        await AddAsync("passing");
        string room = $"passing@{Service}";
        (await RunAsync("room", "create", room, Address("passing"))).AssertSucceeded();
        Assert.Contains("no more", (await RunAsync("room", "config", room, "persistentroom", "0")).Output, StringComparison.Ordinal);
        Assert.Equal(NotFound, (await RunAsync("room", "show", room)).ExitCode);
    }

    [Fact]
    public async Task A_room_that_is_not_in_memory_is_found()
    {
        await AddAsync("sleeper");
        string room = $"sleeping@{Service}";
        (await RunAsync("room", "create", room, Address("sleeper"))).AssertSucceeded();
        await server.StopAsync();
        await server.StartAsync();
        Assert.Contains(room, (await RunAsync("room", "list")).Output, StringComparison.Ordinal);
        Assert.Matches($"owners +{Address("sleeper")}\n", (await RunAsync("room", "show", room)).Output);
        (await RunAsync("room", "affiliate", room, Address("guest"), "admin")).AssertSucceeded();
        Assert.Contains($"{Address("guest")}\tadmin", (await RunAsync("room", "affiliations", room)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotFound, "no room nowhere@", "show", "nowhere@" + Service)]
    [InlineData(NotFound, "no room nowhere@", "config", "nowhere@" + Service, "membersonly", "1")]
    [InlineData(NotFound, "no room nowhere@", "destroy", "nowhere@" + Service, "--yes")]
    [InlineData(NotFound, "no room nowhere@", "kick", "nowhere@" + Service, "Romeo")]
    [InlineData(NotFound, "rooms are at " + Service, "show", "room@chat.example.net")]
    [InlineData(NotFound, "no host of this server", "list", "example.net")]
    [InlineData(NotFound, "There is no account nobody@", "create", "new@" + Service, "nobody@" + BalconyProcess.Domain)]
    [InlineData(Usage, "not the address of a room", "show", Service)]
    [InlineData(Usage, "not the address of a room", "show", "a b@" + Service)]
    [InlineData(Usage, "not the address of an account", "create", "new@" + Service, "a b@c.example")]
    [InlineData(Usage, "not the address of an account", "create", "new@" + Service, "other@" + Service)]
    [InlineData(Usage, "AFFILIATION", "affiliate", "config@" + Service, "a@b.example")]
    [InlineData(Usage, "not one of owner", "affiliate", "config@" + Service, "a@b.example", "king")]
    public async Task What_is_wrong_is_said(int exitCode, string says, params string[] command)
    {
        var run = await RunAsync(["room", .. command]);
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Output}");
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_is_said()
    {
        await AddAsync("fields");
        string room = $"fields@{Service}";
        (await RunAsync("room", "create", room, Address("fields"))).AssertSucceeded();
        await RefusesAsync("did you mean 'membersonly'?", "config", room, "memberonly", "1");
        await RefusesAsync("is true or false", "config", room, "membersonly", "perhaps");
        await RefusesAsync("always has a value", "config", room, "membersonly", "--clear");
        await RefusesAsync("clear goes without one", "config", room, "roomname", "Name", "--clear");
        await RefusesAsync("can be banned, and nothing else", "affiliate", room, "all.example", "member");
        await RefusesAsync("A reason has at most", "affiliate", room, "a@all.example", "member", "--reason", new string('x', 2_000));
    }

    private async Task RefusesAsync(string says, params string[] command)
    {
        var run = await RunAsync(["room", .. command]);
        Assert.True(run.ExitCode == Usage, $"{run.ExitCode}: {run.Output}");
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
    }

    private static string Address(string local) => $"{local}@{BalconyProcess.Domain}";

    private async Task AddAsync(string local) =>
        (await ClientProgram.RunAsync(Checkout.Command, ["user", "add", Address(local), "--config", server.ConfigurationFile], input: BalconyProcess.Password + "\n")).AssertSucceeded();

    private Task<ClientProgram> RunAsync(params string[] command) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", server.ConfigurationFile]);
}
