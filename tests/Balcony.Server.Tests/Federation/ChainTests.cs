// Each certificate differs from the control in one property, and is refused for that one.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation.Trust;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class ChainTests : IDisposable
{
    private readonly TrustRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_control_passes_in_both_directions(bool isOutgoing)
    {
        var verdict = await _rig.VerifyAsync(_rig.Leaf(), isOutgoing: isOutgoing);
        Assert.True(verdict.IsTrusted, verdict.Explanation);
        Assert.Equal(TrustMethod.Pkix, verdict.Method);
        Assert.Equal(TrustFault.None, verdict.Fault);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        var verdict = await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Until = TestAuthority.Now - TimeSpan.FromHours(1) }));
        Refused(TrustFault.Expired, verdict);
        Assert.Equal("The certificate expired on 2027-03-01 11:00 UTC.", verdict.Explanation);
    }

    [Fact]
    public async Task An_expired_intermediate_is_refused()
    {
        using var old = _rig.Root.Intermediate("CN=Old", wanted => wanted with { Until = TestAuthority.Now - TimeSpan.FromDays(1) });
        var verdict = await _rig.VerifyAsync(_rig.Claim(old.Issue(new Wanted { Until = TestAuthority.Now - TimeSpan.FromDays(1) + TimeSpan.FromDays(30) })) with { Chain = [old.Certificate] });
        Refused(TrustFault.Expired, verdict);
        Assert.Contains("CN=Old", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_tomorrow_is_refused() =>
        Refused(TrustFault.NotYetValid, await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { From = TestAuthority.Now + TimeSpan.FromHours(1) })));

    [Fact]
    public async Task A_certificate_signed_by_itself_is_refused() =>
        Refused(TrustFault.SelfSigned, await _rig.VerifyAsync(_rig.Claim(TestAuthority.SelfSigned(new Wanted())) with { Chain = [] }));

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_that_sends_its_root_is_refused()
    {
        using var other = TestAuthority.Root("CN=Other Root");
        Refused(TrustFault.UntrustedRoot, await _rig.VerifyAsync(_rig.Claim(other.Issue(new Wanted())) with { Chain = [other.Certificate] }));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_that_does_not_send_its_root_is_refused()
    {
        using var other = TestAuthority.Root("CN=Other Root");
        using var intermediate = other.Intermediate("CN=Other Intermediate");
        Refused(TrustFault.UntrustedRoot, await _rig.VerifyAsync(_rig.Claim(intermediate.Issue(new Wanted())) with { Chain = [intermediate.Certificate] }));
    }

    [Fact]
    public async Task A_chain_without_its_intermediate_is_incomplete() =>
        Refused(TrustFault.IncompleteChain, await _rig.VerifyAsync(_rig.Claim(_rig.Leaf()) with { Chain = [] }));

    [Fact]
    public async Task An_issuer_of_the_same_name_with_another_key_is_not_the_issuer()
    {
        using var forged = TestAuthority.Root("CN=Test Intermediate");
        var verdict = await _rig.VerifyAsync(_rig.Claim(forged.Issue(new Wanted())));
        Refused(TrustFault.IncompleteChain, verdict);
        Assert.Contains("with another key", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_is_wrong_is_refused()
    {
        var der = _rig.Leaf().RawData;
        der[^1] ^= 1;
        Refused(TrustFault.BadSignature, await _rig.VerifyAsync(X509CertificateLoader.LoadCertificate(der)));
    }

    [Theory]
    [InlineData(1024, TrustFault.WeakKey)]
    [InlineData(2048, TrustFault.None)]
    [InlineData(3072, TrustFault.None)]
    public async Task An_rsa_key_has_2048_bits_or_more(int bits, TrustFault fault)
    {
        using var key = RSA.Create(bits);
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Key = key }))).Fault);
    }

    [Theory]
    [InlineData("1.3.132.0.33", TrustFault.WeakKey)]
    [InlineData("1.3.132.0.10", TrustFault.WeakKey)]
    [InlineData("1.2.840.10045.3.1.7", TrustFault.None)]
    [InlineData("1.3.132.0.34", TrustFault.None)]
    [InlineData("1.3.132.0.35", TrustFault.None)]
    public async Task An_elliptic_key_is_on_a_usual_curve_of_256_bits_or_more(string curve, TrustFault fault)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Key = key }))).Fault);
    }

    [Fact]
    public async Task A_weak_key_of_an_intermediate_is_refused()
    {
        using var key = RSA.Create(1024);
        using var weak = _rig.Root.Intermediate("CN=Weak", wanted => wanted with { Key = key });
        Refused(TrustFault.WeakKey, await _rig.VerifyAsync(_rig.Claim(weak.Issue(new Wanted())) with { Chain = [weak.Certificate] }));
    }

    [Theory]
    [InlineData("SHA1", TrustFault.WeakSignature)]
    [InlineData("SHA256", TrustFault.None)]
    [InlineData("SHA384", TrustFault.None)]
    public async Task A_signature_with_sha1_is_refused(string hash, TrustFault fault) =>
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Hash = new HashAlgorithmName(hash) }))).Fault);

    [Theory]
    [InlineData("SHA1", TrustFault.WeakSignature)]
    [InlineData("SHA256", TrustFault.None)]
    public async Task Rsa_pss_passes_with_a_strong_hash(string hash, TrustFault fault)
    {
        using var key = RSA.Create(2048);
        using var authority = _rig.Root.Intermediate("CN=RSA", wanted => wanted with { Key = key });
        var leaf = authority.Issue(new Wanted { Padding = RSASignaturePadding.Pss, Hash = new HashAlgorithmName(hash) });
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [authority.Certificate] })).Fault);
    }

    [Fact]
    public async Task A_chain_longer_than_allowed_is_refused()
    {
        using var first = _rig.Root.Intermediate("CN=First", wanted => wanted with { PathLength = 0 });
        using var second = first.Intermediate("CN=Second");
        Refused(TrustFault.PathLength, await _rig.VerifyAsync(_rig.Claim(second.Issue(new Wanted())) with { Chain = [first.Certificate, second.Certificate] }));
    }

    [Fact]
    public async Task A_certificate_that_is_no_authority_cannot_issue()
    {
        using var leaf = _rig.Root.Intermediate("CN=No Authority", wanted => wanted with { IsAuthority = false });
        Refused(TrustFault.WrongUsage, await _rig.VerifyAsync(_rig.Claim(leaf.Issue(new Wanted())) with { Chain = [leaf.Certificate] }));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature)]
    [InlineData(X509KeyUsageFlags.KeyCertSign)]
    public async Task A_leaf_cannot_issue(X509KeyUsageFlags usage)
    {
        using var leaf = _rig.Intermediate.Intermediate("CN=Leaf", wanted => wanted with { IsAuthority = false, Usage = usage });
        Refused(TrustFault.WrongUsage, await _rig.VerifyAsync(_rig.Claim(leaf.Issue(new Wanted())) with { Chain = [leaf.Certificate, _rig.Intermediate.Certificate] }));
    }

    [Theory]
    [InlineData("capulet.example", TrustFault.None)]
    [InlineData("montague.example", TrustFault.NameConstraints)]
    public async Task An_authority_vouches_for_names_that_it_may(string permitted, TrustFault fault)
    {
        using var constrained = _rig.Root.Intermediate("CN=Constrained", wanted => wanted with { More = [SanOf.OnlyBelow(permitted)] });
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Claim(constrained.Issue(new Wanted())) with { Chain = [constrained.Certificate] })).Fault);
    }

    [Theory]
    [InlineData("capulet.example", TrustFault.None)]
    [InlineData("montague.example", TrustFault.NameConstraints)]
    public async Task Constraints_on_dns_names_hold_for_srv_names_and_xmpp_addresses_too(string permitted, TrustFault fault)
    {
        using var constrained = _rig.Root.Intermediate("CN=Constrained", wanted => wanted with { More = [SanOf.OnlyBelow(permitted)] });
        foreach (var names in new[] { SanOf.Srv("_xmpp-server.capulet.example"), SanOf.Xmpp("capulet.example") })
        {
            var leaf = constrained.Issue(new Wanted { Names = names, Subject = "CN=someone" });
            Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [constrained.Certificate] })).Fault);
        }
    }

    [Theory]
    [InlineData(TestAuthority.ServerAuth, true, TrustFault.None)]
    [InlineData(TestAuthority.ServerAuth, false, TrustFault.None)]
    [InlineData(TestAuthority.ClientAuth, true, TrustFault.WrongUsage)]
    [InlineData(TestAuthority.ClientAuth, false, TrustFault.None)]
    [InlineData("1.3.6.1.5.5.7.3.3", true, TrustFault.WrongUsage)]
    [InlineData("1.3.6.1.5.5.7.3.3", false, TrustFault.WrongUsage)]
    [InlineData("2.5.29.37.0", true, TrustFault.None)]
    public async Task Who_connects_shows_either_usage_and_who_is_connected_to_that_of_servers(string purpose, bool isOutgoing, TrustFault fault) =>
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Purposes = [purpose] }), isOutgoing: isOutgoing)).Fault);

    [Fact]
    public async Task A_certificate_without_extended_usage_passes() => Assert.True((await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Purposes = [] }))).IsTrusted);

    [Fact]
    public async Task An_intermediate_for_mail_only_cannot_vouch_for_servers()
    {
        using var mail = _rig.Root.Intermediate("CN=Mail", wanted => wanted with { Purposes = ["1.3.6.1.5.5.7.3.4"] });
        Refused(TrustFault.WrongUsage, await _rig.VerifyAsync(_rig.Claim(mail.Issue(new Wanted())) with { Chain = [mail.Certificate] }));
    }

    [Fact]
    public async Task A_key_that_may_not_take_part_in_handshakes_is_refused() =>
        Refused(TrustFault.WrongUsage, await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Usage = X509KeyUsageFlags.CrlSign })));

    [Fact]
    public async Task A_critical_extension_that_nobody_knows_is_refused() => Refused(
        TrustFault.UnknownCriticalExtension, await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { More = [new X509Extension("1.3.6.1.4.1.55555.1", [5, 0], critical: true)] })));

    [Fact]
    public async Task The_wrong_name_is_refused_and_the_sentence_has_the_right_ones()
    {
        var verdict = await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = SanOf.Dns("verona.example") }));
        Refused(TrustFault.WrongName, verdict);
        Assert.Contains("DNS verona.example", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_common_name_does_not_count()
    {
        var verdict = await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = null }));
        Refused(TrustFault.WrongName, verdict);
        Assert.Contains("common name, which does not count", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_srv_name_for_clients_only_is_refused()
    {
        Assert.True((await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = SanOf.Srv("_xmpp-server.capulet.example") }))).IsTrusted);
        Refused(TrustFault.WrongName, await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = SanOf.Srv("_xmpp-client.capulet.example") })));
    }

    [Fact]
    public async Task An_xmpp_address_alone_will_do() => Assert.True((await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = SanOf.Xmpp("capulet.example") }))).IsTrusted);

    [Fact]
    public async Task Names_that_are_malformed_are_refused() =>
        Refused(TrustFault.Malformed, await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { Names = [0x30, 0x03, 0x82, 0x05, 0x61] })));

    [Fact]
    public async Task No_certificate_is_no_certificate() => Refused(TrustFault.NoCertificate, await _rig.VerifyAsync((X509Certificate2?)null));

    [Fact]
    public async Task A_certificate_that_the_operator_named_is_its_own_authority()
    {
        var own = TestAuthority.SelfSigned(new Wanted());
        var chains = new ChainCheck(_rig.Clock);
        using var result = chains.Build(own, [], new TrustAnchors([own]), isOutgoing: true);
        Assert.Null(result.Problem);
        Assert.True(result.IsAnchored);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task With_the_policy_none_anybody_is_believed_and_the_reason_is_kept()
    {
        var verdict = await _rig.VerifyAsync(
            _rig.Claim(TestAuthority.SelfSigned(new Wanted())) with { Chain = [] }, new Server.Federation.PeerPolicy { Trust = Server.Federation.PeerTrust.None });
        Assert.True(verdict.IsTrusted);
        Assert.Equal((TrustMethod.None, TrustFault.SelfSigned), (verdict.Method, verdict.Fault));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no certificate")]
    public void Authorities_that_cannot_be_read_are_said_at_the_start(string? content)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (content is not null) File.WriteAllText(file, content);
        try
        {
            Assert.Contains(file, Assert.Throws<IOException>(() => TrustAnchors.Read([file])).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Codes_last()
    {
        const string Codes = "none no-certificate expired not-yet-valid self-signed untrusted-root incomplete-chain bad-signature path-length name-constraints "
            + "unknown-critical-extension weak-key weak-signature wrong-usage wrong-name revoked revocation-unknown no-dane dane-mismatch dane-unusable dane-bogus "
            + "dane-lookup-failed posh-mismatch pin-mismatch pin-expired malformed";
        Assert.Equal(Codes, string.Join(' ', Enum.GetValues<TrustFault>().Select(fault => fault.Code())));
    }

    private static void Refused(TrustFault fault, TrustVerdict verdict)
    {
        Assert.False(verdict.IsTrusted);
        Assert.True(fault == verdict.Fault, $"{verdict.Fault}: {verdict.Explanation}");
        Assert.NotEmpty(verdict.Explanation);
        Assert.NotNull(verdict.Fix);
    }
}
