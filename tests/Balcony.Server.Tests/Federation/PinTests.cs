// Exceptions that an operator makes: one key of one peer, until a day.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class PinTests : IDisposable
{
    private readonly TrustRig _rig = new();
    private readonly X509Certificate2 _leaf = TestAuthority.SelfSigned(new Wanted());

    public void Dispose()
    {
        _leaf.Dispose();
        _rig.Dispose();
    }

    [Theory]
    [InlineData(true, null, TrustMethod.Pinned, TrustFault.None)]
    [InlineData(true, 1, TrustMethod.Pinned, TrustFault.None)]
    [InlineData(true, -1, TrustMethod.None, TrustFault.PinExpired)]
    [InlineData(false, null, TrustMethod.None, TrustFault.PinMismatch)]
    public async Task A_pinned_key_is_believed_until_its_day(bool isRight, int? days, TrustMethod method, TrustFault fault)
    {
        var hash = isRight ? SHA256.HashData(_leaf.PublicKey.ExportSubjectPublicKeyInfo()) : new byte[32];
        var until = days is { } count ? TestAuthority.Now + TimeSpan.FromDays(count) : (DateTimeOffset?)null;
        var verdict = await VerifyAsync(new PinnedKey(hash, until));
        Assert.Equal((method, fault), (verdict.Method, verdict.Fault));
        Assert.Equal(method == TrustMethod.Pinned, verdict.IsTrusted);
    }

    [Fact]
    public async Task The_verdict_says_how_to_write_the_pin()
    {
        var verdict = await VerifyAsync();
        Assert.Equal(TrustFault.SelfSigned, verdict.Fault);
        Assert.True(PinnedKeys.TryParse(verdict.KeyHash!, null, out var pin, out _));
        Assert.True((await VerifyAsync(pin)).IsTrusted);
        Assert.EndsWith($"balcony federation pin capulet.example {verdict.KeyHash} --until DAY.", verdict.Fix, StringComparison.Ordinal);
        // A key that is not the pinned one is no reason to pin it.
        Assert.DoesNotContain("federation pin", (await VerifyAsync(new PinnedKey(new byte[32], null))).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_of_a_peer_whose_certificate_holds_is_not_needed() =>
        Assert.Equal(TrustMethod.Pkix, (await _rig.VerifyAsync(_rig.Leaf(), new PeerPolicy { Revocation = RevocationMode.Off, Pins = [new PinnedKey(new byte[32], null)] })).Method);

    [Theory]
    [InlineData("AB:CD", null, false)]
    [InlineData("zz", null, false)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", null, true)]
    [InlineData("00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00", "2027-01-01", true)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "2027-01-01T10:00:00Z", true)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "next week", false)]
    public void Pins_are_read_as_people_write_them(string sha256, string? until, bool isGood) => Assert.Equal(isGood, PinnedKeys.TryParse(sha256, until, out _, out _));

    private ValueTask<TrustVerdict> VerifyAsync(params PinnedKey[] pins) =>
        _rig.VerifyAsync(_rig.Claim(_leaf) with { Chain = [] }, new PeerPolicy { Revocation = RevocationMode.Off, Pins = pins });
}
