// XEP-0114 §3, the connect method: the server opens the stream, proves the secret, and comes back.
using System.Threading.Channels;
using Balcony.Server.Components;
using Balcony.Server.Net;
using Balcony.Server.Storage;
using Balcony.Testing;
using Xunit;

namespace Balcony.Server.Tests.Components;

public sealed class ComponentDialersTests
{
    private static readonly Dictionary<string, ComponentOptions> Components = new()
    {
        ["gateway.example.org"] = new() { Secret = ComponentRig.Secret, Connect = "127.0.0.1:5348" },
    };

    [Fact]
    public async Task The_server_connects_and_comes_back_after_a_loss()
    {
        await using var storage = new MemoryStorage();
        var listening = new Listening();
        await using var rig = await ComponentRig.StartAsync(storage, Components, listening);
        var component = await listening.AcceptAsync();
        string header = await component.ReadToAsync("'>");
        Assert.Contains("xmlns='jabber:component:connect'", header, StringComparison.Ordinal);
        Assert.Contains(" from='gateway.example.org'", header, StringComparison.Ordinal);
        await component.SendAsync("<stream:stream xmlns='jabber:component:connect' xmlns:stream='http://etherx.jabber.org/streams' id='4 &amp; 2' from='gateway.example.org'>");
        string proof = await component.ReadToAsync("</handshake>");
        Assert.Equal($"<handshake>{ComponentConnection.Proof("4 & 2", ComponentRig.Secret)}</handshake>", proof);
        await component.SendAsync("<handshake/><iq type='get' from='gateway.example.org' to='example.org' id='p'><ping xmlns='urn:xmpp:ping'/></iq>");
        await component.ReadToAsync("id='p'");
        Assert.Single(rig.Server.Components.List(), one => one.RemoteAddress is not null);
        component.Abort();
        while (rig.Server.Components.List().Any(one => one.RemoteAddress is not null))
        {
            await Task.Yield();
        }
        var next = await AdvanceUntilAcceptedAsync(rig, listening);
        Assert.InRange(next.After, TimeSpan.FromMilliseconds(900), TimeSpan.FromMilliseconds(1_500));
        await next.Component.ReadToAsync("jabber:component:connect");
    }

    [Fact]
    public async Task Each_further_attempt_waits_twice_as_long()
    {
        await using var storage = new MemoryStorage();
        var listening = new Listening();
        await using var rig = await ComponentRig.StartAsync(storage, Components, listening);
        var component = await listening.AcceptAsync();
        foreach (int seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            await component.ReadToAsync("'>");
            await component.SendAsync(
                "<stream:stream xmlns='jabber:component:connect' xmlns:stream='http://etherx.jabber.org/streams' id='1'><stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
            await component.ReadToAsync("</stream:stream>");
            await component.CloseAsync();
            var (next, after) = await AdvanceUntilAcceptedAsync(rig, listening);
            Assert.InRange(after, TimeSpan.FromSeconds(seconds - 0.2), TimeSpan.FromSeconds(seconds + 1));
            component = next;
        }
        Assert.Empty(rig.Errors.All);
    }

    [Fact]
    public async Task An_id_is_needed_to_prove_anything()
    {
        await using var storage = new MemoryStorage();
        var listening = new Listening();
        await using var rig = await ComponentRig.StartAsync(storage, Components, listening);
        var component = await listening.AcceptAsync();
        await component.ReadToAsync("'>");
        await component.SendAsync("<stream:stream xmlns='jabber:component:connect' xmlns:stream='http://etherx.jabber.org/streams'>");
        await component.ReadToAsync("<bad-format");
        Assert.DoesNotContain("handshake", await component.ReadToEndAsync(), StringComparison.Ordinal);
    }

    // The clock stands still: it moves by tenths of a second until the server is here again.
    private static async Task<(ComponentConnection Component, TimeSpan After)> AdvanceUntilAcceptedAsync(ComponentRig rig, Listening listening)
    {
        var accepted = listening.AcceptAsync();
        var after = TimeSpan.Zero;
        while (!accepted.IsCompleted)
        {
            Assert.True(after < TimeSpan.FromMinutes(2), "the server does not come back");
            // What it does between two steps goes on in the pool.
            for (int turn = 0; turn < 500 && !accepted.IsCompleted; turn++)
            {
                await Task.Yield();
            }
            if (!accepted.IsCompleted)
            {
                rig.Clock.Advance(TimeSpan.FromMilliseconds(100));
                after += TimeSpan.FromMilliseconds(100);
            }
        }
        return (await accepted, after);
    }

    /// <summary>A component that listens: each connection of the server's is handed to the test.</summary>
    private sealed class Listening : IComponentConnector
    {
        private readonly Channel<ComponentConnection> _accepted = Channel.CreateBounded<ComponentConnection>(16);

        public async ValueTask<Transport> ConnectAsync(ComponentOptions component, CancellationToken cancel)
        {
            var (transport, wire) = MemoryTransport.Connect();
            await _accepted.Writer.WriteAsync(new ComponentConnection(wire, "gateway.example.org"), cancel);
            return transport;
        }

        public Task<ComponentConnection> AcceptAsync() => _accepted.Reader.ReadAsync().AsTask().WaitAsync(ComponentConnection.Patience);
    }
}
