// Finds peers by DNS (RFC 6120 §3.2, XEP-0368) and connects to them by TCP (RFC 8305).
using System.Net;
using System.Net.Sockets;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation;

/// <summary>Any thread may call.</summary>
/// <param name="resolver">Whom to ask; the caller disposes it.</param>
/// <param name="limits">Time for handshakes and closing, keepalives.</param>
/// <param name="links">Time for connecting.</param>
/// <param name="clock">The time.</param>
public sealed class InternetPeers(IDnsResolver resolver, NetLimits limits, LinkOptions links, TimeProvider clock) : IPeerNetwork, IDisposable
{
    private readonly BurstTrim _trim = new(clock);
    private readonly HappyEyeballsOptions _race = new() { AttemptTimeout = links.ConnectWithin };

    public async ValueTask<PeerRoute> FindAsync(BareJid peer, CancellationToken cancel)
    {
        var found = await ServiceLookup.FindAsync(resolver, peer.Domain, ServiceKind.Server, cancel).ConfigureAwait(false);
        List<string> steps =
        [
            .. found.Answers.Select(Describe),
            .. found.Notes,
            .. found.IsFallback ? ["no SRV records: the domain itself, port 5269"] : Array.Empty<string>(),
        ];
        return new PeerRoute(found.Targets, found.Failure, IsFinal: !found.IsTemporary, steps) { IsBogus = found.Security == DnsSecurity.Bogus };
    }

    public async ValueTask<PeerConnection> ConnectAsync(ServiceTarget target, CancellationToken cancel)
    {
        var found = await HappyEyeballs.ConnectAsync(
            resolver, target.Host, (address, stop) => DialAsync(new IPEndPoint(address, target.Port), stop), clock, _race, cancel).ConfigureAwait(false);
        if (found.IsConnected)
        {
            return new PeerConnection(
                new ConnectedTransport(found.Connection, new IPEndPoint(found.Address, target.Port), limits, clock, _trim), found.Address, found.IsAddressSecure);
        }
        string why = found.Attempts.Count > 0
            ? string.Join("; ", found.Attempts.Select(attempt => $"{attempt.Address}: {attempt.Fault?.Message ?? "called off"}"))
            : found.Lookup.Failure ?? "it has no address";
        string problem = $"{target} could not be reached: {why}";
        if (found.Lookup.Code == DnsCode.Bogus) throw new BogusAddressException(problem);
        throw found.Lookup.Code is DnsCode.NxDomain or DnsCode.NoData ? new NoAddressException(problem) : new IOException(problem);
    }

    public void Dispose() => _trim.Dispose();

    private async ValueTask<Socket> DialAsync(IPEndPoint endPoint, CancellationToken cancel)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            ListeningSocket.Configure(socket, limits);
            await socket.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Describe(DnsAnswer answer)
    {
        string what = answer.Services.Count > 0
            ? string.Join(", ", answer.Services.Take(4).Select(record => $"{record.Priority} {record.Weight} {record.Port} {record.Target}"))
            : answer.Code.ToString();
        return $"{answer.Name} {answer.Type}: {what} ({answer.Security.ToString().ToLowerInvariant()})";
    }
}
