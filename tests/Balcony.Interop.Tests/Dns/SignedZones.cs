// The zones that the tests of this folder ask about: one server for all of a class.
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Interop.Tests.Dns;

public sealed class SignedZones : IAsyncLifetime
{
    private NameServer? _server;

    internal NameServer Server => _server!;

    /// <summary>A resolver that knows the root's key.</summary>
    internal DnsOptions Options => new() { Servers = [Server.EndPoint], TrustAnchors = [Server.Anchor], HostsFile = null };

    public async ValueTask InitializeAsync() => _server = await NameServer.StartAsync(
        new Zone("lit", Records("lit"), Signing.Signed),
        new Zone("hashed", Records("hashed"), Signing.SignedNsec3),
        new Zone("plain", Records("plain"), Signing.None),
        new Zone("expired", Records("expired"), Signing.Expired),
        new Zone("stripped", Records("stripped"), Signing.Stripped),
        new Zone("test", Records("test"), Signing.Signed));

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    private static string Records(string zone) => $"""
        capulet A 192.0.2.1
        capulet AAAA 2001:db8::1
        _xmpp-server._tcp.capulet SRV 10 50 5269 xmpp.capulet
        _xmpp-server._tcp.capulet SRV 30 0 5299 backup.capulet
        _xmpps-server._tcp.capulet SRV 20 0 5270 xmpp.capulet
        xmpp.capulet A 192.0.2.2
        xmpp.capulet AAAA 2001:db8::2
        backup.capulet A 192.0.2.3
        _5269._tcp.xmpp.capulet TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        _xmpp-server._tcp.absent SRV 0 0 0 .
        xn--bcher-kva A 192.0.2.4
        _xmpp-server._tcp.xn--bcher-kva SRV 1 1 5269 xn--bcher-kva
        alias CNAME capulet
        elsewhere CNAME capulet.{(zone == "plain" ? "lit" : "plain")}.
        _xmpp-server._tcp.alias CNAME _xmpp-server._tcp.capulet
        {string.Join('\n', Enumerable.Range(0, 40).Select(number => $"large TXT \"{number:D3} {new string('x', 100)}\""))}
        """;
}
