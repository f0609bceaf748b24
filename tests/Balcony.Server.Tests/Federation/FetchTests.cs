// The fetcher's bounds: bytes, time, redirects, schemes and addresses.
using System.Net;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class FetchTests
{
    private static readonly FetchOptions Loopback = new() { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], Timeout = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task What_is_there_is_fetched()
    {
        await using var web = new LoopbackWeb((path, body) => new WebAnswer([(byte)path.Length, (byte)body.Length]));
        Assert.Equal([4, 0], (await FetchAsync($"{web.Address}/abc")).Bytes);
    }

    [Fact]
    public async Task More_bytes_than_allowed_are_not_read()
    {
        await using var web = new LoopbackWeb((path, _) => new WebAnswer(new byte[1_001]) { IsEndless = path == "/endless" });
        Assert.Contains("1000 bytes", (await FetchAsync(web.Address)).Failure, StringComparison.Ordinal);
        Assert.Contains("1000 bytes", (await FetchAsync($"{web.Address}/endless")).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_ends()
    {
        await using var web = new LoopbackWeb((_, _) => null);
        Assert.Contains("no answer within", (await FetchAsync(web.Address, Loopback with { Timeout = TimeSpan.FromMilliseconds(100) })).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_so_far()
    {
        await using var web = new LoopbackWeb((path, _) => path.Length < 5 ? new WebAnswer([], 302) { Location = path + "x" } : new WebAnswer([1]));
        Assert.Equal([1], (await FetchAsync($"{web.Address}/x", Loopback with { MaxRedirects = 3 })).Bytes);
        Assert.Contains("more than 2 redirects", (await FetchAsync($"{web.Address}/x", Loopback with { MaxRedirects = 2 })).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://user@127.0.0.1/")]
    public async Task Redirects_lead_to_http_only(string location)
    {
        await using var web = new LoopbackWeb((_, _) => new WebAnswer([], 301) { Location = location });
        Assert.NotNull((await FetchAsync(web.Address)).Failure);
        Assert.NotNull((await FetchAsync(location)).Failure);
    }

    [Fact]
    public async Task A_redirect_away_from_tls_is_not_followed_where_tls_is_needed() =>
        Assert.Contains("is not https", (await FetchAsync("http://127.0.0.1/", isHttpsOnly: true)).Failure, StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("localhost")]
    [InlineData("name.example")]
    public async Task Addresses_of_our_own_networks_are_not_connected_to(string host)
    {
        await using var web = new LoopbackWeb((_, _) => new WebAnswer([1]));
        var fetched = await FetchAsync($"http://{host}:{web.EndPoint.Port}/", new FetchOptions());
        Assert.Contains("no public address", fetched.Failure, StringComparison.Ordinal);
        Assert.Equal(0, web.Requests);
    }

    [Theory]
    [InlineData("192.0.1.1", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("::10.0.0.1", false)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsAllowed(IPAddress.Parse(address), []));

    [Fact]
    public void Networks_of_our_own_may_be_allowed() =>
        Assert.True(PublicAddresses.IsAllowed(IPAddress.Parse("::ffff:10.1.2.3"), [IPNetwork.Parse("10.0.0.0/8")]));

    private static async Task<FetchResult> FetchAsync(string address, FetchOptions? options = null, bool isHttpsOnly = false)
    {
        using var fetcher = new Fetcher(options ?? Loopback, (_, _) => new([IPAddress.Loopback, IPAddress.IPv6Loopback]), TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(new Uri(address), 1_000, TrustAnchors.System) { IsHttpsOnly = isHttpsOnly }, TestContext.Current.CancellationToken);
    }
}
