// A host's certificate, chain and key, ready for handshakes.
using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

/// <summary>Where a host's certificate (leaf first, then the chain) and its unencrypted key are, as PEM. One file may hold both.</summary>
public sealed record HostCertificateFiles(string Host, string CertificatePath, string KeyPath)
{
    /// <summary>Whether the authority's word that the certificate holds is fetched and presented with it, where the certificate names somebody to ask (OCSP stapling).</summary>
    public bool IsStapled { get; init; }

    /// <summary>They are another host's, used for a service below it as well.</summary>
    public bool IsShared { get; init; }
}

/// <summary>Immutable; connections that began with it keep it when the files change.</summary>
public sealed class HostCertificate
{
    private readonly ConcurrentDictionary<TlsProfile, SslServerAuthenticationOptions> _options = new();

    private SslStreamCertificateContext? _asClient;
    private CertificateNames? _names;

    private HostCertificate(X509Certificate2 leaf, X509Certificate2Collection chain, bool isStapled)
    {
        Leaf = leaf;
        Chain = chain;
        IsStapled = isStapled && CertificateContext.NamesResponder(leaf);
    }

    public X509Certificate2 Leaf { get; }

    /// <summary>The certificates between the leaf and its root, as the file has them.</summary>
    public X509Certificate2Collection Chain { get; }

    /// <summary>Whose it is.</summary>
    internal CertificateNames Names => _names ??= CertificateNames.Of(Leaf);

    /// <summary>OCSP answers about it are presented as well, as far as they can be had.</summary>
    public bool IsStapled { get; }

    public DateTimeOffset NotBefore => new(Leaf.NotBefore.ToUniversalTime());

    public DateTimeOffset NotAfter => new(Leaf.NotAfter.ToUniversalTime());

    /// <exception cref="CryptographicException">The files hold no certificate or key, or the key is another certificate's.</exception>
    /// <exception cref="IOException">They cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static HostCertificate Load(string certificatePath, string keyPath, bool isStapled = false)
    {
        var certificates = File.ReadAllText(certificatePath);
        var key = File.ReadAllText(keyPath);
        if (key.Contains("ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)) throw new CryptographicException("The key is encrypted.");
        try
        {
            var leaf = X509Certificate2.CreateFromPem(certificates, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificates);
            chain.RemoveAt(0);
            return new HostCertificate(leaf, chain, isStapled);
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException(e.Message, e);
        }
    }

    internal bool IsSameAs(HostCertificate other) =>
        IsStapled == other.IsStapled
        && Leaf.RawDataMemory.Span.SequenceEqual(other.Leaf.RawDataMemory.Span)
        && Chain.Select(link => link.Thumbprint).SequenceEqual(other.Chain.Select(link => link.Thumbprint));

    /// <summary>For connections that we open.</summary>
    internal SslStreamCertificateContext AsClient => _asClient ??= CertificateContext.Create(Leaf, Chain);

    // One context for each profile: an SSL_CTX holds its ALPN and client certificate settings from the first handshake on.
    internal SslServerAuthenticationOptions OptionsFor(TlsProfile profile) =>
        _options.GetOrAdd(profile, static (profile, certificate) => profile.OptionsWith(certificate.NewContext()), this);

    // A client's certificate is presented without: the runtime does not offer that, and no server of today asks for it.
    private SslStreamCertificateContext NewContext() => IsStapled ? CertificateContext.CreateStapling(Leaf, Chain) : CertificateContext.Create(Leaf, Chain);
}
