// How a listener speaks TLS, apart from the certificate.
using System.Net.Security;
using System.Security.Authentication;
using Balcony.Xmpp.Tls;

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
            options.RemoteCertificateValidationCallback = PeerSslStream.Remember;
            options.CertificateChainPolicy = PeerSslStream.NoFetching();
            // A resumed session would show no certificate: between servers each stream does. Where it can be turned off otherwise, the context is shared (TlsMemory).
            options.AllowTlsResume = TlsSupport.IsTested;
        }
        return options;
    }
}
