// The lab's DNS as libunbound sees it, which is what servers ask with.
using System.Net;
using Balcony.Interop.Tests.Rig;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabUnboundTests(LabProcess lab)
{
    [Theory]
    [InlineData("_xmpp-server._tcp.good.lab.example", DnsType.Srv, DnsCode.NoError, DnsSecurity.Secure)]
    [InlineData("xmpp.good.lab.example", DnsType.A, DnsCode.NoError, DnsSecurity.Secure)]
    [InlineData("_xmpp-server._tcp.many-targets.lab.example", DnsType.Srv, DnsCode.NoError, DnsSecurity.Secure)]
    [InlineData("_xmpp-server._tcp.alias-of-srv.lab.example", DnsType.Srv, DnsCode.NoError, DnsSecurity.Secure)]
    [InlineData("_xmpp-server._tcp.no-srv.lab.example", DnsType.Srv, DnsCode.NxDomain, DnsSecurity.Secure)]
    [InlineData("xmpp.good.lab.example", DnsType.Aaaa, DnsCode.NoData, DnsSecurity.Secure)]
    [InlineData("_tcp.good.lab.example", DnsType.Txt, DnsCode.NoData, DnsSecurity.Secure)]
    [InlineData("no-such-name.lab.example", DnsType.A, DnsCode.NxDomain, DnsSecurity.Secure)]
    [InlineData("capulet.lit", DnsType.A, DnsCode.NxDomain, DnsSecurity.Secure)]
    [InlineData("_xmpp-server._tcp.insecure-dns.plain.example", DnsType.Srv, DnsCode.NoError, DnsSecurity.Insecure)]
    [InlineData("nobody.plain.example", DnsType.A, DnsCode.NxDomain, DnsSecurity.Insecure)]
    [InlineData("_xmpp-server._tcp.bogus-zone.bogus.example", DnsType.Srv, DnsCode.Bogus, DnsSecurity.Bogus)]
    [InlineData("_xmpp-server._tcp.expired-zone.expired.example", DnsType.Srv, DnsCode.Bogus, DnsSecurity.Bogus)]
    [InlineData("_xmpp-server._tcp.bogus-srv.lab.example", DnsType.Srv, DnsCode.Bogus, DnsSecurity.Bogus)]
    [InlineData("_xmpp-server._tcp.unsigned-srv.lab.example", DnsType.Srv, DnsCode.Bogus, DnsSecurity.Bogus)]
    [InlineData("xmpp.bogus-address.lab.example", DnsType.A, DnsCode.Bogus, DnsSecurity.Bogus)]
    [InlineData("_xmpp-server._tcp.dns-fails.lab.example", DnsType.Srv, DnsCode.ServerFailure, DnsSecurity.Insecure)]
    [InlineData("_xmpp-server._tcp.alias-loop.lab.example", DnsType.Srv, DnsCode.ServerFailure, DnsSecurity.Insecure)]
    public async Task Answers_are_as_secure_as_they_are_declared(string name, DnsType type, DnsCode code, DnsSecurity security)
    {
        await using var resolver = Open();
        var answer = await resolver.AskAsync(name, type, TestContext.Current.CancellationToken);
        Assert.Equal((code, security), (answer.Code, answer.Security));
    }

    [Fact]
    public async Task TLSA_records_are_found_and_secure()
    {
        await using var resolver = Open();
        var answer = await resolver.AskAsync("_xmpp-server._tcp.dane-3-1-1.lab.example", DnsType.Srv, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSecure);
        var target = Assert.Single(answer.Services);
        var tlsa = await resolver.AskAsync($"_{target.Port}._tcp.{target.Target}", DnsType.Tlsa, TestContext.Current.CancellationToken);
        Assert.True(tlsa.IsSecure);
        Assert.Single(tlsa.Tlsas);
    }

    [Fact]
    public async Task A_name_server_that_says_nothing_is_waited_for_no_longer_than_allowed()
    {
        await using var resolver = Open(TimeSpan.FromMilliseconds(500));
        var answer = await resolver.AskAsync("_xmpp-server._tcp.dns-silent.lab.example", DnsType.Srv, TestContext.Current.CancellationToken);
        Assert.Equal(DnsCode.Timeout, answer.Code);
    }

    private UnboundResolver Open(TimeSpan? timeout = null) => new(
        new DnsOptions
        {
            Servers = [new IPEndPoint(lab.Dns.Address, lab.Dns.Port)],
            TrustAnchorFile = lab.TrustAnchor,
            HostsFile = null,
            Validation = DnsValidation.On,
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        },
        TimeProvider.System);
}
