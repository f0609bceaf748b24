// How a client makes its channel secure and whom it believes.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Client;

/// <summary>The TLS of a client. By default the server's certificate must be valid, for the account's host, by the system's authorities.</summary>
public sealed record ClientTls
{
    /// <summary>TLS from the first byte (XEP-0368) instead of STARTTLS.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Authorities to believe instead of the system's, such as that of <c>serve --dev</c>.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    /// <summary>Decides instead of the rules above: whether to believe this certificate, given what is wrong with it.</summary>
    public Func<X509Certificate2?, SslPolicyErrors, bool>? Check { get; init; }

    /// <summary>Our own certificate with its private key; the login then uses EXTERNAL where the server offers it (XEP-0178).</summary>
    public X509Certificate2? Certificate { get; init; }

    internal SslClientAuthenticationOptions For(string domain) => new()
    {
        TargetHost = domain,
        // RFC 8996: nothing older.
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        ApplicationProtocols = IsDirect ? [new SslApplicationProtocol("xmpp-client")] : null,
        ClientCertificates = Certificate is null ? null : [Certificate],
        CertificateChainPolicy = Roots is null ? null : RootsOnly(Roots),
        RemoteCertificateValidationCallback = Check is { } check
            ? (_, certificate, _, errors) => check(certificate as X509Certificate2, errors)
            : null,
    };

    private static X509ChainPolicy RootsOnly(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
