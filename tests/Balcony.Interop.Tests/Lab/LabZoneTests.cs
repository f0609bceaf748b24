// The lab's DNS as BIND's validator sees it: what is declared secure, insecure or bogus is so.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabZoneTests(LabProcess lab)
{
    [Theory]
    [InlineData("_xmpp-server._tcp.good.lab.example", "SRV")]
    [InlineData("_xmpps-server._tcp.good.lab.example", "SRV")]
    [InlineData("xmpp.good.lab.example", "A")]
    [InlineData("xmpp.dead-ipv6.lab.example", "AAAA")]
    [InlineData("_xmpp-server._tcp.not-offered.lab.example", "SRV")]
    [InlineData("_xmpp-server._tcp.alias-of-srv.lab.example", "SRV")]
    [InlineData("xmpp.alias-of-target.lab.example", "A")]
    [InlineData("_xmpp-server._tcp.many-targets.lab.example", "SRV")]
    [InlineData("_xmpp-server._tcp.capulet.example", "SRV")]
    [InlineData("_xmpps-server._tcp.capulet.example", "SRV")]
    [InlineData("_xmpp-client._tcp.client-good.lab.example", "SRV")]
    [InlineData(".", "DNSKEY")]
    [InlineData("lab.example", "DS")]
    public async Task Signed_names_are_secure(string name, string type) =>
        Assert.StartsWith("; fully validated", await DelvAsync(name, type), StringComparison.Ordinal);

    [Theory]
    [InlineData("nobody.lab.example", "A", "ncache nxdomain")]
    [InlineData("deep.below.nobody.lab.example", "SRV", "ncache nxdomain")]
    [InlineData("nobody.good.lab.example", "A", "ncache nxdomain")]
    [InlineData("org", "A", "ncache nxdomain")]
    [InlineData("_tcp.good.lab.example", "TXT", "ncache nxrrset")]
    [InlineData("example", "DS", "ncache nxrrset")]
    [InlineData("plain.example", "DS", "ncache nxrrset")]
    [InlineData("xmpp.good.lab.example", "AAAA", "ncache nxrrset")]
    [InlineData("xmpp.no-address.lab.example", "A", "ncache nxrrset")]
    public async Task What_is_not_there_is_proven_not_to_be_there(string name, string type, string how)
    {
        var said = await DelvAsync(name, type);
        Assert.Contains(how, said, StringComparison.Ordinal);
        Assert.Contains("; negative response, fully validated", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_xmpp-server._tcp.insecure-dns.plain.example", "SRV")]
    [InlineData("xmpp.insecure-dns.plain.example", "A")]
    public async Task Names_of_the_unsigned_zone_are_insecure_and_not_bogus(string name, string type) =>
        Assert.StartsWith("; unsigned answer", await DelvAsync(name, type), StringComparison.Ordinal);

    [Theory]
    [InlineData("_xmpp-server._tcp.bogus-zone.bogus.example", "SRV", "no valid signature found (DS)")]
    [InlineData("_xmpp-server._tcp.expired-zone.expired.example", "SRV", "RRSIG has expired")]
    [InlineData("_xmpp-server._tcp.bogus-srv.lab.example", "SRV", "RRSIG failed to verify")]
    [InlineData("xmpp.bogus-address.lab.example", "A", "RRSIG failed to verify")]
    [InlineData("_xmpp-server._tcp.unsigned-srv.lab.example", "SRV", "insecurity proof failed")]
    public async Task Names_that_are_declared_bogus_are_so_for_their_reason(string name, string type, string reason) =>
        Assert.Contains(reason, await DelvAsync(name, type), StringComparison.Ordinal);

    [Theory]
    [InlineData("dane-3-1-1", "3 1 1")]
    [InlineData("dane-2-0-1", "2 0 1")]
    [InlineData("dane-1-1-1", "1 1 1")]
    [InlineData("dane-0-0-1", "0 0 1")]
    public async Task TLSA_records_are_at_the_host_and_port_that_SRV_names(string name, string record)
    {
        var port = lab.Peer(name).GetProperty("port").GetInt32();
        var said = await DelvAsync($"_{port}._tcp.xmpp.{name}.lab.example", "TLSA");
        Assert.StartsWith("; fully validated", said, StringComparison.Ordinal);
        Assert.Contains($"TLSA {record} ", said.Replace('\t', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLSA_records_can_be_bogus_while_the_rest_of_the_peer_is_secure()
    {
        var port = lab.Peer("dane-bogus").GetProperty("port").GetInt32();
        Assert.Contains("RRSIG failed to verify", await DelvAsync($"_{port}._tcp.xmpp.dane-bogus.lab.example", "TLSA"), StringComparison.Ordinal);
        Assert.StartsWith("; fully validated", await DelvAsync("_xmpp-server._tcp.dane-bogus.lab.example", "SRV"), StringComparison.Ordinal);
    }

    private async Task<string> DelvAsync(string name, string type) => (await ClientProgram.RunAsync(
        "/usr/bin/delv", ["-a", lab.BindAnchor, "+root=.", "@" + lab.Dns.Address, "-p", lab.Dns.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), name, type])).Output;
}
