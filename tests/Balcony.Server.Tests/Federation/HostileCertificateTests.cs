// Certificates and records with anything in them: the verifier answers, and believes nothing that was changed.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Federation.Trust.Dane;
using Balcony.Xmpp.Dns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class HostileCertificateTests : IDisposable
{
    private readonly TrustRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_certificate_with_any_byte_changed_is_answered_and_refused()
    {
        var good = _rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt("http://127.0.0.1:1/"), SanOf.ListsAt("http://127.0.0.1:1/")] }).RawData;
        var loaded = 0;
        for (var at = 0; at < good.Length; at++)
        {
            var changed = (byte[])good.Clone();
            changed[at] ^= 0x15;
            if (Load(changed) is not { } certificate) continue;
            using (certificate)
            {
                loaded++;
                var verdict = await _rig.VerifyAsync(certificate);
                Assert.False(verdict.IsTrusted, $"byte {at}");
                Assert.NotEqual(TrustFault.None, verdict.Fault);
            }
        }
        Assert.True(loaded > good.Length / 4, $"only {loaded} could be loaded");
    }

    [Theory]
    [InlineData("2.5.29.37")]
    [InlineData("2.5.29.15")]
    [InlineData("2.5.29.19")]
    [InlineData("2.5.29.17")]
    [InlineData("2.5.29.31")]
    [InlineData("1.3.6.1.5.5.7.1.1")]
    public async Task An_authority_that_issues_nonsense_breaks_nothing(string extension)
    {
        var leaf = _rig.Leaf(wanted => wanted with { Names = extension == "2.5.29.17" ? null : wanted.Names, More = [new X509Extension(extension, [0x30, 0x82, 0x01], critical: false)] });
        var verdict = await _rig.VerifyAsync(leaf, new PeerPolicy { Revocation = RevocationMode.HardFail });
        Assert.False(verdict.IsTrusted);
    }

    [Fact]
    public void Any_tlsa_record_is_usable_or_not_and_matches_nothing_by_chance()
    {
        var leaf = _rig.Leaf();
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            bytes =>
            {
                var record = bytes.Length < 4 ? new DnsTlsa(3, 1, 0, bytes) : new DnsTlsa((byte)(bytes[0] & 3), (byte)(bytes[1] & 1), (byte)(bytes[2] & 3), bytes.AsMemory(3));
                return !(TlsaRecords.IsUsable(record) && TlsaRecords.Matches(record, leaf)) && (TlsaRecords.Authority(record with { MatchingType = 1 }) is null);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_tlsa_record_with_any_bit_changed_matches_no_more()
    {
        var leaf = _rig.Leaf();
        var hash = SHA256.HashData(leaf.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.True(TlsaRecords.Matches(new DnsTlsa(3, 1, 1, hash), leaf));
        for (var bit = 0; bit < hash.Length * 8; bit++)
        {
            var changed = (byte[])hash.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(TlsaRecords.Matches(new DnsTlsa(3, 1, 1, changed), leaf));
        }
    }

    private static X509Certificate2? Load(byte[] der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
