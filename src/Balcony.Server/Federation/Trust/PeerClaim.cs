// Who a peer says it is, and what it showed for it.
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation.Trust;

/// <summary>What is to be verified. The caller keeps and disposes the certificates.</summary>
public sealed record PeerClaim
{
    /// <summary>The host of ours that it speaks with.</summary>
    public required BareJid Host { get; init; }

    /// <summary>The domain that it says to be, as in a JID.</summary>
    public required string Domain { get; init; }

    /// <summary>Whether we connected to it; otherwise it connected to us.</summary>
    public required bool IsOutgoing { get; init; }

    /// <summary>What it presented; null when it presented nothing.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>What it sent besides, in any order.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; init; } = [];

    /// <summary>What we connected to; null for a peer that connected to us.</summary>
    public ServiceTarget? Target { get; init; }

    /// <summary>Whether the DNS answers with the target's addresses were secure.</summary>
    public bool IsAddressSecure { get; init; }

    /// <summary>Where the connection goes to or comes from.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The OCSP response of the handshake, in DER; empty when there was none.</summary>
    public ReadOnlyMemory<byte> StapledOcsp { get; init; }
}

/// <summary>Any thread may call.</summary>
public interface IPeerVerifier
{
    /// <summary>Answers always: what goes wrong on the way is in the verdict.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    ValueTask<TrustVerdict> VerifyAsync(PeerClaim claim, PeerPolicy policy, CancellationToken cancel);
}
