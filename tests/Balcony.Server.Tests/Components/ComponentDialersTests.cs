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
        var next = await ComesBackAsync(rig, listening, TimeSpan.FromSeconds(1), () =>
        {
            component.Abort();
            return Task.CompletedTask;
        });
        Assert.DoesNotContain(rig.Server.Components.List(), one => one.RemoteAddress is not null);
        await next.ReadToAsync("jabber:component:connect");
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
            var refusing = component;
            await refusing.ReadToAsync("'>");
            component = await ComesBackAsync(rig, listening, TimeSpan.FromSeconds(seconds), async () =>
            {
                await refusing.SendAsync(
                    "<stream:stream xmlns='jabber:component:connect' xmlns:stream='http://etherx.jabber.org/streams' id='1'><stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
                await refusing.ReadToAsync("</stream:stream>");
                await refusing.CloseAsync();
            });
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

    // The clock stands still until the server waits for it.
    private static async Task<ComponentConnection> ComesBackAsync(ComponentRig rig, Listening listening, TimeSpan pause, Func<Task> leave)
    {
        int others = rig.Clock.CountDueIn(pause);
        await leave();
        long began = TimeProvider.System.GetTimestamp();
        while (rig.Clock.CountDueIn(pause) == others)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < ComponentConnection.Patience, $"the server does not pause for {pause}");
            await Task.Yield();
        }
        var accepted = listening.AcceptAsync();
        var step = TimeSpan.FromMilliseconds(100);
        rig.Clock.Advance(pause - step);
        Assert.False(accepted.IsCompleted, "the server comes back too soon");
        rig.Clock.Advance(step);
        return await accepted;
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
