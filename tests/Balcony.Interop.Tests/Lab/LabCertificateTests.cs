// The lab's certificates as OpenSSL sees them: each is bad in the way that its peer's name says, and in no other.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabCertificateTests(LabProcess lab)
{
    private const string OpenSsl = "/usr/bin/openssl";

    [Theory]
    [InlineData("good")]
    [InlineData("ecdsa")]
    [InlineData("rsa-pss")]
    [InlineData("server-auth-only")]
    [InlineData("no-usages")]
    // Bad in what is not asked here.
    [InlineData("wrong-name")]
    [InlineData("short-key")]
    [InlineData("sha-1")]
    [InlineData("revoked-by-crl")]
    [InlineData("revoked-by-ocsp")]
    public async Task The_chain_holds(string name) => Assert.EndsWith(": OK", (await VerifyAsync(name)).Output.TrimEnd(), StringComparison.Ordinal);

    [Theory]
    [InlineData("expired", "certificate has expired")]
    [InlineData("not-yet-valid", "certificate is not yet valid")]
    [InlineData("self-signed", "self-signed certificate")]
    [InlineData("untrusted-ca", "self-signed certificate in certificate chain")]
    [InlineData("missing-intermediate", "unable to get local issuer certificate")]
    [InlineData("issued-by-leaf", "invalid CA certificate")]
    [InlineData("name-constraints", "permitted subtree violation")]
    [InlineData("client-auth-only", "unsuitable certificate purpose")]
    public async Task The_chain_is_refused_for_its_reason(string name, string reason)
    {
        var run = await VerifyAsync(name, "-purpose", "sslserver");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(reason, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short-key", "EE certificate key too weak")]
    [InlineData("sha-1", "CA signature digest algorithm too weak")]
    public async Task What_is_weak_is_refused_at_the_usual_level(string name, string reason) =>
        Assert.Contains(reason, (await VerifyAsync(name, "-auth_level", "2")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("good", "DNS:good.lab.example")]
    [InlineData("srv-id", "othername: SRVName::_xmpp-server.srv-id.lab.example")]
    [InlineData("srv-id-wrong-service", "othername: SRVName::_imap.srv-id-wrong-service.lab.example")]
    [InlineData("xmpp-addr", "othername: XmppAddr::xmpp-addr.lab.example")]
    [InlineData("wildcard", "DNS:*.lab.example")]
    [InlineData("wildcard-below", "DNS:*.wildcard-below.lab.example")]
    [InlineData("common-name-only", "No extensions in certificate")]
    public async Task Names_are_where_they_are_said_to_be(string name, string names)
    {
        var run = await ClientProgram.RunAsync(OpenSsl, ["x509", "-in", lab.CertificateOf(name), "-noout", "-ext", "subjectAltName"]);
        Assert.Contains(names, run.Output.Replace("othername: SRVName:_", "othername: SRVName::_", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good", "good")]
    [InlineData("revoked-by-ocsp", "revoked")]
    [InlineData("ocsp-unknown", "unknown")]
    [InlineData("ocsp-outdated", "Status times invalid")]
    [InlineData("ocsp-forged", "Response Verify Failure")]
    [InlineData("ocsp-down", "Connection refused")]
    public async Task The_OCSP_responder_says_what_it_is_to_say(string name, string answer)
    {
        var url = (await ClientProgram.RunAsync(OpenSsl, ["x509", "-in", lab.CertificateOf(name), "-noout", "-ocsp_uri"])).Output.Trim();
        var run = await ClientProgram.RunAsync(
            OpenSsl, ["ocsp", "-issuer", lab.Intermediate, "-cert", lab.CertificateOf(name), "-url", url, "-CAfile", lab.Authority]);
        Assert.Contains(answer, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crl", "intermediate.crl", ": OK")]
    [InlineData("revoked-by-crl", "intermediate.crl", "certificate revoked")]
    [InlineData("crl-outdated", "outdated.crl", "CRL has expired")]
    [InlineData("crl-forged", "forged.crl", "CRL signature failure")]
    public async Task Revocation_lists_say_what_they_are_to_say(string name, string file, string answer)
    {
        var text = (await ClientProgram.RunAsync(OpenSsl, ["x509", "-in", lab.CertificateOf(name), "-noout", "-ext", "crlDistributionPoints"])).Output;
        Assert.Contains($"http://{lab.Web}/crl/{file}", text, StringComparison.Ordinal);
        Assert.Contains(answer, (await VerifyAsync(name, "-crl_check_all", "-CRLfile", await FetchAsync(file), "-CRLfile", await FetchAsync("root.crl"))).Output, StringComparison.Ordinal);
    }

    private async Task<string> FetchAsync(string file)
    {
        using var http = new HttpClient();
        var der = Path.GetTempFileName();
        await File.WriteAllBytesAsync(der, await http.GetByteArrayAsync(new Uri($"http://{lab.Web}/crl/{file}"), TestContext.Current.CancellationToken));
        var pem = Path.Combine(lab.Folder, Path.GetFileName(der) + ".pem");
        (await ClientProgram.RunAsync(OpenSsl, ["crl", "-inform", "der", "-in", der, "-out", pem])).AssertSucceeded();
        File.Delete(der);
        return pem;
    }

    // As it is sent: the file has the peer's own certificate first, and what follows it on the wire.
    private Task<ClientProgram> VerifyAsync(string name, params string[] more) =>
        ClientProgram.RunAsync(OpenSsl, ["verify", "-CAfile", lab.Authority, "-untrusted", lab.CertificateOf(name), .. more, lab.CertificateOf(name)]);
}
