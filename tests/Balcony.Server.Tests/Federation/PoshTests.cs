// POSH: files that vouch, files that do not, and where they may come from.
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Federation.Trust.Posh;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class PoshTests : IDisposable
{
    private readonly TrustRig _rig = new() { Options = new FederationOptions { Fetch = new FetchOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] } } };
    private readonly X509Certificate2 _leaf = TestAuthority.SelfSigned(new Wanted { Names = SanOf.Dns("hosting.example") });

    public void Dispose()
    {
        _leaf.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public async Task A_file_with_the_fingerprint_vouches_and_is_asked_for_once()
    {
        await using var web = Web("capulet.example", path => path == "/.well-known/posh/xmpp-server.json" ? Fingerprints(_leaf, "sha-256") : null);
        var verdict = await VerifyAsync(_leaf);
        Assert.True(verdict.IsTrusted, verdict.Explanation);
        Assert.Equal(TrustMethod.Posh, verdict.Method);
        Assert.Equal(TrustMethod.Posh, (await VerifyAsync(_leaf, isOutgoing: false)).Method);
        Assert.Equal(1, web.Requests);
        _rig.Clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(TrustMethod.Posh, (await VerifyAsync(_leaf)).Method);
        Assert.Equal(2, web.Requests);
    }

    [Fact]
    public async Task A_file_with_another_fingerprint_refuses()
    {
        await using var web = Web("capulet.example", _ => Fingerprints(_rig.Intermediate.Certificate, "sha-256"));
        var verdict = await VerifyAsync(_leaf);
        Assert.Equal(TrustFault.PoshMismatch, verdict.Fault);
        Assert.False(verdict.IsTrusted);
    }

    [Fact]
    public async Task A_reference_is_followed_to_another_server_once()
    {
        await using var hosting = Web("capulet.example", path => path == "/there" ? Fingerprints(_leaf, "sha-512") : """{"url":"https://capulet.example/there","expires":60}""");
        Assert.Equal(TrustMethod.Posh, (await VerifyAsync(_leaf)).Method);
    }

    [Fact]
    public async Task A_reference_to_a_reference_is_not_followed()
    {
        await using var web = Web("capulet.example", _ => """{"url":"https://capulet.example/again","expires":60}""");
        Assert.Equal(TrustFault.PoshMismatch, (await VerifyAsync(_leaf)).Fault);
        Assert.Equal(2, web.Requests);
    }

    [Fact]
    public async Task A_web_server_with_another_name_is_not_asked()
    {
        await using var web = Web("other.example", _ => Fingerprints(_leaf, "sha-256"));
        Assert.Equal(TrustFault.SelfSigned, (await VerifyAsync(_leaf)).Fault);
        Assert.Equal(0, web.Requests);
    }

    [Fact]
    public async Task A_web_server_that_no_authority_vouches_for_is_not_asked()
    {
        await using var web = Web("capulet.example", _ => Fingerprints(_leaf, "sha-256"), isSelfSigned: true);
        Assert.Equal(TrustFault.SelfSigned, (await VerifyAsync(_leaf)).Fault);
        Assert.Equal(0, web.Requests);
    }

    [Fact]
    public async Task An_expired_certificate_is_not_made_new()
    {
        var old = TestAuthority.SelfSigned(new Wanted { Until = TestAuthority.Now - TimeSpan.FromDays(1) });
        await using var web = Web("capulet.example", _ => Fingerprints(old, "sha-256"));
        Assert.False((await VerifyAsync(old)).IsTrusted);
    }

    [Theory]
    [InlineData("""{"fingerprints":[{"sha-256":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}],"expires":10}""", true)]
    [InlineData("""{"fingerprints":[],"expires":10}""", true)]
    [InlineData("""{"fingerprints":[]}""", false)]
    [InlineData("""{"fingerprints":[],"expires":0}""", false)]
    [InlineData("""{"fingerprints":[],"expires":-1}""", false)]
    [InlineData("""{"fingerprints":[],"expires":"10"}""", false)]
    [InlineData("""{"url":"https://a.example/","expires":10}""", true)]
    [InlineData("""{"url":"http://a.example/","expires":10}""", false)]
    [InlineData("""{"url":"/b","expires":10}""", false)]
    [InlineData("""{"expires":10}""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("[[[[[[[[[[[[[[[[", false)]
    public void Files_are_read_strictly(string json, bool isGood) => Assert.Equal(isGood, PoshDocument.Read(Encoding.UTF8.GetBytes(json), out _) is null);

    [Fact]
    public void Any_bytes_are_no_file() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => PoshDocument.Read(bytes, out var document) is not null && document is null).QuickCheckThrowOnFailure();

    [Fact]
    public void All_fingerprints_of_one_certificate_must_match()
    {
        var sha256 = SHA256.HashData(_leaf.RawData);
        Assert.True(new PoshFingerprint(sha256, SHA512.HashData(_leaf.RawData)).Matches(_leaf.RawData));
        Assert.False(new PoshFingerprint(sha256, new byte[64]).Matches(_leaf.RawData));
    }

    private ValueTask<TrustVerdict> VerifyAsync(X509Certificate2 leaf, bool isOutgoing = true) => _rig.VerifyAsync(_rig.Claim(leaf, isOutgoing) with { Chain = [] });

    // Port 443 is wherever the rig's connections end.
    private LoopbackWeb Web(string name, Func<string, string?> answer, bool isSelfSigned = false)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new Wanted { Key = key, Names = SanOf.Dns(name) };
        var certificate = (isSelfSigned ? TestAuthority.SelfSigned(wanted) : _rig.Intermediate.Issue(wanted)).CopyWithPrivateKey(key);
        var web = new LoopbackWeb(
            (path, _) => answer(path) is { } json ? new WebAnswer(Encoding.UTF8.GetBytes(json)) : new WebAnswer([], 404), certificate, [_rig.Intermediate.Certificate]);
        _rig.Dns.Address("capulet.example", "127.0.0.1");
        _rig.Connect = async (_, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(web.EndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return web;
    }

    private static string Fingerprints(X509Certificate2 certificate, string hash) =>
        $$"""{"fingerprints":[{"{{hash}}":"{{Convert.ToBase64String(hash == "sha-256" ? SHA256.HashData(certificate.RawData) : SHA512.HashData(certificate.RawData))}}"}],"expires":60}""";
}
