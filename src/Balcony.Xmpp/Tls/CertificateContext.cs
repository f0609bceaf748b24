// A server's certificate for SslStream, without the detour of verifying it first.
using System.Collections.ObjectModel;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

public static class CertificateContext
{
    /// <summary>Presents <paramref name="leaf"/>, which has its private key, and then <paramref name="chain"/> in its order, without roots.</summary>
    /// <remarks>Neither missing intermediates nor OCSP answers are fetched from the addresses that a certificate names.</remarks>
    public static SslStreamCertificateContext Create(X509Certificate2 leaf, X509Certificate2Collection chain)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                // A root is the verifier's to have (RFC 8446 §4.4.2).
                return New(leaf, chain.Where(link => link.Subject != link.Issuer).ToList().AsReadOnly(), null);
            }
            catch (MissingMethodException)
            {
                // Another runtime. The public way does the same, but reads all of the system's roots for it: 70 ms and 4 MB.
            }
        }
        return SslStreamCertificateContext.Create(leaf, chain, offline: true);
    }

    /// <summary>As <see cref="Create"/>; where <paramref name="leaf"/> names an OCSP responder, its answer is presented, too (RFC 6066 §8).</summary>
    /// <remarks>
    /// The runtime asks, now and from time to time, and no handshake waits for it: until there is an answer nothing is stapled. It wants to know the whole
    /// chain: where the system and <paramref name="chain"/> have no root for it, nothing is stapled either.
    /// </remarks>
    public static SslStreamCertificateContext CreateStapling(X509Certificate2 leaf, X509Certificate2Collection chain) =>
        NamesResponder(leaf) && IsComplete(leaf, chain) ? SslStreamCertificateContext.Create(leaf, chain, offline: false) : Create(leaf, chain);

    /// <summary>Whether the certificate says whom to ask by OCSP, over http (RFC 5280 §4.2.2.1, RFC 6960 Appendix A).</summary>
    public static bool NamesResponder(X509Certificate2 certificate)
    {
        try
        {
            return certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>()
                .Any(access => access.EnumerateOcspUris().Any(uri => uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase)));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // What the runtime presents is the way that it finds itself, and where it finds none it fetches what is missing, while the handshake waits:
    // only a chain that is whole, and the same as the operator's, is left to it.
    private static bool IsComplete(X509Certificate2 leaf, X509Certificate2Collection chain)
    {
        using var way = new X509Chain();
        way.ChainPolicy.DisableCertificateDownloads = true;
        way.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        way.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        way.ChainPolicy.ExtraStore.AddRange(chain);
        way.Build(leaf);
        var links = way.ChainElements.Select(element => element.Certificate).ToList();
        var isComplete = links.Count > 1 && IsRoot(links[^1])
            && links.Skip(1).SkipLast(1).Select(link => link.Thumbprint).SequenceEqual(chain.Where(link => !IsRoot(link)).Select(link => link.Thumbprint));
        foreach (var link in links) link.Dispose();
        return isComplete;
    }

    private static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern SslStreamCertificateContext New(
        X509Certificate2 target, ReadOnlyCollection<X509Certificate2> intermediates, SslCertificateTrust? trust);
}
