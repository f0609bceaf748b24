// What our own verifier makes of the lab's peers: passed by the method that is expected, or refused for the reason that is.
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabVerdictTests(LabProcess lab) : IAsyncLifetime
{
    private static readonly BareJid Host = BareJid.Parse("capulet.example");
    private UnboundResolver _resolver = null!;
    private PeerVerifier _verifier = null!;

    public ValueTask InitializeAsync()
    {
        _resolver = new UnboundResolver(
            new DnsOptions { Servers = [lab.Dns], TrustAnchorFile = lab.TrustAnchor, HostsFile = null, Validation = DnsValidation.On }, TimeProvider.System);
        _verifier = new PeerVerifier(
            new FederationSettings
            {
                Server = new FederationOptions
                {
                    Fetch = new FetchOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], Timeout = TimeSpan.FromSeconds(3) },
                },
                Anchors = new Dictionary<BareJid, IReadOnlyList<string>> { [Host] = [lab.Authority] },
            },
            _resolver, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _verifier.Dispose();
        await _resolver.DisposeAsync();
    }

    [Fact]
    public async Task Each_peer_passes_by_its_method_or_is_refused_for_its_reason()
    {
        var peers = lab.Names.Select(lab.Peer).Where(IsAboutTrust).ToList();
        Assert.True(peers.Count > 60, $"only {peers.Count} peers of the lab are about trust");
        var wrong = (await Task.WhenAll(peers.Select(peer => CompareAsync(peer, RevocationMode.SoftFail)))).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("crl-down")]
    [InlineData("crl-forged")]
    [InlineData("crl-outdated")]
    [InlineData("crl-huge")]
    [InlineData("ocsp-down")]
    [InlineData("ocsp-silent")]
    [InlineData("ocsp-forged")]
    [InlineData("ocsp-outdated")]
    [InlineData("ocsp-unknown")]
    public async Task Who_fails_hard_refuses_those_of_whom_nobody_can_say(string name)
    {
        var verdict = await VerifyAsync(lab.Peer(name), RevocationMode.HardFail);
        Assert.NotNull(verdict);
        Assert.Equal(TrustFault.RevocationUnknown, verdict.Fault);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("crl")]
    [InlineData("ocsp")]
    [InlineData("ecdsa")]
    public async Task Who_fails_hard_accepts_those_of_whom_somebody_says_that_they_are_good(string name)
    {
        var verdict = await VerifyAsync(lab.Peer(name), RevocationMode.HardFail);
        Assert.NotNull(verdict);
        Assert.True(verdict.IsTrusted, verdict.Explanation);
    }

    // The others are about streams, or about names that are not found.
    private static bool IsAboutTrust(JsonElement peer)
    {
        if (peer.GetProperty("service").GetString() != "server" || !peer.TryGetProperty("outbound", out var expected)) return false;
        return Enum.TryParse<TrustFault>(expected.GetProperty("fault").GetString(), out _)
            || (expected.GetProperty("passes").GetBoolean() && Enum.TryParse<TrustMethod>(expected.GetProperty("method").GetString(), out _))
            || peer.GetProperty("name").GetString()!.StartsWith("posh", StringComparison.Ordinal);
    }

    // Null when it is as expected.
    private async Task<string?> CompareAsync(JsonElement peer, RevocationMode revocation)
    {
        var (name, expected) = (peer.GetProperty("name").GetString(), peer.GetProperty("outbound"));
        if (await VerifyAsync(peer, revocation) is not { } verdict) return $"{name}: was not found by DNS";
        var passes = expected.GetProperty("passes").GetBoolean();
        var (method, fault) = (expected.GetProperty("method").GetString(), expected.GetProperty("fault").GetString());
        var isRight = verdict.IsTrusted == passes
            && (passes ? method is null || method == verdict.Method.ToString() : fault is null || fault == verdict.Fault.ToString());
        return isRight ? null : $"{name}: expected {(passes ? method : fault)}, not {verdict.Method} {verdict.Fault}: {verdict.Explanation}";
    }

    private async Task<TrustVerdict?> VerifyAsync(JsonElement peer, RevocationMode revocation)
    {
        var cancel = TestContext.Current.CancellationToken;
        var domain = peer.GetProperty("domain").GetString()!;
        var found = await ServiceLookup.FindAsync(_resolver, domain, ServiceKind.Server, cancel);
        if (found.Targets is not [var target, ..]) return null;
        var address = await AddressLookup.ResolveAsync(_resolver, target.Host, cancel);
        var shown = new X509Certificate2Collection();
        shown.ImportFromPemFile(peer.GetProperty("certificate").GetString()!);
        return await _verifier.VerifyAsync(
            new PeerClaim
            {
                Host = Host,
                Domain = domain,
                IsOutgoing = true,
                Certificate = shown[0],
                Chain = [.. shown.Skip(1)],
                Target = target,
                IsAddressSecure = address.IsSecure,
            },
            new PeerPolicy { Revocation = revocation }, cancel);
    }
}
