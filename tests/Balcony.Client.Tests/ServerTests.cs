// The client against the real server, both in this process, over memory.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Client.Tests;

public sealed class ServerTests : IAsyncLifetime
{
    private static readonly BareJid Host = BareJid.Parse("example.org");

    private readonly TestClock _clock = new();
    private readonly MemoryStorage _storage = new();
    private readonly ServerMetrics _metrics = new();
    private readonly List<Task> _serving = [];
    private AccountDirectory? _accounts;
    private BalconyServer? _server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, _clock);
        foreach (var name in (string[])["romeo", "juliet"]) await _accounts.CreateAsync(BareJid.Create(name, Host.Domain), "wherefore", Cancel);
        _server = new BalconyServer(new ServerSettings { Hosts = [Host] }, _storage, _accounts, _clock, NullLoggerFactory.Instance, _metrics);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        await Task.WhenAll(_serving);
        _accounts!.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
    }

    [Fact]
    public async Task Two_clients_chat()
    {
        await using var romeo = await ConnectAsync("romeo", "orchard");
        await using var juliet = await ConnectAsync("juliet", "balcony");
        await romeo.SendAsync(new Message(MessageType.Chat, juliet.Address, null, "m1", new Body("wherefore?")), Cancel);
        var heard = Assert.IsType<Message>(await FirstAsync(juliet));
        Assert.Equal(("wherefore?", "romeo@example.org/orchard"), (heard.Body, heard.From!.ToString()));
    }

    [Fact]
    public async Task The_server_answers_and_says_what_it_can()
    {
        await using var romeo = await ConnectAsync("romeo", null);
        await romeo.PingAsync(Host, Cancel);
        await romeo.PingAsync(cancel: Cancel);
        Assert.Contains(Ping.Ns, (await romeo.DiscoverAsync(Host, cancel: Cancel)).Features);
        await Assert.ThrowsAsync<StanzaException>(() => romeo.PingAsync(BareJid.Parse("romeo@example.org").WithResource("nowhere"), Cancel));
    }

    [Fact]
    public async Task The_roster_is_kept_and_pushed()
    {
        await using var orchard = await ConnectAsync("romeo", "orchard");
        await using var garden = await ConnectAsync("romeo", "garden");
        var pushed = new TaskCompletionSource<RosterItem>(TaskCreationOptions.RunContinuationsAsynchronously);
        garden.OnRosterPush(item => pushed.TrySetResult(item));
        Assert.Empty(await garden.GetRosterAsync(Cancel));

        await orchard.SetRosterItemAsync(new RosterItem(BareJid.Parse("juliet@example.org"), "Juliet"), Cancel);
        Assert.Equal("Juliet", (await pushed.Task.WaitAsync(Cancel)).Name);
        Assert.Equal("juliet@example.org", Assert.Single(await orchard.GetRosterAsync(Cancel)).Jid.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_look_the_same()
    {
        var wrong = await Assert.ThrowsAsync<SaslException>(() => ConnectAsync("romeo", null, "therefore"));
        var unknown = await Assert.ThrowsAsync<SaslException>(() => ConnectAsync("mercutio", null));
        Assert.Equal((SaslCondition.NotAuthorized, wrong.Message), (wrong.Condition!.Value, unknown.Message));
    }

    [Fact]
    public async Task A_second_session_of_one_resource_takes_its_place()
    {
        await using var first = await ConnectAsync("romeo", "orchard");
        await using var second = await ConnectAsync("romeo", "orchard");
        Assert.Equal(first.Address, second.Address);
        var fault = await Assert.ThrowsAsync<StreamException>(async () => await first.ReadAllAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(StreamCondition.Conflict, fault.Condition);
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        await using var romeo = await ConnectAsync("romeo", "orchard");
        var stopping = _server!.StopAsync();
        var fault = await Assert.ThrowsAsync<StreamException>(async () => await romeo.ReadAllAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(StreamCondition.SystemShutdown, fault.Condition);
        while (!stopping.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await stopping;
    }

    private Task<XmppClient> ConnectAsync(string name, string? resource, string password = "wherefore")
    {
        var (transport, wire) = MemoryTransport.Connect();
        _serving.Add(ServeAsync(transport));
        var options = new XmppClientOptions { Account = BareJid.Create(name, Host.Domain), Password = password, Resource = resource };
        return XmppClient.ConnectAsync(options, new WireClientTransport(wire), Cancel);
    }

    private async Task ServeAsync(MemoryTransport transport)
    {
        await _server!.ServeAsync(transport);
        await transport.CloseAsync();
        await transport.DisposeAsync();
    }

    private static async Task<Stanza> FirstAsync(XmppClient client)
    {
        await foreach (var stanza in client.ReadAllAsync(Cancel)) return stanza;
        throw new InvalidOperationException("nothing came");
    }
}
