// Two sessions on a server in memory, for measuring the way of a message from one to the other.
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing;

/// <summary>Romeo writes to Juliet; both are available. One thread.</summary>
public sealed class RoutingRig : IAsyncDisposable
{
    private readonly MemoryStorage _storage = new();
    private readonly ServerMetrics _metrics = new();
    private readonly LoggedErrors _errors = new();
    private readonly FedTransport _romeo = new();
    private readonly FedTransport _juliet = new();
    private readonly List<Task> _serving = [];
    private AccountDirectory? _accounts;
    private BalconyServer? _server;

    private RoutingRig() { }

    /// <summary>What the server logged as an error.</summary>
    public IReadOnlyList<string> Errors => _errors.All;

    /// <summary>A server with both sessions.</summary>
    public static async Task<RoutingRig> StartAsync()
    {
        var rig = new RoutingRig();
        var host = BareJid.Parse("example.org");
        rig._accounts = await AccountDirectory.OpenAsync(rig._storage, [host], new PasswordOptions { Iterations = 4_096 }, TimeProvider.System);
        var settings = new ServerSettings
        {
            Hosts = [host],
            Limits = new StreamLimits { BytesPerSecond = 0 },
            // What the ledger costs is measured for itself.
            Modules = new Dictionary<string, bool> { ["mam"] = false },
        };
        rig._server = new BalconyServer(settings, rig._storage, rig._accounts, TimeProvider.System, rig._errors, rig._metrics);
        await rig.LogInAsync(rig._romeo, "romeo");
        await rig.LogInAsync(rig._juliet, "juliet");
        return rig;
    }

    /// <summary>A message of Romeo's as he sends it.</summary>
    public static byte[] Message(int bodyBytes) => Encoding.UTF8.GetBytes(
        $"<message to='juliet@example.org/balcony' type='chat' id='ktx72v49'><body>{new string('a', bodyBytes)}</body></message>");

    /// <summary>Routes it: it has been written to Juliet's connection when this returns.</summary>
    /// <returns>The bytes that were written to her.</returns>
    public long Route(ReadOnlyMemory<byte> message)
    {
        var before = _juliet.Written;
        _romeo.Feed(message);
        return _juliet.Written - before;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _romeo.Abort();
        _juliet.Abort();
        await Task.WhenAll(_serving);
        _accounts?.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
    }

    private async Task LogInAsync(FedTransport transport, string name)
    {
        const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>";
        await _accounts!.CreateAsync(BareJid.Create(name, "example.org"), "secret password");
        _serving.Add(_server!.ServeAsync(transport));
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{name}\0secret password"));
        await transport.AskAsync(Header, "</stream:features>");
        await transport.AskAsync($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>", "<success");
        await transport.AskAsync(Header, "</stream:features>");
        var resource = name == "juliet" ? "balcony" : "orchard";
        await transport.AskAsync($"<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{resource}</resource></bind></iq>", "</iq>");
        await transport.AskAsync("<presence/>", "<presence");
        transport.Listens = false;
    }
}
