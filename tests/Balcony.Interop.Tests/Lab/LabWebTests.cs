// POSH documents of the lab's web server, fetched as RFC 7711 says.
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabWebTests(LabProcess lab)
{
    [Theory]
    [InlineData("posh", true)]
    [InlineData("posh-redirected", true)]
    [InlineData("posh-wrong", false)]
    public async Task The_document_has_the_fingerprint_or_another(string name, bool isRight)
    {
        using var document = JsonDocument.Parse(await FetchAsync(name));
        using var certificate = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(lab.CertificateOf(name), TestContext.Current.CancellationToken));
        var said = document.RootElement.GetProperty("fingerprints")[0].GetProperty("sha-256").GetString();
        Assert.Equal(isRight, said == Convert.ToBase64String(SHA256.HashData(certificate.RawData)));
    }

    [Fact]
    public async Task A_reference_leads_to_the_document()
    {
        using var reference = JsonDocument.Parse(await FetchAsync("posh-delegated"));
        using var document = JsonDocument.Parse(await FetchAsync("posh-delegated", new Uri(reference.RootElement.GetProperty("url").GetString()!).AbsolutePath));
        Assert.Equal(1, document.RootElement.GetProperty("fingerprints").GetArrayLength());
    }

    [Fact]
    public async Task A_huge_document_is_huge() => Assert.True((await FetchAsync("posh-huge")).Length > 10_000_000);

    [Fact]
    public async Task Redirects_can_have_no_end()
    {
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => FetchAsync("posh-redirect-loop"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, fault.StatusCode);
    }

    [Fact]
    public async Task The_web_servers_own_certificate_can_be_from_nobody()
    {
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => FetchAsync("posh-untrusted-web"));
        Assert.Equal(HttpRequestError.SecureConnectionError, fault.HttpRequestError);
    }

    private async Task<string> FetchAsync(string name, string path = "/.well-known/posh/xmpp-server.json")
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(lab.Authority);
        using var handler = new SocketsHttpHandler
        {
            MaxAutomaticRedirections = 5,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
            },
            // The lab's names are in the lab's DNS only.
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(lab.Web.Address, 443, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler);
        return await http.GetStringAsync(new Uri($"https://{name}.lab.example{path}"), TestContext.Current.CancellationToken);
    }
}
