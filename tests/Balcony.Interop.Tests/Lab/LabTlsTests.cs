// The lab's TLS as OpenSSL's client sees it: old versions and weak keys are really served, and refused only by who refuses them.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabTlsTests(LabProcess lab)
{
    private static readonly string[] Anything = ["-cipher", "DEFAULT@SECLEVEL=0"];

    [Theory]
    [InlineData("tls-1-0", "-tls1", "TLSv1")]
    [InlineData("tls-1-1", "-tls1_1", "TLSv1.1")]
    [InlineData("tls-1-2", "-tls1_2", "TLSv1.2")]
    [InlineData("tls-1-3", "-tls1_3", "TLSv1.3")]
    [InlineData("good", "-tls1_2", "TLSv1.2")]
    [InlineData("good", "-tls1_3", "TLSv1.3")]
    public async Task Each_version_is_served(string name, string version, string protocol)
    {
        var said = await ConnectAsync(name, [version, .. Anything]);
        // TLS 1.3 has no session to print before a ticket comes, and none comes; older ciphers are named by the version that brought them.
        Assert.Contains(version == "-tls1_3" ? "New, TLSv1.3" : $"Protocol  : {protocol}\n", said, StringComparison.Ordinal);
        Assert.Contains("Verification: OK", said, StringComparison.Ordinal);
    }

    [Theory]
    // The server offers less than the client has, and the client ends it; or the client has less than the server takes.
    [InlineData("tls-1-1", "-tls1_2", "unsupported protocol")]
    [InlineData("tls-1-0", "-tls1_1", "unsupported protocol")]
    [InlineData("tls-1-2", "-tls1_3", "alert protocol version")]
    [InlineData("tls-1-3", "-tls1_2", "alert protocol version")]
    [InlineData("good", "-tls1_1", "alert protocol version")]
    public async Task No_other_version_is_served(string name, string version, string fault) =>
        Assert.Contains(fault, await ConnectAsync(name, [version, .. Anything]), StringComparison.Ordinal);

    [Theory]
    [InlineData("short-key", "Server public key is 1024 bit", "EE certificate key too weak")]
    [InlineData("sha-1", "Verification: OK", "CA signature digest algorithm too weak")]
    public async Task Weak_certificates_are_served_and_refused_at_the_usual_level(string name, string served, string refused)
    {
        Assert.Contains(served, await ConnectAsync(name, Anything), StringComparison.Ordinal);
        Assert.Contains(refused, await ConnectAsync(name, ["-cipher", "DEFAULT@SECLEVEL=2", "-verify_return_error"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_belongs_to_the_chain_is_sent()
    {
        Assert.Contains("unable to get local issuer certificate", await ConnectAsync("missing-intermediate", []), StringComparison.Ordinal);
        var said = await ConnectAsync("good", ["-showcerts"]);
        Assert.Equal(2, said.Split("-----BEGIN CERTIFICATE-----").Length - 1);
    }

    [Fact]
    public async Task Direct_TLS_names_the_protocol() =>
        Assert.Contains("ALPN protocol: xmpp-server", await ConnectAsync("good", ["-alpn", "h2,xmpp-server"]), StringComparison.Ordinal);

    [Fact]
    public async Task A_client_is_asked_for_its_certificate_and_any_will_do()
    {
        var said = await ConnectAsync("good", ["-cert", lab.CertificateOf("self-signed"), "-key", Path.ChangeExtension(lab.CertificateOf("self-signed"), ".key")]);
        Assert.Contains("Verification: OK", said, StringComparison.Ordinal);
        Assert.Contains("CN = Balcony Lab Intermediate", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task STARTTLS_leads_to_the_same()
    {
        var said = await RunAsync(["-connect", lab.EndPointOf("tls-1-1"), "-starttls", "xmpp-server", "-name", "tls-1-1.lab.example", "-tls1_1", .. Anything]);
        Assert.Contains("Protocol  : TLSv1.1\n", said, StringComparison.Ordinal);
    }

    private Task<string> ConnectAsync(string name, string[] more) =>
        RunAsync(["-connect", lab.EndPointOf(name, "directTlsPort"), "-servername", name + ".lab.example", .. more]);

    private async Task<string> RunAsync(string[] arguments) =>
        (await ClientProgram.RunAsync("/usr/bin/openssl", ["s_client", "-CAfile", lab.Authority, .. arguments], input: "")).Output;
}
