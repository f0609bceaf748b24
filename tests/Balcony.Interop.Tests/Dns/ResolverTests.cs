// How the resolvers behave beside what they find: without signatures, without servers, with too many questions, when they are stopped.
using System.Net;
using System.Net.Sockets;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Interop.Tests.Dns;

public sealed class ResolverTests(SignedZones zones) : IClassFixture<SignedZones>
{
    private const string Name = "capulet.lit";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_server_is_asked_over_ipv6()
    {
        await using var resolver = new UnboundResolver(zones.Options with { Servers = [zones.Server.EndPoint6] }, TimeProvider.System);

        Assert.True((await resolver.AskAsync(Name, DnsType.A, Cancel)).IsSecure);
    }

    [Fact]
    public async Task With_another_root_s_key_every_answer_is_bogus()
    {
        await using var resolver = new UnboundResolver(zones.Options with { TrustAnchors = TrustAnchors.Root }, TimeProvider.System);

        Assert.Equal(DnsCode.Bogus, (await resolver.AskAsync(Name, DnsType.A, Cancel)).Code);
    }

    [Fact]
    public async Task A_network_without_the_public_root_s_keys_is_used_without_validation()
    {
        await using var resolver = new UnboundResolver(zones.Options with { TrustAnchors = [] }, TimeProvider.System);
        var answer = await resolver.AskAsync(Name, DnsType.A, Cancel);

        Assert.Equal((DnsCode.NoError, DnsSecurity.Insecure), (answer.Code, answer.Security));
        Assert.False(resolver.Validates);
        Assert.Contains("do not deliver the root's keys", resolver.WhyNotValidating, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_must_be_signed_is_not_used_without_signatures()
    {
        await using var resolver = new UnboundResolver(zones.Options with { TrustAnchors = [], Validation = DnsValidation.On }, TimeProvider.System);

        Assert.Equal(DnsCode.Bogus, (await resolver.AskAsync(Name, DnsType.A, Cancel)).Code);
    }

    [Fact]
    public async Task Without_validation_even_bad_signatures_are_an_insecure_answer()
    {
        await using var resolver = new UnboundResolver(zones.Options with { TrustAnchors = [], Validation = DnsValidation.Off }, TimeProvider.System);
        var answer = await resolver.AskAsync("capulet.expired", DnsType.A, Cancel);

        Assert.Equal((DnsCode.NoError, DnsSecurity.Insecure), (answer.Code, answer.Security));
    }

    [Fact]
    public async Task A_domain_can_be_excepted()
    {
        await using var resolver = new UnboundResolver(zones.Options with { InsecureDomains = ["stripped"] }, TimeProvider.System);

        Assert.Equal(DnsSecurity.Insecure, (await resolver.AskAsync("capulet.stripped", DnsType.A, Cancel)).Security);
        Assert.True((await resolver.AskAsync(Name, DnsType.A, Cancel)).IsSecure);
    }

    [Fact]
    public async Task The_anchor_may_be_in_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, zones.Server.Anchor + "\n", Cancel);
        await using (var resolver = new UnboundResolver(zones.Options with { TrustAnchors = [], TrustAnchorFile = file }, TimeProvider.System))
        {
            Assert.True((await resolver.AskAsync(Name, DnsType.A, Cancel)).IsSecure);
        }
        File.Delete(file);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData(". IN DS 20326 8 2 not-hex")]
    public void An_anchor_that_is_none_is_refused_at_the_start(string anchor) =>
        Assert.Contains("libunbound refuses", Assert.Throws<ResolverException>(() => new UnboundResolver(zones.Options with { TrustAnchors = [anchor] }, TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Silence_is_a_timeout()
    {
        using var silent = Silent();
        await using var resolver = new UnboundResolver(
            zones.Options with { Servers = [(IPEndPoint)silent.LocalEndPoint!], Timeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System);

        Assert.Equal(DnsCode.Timeout, (await resolver.AskAsync(Name, DnsType.A, Cancel)).Code);
    }

    [Fact]
    public async Task Whoever_asked_may_give_up()
    {
        using var silent = Silent();
        await using var resolver = new UnboundResolver(zones.Options with { Servers = [(IPEndPoint)silent.LocalEndPoint!] }, TimeProvider.System);
        using var giveUp = new CancellationTokenSource();
        var asking = resolver.AskAsync(Name, DnsType.A, giveUp.Token).AsTask();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_resolver_that_is_stopped_answers_what_was_asked()
    {
        using var silent = Silent();
        var resolver = new UnboundResolver(zones.Options with { Servers = [(IPEndPoint)silent.LocalEndPoint!] }, TimeProvider.System);
        var asking = Enumerable.Range(0, 20).Select(number => resolver.AskAsync($"host{number}.lit", DnsType.A, Cancel).AsTask()).ToList();

        await resolver.DisposeAsync();

        Assert.All(await Task.WhenAll(asking), answer => Assert.Equal(DnsCode.ServerFailure, answer.Code));
    }

    [Fact]
    public async Task Many_questions_at_once_are_all_answered_on_few_threads()
    {
        await using var resolver = new UnboundResolver(zones.Options with { MaxQuestions = 64 }, TimeProvider.System);
        var names = Enumerable.Range(0, 3_000).Select(number => number % 2 == 0 ? $"nobody{number}.lit" : Name);

        var answers = await Task.WhenAll(names.Select(name => resolver.AskAsync(name, DnsType.A, Cancel).AsTask()));

        Assert.All(answers, answer => Assert.True(answer.IsSecure, answer.ToString()));
    }

    [Fact]
    public async Task Giving_up_at_any_moment_harms_nobody_else()
    {
        await using var resolver = new UnboundResolver(zones.Options, TimeProvider.System);
        var random = new Random(3);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async number =>
        {
            using var giveUp = new CancellationTokenSource();
            var asking = resolver.AskAsync($"host{number}.lit", DnsType.A, giveUp.Token).AsTask();
            if (number % 3 == 0) return await asking;
            for (var yields = random.Next(50); yields > 0; yields--) await Task.Yield();
            await giveUp.CancelAsync();
            await asking.ContinueWith(_ => { }, TaskScheduler.Default);
            return asking.IsCompletedSuccessfully ? await asking : null;
        }));

        Assert.All(answers.OfType<DnsAnswer>(), answer => Assert.Equal((DnsCode.NxDomain, true), (answer.Code, answer.IsSecure)));
        Assert.InRange(answers.OfType<DnsAnswer>().Count(), 667, 2_000);
    }

    [Fact]
    public async Task A_name_server_that_comes_back_is_asked_again()
    {
        await using var server = await NameServer.StartAsync(new Zone("lit", "capulet A 192.0.2.1", Signing.Signed));
        await using var resolver = new UnboundResolver(
            new DnsOptions { Servers = [server.EndPoint], TrustAnchors = [server.Anchor], HostsFile = null, Timeout = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await server.StopAsync();
        Assert.True((await resolver.AskAsync(Name, DnsType.A, Cancel)).IsFailure);

        await server.StartAsync();

        DnsAnswer answer;
        do answer = await resolver.AskAsync(Name, DnsType.A, Cancel);
        while (answer.IsFailure);
        Assert.True(answer.IsSecure);
    }

    [Theory]
    [InlineData("capulet.lit")]
    [InlineData("capulet.expired")]
    [InlineData("elsewhere.lit")]
    public async Task The_stub_resolver_finds_the_same_and_is_never_secure(string name)
    {
        await using var resolver = Stub();
        var answer = await resolver.AskAsync(name, DnsType.A, Cancel);

        Assert.Equal((DnsCode.NoError, DnsSecurity.Insecure), (answer.Code, answer.Security));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), Assert.Single(answer.Addresses));
        Assert.Equal(name == "elsewhere.lit" ? "capulet.plain" : name, answer.CanonicalName);
    }

    [Fact]
    public async Task The_stub_resolver_finds_targets()
    {
        await using var resolver = Stub();
        var found = await ServiceLookup.FindAsync(resolver, Name, ServiceKind.Server, Cancel);

        Assert.Equal(["xmpp.capulet.lit:5269", "xmpp.capulet.lit:5270 (direct TLS)", "backup.capulet.lit:5299"], found.Targets.Select(target => target.ToString()));
    }

    [Fact]
    public async Task The_stub_resolver_takes_a_large_answer_over_tcp()
    {
        await using var resolver = Stub();

        Assert.Equal(40, (await resolver.AskAsync("large.lit", DnsType.Txt, Cancel)).Texts.Count);
    }

    [Theory]
    [InlineData("nobody.lit", DnsType.A, DnsCode.NxDomain)]
    [InlineData("capulet.lit", DnsType.Txt, DnsCode.NoData)]
    [InlineData("capulet.other", DnsType.A, DnsCode.NxDomain)]
    public async Task The_stub_resolver_tells_nothing_from_nobody(string name, DnsType type, DnsCode code)
    {
        await using var resolver = Stub();
        var answer = await resolver.AskAsync(name, type, Cancel);

        Assert.Equal(code, answer.Code);
        // The SOA's last field.
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Ttl);
    }

    private StubResolver Stub() => new(zones.Options, TimeProvider.System);

    private static Socket Silent()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
