// A real TLS handshake in memory, both ends at hand.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Tests.Tls;

internal sealed class TlsPair : IAsyncDisposable
{
    private TlsPair(SslStream server, SslStream client) => (Server, Client) = (server, client);

    public SslStream Server { get; }

    public SslStream Client { get; }

    public static X509Certificate2 Certificate(Func<X500DistinguishedName, CertificateRequest> request) =>
        request(new X500DistinguishedName("CN=example.org"))
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static X509Certificate2 Certificate() =>
        Certificate(name => new CertificateRequest(name, ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256));

    // Both ends are the test.
    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate is null || certificate.Issuer.Length > 0;

    public static async Task<TlsPair> ConnectAsync(SslProtocols protocol, X509Certificate2 certificate, X509Certificate2? clientCertificate = null)
    {
        var (left, right) = MemoryDuplex.Create();
        var pair = new TlsPair(new SslStream(left), new SslStream(right));
        var accepting = pair.Server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            EnabledSslProtocols = protocol,
            ClientCertificateRequired = clientCertificate is not null,
            RemoteCertificateValidationCallback = AcceptAny,
        });
        var connecting = pair.Client.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "example.org",
            EnabledSslProtocols = protocol,
            ClientCertificates = clientCertificate is null ? null : [clientCertificate],
            RemoteCertificateValidationCallback = AcceptAny,
        });
        await Task.WhenAll(accepting, connecting);
        return pair;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }
}
