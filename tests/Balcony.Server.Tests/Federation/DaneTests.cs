// TLSA records of every usage, selector and matching type; each wrong one beside the right one.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class DaneTests : IDisposable
{
    private const string Owner = "_5269._tcp.xmpp.capulet.example";
    private static readonly PeerPolicy DaneOnly = new() { Trust = PeerTrust.Dane, Revocation = RevocationMode.Off };

    private readonly TrustRig _rig = new();

    public void Dispose() => _rig.Dispose();

    public static TheoryData<byte, byte, byte> Kinds()
    {
        var kinds = new TheoryData<byte, byte, byte>();
        for (byte usage = 0; usage <= 3; usage++)
        {
            for (byte selector = 0; selector <= 1; selector++)
            {
                for (byte matching = 0; matching <= 2; matching++) kinds.Add(usage, selector, matching);
            }
        }
        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_record_that_matches_vouches_and_one_that_does_not_refuses(byte usage, byte selector, byte matching)
    {
        var leaf = _rig.Leaf();
        var subject = usage is 0 or 2 ? _rig.Intermediate.Certificate : leaf;
        _rig.Dns.Tlsa(Owner, usage, selector, matching, Data(subject, selector, matching));
        var verdict = await _rig.VerifyAsync(leaf, DaneOnly);
        Assert.True(verdict.IsTrusted, verdict.Explanation);
        Assert.Equal(TrustMethod.Dane, verdict.Method);

        using var other = TestAuthority.Root("CN=Other");
        _rig.Dns.Remove(Owner, DnsType.Tlsa).Tlsa(Owner, usage, selector, matching, Data(other.Certificate, selector, matching));
        // Not even a chain to an authority helps against a record that says otherwise.
        var refused = await _rig.VerifyAsync(leaf);
        Assert.False(refused.IsTrusted);
        Assert.Equal(TrustFault.DaneMismatch, refused.Fault);
    }

    [Fact]
    public async Task A_stale_record_beside_a_right_one_does_no_harm()
    {
        var leaf = _rig.Leaf();
        _rig.Dns.Tlsa(Owner, 3, 1, 1, new byte[32]).Tlsa(Owner, 3, 1, 1, Data(leaf, 1, 1));
        Assert.True((await _rig.VerifyAsync(leaf, DaneOnly)).IsTrusted);
    }

    [Fact]
    public async Task Dane_ee_looks_at_neither_names_nor_dates_nor_issuers()
    {
        var leaf = TestAuthority.SelfSigned(new Wanted { Names = SanOf.Dns("other.example"), Until = TestAuthority.Now - TimeSpan.FromDays(1) });
        _rig.Dns.Tlsa(Owner, 3, 1, 1, Data(leaf, 1, 1));
        Assert.True((await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [] }, DaneOnly)).IsTrusted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_other_usages_look_at_names(byte usage)
    {
        var leaf = _rig.Leaf(wanted => wanted with { Names = SanOf.Dns("other.example") });
        _rig.Dns.Tlsa(Owner, usage, 0, 1, Data(usage == 1 ? leaf : _rig.Intermediate.Certificate, 0, 1));
        Assert.Equal(TrustFault.WrongName, (await _rig.VerifyAsync(leaf, DaneOnly)).Fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_host_that_a_signed_srv_record_names_is_a_name_too(byte usage)
    {
        var leaf = _rig.Leaf(wanted => wanted with { Names = SanOf.Dns("xmpp.capulet.example") });
        _rig.Dns.Tlsa(Owner, usage, 0, 1, Data(usage == 1 ? leaf : _rig.Intermediate.Certificate, 0, 1));
        Assert.True((await _rig.VerifyAsync(leaf, DaneOnly)).IsTrusted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_other_usages_look_at_dates(byte usage)
    {
        var leaf = _rig.Leaf(wanted => wanted with { Until = TestAuthority.Now - TimeSpan.FromDays(1) });
        _rig.Dns.Tlsa(Owner, usage, 0, 1, Data(usage == 1 ? leaf : _rig.Intermediate.Certificate, 0, 1));
        Assert.Equal(TrustFault.Expired, (await _rig.VerifyAsync(leaf, DaneOnly)).Fault);
    }

    [Theory]
    [InlineData(0, TrustFault.UntrustedRoot)]
    [InlineData(1, TrustFault.UntrustedRoot)]
    [InlineData(2, TrustFault.None)]
    public async Task Usage_2_makes_an_unknown_authority_one_and_0_and_1_do_not(byte usage, TrustFault fault)
    {
        using var other = TestAuthority.Root("CN=Other Root");
        using var intermediate = other.Intermediate("CN=Other Intermediate");
        var leaf = intermediate.Issue(new Wanted());
        _rig.Dns.Tlsa(Owner, usage, 1, 1, Data(usage == 1 ? leaf : intermediate.Certificate, 1, 1));
        Assert.Equal(fault, (await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [intermediate.Certificate] }, DaneOnly)).Fault);
    }

    [Fact]
    public async Task An_authority_that_is_in_the_record_need_not_be_sent()
    {
        using var other = TestAuthority.Root("CN=Other Root");
        var leaf = other.Issue(new Wanted());
        _rig.Dns.Tlsa(Owner, 2, 0, 0, other.Certificate.RawData);
        Assert.True((await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [] }, DaneOnly)).IsTrusted);
    }

    [Fact]
    public async Task A_leaf_that_an_impostor_of_the_authority_signed_is_refused()
    {
        using var other = TestAuthority.Root("CN=Other Root");
        using var impostor = TestAuthority.Root("CN=Other Root");
        _rig.Dns.Tlsa(Owner, 2, 0, 1, Data(other.Certificate, 0, 1));
        var verdict = await _rig.VerifyAsync(_rig.Claim(impostor.Issue(new Wanted())) with { Chain = [other.Certificate] }, DaneOnly);
        Assert.False(verdict.IsTrusted);
    }

    [Theory]
    [InlineData(4, 1, 1, 32)]
    [InlineData(3, 2, 1, 32)]
    [InlineData(3, 1, 3, 32)]
    [InlineData(3, 1, 1, 31)]
    [InlineData(3, 1, 2, 32)]
    [InlineData(2, 0, 0, 12)]
    [InlineData(3, 1, 0, 12)]
    public async Task Records_that_cannot_be_used_are_as_none(byte usage, byte selector, byte matching, int length)
    {
        _rig.Dns.Tlsa(Owner, usage, selector, matching, new byte[length]);
        Assert.Equal(TrustMethod.Pkix, (await _rig.VerifyAsync(_rig.Leaf())).Method);
        Assert.Equal(TrustFault.DaneUnusable, (await _rig.VerifyAsync(_rig.Leaf(), DaneOnly)).Fault);
    }

    [Fact]
    public async Task Records_that_are_not_signed_are_as_none()
    {
        _rig.Dns.Tlsa(Owner, 3, 1, 1, new byte[32], DnsSecurity.Insecure);
        Assert.Equal(TrustMethod.Pkix, (await _rig.VerifyAsync(_rig.Leaf())).Method);
        Assert.Equal(TrustFault.NoDane, (await _rig.VerifyAsync(_rig.Leaf(), DaneOnly)).Fault);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Records_count_only_where_srv_and_addresses_are_signed(bool isTargetSecure, bool isAddressSecure)
    {
        var leaf = _rig.Leaf();
        _rig.Dns.Tlsa(Owner, 3, 1, 1, Data(leaf, 1, 1));
        var claim = _rig.Claim(leaf) with { Target = new ServiceTarget("xmpp.capulet.example", 5269, false, isTargetSecure), IsAddressSecure = isAddressSecure };
        Assert.Equal(TrustFault.NoDane, (await _rig.VerifyAsync(claim, DaneOnly)).Fault);
        Assert.Equal(TrustMethod.Pkix, (await _rig.VerifyAsync(claim)).Method);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bogus_answer_is_a_failure_whatever_the_chain_is(bool isOutgoing)
    {
        _rig.Dns.Service("_xmpp-server._tcp.capulet.example", 0, 0, 5269, "xmpp.capulet.example", DnsSecurity.Secure).Fail(Owner, DnsType.Tlsa, DnsCode.Bogus);
        var verdict = await _rig.VerifyAsync(_rig.Leaf(), isOutgoing: isOutgoing);
        Assert.False(verdict.IsTrusted);
        Assert.Equal(TrustFault.DaneBogus, verdict.Fault);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_failure_too()
    {
        _rig.Dns.Fail(Owner, DnsType.Tlsa, DnsCode.ServerFailure);
        Assert.Equal(TrustFault.DaneLookupFailed, (await _rig.VerifyAsync(_rig.Leaf())).Fault);
    }

    [Theory]
    [InlineData(true, TrustMethod.Dane, TrustFault.None)]
    [InlineData(false, TrustMethod.None, TrustFault.DaneMismatch)]
    public async Task Who_connects_is_measured_by_the_records_of_the_domains_hosts(bool isRight, TrustMethod method, TrustFault fault)
    {
        var leaf = _rig.Leaf();
        _rig.Dns.Service("_xmpps-server._tcp.capulet.example", 0, 0, 5270, "tls.capulet.example", DnsSecurity.Secure)
            .Service("_xmpp-server._tcp.capulet.example", 0, 0, 5269, "xmpp.capulet.example", DnsSecurity.Secure)
            .Tlsa("_5270._tcp.tls.capulet.example", 3, 1, 1, new byte[32])
            .Tlsa(Owner, 3, 1, 1, isRight ? Data(leaf, 1, 1) : new byte[32]);
        var verdict = await _rig.VerifyAsync(leaf, isOutgoing: false);
        Assert.Equal((method, fault), (verdict.Method, verdict.Fault));
    }

    [Fact]
    public async Task Without_validation_there_is_no_dane()
    {
        using var rig = new TrustRig();
        var leaf = rig.Leaf();
        var plain = new Testing.MemoryResolver { Validates = false };
        plain.Tlsa(Owner, 3, 1, 1, new byte[32]);
        using var verifier = new PeerVerifier(new FederationSettings { Server = rig.Options }, plain, rig.Clock);
        var verdict = await verifier.VerifyAsync(rig.Claim(leaf), DaneOnly, TestContext.Current.CancellationToken);
        Assert.Equal(TrustFault.NoDane, verdict.Fault);
        Assert.Contains("does not validate", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_dane_counts_a_pin_does_not()
    {
        var leaf = _rig.Leaf();
        var pin = new PinnedKey(SHA256.HashData(leaf.PublicKey.ExportSubjectPublicKeyInfo()), null);
        Assert.Equal(TrustFault.NoDane, (await _rig.VerifyAsync(leaf, DaneOnly with { Pins = [pin] })).Fault);
    }

    private static byte[] Data(X509Certificate2 certificate, byte selector, byte matching)
    {
        var selected = selector == 0 ? certificate.RawData : certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return matching switch { 0 => selected, 1 => SHA256.HashData(selected), _ => SHA512.HashData(selected) };
    }
}
