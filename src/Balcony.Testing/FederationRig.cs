// Two servers in memory that federate, with one account each.
using Balcony.Client;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Federation;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Testing;

/// <summary>romeo@montague.lit and juliet@capulet.lit, each on a server of its own, on one clock.</summary>
public sealed class FederationRig : IAsyncDisposable
{
    // A guard, not a wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int CalmLooks = 3;

    public const string Password = "secret password";

    private readonly ServerMetrics _metrics = new();
    private readonly List<(BalconyServer Server, MemoryTransport Transport, Task Serving)> _connections = [];

    public TestClock Clock { get; } = new();

    public MemoryPeers Network { get; } = new();

    public LoggedErrors Errors { get; } = new();

    public MemoryServer Montague { get; private set; } = null!;

    public MemoryServer Capulet { get; private set; } = null!;

    /// <param name="links">What their links may do.</param>
    /// <param name="components">Those of capulet.lit.</param>
    public static async Task<FederationRig> StartAsync(LinkOptions? links = null, IReadOnlyDictionary<BareJid, ComponentOptions>? components = null)
    {
        var rig = new FederationRig();
        rig.Montague = await rig.MakeAsync("montague.lit", "romeo", links, null);
        rig.Capulet = await rig.MakeAsync("capulet.lit", "juliet", links, components);
        return rig;
    }

    /// <summary>The servers have done all that they can before the clock moves.</summary>
    public bool IsAtRest => _connections.TrueForAll(connection => connection.Transport.IsIdle || connection.Serving.IsCompleted)
        && Network.IsIdle && Montague.Server.AreLinksAtRest(_ => false) && Capulet.Server.AreLinksAtRest(_ => false);

    /// <summary>Waits for that: the clock may move only while nothing else does, or deadlines pass because this machine is slow.</summary>
    public async Task RestAsync()
    {
        long began = TimeProvider.System.GetTimestamp();
        // What is under way on other threads comes to nobody's notice in between: it is looked at more than once.
        for (int calm = 0; calm < CalmLooks; calm = IsAtRest ? calm + 1 : 0)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("the servers do not come to rest");
            await Task.Yield();
        }
    }

    /// <summary>The server of capulet.lit drops everything, and is made again over what it stored.</summary>
    public async Task CrashCapuletAsync() => Capulet = await CrashAsync(Capulet);

    /// <summary>The same of montague.lit.</summary>
    public async Task CrashMontagueAsync() => Montague = await CrashAsync(Montague);

    private async Task<MemoryServer> CrashAsync(MemoryServer crashed)
    {
        Network.SetSilent(crashed.Host, true);
        Network.CutAll();
        await crashed.Server.DisposeAsync();
        // Nobody ends what a client has with it any more.
        foreach (var (_, transport, _) in _connections.Where(one => one.Server == crashed.Server)) transport.Abort();
        // The dead commit nothing: what it was doing is done before there is another.
        long began = TimeProvider.System.GetTimestamp();
        do
        {
            // Also what was connecting when it died.
            Network.CutAll();
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("the server that crashed goes on");
            await Task.Yield();
        }
        while (crashed.Server.PeerStreams > 0);
        var next = new BalconyServer(crashed.Settings, crashed.Storage, crashed.Accounts, Clock, Errors, _metrics, Network.Parts);
        await next.BeginFederationAsync();
        foreach (var ours in next.RoomDomains.Append(crashed.Host)) Network.Set(ours, next);
        Network.SetSilent(crashed.Host, false);
        return crashed with { Server = next };
    }

    /// <summary>What both wrote into their diaries, for a test that fails.</summary>
    public string Story => string.Join('\n', new[] { (Montague, Capulet), (Capulet, Montague) }.SelectMany(one =>
        one.Item1.Server.Diary!.Of(new LinkKey(one.Item1.Host, one.Item2.Host)).Reverse().SelectMany(attempt =>
            attempt.Steps.Select(step => $"{step.At:mm:ss.fff} {one.Item1.Host} {(attempt.IsOutgoing ? "out" : "in ")} {step.What}: {step.Outcome}")
                .Append($"{attempt.Ended:mm:ss.fff} {one.Item1.Host} {(attempt.IsOutgoing ? "out" : "in ")} end: {attempt.Code}"))));

    /// <summary>A client that is logged in and available.</summary>
    public async Task<XmppClient> LogInAsync(MemoryServer server)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _connections.Add((server.Server, transport, server.Server.ServeAsync(transport)));
        var client = await XmppClient.ConnectAsync(new XmppClientOptions { Account = server.Account, Password = Password }, new WireClientTransport(wire));
        await client.SendAsync(Stanza.Read(XmlElement.Parse("<presence/>"u8)));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, transport, _) in _connections) transport.Abort();
        Network.CutAll();
        await Montague.DisposeAsync();
        await Capulet.DisposeAsync();
        _metrics.Dispose();
    }

    private async Task<MemoryServer> MakeAsync(string domain, string name, LinkOptions? links, IReadOnlyDictionary<BareJid, ComponentOptions>? components)
    {
        var host = BareJid.Parse(domain);
        var disk = new FaultPlan();
        var storage = new MemoryStorage(disk);
        var accounts = await AccountDirectory.OpenAsync(storage, [host], new PasswordOptions { Iterations = 4_096 }, Clock);
        var account = BareJid.Create(name, domain);
        await accounts.CreateAsync(account, Password);
        var settings = new ServerSettings
        {
            Hosts = [host],
            Components = components ?? new Dictionary<BareJid, ComponentOptions>(),
            Federation = new FederationSettings { Server = new FederationOptions { Links = links ?? new LinkOptions() } },
        };
        var server = new BalconyServer(settings, storage, accounts, Clock, Errors, _metrics, Network.Parts);
        await server.BeginFederationAsync();
        foreach (var ours in settings.Components.Keys.Concat(server.RoomDomains).Append(host)) Network.Set(ours, server);
        return new MemoryServer(host, account, server, accounts, storage, settings, disk);
    }
}

/// <summary>One of them.</summary>
public sealed record MemoryServer(BareJid Host, BareJid Account, BalconyServer Server, AccountDirectory Accounts, MemoryStorage Storage, ServerSettings Settings,
    FaultPlan Disk) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Accounts.Dispose();
        await Storage.DisposeAsync();
    }
}
