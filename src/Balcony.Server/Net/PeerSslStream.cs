// An SslStream that remembers which certificates the peer sent.
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Net;

/// <summary>The runtime hands them to the validation callback only. Whether they are believed is decided later, where it is known who the peer says it is.</summary>
internal sealed class PeerSslStream(Stream inner) : SslStream(inner, leaveInnerStreamOpen: false)
{
    // A chain longer than this is none; what more is sent is not kept.
    private const int MaxChain = 16;

    private PeerCertificates? _peer;

    /// <summary>Accepts every certificate, and remembers it with the ones behind it. Nothing is fetched for it.</summary>
#pragma warning disable CA5359 // judged where its use is known: SASL EXTERNAL, between servers
    public static RemoteCertificateValidationCallback Remember { get; } = static (sender, certificate, chain, _) =>
    {
        if (sender is PeerSslStream stream && certificate is X509Certificate2 leaf)
        {
            // The originals go with the handshake.
            stream._peer = PeerCertificates.Of(leaf, chain?.ChainPolicy.ExtraStore.Take(MaxChain + 1) ?? []);
        }
        return true;
    };
#pragma warning restore CA5359

    /// <summary>What the peer showed, when the handshake is done; null: nothing. The runtime's own copy is let go.</summary>
    public PeerCertificates? TakePeer()
    {
        RemoteCertificate?.Dispose();
        return _peer;
    }

    /// <summary>With this the runtime builds no chain of its own that could fetch anything.</summary>
    public static X509ChainPolicy NoFetching() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        VerificationFlags = X509VerificationFlags.AllFlags,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
    };
}
