// Which policy is in force for a peer: of all that is said the most specific, and of equals the nearest.
using Balcony.Server.Federation;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class PeerPoliciesTests
{
    private static readonly BareJid Host = BareJid.Parse("montague.example");
    private static readonly BareJid Other = BareJid.Parse("verona.example");

    [Fact]
    public async Task Without_a_word_peers_are_verified_over_tls()
    {
        var policy = (await LoadAsync(new FederationOptions())).For(Host, "capulet.example");
        Assert.True(policy is { IsAllowed: true, Trust: PeerTrust.Verified, MinimumTls: MinimumTls.Tls12, Revocation: RevocationMode.SoftFail, AllowsDialback: false, IsTlsRequired: true });
    }

    [Theory]
    [InlineData("capulet.example", false)]
    [InlineData("friends.capulet.example", true)]
    [InlineData("rooms.friends.capulet.example", true)]
    [InlineData("foes.capulet.example", false)]
    [InlineData("verona.example", true)]
    [InlineData("notcapulet.example", true)]
    public async Task The_longer_pattern_holds(string peer, bool isAllowed)
    {
        var policies = await LoadAsync(new FederationOptions { Deny = ["*.capulet.example", "capulet.example"], Allow = ["*", "friends.capulet.example", "*.friends.capulet.example"] });
        var policy = policies.For(Host, peer);
        Assert.Equal(isAllowed, policy.IsAllowed);
        Assert.Equal(isAllowed, policy.WhyRefused is null);
    }

    [Fact]
    public async Task An_allow_list_refuses_those_that_are_not_on_it()
    {
        var policies = await LoadAsync(new FederationOptions { Allow = ["*.capulet.example"] });
        Assert.False(policies.For(Host, "verona.example").IsAllowed);
        Assert.True(policies.For(Host, "a.capulet.example").IsAllowed);
    }

    [Fact]
    public async Task Between_equals_denial_holds() =>
        Assert.False((await LoadAsync(new FederationOptions { Allow = ["capulet.example"], Deny = ["capulet.example"] })).For(Host, "capulet.example").IsAllowed);

    [Fact]
    public async Task Names_are_compared_as_dns_does()
    {
        var policies = await LoadAsync(new FederationOptions { Deny = ["Bücher.example"] });
        Assert.False(policies.For(Host, "xn--bcher-kva.example").IsAllowed);
        Assert.False(policies.For(Host, "BÜCHER.example").IsAllowed);
        Assert.True(policies.For(Host, "bucher.example").IsAllowed);
    }

    [Fact]
    public async Task A_host_differs_from_the_server_and_a_peer_from_the_host()
    {
        var settings = new FederationSettings
        {
            Server = new FederationOptions { Trust = PeerTrust.Dialback, Peers = new Dictionary<string, PeerOptions> { ["*.capulet.example"] = new() { Trust = PeerTrust.None, MinimumTls = MinimumTls.None } } },
            Hosts = new Dictionary<BareJid, HostFederationOptions>
            {
                [Host] = new() { Trust = PeerTrust.Dane, Peers = new Dictionary<string, PeerOptions> { ["*.capulet.example"] = new() { Trust = PeerTrust.Verified } } },
                [Other] = new() { Enabled = false },
            },
        };
        var policies = await LoadAsync(settings);
        Assert.Equal(PeerTrust.Dane, policies.For(Host, "verona.example").Trust);
        var peer = policies.For(Host, "a.capulet.example");
        Assert.Equal((PeerTrust.Verified, MinimumTls.None), (peer.Trust, peer.MinimumTls));
        Assert.Equal("Federation is off for this host.", policies.For(Other, "capulet.example").WhyRefused);
        Assert.Equal(PeerTrust.Dialback, policies.For(BareJid.Parse("third.example"), "verona.example").Trust);
    }

    [Fact]
    public async Task What_is_set_for_a_host_holds_for_its_rooms()
    {
        var below = BareJid.Parse($"other.{Host}");
        var settings = new FederationSettings
        {
            Server = new FederationOptions { Trust = PeerTrust.Dialback },
            Hosts = new Dictionary<BareJid, HostFederationOptions> { [Host] = new() { Deny = ["capulet.example"] }, [below] = new() },
        };
        var policies = await LoadAsync(settings);
        await policies.SetAsync(Host, "verona.example", policy => policy with { IsAllowed = false }, TestContext.Current.CancellationToken);
        var rooms = BareJid.Parse($"conference.{Host}");
        Assert.False(policies.For(rooms, "capulet.example").IsAllowed);
        Assert.False(policies.For(rooms, "verona.example").IsAllowed);
        Assert.True(policies.For(rooms, "mantua.example").IsAllowed);
        // A host of its own, though its name is below the other's.
        Assert.True(policies.For(below, "capulet.example").IsAllowed);
        Assert.Equal(below, settings.HostOf(BareJid.Parse($"conference.{below}")));
    }

    [Fact]
    public async Task What_a_command_sets_holds_over_the_configuration_and_a_restart()
    {
        await using var storage = new MemoryStorage();
        var settings = new FederationSettings { Server = new FederationOptions { Deny = ["capulet.example"] } };
        using (var first = new PeerPolicies(settings, storage))
        {
            Assert.False(first.For(Host, "verona.example").IsAllowed);
            await first.LoadAsync(TestContext.Current.CancellationToken);
            var changed = new List<string?>();
            first.Changed += (_, pattern) => changed.Add(pattern);
            Assert.Equal(PolicyChange.Done, await first.SetAsync(Host, "Capulet.example", policy => policy with { IsAllowed = true, Note = "peace" }, TestContext.Current.CancellationToken));
            Assert.Equal(PolicyChange.BadPattern, await first.SetAsync(Host, "capulet.*", policy => policy, TestContext.Current.CancellationToken));
            Assert.Equal(["capulet.example"], changed);
        }
        using var second = new PeerPolicies(settings, storage);
        await second.LoadAsync(TestContext.Current.CancellationToken);
        Assert.True(second.For(Host, "capulet.example").IsAllowed);
        Assert.False(second.For(Other, "capulet.example").IsAllowed);
        Assert.Equal("peace", Assert.Single(second.List()).Policy.Note);
        Assert.True(await second.RemoveAsync(Host, "capulet.example", TestContext.Current.CancellationToken));
        Assert.False(await second.RemoveAsync(Host, "capulet.example", TestContext.Current.CancellationToken));
        Assert.False(second.For(Host, "capulet.example").IsAllowed);
    }

    [Fact]
    public async Task Commands_set_no_more_policies_than_there_may_be()
    {
        var policies = await LoadAsync(new FederationOptions { MaxStoredPolicies = 2 });
        foreach (var (i, expected) in new[] { PolicyChange.Done, PolicyChange.Done, PolicyChange.Full }.Index())
        {
            Assert.Equal(expected, await policies.SetAsync(Host, $"p{i}.example", policy => policy with { IsAllowed = false }, TestContext.Current.CancellationToken));
        }
    }

    private static Task<PeerPolicies> LoadAsync(FederationOptions options) => LoadAsync(new FederationSettings { Server = options });

    private static async Task<PeerPolicies> LoadAsync(FederationSettings settings)
    {
        var policies = new PeerPolicies(settings, new MemoryStorage());
        await policies.LoadAsync(TestContext.Current.CancellationToken);
        return policies;
    }
}
