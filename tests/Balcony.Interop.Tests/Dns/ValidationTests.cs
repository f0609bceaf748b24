// libunbound against BIND: what is signed is secure, what is not is insecure, and what should be and is not is no answer.
using System.Net;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Interop.Tests.Dns;

public sealed class ValidationTests(SignedZones zones) : IClassFixture<SignedZones>, IAsyncLifetime
{
    private readonly UnboundResolver _resolver = new(zones.Options, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _resolver.DisposeAsync();

    [Theory]
    [InlineData("lit")]
    [InlineData("hashed")]
    [InlineData("test")]
    public async Task Signed_records_are_secure(string zone)
    {
        var answer = await _resolver.AskAsync($"_xmpp-server._tcp.capulet.{zone}", DnsType.Srv, Cancel);

        Assert.Equal((DnsCode.NoError, DnsSecurity.Secure), (answer.Code, answer.Security));
        Assert.Equal(
            [new DnsService(10, 50, 5269, $"xmpp.capulet.{zone}"), new DnsService(30, 0, 5299, $"backup.capulet.{zone}")],
            answer.Services.OrderBy(service => service.Priority));
        Assert.InRange(answer.Ttl, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task Bind_s_own_validator_agrees() =>
        Assert.Contains("fully validated", await zones.Server.DelvAsync("_xmpp-server._tcp.capulet.lit", "SRV"), StringComparison.Ordinal);

    [Fact]
    public async Task A_zone_of_which_the_root_proves_that_it_is_not_signed_is_insecure()
    {
        var answer = await _resolver.AskAsync("capulet.plain", DnsType.A, Cancel);

        Assert.Equal((DnsCode.NoError, DnsSecurity.Insecure), (answer.Code, answer.Security));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), Assert.Single(answer.Addresses));
    }

    [Theory]
    [InlineData("expired", "expired")]
    [InlineData("stripped", "DNSKEY")]
    public async Task Bad_signatures_are_a_failure_that_says_why(string zone, string why)
    {
        var answer = await _resolver.AskAsync($"capulet.{zone}", DnsType.A, Cancel);

        Assert.Equal((DnsCode.Bogus, DnsSecurity.Bogus), (answer.Code, answer.Security));
        Assert.Empty(answer.Records);
        Assert.Contains(why, answer.WhyBogus, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody.lit", DnsType.A, DnsCode.NxDomain)]
    [InlineData("nobody.hashed", DnsType.A, DnsCode.NxDomain)]
    [InlineData("capulet.lit", DnsType.Txt, DnsCode.NoData)]
    [InlineData("capulet.hashed", DnsType.Txt, DnsCode.NoData)]
    public async Task That_there_is_nothing_is_secure_too(string name, DnsType type, DnsCode code)
    {
        var answer = await _resolver.AskAsync(name, type, Cancel);

        Assert.Equal((code, DnsSecurity.Secure), (answer.Code, answer.Security));
    }

    [Theory]
    [InlineData("nobody.expired")]
    [InlineData("nobody.stripped")]
    public async Task A_denial_with_bad_signatures_is_bogus(string name) =>
        Assert.Equal(DnsCode.Bogus, (await _resolver.AskAsync(name, DnsType.A, Cancel)).Code);

    [Theory]
    [InlineData("alias.lit", "capulet.lit", DnsSecurity.Secure)]
    [InlineData("elsewhere.lit", "capulet.plain", DnsSecurity.Insecure)]
    [InlineData("elsewhere.plain", "capulet.lit", DnsSecurity.Insecure)]
    public async Task An_alias_is_followed_and_the_chain_is_as_secure_as_its_weakest_part(string name, string canonical, DnsSecurity security)
    {
        var answer = await _resolver.AskAsync(name, DnsType.A, Cancel);

        Assert.Equal((canonical, security), (answer.CanonicalName, answer.Security));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), Assert.Single(answer.Addresses));
    }

    [Fact]
    public async Task Tlsa_records_come_whole()
    {
        var answer = await _resolver.AskAsync("_5269._tcp.xmpp.capulet.lit", DnsType.Tlsa, Cancel);

        Assert.True(answer.IsSecure);
        Assert.Equal("3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Assert.Single(answer.Tlsas).ToString());
    }

    [Fact]
    public async Task An_answer_too_large_for_a_datagram_comes_whole() =>
        Assert.Equal(40, (await _resolver.AskAsync("large.lit", DnsType.Txt, Cancel)).Texts.Count);

    [Fact]
    public async Task The_targets_of_a_domain_are_found_in_order()
    {
        var found = await ServiceLookup.FindAsync(_resolver, "capulet.lit", ServiceKind.Server, Cancel);

        Assert.Equal(
            [
                new ServiceTarget("xmpp.capulet.lit", 5269, DirectTls: false, IsSecure: true), new ServiceTarget("xmpp.capulet.lit", 5270, DirectTls: true, IsSecure: true),
                new ServiceTarget("backup.capulet.lit", 5299, DirectTls: false, IsSecure: true),
            ],
            found.Targets);
        Assert.Equal(DnsSecurity.Secure, found.Security);
    }

    [Theory]
    [InlineData("alias.lit", "xmpp.capulet.lit")]
    [InlineData("bücher.lit", "xn--bcher-kva.lit")]
    [InlineData("BÜCHER.lit.", "xn--bcher-kva.lit")]
    public async Task Aliases_and_international_names_lead_to_the_records(string domain, string host) =>
        Assert.Equal(host, (await ServiceLookup.FindAsync(_resolver, domain, ServiceKind.Server, Cancel)).Targets[0].Host);

    [Theory]
    [InlineData("capulet.expired")]
    [InlineData("capulet.stripped")]
    public async Task A_bogus_domain_has_no_targets_and_no_fallback(string domain)
    {
        var found = await ServiceLookup.FindAsync(_resolver, domain, ServiceKind.Server, Cancel);

        Assert.Empty(found.Targets);
        Assert.Equal((DnsSecurity.Bogus, false, false), (found.Security, found.IsFallback, found.IsTemporary));
        Assert.Contains("not signed as they must be", found.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_says_no_is_heard() =>
        Assert.True((await ServiceLookup.FindAsync(_resolver, "absent.lit", ServiceKind.Server, Cancel)).IsRefused);

    [Fact]
    public async Task Both_families_of_a_host_are_found()
    {
        var found = await AddressLookup.ResolveAsync(_resolver, "xmpp.capulet.lit", Cancel);

        Assert.Equal([IPAddress.Parse("2001:db8::2"), IPAddress.Parse("192.0.2.2")], found.Addresses);
        Assert.True(found.IsSecure);
    }
}
