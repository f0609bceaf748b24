// Our server (capulet.example) and another one (montague.example), that find each other by a DNS of their own, over wires that can be cut.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

internal sealed class Neighbours : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SmallDns _dns = new();
    private readonly TestAuthority _authority;
    private readonly TestAuthority _stranger = new();
    private readonly int _serverPort = BalconyProcess.FreePort();
    private readonly int _serverTlsPort = BalconyProcess.FreePort();

    private Neighbours(NeighbourOptions options)
    {
        // ejabberd believes no server whose certificate is not for clients, too.
        _authority = new TestAuthority { IsForClients = options is { IsEjabberd: true, IsForServersOnly: false } };
        var loopback = options.IsIPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        Other = options.IsEjabberd
            ? new EjabberdPeer { DnsPort = _dns.Port, Trusted = _authority, Issuer = options.IsStranger ? _stranger : null, HasDialback = options.HasDialback }
            : new ProsodyPeer
            {
                DnsPort = _dns.Port,
                Trusted = _authority,
                Issuer = options.IsStranger ? _stranger : null,
                HasDialback = options.HasDialback,
                IsBidirectional = options.IsBidirectional,
            };
        ToUs = new TcpRelay(new IPEndPoint(loopback, options.IsDirectTls ? _serverTlsPort : _serverPort));
        ToThem = new TcpRelay(new IPEndPoint(loopback, options.IsDirectTls ? Other.ServerTlsPort : Other.ServerPort));
        var service = options.IsDirectTls ? "_xmpps-server" : "_xmpp-server";
        // ejabberd has this name's address from elsewhere.
        var host = options.IsEjabberd ? "localhost" : "host.test.example";
        _dns.AddAddress(host, loopback);
        _dns.AddService(service, BalconyProcess.Domain, host, ToUs.Port);
        _dns.AddService(service, PeerServer.Domain, host, ToThem.Port);
        _dns.AddService(service, $"conference.{BalconyProcess.Domain}", host, ToUs.Port);
        _dns.AddService(service, $"conference.{PeerServer.Domain}", host, ToThem.Port);
        Ours = new BalconyProcess
        {
            Authority = _authority,
            MoreForHost = $"    trust: [{Path.Combine(Other.Folder, "trusted.pem")}]",
            MoreSections = $"""
                resolver:
                  servers: ["127.0.0.1:{_dns.Port}"]
                  validation: off
                federation:
                  trust: {(options.TrustsDialback ? "dialback" : "verified")}
                  revocation: off
                  links:
                    retryAfter: 200ms
                    retryAtLeastEvery: 1s
                    giveUpAfter: {(int)options.GivesUpAfter.TotalSeconds}s

                """,
            MoreListeners = $$"""
                  - { address: "{{loopback}}", port: {{_serverPort}}, kind: server }
                  - { address: "{{loopback}}", port: {{_serverTlsPort}}, kind: server-tls }
                """,
        };
    }

    public BalconyProcess Ours { get; }

    public PeerServer Other { get; }

    public TcpRelay ToUs { get; }

    public TcpRelay ToThem { get; }

    public static async Task<Neighbours> StartAsync(NeighbourOptions options)
    {
        var neighbours = new Neighbours(options);
        try
        {
            // Ours reads the certificates that the other one writes.
            await neighbours.Other.StartAsync();
            await neighbours.Ours.InitializeAsync();
            return neighbours;
        }
        catch
        {
            await neighbours.DisposeAsync();
            throw;
        }
    }

    public Task<SlixmppPeer> OurClientAsync(string local, string until = "ready") => SlixmppPeer.LoginAsync(Ours, local, until);

    public Task<SlixmppPeer> TheirClientAsync(string local, string until = "ready") => SlixmppPeer.LoginAsync(Other.ConnectionArguments, local, until);

    /// <summary>One conversation between romeo of ours and juliet of theirs, in tests/clients/slixmpp_federation.py.</summary>
    public Task CheckAsync(string check) => CheckAsync("slixmpp_federation.py", [check]);

    /// <summary>Conversations in a script of tests/clients.</summary>
    /// <param name="script">Which.</param>
    /// <param name="checks">Their names.</param>
    /// <param name="more">Arguments of the script's own.</param>
    public async Task CheckAsync(string script, string[] checks, params string[] more)
    {
        var run = await ClientProgram.RunAsync(
            "/usr/bin/python3",
            [
                "-B", Checkout.ClientScript(script), .. checks, "--exact-names", .. SlixmppPeer.ConnectionArguments(Ours),
                "--other-domain", PeerServer.Domain, "--other-starttls-port", Other.ClientPort.ToString(CultureInfo.InvariantCulture),
                "--other-ca", Path.Combine(Other.Folder, "ca.pem"), .. more,
            ]);
        Assert.True(
            run.ExitCode == 0 && checks.All(check => run.Output.Contains($"ok {check}", StringComparison.Ordinal)),
            $"exit code {run.ExitCode}:\n{run.Output}\n{await TellAsync()}");
    }

    /// <summary>What our diary says of the peer: one line for each step, in both directions.</summary>
    public async Task<JsonElement> DiaryAsync()
    {
        var run = await ClientProgram.RunAsync(Checkout.Command, ["federation", "show", PeerServer.Domain, "--output", "json", "--config", Ours.ConfigurationFile]);
        // Nothing happened yet: it says that, with an exit code of its own.
        return JsonDocument.Parse(run.Output).RootElement.Clone();
    }

    /// <summary>Waits until the diary has this in it.</summary>
    public async Task DiarySaysAsync(params string[] texts)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var diary = (await DiaryAsync()).GetRawText();
            if (texts.All(text => diary.Contains(text, StringComparison.Ordinal))) return;
            Assert.True(waited.Elapsed < Patience, $"the diary lacks one of '{string.Join("', '", texts)}':\n{diary}");
        }
    }

    /// <summary>For the message of a failing test.</summary>
    public async Task<string> TellAsync() => $"Our log:\n{Ours.Log}\nOur diary:\n{(await DiaryAsync()).GetRawText()}\nTheir log:\n{Other.Log}";

    public async ValueTask DisposeAsync()
    {
        await Ours.DisposeAsync();
        await Other.DisposeAsync();
        await ToUs.DisposeAsync();
        await ToThem.DisposeAsync();
        await _dns.DisposeAsync();
        _authority.Dispose();
        _stranger.Dispose();
    }
}

internal sealed record NeighbourOptions
{
    public bool IsEjabberd { get; init; }

    /// <summary>Prosody has XEP-0288.</summary>
    public bool IsBidirectional { get; init; } = true;

    /// <summary>The other server's certificate is of an authority that we do not believe.</summary>
    public bool IsStranger { get; init; }

    /// <summary>The other server speaks dialback.</summary>
    public bool HasDialback { get; init; }

    /// <summary>Our policy lets it.</summary>
    public bool TrustsDialback { get; init; }

    /// <summary>Certificates are not for clients, not even for those that are servers.</summary>
    public bool IsForServersOnly { get; init; }

    /// <summary>XEP-0368, both ways.</summary>
    public bool IsDirectTls { get; init; }

    public bool IsIPv6 { get; init; }

    /// <summary>How long our server waits for one that is away.</summary>
    public TimeSpan GivesUpAfter { get; init; } = TimeSpan.FromMinutes(2);
}
