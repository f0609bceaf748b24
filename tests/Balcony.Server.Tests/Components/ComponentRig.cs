// A server with components in memory, and components as raw connections to it.
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Tests.Components;

internal sealed class ComponentRig : IAsyncDisposable
{
    public const string Secret = "wherefore";

    private readonly ServerMetrics _metrics = new();
    private readonly List<(MemoryTransport Transport, Task Serving)> _connections = [];
    private AccountDirectory? _accounts;

    private ComponentRig()
    {
    }

    public TestClock Clock { get; private init; } = new();

    public LoggedErrors Errors { get; } = new();

    public BalconyServer Server { get; private set; } = null!;

    /// <summary>A server over a storage that may have been another's before.</summary>
    public static async Task<ComponentRig> StartAsync(
        IStorage storage, IReadOnlyDictionary<string, ComponentOptions> components, IComponentConnector? connector = null, TestClock? clock = null)
    {
        var rig = new ComponentRig { Clock = clock ?? new TestClock() };
        BareJid[] hosts = [BareJid.Parse("example.org")];
        rig._accounts = await AccountDirectory.OpenAsync(storage, hosts, new PasswordOptions { Iterations = 4_096 }, rig.Clock);
        var settings = new ServerSettings
        {
            Hosts = hosts,
            Components = components.ToDictionary(entry => BareJid.Parse(entry.Key), entry => entry.Value),
            ComponentConnector = connector,
        };
        // A timestamp of zero stands for none.
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        rig.Server = new BalconyServer(settings, storage, rig._accounts, rig.Clock, rig.Errors, rig._metrics);
        return rig;
    }

    public ComponentConnection Connect(string domain)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _connections.Add((transport, Server.ServeComponentAsync(transport)));
        return new ComponentConnection(wire, domain);
    }

    public async Task<ComponentConnection> JoinAsync(string domain, string secret = Secret)
    {
        var connection = Connect(domain);
        await connection.JoinAsync(secret);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        foreach (var (transport, serving) in _connections)
        {
            transport.Abort();
            await serving.WaitAsync(ComponentConnection.Patience);
        }
        _accounts!.Dispose();
        _metrics.Dispose();
    }
}

/// <summary>What a component writes and reads, as text.</summary>
internal sealed class ComponentConnection(Wire wire, string domain)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StringBuilder _unread = new();
    private readonly byte[] _buffer = new byte[4_096];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

#pragma warning disable CA5350 // the protocol's own choice
    public static string Proof(string streamId, string secret) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(streamId + secret)));
#pragma warning restore CA5350

    public async Task JoinAsync(string secret)
    {
        await SendAsync($"<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='{domain}'>");
        string header = await ReadToAsync("'>");
        string id = header.Split(" id='")[1].Split('\'')[0];
        await SendAsync($"<handshake>{Proof(id, secret)}</handshake>");
        await ReadToAsync("<handshake/>");
    }

    public Task SendAsync(string xml) => wire.WriteAsync(Encoding.UTF8.GetBytes(xml), CancellationToken.None).AsTask().WaitAsync(Patience);

    /// <summary>All up to and with this text; null: the connection ended first.</summary>
    public async Task<string> ReadToAsync(string end)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            string text = _unread.ToString();
            int at = text.IndexOf(end, StringComparison.Ordinal);
            if (at >= 0)
            {
                _unread.Remove(0, at + end.Length);
                return text[..(at + end.Length)];
            }
            int length = await wire.ReadAsync(_buffer, patience.Token);
            if (length == 0)
            {
                throw new EndOfStreamException($"'{end}' did not come, but: {text}");
            }
            var characters = new char[_buffer.Length];
            _unread.Append(characters, 0, _decoder.GetChars(_buffer, 0, length, characters, 0));
        }
    }

    /// <summary>Whether the connection ends, whatever comes before.</summary>
    public async Task<string> ReadToEndAsync()
    {
        try
        {
            await ReadToAsync("\0");
        }
        catch (EndOfStreamException)
        {
            // That is what was asked for.
        }
        return _unread.ToString();
    }

    public ValueTask CloseAsync() => wire.CloseAsync();

    public void Abort() => wire.Abort();
}
