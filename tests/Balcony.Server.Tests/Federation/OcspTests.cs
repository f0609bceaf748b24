// What OCSP answers are believed, beside a control that is; and what no bytes whatever may do.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation.Trust.Revocation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class OcspTests : IDisposable
{
    private static readonly byte[] Nonce = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly TestAuthority _root = TestAuthority.Root();
    private readonly X509Certificate2 _leaf;

    public OcspTests() => _leaf = _root.Issue(new Wanted());

    private OcspAnswer Control => new(_leaf, _root.Certificate);

    public void Dispose()
    {
        _leaf.Dispose();
        _root.Dispose();
    }

    [Theory]
    [InlineData(0, nameof(RevocationStatus.Good))]
    [InlineData(1, nameof(RevocationStatus.Revoked))]
    [InlineData(2, nameof(RevocationStatus.Unknown))]
    public void The_issuer_says_good_revoked_or_unknown(int said, string heard) =>
        Assert.Equal(heard, Judge((Control with { Status = said }).Write(_root.Signer)).Status.ToString());

    [Fact]
    public void The_issuer_may_be_named_by_its_key_and_the_certificate_by_sha256() =>
        Assert.Equal(RevocationStatus.Good, Judge((Control with { IsByKey = true, HasSha256Id = true }).Write(_root.Signer)).Status);

    [Fact]
    public void The_nonce_may_be_missing_but_not_anothers()
    {
        Assert.Equal(RevocationStatus.Good, Judge((Control with { Nonce = Nonce }).Write(_root.Signer)).Status);
        Assert.Equal(RevocationStatus.Unknown, Judge((Control with { Nonce = new byte[32] }).Write(_root.Signer)).Status);
    }

    [Theory]
    [InlineData(-1, 12, true)]
    [InlineData(-48, -1, false)]
    [InlineData(1, 12, false)]
    [InlineData(-1, null, true)]
    [InlineData(-48, null, false)]
    public void An_answer_is_of_now(int from, int? until, bool isGood)
    {
        var answer = Control with { ThisUpdate = TestAuthority.Now.AddHours(from), NextUpdate = until is { } hours ? TestAuthority.Now.AddHours(hours) : null };
        Assert.Equal(isGood ? RevocationStatus.Good : RevocationStatus.Unknown, Judge(answer.Write(_root.Signer)).Status);
    }

    [Fact]
    public void An_answer_that_somebody_else_signed_is_not_believed()
    {
        using var impostor = TestAuthority.Root("CN=Test Root");
        Assert.Equal(RevocationStatus.Unknown, Judge(Control.Write(impostor.Signer)).Status);
    }

    [Fact]
    public void An_answer_about_another_certificate_is_none() =>
        Assert.Equal(RevocationStatus.Unknown, Judge((Control with { Serial = [1, 2, 3] }).Write(_root.Signer)).Status);

    [Fact]
    public void A_responder_that_refuses_is_heard()
    {
        var finding = Judge((Control with { ResponseStatus = 3 }).Write(_root.Signer));
        Assert.Equal(RevocationStatus.Unknown, finding.Status);
        Assert.Contains("try later", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delegated_responder_is_believed_when_the_issuer_asked_it_to()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var responder = new Wanted { Subject = "CN=Responder", Key = key, Purposes = [TestAuthority.OcspSigning], Names = null };
        Assert.Equal(RevocationStatus.Good, Delegated(responder, _root));
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder with { Purposes = [TestAuthority.ServerAuth] }, _root));
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder with { Purposes = [] }, _root));
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder with { Until = TestAuthority.Now - TimeSpan.FromDays(1) }, _root));
        using var impostor = TestAuthority.Root("CN=Test Root");
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder, impostor));
        using var other = TestAuthority.Root("CN=Other");
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder, other));
        using var weak = RSA.Create(1024);
        Assert.Equal(RevocationStatus.Unknown, Delegated(responder with { Key = weak }, _root));

        RevocationStatus Delegated(Wanted wanted, TestAuthority by)
        {
            var certificate = by.Issue(wanted);
            X509SignatureGenerator signer = wanted.Key is RSA rsa
                ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1) : X509SignatureGenerator.CreateForECDsa((ECDsa)wanted.Key!);
            return Judge((Control with { Sent = [certificate] }).Write(signer)).Status;
        }
    }

    [Fact]
    public void A_request_asks_for_the_certificate()
    {
        var request = OcspRequest.Write(_leaf, _root.Certificate, Nonce);
        Assert.True(request.AsSpan().IndexOf(_leaf.SerialNumberBytes.Span) > 0);
        Assert.True(request.AsSpan().IndexOf(Nonce) > 0);
    }

    [Fact]
    public void Any_bytes_are_an_answer_of_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => Judge(bytes).Status == RevocationStatus.Unknown).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_with_any_byte_changed_is_not_believed()
    {
        var good = Control.Write(_root.Signer);
        for (var at = 0; at < good.Length; at++)
        {
            var changed = (byte[])good.Clone();
            changed[at] ^= 0x41;
            // A change in the signature's own padding may go unseen nowhere: ECDSA has none.
            Assert.Equal(RevocationStatus.Unknown, Judge(changed).Status);
        }
        for (var length = 0; length < good.Length; length++) Assert.Equal(RevocationStatus.Unknown, Judge(good[..length]).Status);
    }

    private RevocationFinding Judge(byte[] der) => OcspResponse.Judge(der, _leaf, _root.Certificate, Nonce, TestAuthority.Now);
}
