// How a listener speaks TLS, apart from the certificate.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Net;

/// <summary>Listeners with equal profiles share a certificate's OpenSSL context (SSL_CTX), which is most of what a connection would else cost.</summary>
internal readonly record struct TlsProfile(string ApplicationProtocols, bool RequestClientCertificate)
{
    public static TlsProfile For(ListenerOptions options) => new(
        // STARTTLS has named the protocol already: ALPN is for direct TLS (XEP-0368 §4).
        options.Security == ListenerSecurity.DirectTls ? string.Join(' ', options.ApplicationProtocols) : "",
        options.RequestClientCertificate);

    /// <summary>
    /// No cipher policy is set: for TLS 1.2 the runtime's own list is ECDHE only, and with a <see cref="CipherSuitesPolicy"/> the runtime would
    /// make a context for each connection, as it would without <c>AllowTlsResume</c>.
    /// </summary>
    public SslServerAuthenticationOptions OptionsWith(SslStreamCertificateContext certificate)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
            AllowTlsResume = true,
        };
        if (ApplicationProtocols.Length > 0)
            options.ApplicationProtocols = [.. ApplicationProtocols.Split(' ').Select(name => new SslApplicationProtocol(name))];
        if (RequestClientCertificate)
        {
            options.ClientCertificateRequired = true;
#pragma warning disable CA5359 // judged where its use is known (SASL EXTERNAL, server to server); here only nothing may be fetched for it
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                DisableCertificateDownloads = true,
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationFlags = X509VerificationFlags.AllFlags,
            };
        }
        return options;
    }
}
