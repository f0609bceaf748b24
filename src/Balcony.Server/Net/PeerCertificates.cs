// What a peer showed in the handshake: kept as bytes, read when it is judged.
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Net;

/// <summary>
/// The certificate that a peer presented and what it sent besides, not judged. A certificate that was read holds ten times as much memory as its bytes, in OpenSSL and here, and
/// is looked at once or twice in the life of a connection.
/// </summary>
public sealed class PeerCertificates
{
    private readonly byte[] _leaf;
    private readonly byte[][] _chain;

    private PeerCertificates(byte[] leaf, byte[][] chain) => (_leaf, _chain) = (leaf, chain);

    /// <summary>Keeps copies.</summary>
    public static PeerCertificates Of(X509Certificate2 leaf, IEnumerable<X509Certificate2> chain)
    {
        var own = leaf.RawDataMemory;
        // On some sides and versions the runtime has the leaf among them.
        return new PeerCertificates(own.ToArray(), [.. chain.Select(link => link.RawDataMemory).Where(link => !link.Span.SequenceEqual(own.Span)).Select(link => link.ToArray())]);
    }

    /// <summary>Reads them; the caller disposes what it gets.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">They cannot be read.</exception>
    public ShownCertificates Read() => new(X509CertificateLoader.LoadCertificate(_leaf), [.. _chain.Select(X509CertificateLoader.LoadCertificate)]);
}

/// <summary>Certificates as they were read.</summary>
/// <param name="Leaf">What the peer presented.</param>
/// <param name="Chain">What it sent besides, in its order.</param>
public sealed record ShownCertificates(X509Certificate2 Leaf, IReadOnlyList<X509Certificate2> Chain) : IDisposable
{
    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var link in Chain)
        {
            link.Dispose();
        }
    }
}
