// From a domain to the hosts to try: RFC 6120 §3.2, RFC 2782, XEP-0368.
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class ServiceLookupTests : IAsyncDisposable
{
    private const string Domain = "example.org", Plain = "_xmpp-server._tcp.example.org", Tls = "_xmpps-server._tcp.example.org";

    private readonly MemoryResolver _dns = new();

    public ValueTask DisposeAsync() => _dns.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_kinds_of_records_are_mixed_by_priority()
    {
        _dns.Service(Plain, 30, 0, 5269, "c.example.org").Service(Plain, 10, 0, 5269, "a.example.org").Service(Tls, 20, 0, 443, "b.example.org");

        Assert.Equal(["a.example.org:5269", "b.example.org:443 (direct TLS)", "c.example.org:5269"], await TargetsAsync());
    }

    [Fact]
    public async Task Clients_have_records_of_their_own()
    {
        _dns.Service("_xmpp-client._tcp.example.org", 1, 1, 5222, "a.example.org").Service("_xmpps-client._tcp.example.org", 2, 1, 5223, "a.example.org");
        var found = await ServiceLookup.FindAsync(_dns, Domain, ServiceKind.Client, Cancel);

        Assert.Equal(["a.example.org:5222", "a.example.org:5223 (direct TLS)"], found.Targets.Select(target => target.ToString()));
    }

    [Theory]
    [InlineData(ServiceKind.Server, "example.org:5269")]
    [InlineData(ServiceKind.Client, "example.org:5222")]
    public async Task Without_any_record_the_domain_itself_is_the_host(ServiceKind kind, string target)
    {
        var found = await ServiceLookup.FindAsync(_dns, Domain, kind, Cancel);

        Assert.Equal(target, Assert.Single(found.Targets).ToString());
        // There is no name in between that somebody could have forged.
        Assert.True(found.IsFallback && found.Targets[0].IsSecure);
    }

    [Theory]
    [InlineData(DnsCode.ServerFailure, true)]
    [InlineData(DnsCode.Timeout, true)]
    [InlineData(DnsCode.Bogus, false)]
    public async Task Not_knowing_is_not_knowing_that_there_is_none(DnsCode code, bool isTemporary)
    {
        foreach (var failing in new[] { Plain, Tls })
        {
            await using var dns = new MemoryResolver();
            dns.Fail(failing, DnsType.Srv, code, "as the test wants it");
            var found = await ServiceLookup.FindAsync(dns, Domain, ServiceKind.Server, Cancel);

            Assert.Empty(found.Targets);
            Assert.Equal((false, isTemporary, false), (found.IsFallback, found.IsTemporary, found.IsRefused));
            Assert.Contains(failing, found.Failure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_one_question_found_is_used_although_the_other_failed()
    {
        _dns.Service(Plain, 1, 1, 5269, "a.example.org", DnsSecurity.Secure).Fail(Tls, DnsType.Srv, DnsCode.Bogus);
        var found = await FindAsync();

        Assert.True(Assert.Single(found.Targets).IsSecure);
        Assert.Equal(DnsSecurity.Bogus, found.Security);
    }

    [Fact]
    public async Task A_dot_says_that_there_is_no_service()
    {
        _dns.Service(Plain, 0, 0, 0, ".");
        var found = await FindAsync();

        Assert.True(found.IsRefused);
        Assert.Empty(found.Targets);
    }

    [Fact]
    public async Task A_dot_for_direct_tls_alone_leaves_the_rest()
    {
        // XEP-0368, implementation notes: then only _xmpp-server is left, and no fallback.
        _dns.Service(Tls, 0, 0, 0, ".");
        Assert.True((await FindAsync()).IsRefused);
        _dns.Service(Plain, 1, 1, 5269, "a.example.org");
        Assert.Equal(["a.example.org:5269"], await TargetsAsync());
    }

    [Fact]
    public async Task A_dot_beside_an_answer_that_failed_refuses_nothing()
    {
        _dns.Service(Tls, 0, 0, 0, ".").Fail(Plain, DnsType.Srv, DnsCode.Timeout);
        var found = await FindAsync();

        Assert.Equal((false, true), (found.IsRefused, found.IsTemporary));
    }

    [Theory]
    [InlineData("192.0.2.1", 5269)]
    [InlineData("a.example.org", 0)]
    public async Task Targets_that_cannot_be_are_passed_over_and_named(string target, int port)
    {
        _dns.Service(Plain, 1, 1, 5269, "b.example.org").Add(Plain, DnsType.Srv, WireMessage.Service(0, 0, (ushort)port, WireMessage.NameOf(target)));
        var found = await FindAsync();

        Assert.Equal("b.example.org", Assert.Single(found.Targets).Host);
        Assert.Contains(target, Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_none_of_which_can_be_used_are_no_reason_to_fall_back()
    {
        _dns.Add(Plain, DnsType.Srv, WireMessage.Service(0, 0, 5269, WireMessage.NameOf("not a host")));
        var found = await FindAsync();

        Assert.Empty(found.Targets);
        Assert.Equal((false, false), (found.IsRefused, found.IsFallback));
    }

    [Fact]
    public async Task A_target_is_tried_once_and_not_too_many_are()
    {
        for (var i = 0; i < 100; i++) _dns.Service(Plain, i / 2, 0, 5269, $"host{i / 2}.example.org");
        var found = await FindAsync();

        Assert.Equal(ServiceLookup.MaxTargets, found.Targets.Count);
        Assert.Equal(ServiceLookup.MaxTargets, found.Targets.Distinct().Count());
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1:5269")]
    [InlineData("[2001:db8::1]", "[2001:db8::1]:5269")]
    public async Task An_address_needs_no_question(string domain, string target)
    {
        Assert.Equal(target, Assert.Single((await ServiceLookup.FindAsync(_dns, domain, ServiceKind.Server, Cancel)).Targets).ToString());
        Assert.Empty(_dns.Asked);
    }

    [Fact]
    public async Task An_international_domain_is_asked_for_in_ascii()
    {
        _dns.Service("_xmpp-server._tcp.xn--bcher-kva.example", 1, 1, 5269, "xn--bcher-kva.example");

        Assert.Equal("xn--bcher-kva.example", (await ServiceLookup.FindAsync(_dns, "bücher.example", ServiceKind.Server, Cancel)).Targets[0].Host);
    }

    [Fact]
    public async Task A_domain_that_can_be_no_name_has_a_failure_for_good()
    {
        var found = await ServiceLookup.FindAsync(_dns, new string('a', 64), ServiceKind.Server, Cancel);

        Assert.Equal((0, false), (found.Targets.Count, found.IsTemporary));
        Assert.NotNull(found.Failure);
    }

    [Fact]
    public async Task Each_target_is_as_secure_as_the_answer_that_named_it()
    {
        _dns.Service(Plain, 1, 1, 5269, "a.example.org", DnsSecurity.Secure).Service(Tls, 2, 1, 5270, "b.example.org");
        var found = await FindAsync();

        Assert.Equal([true, false], found.Targets.Select(target => target.IsSecure));
        Assert.Equal(DnsSecurity.Insecure, found.Security);
    }

    [Fact]
    public async Task The_alias_of_a_records_owner_is_followed()
    {
        _dns.Alias(Plain, "_xmpp-server._tcp.hoster.example").Service("_xmpp-server._tcp.hoster.example", 1, 1, 5269, "a.hoster.example");

        Assert.Equal(["a.hoster.example:5269"], await TargetsAsync());
    }

    [Fact]
    public async Task Weights_are_the_shares_of_who_comes_first()
    {
        _dns.Service(Plain, 1, 60, 5269, "a.example.org").Service(Plain, 1, 30, 5269, "b.example.org").Service(Plain, 1, 10, 5269, "c.example.org")
            .Service(Plain, 1, 0, 5269, "d.example.org");
        var random = new Random(11);
        var first = new Dictionary<char, int> { ['a'] = 0, ['b'] = 0, ['c'] = 0, ['d'] = 0 };
        for (var i = 0; i < 10_000; i++)
            first[(await ServiceLookup.FindAsync(_dns, Domain, ServiceKind.Server, random, Cancel)).Targets[0].Host[0]]++;

        Assert.InRange(first['a'], 5_700, 6_200);
        Assert.InRange(first['b'], 2_750, 3_200);
        Assert.InRange(first['c'], 850, 1_150);
        // RFC 2782: "a very small chance".
        Assert.InRange(first['d'], 1, 200);
    }

    [Fact]
    public async Task Without_weights_any_may_come_first()
    {
        for (var i = 0; i < 4; i++) _dns.Service(Plain, 1, 0, 5269, $"host{i}.example.org");
        var random = new Random(11);
        var first = new HashSet<string>();
        for (var i = 0; i < 200; i++) first.Add((await ServiceLookup.FindAsync(_dns, Domain, ServiceKind.Server, random, Cancel)).Targets[0].Host);

        Assert.Equal(4, first.Count);
    }

    [Fact]
    public async Task Whatever_the_records_are_the_rules_hold()
    {
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            await using var dns = new MemoryResolver();
            var records = new List<(string Owner, int Priority, string Target, int Port)>();
            var fails = new HashSet<string>();
            foreach (var owner in new[] { Plain, Tls })
            {
                if (random.Next(5) == 0)
                {
                    fails.Add(owner);
                    dns.Fail(owner, DnsType.Srv, random.Next(2) == 0 ? DnsCode.Bogus : DnsCode.ServerFailure);
                    continue;
                }
                for (var count = random.Next(random.Next(1, 30)); count > 0; count--)
                {
                    var (priority, target, port) = (random.Next(4), random.Next(6) == 0 ? "." : $"host{random.Next(9)}.example.org", random.Next(3) * 2_000);
                    records.Add((owner, priority, target, port));
                    dns.Service(owner, priority, random.Next(3) * random.Next(65_536), port, target);
                }
            }
            var found = await ServiceLookup.FindAsync(dns, Domain, ServiceKind.Server, random, Cancel);
            var usable = records.Where(record => record.Target != "." && record.Port != 0).ToList();

            Assert.Equal(records.Count == 0 && fails.Count == 0, found.IsFallback);
            Assert.Equal(usable.Count == 0 && !found.IsFallback, found.Failure is not null);
            Assert.Equal(found.Failure is not null, found.Targets.Count == 0);
            Assert.Equal(records.Count > 0 && fails.Count == 0 && records.All(record => record.Target == "."), found.IsRefused);
            if (found.IsFallback) continue;
            // In each place the best priority of those that a target has, never before a better one.
            var priorities = found.Targets.Select(target => usable
                .Where(record => record.Target == target.Host && record.Port == target.Port && record.Owner == Tls == target.DirectTls).Min(record => record.Priority)).ToList();
            Assert.Equal(priorities.Order(), priorities);
            Assert.Equal(Math.Min(ServiceLookup.MaxTargets, usable.DistinctBy(record => (record.Owner, record.Target, record.Port)).Count()), found.Targets.Count);
        }
    }

    private ValueTask<ServiceLookupResult> FindAsync() => ServiceLookup.FindAsync(_dns, Domain, ServiceKind.Server, Cancel);

    private async Task<IEnumerable<string>> TargetsAsync() => (await FindAsync()).Targets.Select(target => target.ToString());
}
