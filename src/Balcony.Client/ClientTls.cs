// How a client makes its channel secure and whom it believes.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

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
        CertificateChainPolicy = Policy(Roots),
        RemoteCertificateValidationCallback = Check is { } check
            ? (_, certificate, _, errors) => check(certificate as X509Certificate2, errors)
            : (_, certificate, chain, errors) => IsValid(domain, certificate, chain, errors),
    };

    private static X509ChainPolicy Policy(X509Certificate2Collection? roots)
    {
        // What a server that nobody knows yet names in its certificate is not fetched.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (roots is null) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    // The runtime looks at chain and usage. It believes short keys, SHA-1 and common names, and knows no SRV-ID or xmppAddr (RFC 6120 §13.7.2, RFC 9525).
    private static bool IsValid(string domain, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 leaf || chain is null || (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) != SslPolicyErrors.None) return false;
        if (CertificateNames.Of(leaf).Match(domain, CertificateNames.Client) == CertificateNameKind.None) return false;
        // The last one is the authority's own, judged by whoever believes it.
        return Enumerable.Range(0, Math.Max(1, chain.ChainElements.Count - 1))
            .Select(i => chain.ChainElements[i].Certificate)
            .All(link => KeyStrength.Judge(link).IsStrong && SignatureAlgorithm.Of(link).IsStrong);
    }
}
