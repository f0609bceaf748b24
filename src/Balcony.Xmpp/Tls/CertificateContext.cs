// A server's certificate for SslStream, without the detour of verifying it first.
using System.Collections.ObjectModel;
using System.Net.Security;
using System.Runtime.CompilerServices;
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

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern SslStreamCertificateContext New(
        X509Certificate2 target, ReadOnlyCollection<X509Certificate2> intermediates, SslCertificateTrust? trust);
}
