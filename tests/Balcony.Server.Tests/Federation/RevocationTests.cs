// CRLs, responders over HTTP, and what is done when nobody answers.
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Federation.Trust.Revocation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class RevocationTests : IDisposable
{
    private static readonly Uri Somewhere = new("http://crl.example/a.crl");
    private static readonly DateTimeOffset Now = TestAuthority.Now;
    private static readonly PeerPolicy Hard = new() { Revocation = RevocationMode.HardFail };
    private static readonly PeerPolicy Soft = new() { Revocation = RevocationMode.SoftFail };

    private readonly TrustRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_certificate_is_on_the_list_or_not()
    {
        var (bad, good) = (_rig.Root.Issue(new Wanted()), _rig.Root.Issue(new Wanted()));
        Assert.Null(RevocationList.Read(_rig.Root.RevocationList(Now.AddHours(-1), Now.AddDays(1), bad), _rig.Root.Certificate, Now, out var list));
        Assert.Equal(RevocationStatus.Revoked, list!.Judge(bad, Somewhere).Status);
        Assert.Equal(RevocationStatus.Good, list.Judge(good, Somewhere).Status);
    }

    [Fact]
    public void An_empty_list_has_nobody()
    {
        Assert.Null(RevocationList.Read(_rig.Root.RevocationList(Now.AddHours(-1), Now.AddDays(1)), _rig.Root.Certificate, Now, out var list));
        Assert.Equal(RevocationStatus.Good, list!.Judge(_rig.Leaf(), Somewhere).Status);
    }

    [Theory]
    [InlineData(-48, -24, "too old")]
    [InlineData(24, 48, "from the future")]
    public void A_list_is_of_now(int from, int until, string why) =>
        Assert.Contains(why, RevocationList.Read(_rig.Root.RevocationList(Now.AddHours(from), Now.AddHours(until)), _rig.Root.Certificate, Now, out _), StringComparison.Ordinal);

    [Fact]
    public void A_list_is_the_issuers_own()
    {
        using var other = TestAuthority.Root("CN=Other");
        using var impostor = TestAuthority.Root("CN=Test Root");
        Assert.Contains("another authority's", RevocationList.Read(other.RevocationList(Now.AddHours(-1), Now.AddDays(1)), _rig.Root.Certificate, Now, out _), StringComparison.Ordinal);
        Assert.Contains("signature", RevocationList.Read(impostor.RevocationList(Now.AddHours(-1), Now.AddDays(1)), _rig.Root.Certificate, Now, out _), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_no_list() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => RevocationList.Read(bytes, _rig.Root.Certificate, Now, out var list) is not null && list is null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_with_any_byte_changed_is_not_believed()
    {
        var good = _rig.Root.RevocationList(Now.AddHours(-1), Now.AddDays(1), _rig.Leaf());
        for (var at = 0; at < good.Length; at++)
        {
            var changed = (byte[])good.Clone();
            changed[at] ^= 0x41;
            Assert.NotNull(RevocationList.Read(changed, _rig.Root.Certificate, Now, out _));
        }
    }

    [Theory]
    [InlineData(false, TrustFault.None)]
    [InlineData(true, TrustFault.Revoked)]
    public async Task A_list_is_fetched_and_holds_for_intermediates_too(bool isRevoked, TrustFault fault)
    {
        byte[] list = [];
        await using var web = new LoopbackWeb((_, _) => new WebAnswer(list));
        using var authority = _rig.Root.Intermediate("CN=Listed", wanted => wanted with { More = [SanOf.ListsAt($"{web.Address}/root.crl")] });
        list = _rig.Root.RevocationList(Now.AddHours(-1), Now.AddDays(1), isRevoked ? [authority.Certificate] : []);
        // Too short-lived to say where it could be taken back.
        var leaf = authority.Issue(new Wanted { From = Now.AddDays(-1), Until = Now.AddDays(5) });
        var claim = _rig.Claim(leaf) with { Chain = [authority.Certificate] };
        Assert.Equal(fault, (await _rig.VerifyAsync(claim, Hard)).Fault);
        Assert.Equal(fault, (await _rig.VerifyAsync(claim, Hard)).Fault);
        Assert.Equal(1, web.Requests);
    }

    [Theory]
    [InlineData(0, TrustFault.None)]
    [InlineData(1, TrustFault.Revoked)]
    public async Task A_responder_is_asked_once(int status, TrustFault fault)
    {
        X509Certificate2? leaf = null;
        await using var web = new LoopbackWeb((_, _) => new WebAnswer(new OcspAnswer(leaf!, _rig.Intermediate.Certificate) { Status = status }.Write(_rig.Intermediate.Signer)));
        leaf = _rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt(web.Address)] });
        var first = await _rig.VerifyAsync(leaf, Soft);
        Assert.True(fault == first.Fault, string.Join('\n', first.Steps));
        Assert.Equal(fault, (await _rig.VerifyAsync(leaf, Soft)).Fault);
        Assert.Equal(1, web.Requests);
    }

    [Fact]
    public async Task When_nobody_answers_soft_fail_lets_pass_and_hard_fail_does_not()
    {
        var leaf = _rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt("http://127.0.0.1:1/ocsp")] });
        Assert.True((await _rig.VerifyAsync(leaf, Soft)).IsTrusted);
        Assert.Equal(TrustFault.RevocationUnknown, (await _rig.VerifyAsync(leaf, Hard)).Fault);
    }

    [Fact]
    public async Task Where_a_responder_fails_the_list_is_asked()
    {
        byte[] list = [];
        await using var web = new LoopbackWeb((path, _) => path == "/crl" ? new WebAnswer(list) : new WebAnswer([], 500));
        var leaf = _rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt($"{web.Address}/ocsp"), SanOf.ListsAt($"{web.Address}/crl")] });
        list = _rig.Intermediate.RevocationList(Now.AddHours(-1), Now.AddDays(1), leaf);
        Assert.Equal(TrustFault.Revoked, (await _rig.VerifyAsync(leaf, Soft)).Fault);
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_chain_that_no_authority_of_ours_vouches_for()
    {
        await using var web = new LoopbackWeb((_, _) => new WebAnswer([]));
        var leaf = TestAuthority.SelfSigned(new Wanted { More = [SanOf.AsksAt(web.Address), SanOf.ListsAt(web.Address)] });
        Assert.Equal(TrustFault.SelfSigned, (await _rig.VerifyAsync(_rig.Claim(leaf) with { Chain = [] }, Hard)).Fault);
        Assert.Equal(0, web.Requests);
    }

    [Fact]
    public async Task With_revocation_off_nobody_is_asked()
    {
        await using var web = new LoopbackWeb((_, _) => new WebAnswer([]));
        Assert.True((await _rig.VerifyAsync(_rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt(web.Address)] }))).IsTrusted);
        Assert.Equal(0, web.Requests);
    }

    [Theory]
    [InlineData(0, TrustFault.RevocationUnknown)]
    [InlineData(1, TrustFault.Revoked)]
    public async Task A_stapled_answer_is_used(int status, TrustFault fault)
    {
        var leaf = _rig.Leaf();
        var staple = new OcspAnswer(leaf, _rig.Intermediate.Certificate) { Status = status }.Write(_rig.Intermediate.Signer);
        // The intermediate names nobody, so that hard-fail has still something to miss where the leaf is good.
        var verdict = await _rig.VerifyAsync(_rig.Claim(leaf) with { StapledOcsp = staple }, Hard);
        Assert.Equal(fault, verdict.Fault);
        Assert.Contains(verdict.Steps, step => step.Outcome.Contains("(stapled)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_to_be_revoked_is_not_good_again_by_an_older_answer_that_the_peer_staples()
    {
        var leaf = _rig.Leaf();
        var claim = _rig.Claim(leaf);
        byte[] Staple(int status) => new OcspAnswer(leaf, _rig.Intermediate.Certificate) { Status = status }.Write(_rig.Intermediate.Signer);
        Assert.True((await _rig.VerifyAsync(claim with { StapledOcsp = Staple(0) }, Soft)).IsTrusted);
        Assert.Equal(TrustFault.Revoked, (await _rig.VerifyAsync(claim with { StapledOcsp = Staple(1) }, Soft)).Fault);
        Assert.Equal(TrustFault.Revoked, (await _rig.VerifyAsync(claim with { StapledOcsp = Staple(0) }, Soft)).Fault);
        Assert.Equal(TrustFault.Revoked, (await _rig.VerifyAsync(claim, Soft)).Fault);
    }

    [Fact]
    public async Task A_pin_is_no_way_around_revocation()
    {
        var leaf = _rig.Leaf();
        var staple = new OcspAnswer(leaf, _rig.Intermediate.Certificate) { Status = 1 }.Write(_rig.Intermediate.Signer);
        var pin = new PinnedKey(System.Security.Cryptography.SHA256.HashData(leaf.PublicKey.ExportSubjectPublicKeyInfo()), null);
        Assert.Equal(TrustFault.Revoked, (await _rig.VerifyAsync(_rig.Claim(leaf) with { StapledOcsp = staple }, Soft with { Pins = [pin] })).Fault);
    }
}
