// XEP-0114 where scripts do not reach: restarts, several connections, components that do not read, secrets in files, commands.
using Balcony.Server.Commands;
using Balcony.Server.Components;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Components;

public sealed class ComponentTests
{
    private static readonly ComponentOptions Plain = new() { Secret = ComponentRig.Secret };

    private static string Message(int number, string from = "a", int bytes = 0) =>
        $"<message from='{from}@sender.example.org' to='x@gateway.example.org' type='chat' id='{from}{number}'><body>{new string('b', bytes)}</body></message>";

    private static string Ping(string id) => $"<iq type='get' from='sender.example.org' to='example.org' id='{id}'><ping xmlns='urn:xmpp:ping'/></iq>";

    [Fact]
    public async Task A_message_that_waits_outlives_the_server()
    {
        await using var storage = new MemoryStorage();
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain with { KeepFor = TimeSpan.FromHours(1) } };
        var clock = new Balcony.Testing.TestClock();
        await using (var before = await ComponentRig.StartAsync(storage, components, clock: clock))
        {
            var sender = await before.JoinAsync("sender.example.org");
            await sender.SendAsync(Message(1) + Message(2) + Ping("p"));
            await sender.ReadToAsync("id='p'");
        }
        clock.Advance(TimeSpan.FromMinutes(5));
        await using var after = await ComponentRig.StartAsync(storage, components, clock: clock);
        var gateway = await after.JoinAsync("gateway.example.org");
        string first = await gateway.ReadToAsync("</message>");
        string second = await gateway.ReadToAsync("</message>");
        Assert.Contains("id='a1'", first, StringComparison.Ordinal);
        Assert.Contains("stamp='2026-01-01T12:00:01", first, StringComparison.Ordinal);
        Assert.Contains("id='a2'", second, StringComparison.Ordinal);
        Assert.Empty(after.Errors.All);
    }

    [Fact]
    public async Task What_a_stopping_server_could_not_write_the_next_one_does()
    {
        const int Messages = 200;
        await using var storage = new MemoryStorage();
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain };
        var clock = new Balcony.Testing.TestClock();
        await using (var before = await ComponentRig.StartAsync(storage, components, clock: clock))
        {
            // It does not read: what does not fit into its connection waits.
            await before.JoinAsync("gateway.example.org");
            var sender = await before.JoinAsync("sender.example.org");
            for (int number = 0; number < Messages; number++)
            {
                await sender.SendAsync(Message(number, bytes: 1_000));
            }
            await sender.SendAsync(Ping("p"));
            await sender.ReadToAsync("id='p'");
            var stopping = before.Server.StopAsync();
            while (!stopping.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }
        await using var after = await ComponentRig.StartAsync(storage, components, clock: clock);
        var gateway = await after.JoinAsync("gateway.example.org");
        int last = -1;
        while (last < Messages - 1)
        {
            int number = int.Parse((await gateway.ReadToAsync("</message>")).Split("id='a")[1].Split('\'')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(number == last + 1 || last == -1, $"{number} came after {last}");
            last = number;
        }
    }

    [Fact]
    public async Task What_was_written_does_not_come_again()
    {
        await using var storage = new MemoryStorage();
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain };
        await using (var before = await ComponentRig.StartAsync(storage, components))
        {
            var gateway = await before.JoinAsync("gateway.example.org");
            var sender = await before.JoinAsync("sender.example.org");
            await sender.SendAsync(Message(1));
            await gateway.ReadToAsync("</message>");
        }
        await using var after = await ComponentRig.StartAsync(storage, components);
        var again = await after.JoinAsync("gateway.example.org");
        await again.SendAsync("<iq type='get' from='gateway.example.org' to='example.org' id='p'><ping xmlns='urn:xmpp:ping'/></iq>");
        Assert.DoesNotContain("<message", await again.ReadToAsync("id='p'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_connection_did_not_read_goes_to_the_next()
    {
        const int Messages = 400;
        await using var storage = new MemoryStorage();
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain with { KeepFor = TimeSpan.FromHours(1) } };
        await using var rig = await ComponentRig.StartAsync(storage, components);
        var gateway = await rig.JoinAsync("gateway.example.org");
        var sender = await rig.JoinAsync("sender.example.org");
        for (int number = 0; number < Messages; number++)
        {
            await sender.SendAsync(Message(number, bytes: 1_000));
        }
        await sender.SendAsync(Ping("p"));
        await sender.ReadToAsync("id='p'");
        int read = 0;
        for (; read < 20; read++)
        {
            Assert.Contains($"id='a{read}'", await gateway.ReadToAsync("</message>"), StringComparison.Ordinal);
        }
        gateway.Abort();
        while (rig.Server.Components.List().Any(one => one.Component.Domain == "gateway.example.org" && one.RemoteAddress is not null))
        {
            await Task.Yield();
        }
        // Without acknowledgements only what was not written comes again: in its order, and to the last one.
        var next = await rig.JoinAsync("gateway.example.org");
        int last = read;
        while (last < Messages - 1)
        {
            string message = await next.ReadToAsync("</message>");
            int number = int.Parse(message.Split("id='a")[1].Split('\'')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(number > last || last == read, $"{number} came after {last}");
            last = number;
        }
        Assert.Empty(rig.Errors.All);
    }

    [Fact]
    public async Task Several_connections_share_the_senders_and_keep_their_order()
    {
        await using var storage = new MemoryStorage();
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain with { MaxConnections = 2 } };
        await using var rig = await ComponentRig.StartAsync(storage, components);
        ComponentConnection[] gateways = [await rig.JoinAsync("gateway.example.org"), await rig.JoinAsync("gateway.example.org")];
        var sender = await rig.JoinAsync("sender.example.org");
        for (int number = 0; number < 10; number++)
        {
            for (char from = 'a'; from <= 'p'; from++)
            {
                await sender.SendAsync(Message(number, from.ToString()));
            }
        }
        await sender.SendAsync(Ping("p"));
        await sender.ReadToAsync("id='p'");
        // All of it is written; the end of the stream ends the reading.
        Assert.Equal(2, rig.Server.Components.Disconnect(BareJid.Parse("gateway.example.org"), null));
        var heard = new List<string>();
        foreach (var gateway in gateways)
        {
            string text = await gateway.ReadToEndAsync();
            var ids = text.Split("<message").Skip(1).Select(message => message.Split(" id='")[1].Split('\'')[0]).ToList();
            Assert.NotEmpty(ids);
            foreach (var ofOne in ids.GroupBy(id => id[0]))
            {
                Assert.Equal(Enumerable.Range(0, 10).Select(number => $"{ofOne.Key}{number}"), ofOne);
            }
            heard.AddRange(ids);
        }
        Assert.Equal(160, heard.Distinct().Count());
    }

    [Fact]
    public async Task A_component_that_does_not_read_costs_a_bounded_queue_and_then_its_connection()
    {
        await using var storage = new MemoryStorage();
        var limits = new ComponentLimits { MaxQueuedStanzas = 16 };
        var components = new Dictionary<string, ComponentOptions> { ["sender.example.org"] = Plain, ["gateway.example.org"] = Plain with { Limits = limits } };
        await using var rig = await ComponentRig.StartAsync(storage, components);
        var gateway = await rig.JoinAsync("gateway.example.org");
        var sender = await rig.JoinAsync("sender.example.org");
        for (int number = 0; number < 200; number++)
        {
            await sender.SendAsync(Message(number, bytes: 1_000));
        }
        await sender.SendAsync(Ping("p"));
        string errors = await sender.ReadToAsync("id='p'");
        Assert.Contains("<resource-constraint", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("<remote-server-timeout", errors, StringComparison.Ordinal);
        Assert.InRange(rig.Server.Components.List().First(one => one.Component.Domain == "gateway.example.org").Queued, 1, 16);
        rig.Clock.Advance(limits.WriteTimeout + TimeSpan.FromSeconds(2));
        await sender.ReadToAsync("<remote-server-timeout");
        await gateway.ReadToEndAsync();
        // What nobody could be told of must not be missed: the connection ends.
        var again = await rig.JoinAsync("gateway.example.org");
        for (int number = 0; number < 200; number++)
        {
            await sender.SendAsync($"<presence from='a@sender.example.org' to='x@gateway.example.org'><status>{new string('s', 1_000)}</status></presence>");
        }
        Assert.Contains("<policy-violation", await again.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Empty(rig.Errors.All);
    }

    [Fact]
    public async Task A_secret_in_a_file_is_read_for_each_connection()
    {
        string file = Path.GetTempFileName();
        try
        {
            await using var storage = new MemoryStorage();
            await File.WriteAllTextAsync(file, "first \n", TestContext.Current.CancellationToken);
            await using var rig = await ComponentRig.StartAsync(storage, new Dictionary<string, ComponentOptions> { ["gateway.example.org"] = new() { SecretFile = file } });
            var gateway = await rig.JoinAsync("gateway.example.org", "first");
            rig.Server.Components.Disconnect(BareJid.Parse("gateway.example.org"), "enough");
            Assert.Contains("enough", await gateway.ReadToEndAsync(), StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, "second", TestContext.Current.CancellationToken);
            await rig.JoinAsync("gateway.example.org", "second");
            File.Delete(file);
            var refused = rig.Connect("gateway.example.org");
            await Assert.ThrowsAsync<EndOfStreamException>(() => refused.JoinAsync("second"));
            Assert.Contains("secret of component", Assert.Single(rig.Errors.All), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Components_are_listed_and_disconnected_by_command()
    {
        await using var storage = new MemoryStorage();
        await using var rig = await ComponentRig.StartAsync(
            storage, new Dictionary<string, ComponentOptions> { ["b.example.org"] = Plain, ["a.example.org"] = Plain });
        await rig.JoinAsync("b.example.org");
        var admin = new CommandCaller("the test", IsServerAdmin: true, []);
        var listed = await RunAsync("component list");
        Assert.Equal(["a.example.org", "b.example.org"], listed.Rows.Select(row => row[0]));
        Assert.Equal("not connected", listed.Rows[0][1]);
        Assert.Equal("127.0.0.1:1", listed.Rows[1][1]);
        Assert.Equal(CommandStatus.Ok, (await RunAsync("component disconnect", "b.example.org")).Status);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync("component disconnect", "a.example.org")).Status);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync("component disconnect", "c.example.org")).Status);
        var refused = await rig.Server.Commands.RunAsync(
            new CommandCaller("admin of a host", IsServerAdmin: false, [BareJid.Parse("example.org")]), "component list", new Dictionary<string, IReadOnlyList<string>>(), null, TestContext.Current.CancellationToken);
        Assert.Equal(CommandStatus.Refused, refused.Status);

        async Task<CommandResult> RunAsync(string command, string? domain = null) => await rig.Server.Commands.RunAsync(
            admin, command, domain is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["domain"] = [domain] }, null, TestContext.Current.CancellationToken);
    }
}
