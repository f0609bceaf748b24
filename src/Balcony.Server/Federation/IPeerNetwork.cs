// How other servers are found and connected to: DNS and TCP, or memory in tests.
using System.Net;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation;

/// <summary>Where to try, in this order.</summary>
/// <param name="Targets">Empty: <paramref name="Problem"/> says why.</param>
/// <param name="Problem">A sentence for the operator; null when there are targets.</param>
/// <param name="IsFinal">The domain has no XMPP server, as far as DNS can say; otherwise it may be asked again.</param>
/// <param name="Steps">What was asked and answered, for the diary.</param>
public sealed record PeerRoute(IReadOnlyList<ServiceTarget> Targets, string? Problem = null, bool IsFinal = false, IReadOnlyList<string>? Steps = null)
{
    /// <summary>There was an answer whose signature is wrong (RFC 4035 §4.3): that is a failure, never "not signed".</summary>
    public bool IsBogus { get; init; }
}

/// <summary>An open connection; who asked for it disposes the transport.</summary>
/// <param name="Address">Null in memory.</param>
/// <param name="IsAddressSecure">Signed DNS has the address.</param>
public sealed record PeerConnection(Transport Transport, IPAddress? Address = null, bool IsAddressSecure = false);

/// <summary>The target has no address, and none will come soon.</summary>
public sealed class NoAddressException(string message) : IOException(message);

/// <summary>The target's addresses are signed, and wrongly.</summary>
public sealed class BogusAddressException(string message) : IOException(message);

/// <summary>Any thread may call.</summary>
public interface IPeerNetwork
{
    /// <summary>Answers always.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    ValueTask<PeerRoute> FindAsync(BareJid peer, CancellationToken cancel);

    /// <summary>Connects to one of the target's addresses.</summary>
    /// <exception cref="NoAddressException">There are none.</exception>
    /// <exception cref="BogusAddressException">They are not to be believed.</exception>
    /// <exception cref="IOException">None could be reached; the message says what was tried.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    ValueTask<PeerConnection> ConnectAsync(ServiceTarget target, CancellationToken cancel);
}
