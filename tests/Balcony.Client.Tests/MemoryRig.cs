// A client and a scripted server in memory, with a clock that stands still.
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Client.Tests;

#pragma warning disable CA1001 // the client owns the wire and disposes it
internal sealed class MemoryRig
#pragma warning restore CA1001
{
    private readonly Wire _wire;

    public MemoryRig()
    {
        var (end, wire) = MemoryTransport.Connect();
        End = end;
        _wire = wire;
        Server = new ScriptedServer(
            buffer => end.ReadAsync(buffer, TestContext.Current.CancellationToken),
            bytes => end.WriteAsync(bytes, TestContext.Current.CancellationToken),
            () => end.StartTlsAsync(TestContext.Current.CancellationToken));
    }

    public TestClock Clock { get; } = new();

    public MemoryTransport End { get; }

    public ScriptedServer Server { get; }

    public XmppClientOptions Options => new() { Account = BareJid.Parse("user@example.org"), Password = "pencil", Resource = "balcony", Clock = Clock };

    public Task<XmppClient> ConnectAsync(XmppClientOptions? options = null) =>
        XmppClient.ConnectAsync(options ?? Options, new WireClientTransport(_wire), TestContext.Current.CancellationToken);

    /// <summary>A client that is logged in, and the server behind it.</summary>
    public static async Task<(XmppClient Client, MemoryRig Rig)> LoggedInAsync(Func<XmppClientOptions, XmppClientOptions>? change = null)
    {
        var rig = new MemoryRig();
        var connecting = rig.ConnectAsync(change?.Invoke(rig.Options) ?? rig.Options);
        await rig.Server.SecureAsync();
        await rig.Server.LogInAsync(ChannelBindings.None, "SCRAM-SHA-1");
        return (await connecting, rig);
    }
}
