// Revocation against OpenSSL's own authority and responder.
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class OpenSslRevocationTests
{
    private static readonly BareJid Host = BareJid.Parse("montague.example");

    [Theory]
    [InlineData("ca")]
    [InlineData("delegate")]
    public async Task A_responder_of_openssl_says_good_and_revoked(string signer)
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var good = await authority.IssueAsync("good", "asks");
        using var bad = await authority.IssueAsync("bad", "asks");
        using var delegated = await authority.IssueAsync("delegate", "responder");
        await authority.RevokeAsync("bad");
        await authority.StartResponderAsync(signer);
        Assert.Equal(TrustFault.None, (await VerifyAsync(authority, good)).Fault);
        var verdict = await VerifyAsync(authority, bad);
        Assert.Equal(TrustFault.Revoked, verdict.Fault);
        Assert.Contains("the key is compromised", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_responder_that_nobody_asked_to_be_one_is_not_believed()
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var good = await authority.IssueAsync("good", "asks");
        using var other = await authority.IssueAsync("other", "asks");
        await authority.StartResponderAsync("other");
        var verdict = await VerifyAsync(authority, good);
        Assert.Equal(TrustFault.RevocationUnknown, verdict.Fault);
        Assert.Contains("and may not", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_openssl_has_who_was_revoked()
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var good = await authority.IssueAsync("good", "lists");
        using var bad = await authority.IssueAsync("bad", "lists");
        await authority.RevokeAsync("bad");
        await authority.ServeListAsync();
        Assert.Equal(TrustFault.None, (await VerifyAsync(authority, good)).Fault);
        Assert.Equal(TrustFault.Revoked, (await VerifyAsync(authority, bad)).Fault);
    }

    [Fact]
    public async Task Where_nobody_answers_hard_fail_refuses_and_soft_fail_does_not()
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var leaf = await authority.IssueAsync("good", "asks");
        Assert.Equal(TrustFault.RevocationUnknown, (await VerifyAsync(authority, leaf)).Fault);
        Assert.True((await VerifyAsync(authority, leaf, RevocationMode.SoftFail)).IsTrusted);
    }

    private static async Task<TrustVerdict> VerifyAsync(OpenSslAuthority authority, X509Certificate2 leaf, RevocationMode mode = RevocationMode.HardFail)
    {
        var settings = new FederationSettings
        {
            Server = new FederationOptions { Posh = false, Fetch = new FetchOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], Timeout = TimeSpan.FromSeconds(60) } },
            Anchors = new Dictionary<BareJid, IReadOnlyList<string>> { [Host] = [authority.AuthorityFile] },
        };
        await using var dns = new MemoryResolver();
        using var verifier = new PeerVerifier(settings, dns, TimeProvider.System);
        var claim = new PeerClaim { Host = Host, Domain = "capulet.example", IsOutgoing = true, Certificate = leaf };
        return await verifier.VerifyAsync(claim, new PeerPolicy { Revocation = mode }, TestContext.Current.CancellationToken);
    }
}
