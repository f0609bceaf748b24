// From a host to its addresses.
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class AddressLookupTests : IAsyncDisposable
{
    private const string Host = "xmpp.example.org";

    private readonly MemoryResolver _dns = new();

    public ValueTask DisposeAsync() => _dns.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Families_take_turns_and_ipv6_begins()
    {
        _dns.Address(Host, "192.0.2.1").Address(Host, "192.0.2.2").Address(Host, "192.0.2.3").Address(Host, "2001:db8::1").Address(Host, "2001:db8::2");

        Assert.Equal(["2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2", "192.0.2.3"], (await FindAsync()).Addresses.Select(address => address.ToString()));
    }

    [Fact]
    public async Task One_family_is_enough_when_the_other_fails()
    {
        _dns.Address(Host, "192.0.2.1", DnsSecurity.Secure).Fail(Host, DnsType.Aaaa, DnsCode.ServerFailure);
        var found = await FindAsync();

        Assert.Equal((DnsCode.NoError, true), (found.Code, found.IsSecure));
        Assert.Single(found.Addresses);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("::")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:192.0.2.1")]
    public async Task What_nobody_can_connect_to_is_no_address(string address)
    {
        _dns.Address(Host, address);

        Assert.Empty((await FindAsync()).Addresses);
    }

    [Fact]
    public async Task Of_too_many_addresses_some_are_tried()
    {
        for (var i = 1; i < 100; i++) _dns.Address(Host, $"192.0.2.{i}").Address(Host, $"2001:db8::{i}");

        Assert.Equal(2 * AddressLookup.MaxPerFamily, (await FindAsync()).Addresses.Count);
    }

    [Theory]
    [InlineData(DnsCode.NoData, DnsCode.NoData, DnsCode.NoData)]
    [InlineData(DnsCode.NoData, DnsCode.Timeout, DnsCode.Timeout)]
    [InlineData(DnsCode.Bogus, DnsCode.NoData, DnsCode.Bogus)]
    public async Task Without_an_address_the_worse_reason_counts(DnsCode four, DnsCode six, DnsCode code)
    {
        _dns.Fail(Host, DnsType.A, four).Fail(Host, DnsType.Aaaa, six);
        var found = await FindAsync();

        Assert.Equal(code, found.Code);
        Assert.Contains(Host, found.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_said_not_to() => Assert.Equal(DnsCode.NxDomain, (await FindAsync()).Code);

    [Fact]
    public async Task Addresses_are_secure_when_all_that_was_learnt_is()
    {
        _dns.DenialSecurity = DnsSecurity.Secure;
        _dns.Address(Host, "192.0.2.1", DnsSecurity.Secure);
        Assert.True((await FindAsync()).IsSecure);

        _dns.Address(Host, "2001:db8::1");
        Assert.False((await FindAsync()).IsSecure);
    }

    [Fact]
    public async Task The_alias_of_a_host_is_told()
    {
        _dns.Alias(Host, "host.example.net").Address("host.example.net", "192.0.2.1");

        Assert.Equal("host.example.net", (await FindAsync()).CanonicalName);
    }

    [Fact]
    public async Task An_address_is_itself_and_never_secure()
    {
        var found = await AddressLookup.ResolveAsync(_dns, "192.0.2.1", Cancel);

        Assert.Equal(("192.0.2.1", false), (Assert.Single(found.Addresses).ToString(), found.IsSecure));
        Assert.Empty(_dns.Asked);
    }

    private ValueTask<AddressLookupResult> FindAsync() => AddressLookup.ResolveAsync(_dns, Host, Cancel);
}
