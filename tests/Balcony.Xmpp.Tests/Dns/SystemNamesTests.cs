// resolv.conf and hosts.
using System.Net;
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public sealed class SystemNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-dns-").FullName;
    private readonly TestClock _clock = new();

    private string Hosts => Path.Combine(_folder, "hosts");

    private string ResolvConf => Path.Combine(_folder, "resolv.conf");

    [Theory]
    [InlineData("nameserver 192.0.2.53", "192.0.2.53:53")]
    [InlineData("# nameserver 192.0.2.1\nsearch a.org\n\tnameserver\t2001:db8::53 # ours\n", "[2001:db8::53]:53")]
    [InlineData("nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4", "192.0.2.1:53,192.0.2.2:53,192.0.2.3:53")]
    [InlineData("nameserver nonsense", "127.0.0.1:53")]
    [InlineData("", "127.0.0.1:53")]
    public void Name_servers_are_read(string text, string servers) =>
        Assert.Equal(servers, string.Join(',', SystemNames.ReadServers(text.Split('\n'))));

    [Fact]
    public void A_changed_resolv_conf_is_read_again()
    {
        var names = Names();
        Assert.Equal("127.0.0.1:53", names.Servers[0].ToString());
        Write(ResolvConf, "nameserver 192.0.2.1", age: 2);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("192.0.2.1:53", names.Servers[0].ToString());
        Write(ResolvConf, "nameserver 192.0.2.2", age: 1);
        Assert.Equal("192.0.2.1:53", names.Servers[0].ToString());
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("192.0.2.2:53", names.Servers[0].ToString());
    }

    [Theory]
    [InlineData("example.org", DnsType.A, "192.0.2.1,192.0.2.2")]
    [InlineData("example.org", DnsType.Aaaa, "2001:db8::1")]
    [InlineData("alias.example.org", DnsType.A, "192.0.2.1")]
    [InlineData("xn--bcher-kva.example", DnsType.A, "192.0.2.3")]
    [InlineData("alias.example.org", DnsType.Aaaa, "")]
    public void Hosts_need_no_question(string name, DnsType type, string addresses)
    {
        Write(Hosts, "192.0.2.1 Example.ORG alias.example.org # comment\n2001:db8::1\texample.org.\n192.0.2.2 example.org\n192.0.2.3 bücher.example\nnonsense here\n", 1);
        var answer = Names().Find(name, type);

        Assert.Equal(addresses, string.Join<IPAddress>(',', answer!.Addresses));
        Assert.Equal((true, DnsSecurity.Insecure), (answer.IsLocal, answer.Security));
    }

    [Theory]
    [InlineData("other.org", DnsType.A)]
    [InlineData("example.org", DnsType.Srv)]
    public void What_is_not_there_is_asked_for(string name, DnsType type)
    {
        Write(Hosts, "192.0.2.1 example.org", 1);

        Assert.Null(Names().Find(name, type));
    }

    [Fact]
    public async Task A_domain_of_the_hosts_file_is_reached_without_the_dns()
    {
        Write(Hosts, "192.0.2.1 example.org", 1);
        var servers = new FakeTransport();
        servers.Fails(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.NetworkUnreachable));
        await using var resolver = new StubResolver(new DnsOptions { HostsFile = Hosts, ResolvConf = ResolvConf }, _clock, servers);
        var found = await ServiceLookup.FindAsync(resolver, "example.org", ServiceKind.Server, TestContext.Current.CancellationToken);

        Assert.Equal("example.org:5269", Assert.Single(found.Targets).ToString());
        Assert.Empty((await ServiceLookup.FindAsync(resolver, "example.net", ServiceKind.Server, TestContext.Current.CancellationToken)).Targets);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SystemNames Names() => new(new DnsOptions { HostsFile = Hosts, ResolvConf = ResolvConf }, _clock);

    private static void Write(string path, string text, int age)
    {
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddMinutes(-age));
    }
}
