// The server's own options: defaults, what must fit together, and what a reload changes.
using System.Net;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Server.Tests.Options;

public sealed class ServerOptionsTests
{
    [Fact]
    public void The_defaults_are_in_order() => Assert.Empty(Tree.Bind<ServerOptions>("domain: example.org").Problems);

    [Fact]
    public void A_domain_alone_is_a_host()
    {
        var options = Tree.Bind<ServerOptions>("domain: example.org").Value;
        Assert.Equal("example.org", Assert.Single(options.ToSettings().Hosts).ToString());
        Assert.Equal([5222, 5223, 5269, 5270, 5280], options.Listeners.Select(listener => listener.EffectivePort));
    }

    [Fact]
    public void A_rig_sets_everything_in_one_file()
    {
        var bound = Tree.Bind<ServerOptions>("""
            data: rig
            registration: open
            storage: postgresql
            hosts:
              one.example:
                certificate: one.pem
                admins:
                  - root@one.example
              two.example:
            admins:
              - boss@one.example
            listeners:
              - kind: client
                address: 127.0.0.1
                port: 0
                plaintext: allowed
              - kind: client-tls
                address: ::1
                port: 7223
                proxyProtocol: true
                trustedProxies:
                  - 10.0.0.0/8
                  - ::1
            resolver:
              library: stub
              servers:
                - 127.0.0.1:5353
                - ::1
              timeout: 3s
              validation: off
              insecureDomains: corp.example
            limits:
              streams:
                beforeLogin:
                  maxStanzaBytes: 20kB
            passwords:
              iterations: 20000
            """);
        Assert.Empty(bound.Problems);
        var options = bound.Value;
        Assert.Equal("/etc/test/rig", options.Data);
        Assert.Equal(DatabaseKind.Postgresql, options.Storage.Kind);
        Assert.Equal(["one.example", "two.example"], options.AllHosts.Keys.Select(host => host.ToString()));
        Assert.Equal(ListenerSecurity.PlainOnLoopback, options.Listeners[0].ToListener().Security);
        Assert.Equal(2, options.Listeners[1].TrustedProxies.Count);
        var dns = options.Resolver.ToDnsOptions();
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, 5353), new IPEndPoint(IPAddress.IPv6Loopback, 53)], dns.Servers);
        Assert.Equal((DnsLibrary.Stub, DnsValidation.Off, TimeSpan.FromSeconds(3)), (dns.Library, dns.Validation, dns.Timeout));
        Assert.Equal(["corp.example"], dns.InsecureDomains);
        Assert.Equal(20_000, options.Limits.Streams.BeforeLogin.MaxStanzaBytes);
        // Not the default of XmlLimits, but what holds before a login.
        Assert.Equal(10, options.Limits.Streams.BeforeLogin.MaxDepth);
        Assert.Equal("/etc/test/one.pem", options.AllHosts[BareJid.Parse("one.example")].FilesFor(BareJid.Parse("one.example"), options.Data).KeyPath);
    }

    [Theory]
    [InlineData("listeners:\n  - kind: client\n    plaintext: allowed", 3)]
    [InlineData("listeners:\n  - kind: client\n    tls: none\n    address: 127.0.0.1", 3)]
    [InlineData("listeners:\n  - kind: client\n    tls: none\n    plaintext: allowed\n    address: 192.0.2.1", 4)]
    [InlineData("listeners:\n  - kind: client-tls\n    tls: starttls", 3)]
    [InlineData("listeners:\n  - kind: client\n    proxyProtocol: true", 3)]
    [InlineData("listeners:\n  - kind: client\n    trustedProxies:\n      - ::1", 3)]
    [InlineData("listeners:\n  - port: 5222\n  - port: 5222", 1)]
    [InlineData("hosts:\n  a b:\n    key: k", 3)]
    [InlineData("domain: a@b", 1)]
    public void What_does_not_fit_together_is_told_where_it_stands(string text, int line)
    {
        var problems = Tree.Bind<ServerOptions>(text).Problems;
        Assert.Contains(problems, problem => problem.At.Line == line);
    }

    [Fact]
    public void A_reload_with_a_mistake_changes_nothing()
    {
        var live = new LiveOptions<ServerOptions>(Tree.Bind<ServerOptions>("domain: a.example").Value);
        var before = live.Current;
        var result = live.Reload(Tree.Bind<ServerOptions>("domain: b.example\nregistration: ajar"));
        Assert.False(result.IsValid);
        Assert.Same(before, live.Current);
    }

    [Fact]
    public void A_reload_says_what_changed_and_what_waits_for_a_restart()
    {
        var live = new LiveOptions<ServerOptions>(Tree.Bind<ServerOptions>("domain: a.example").Value);
        var told = 0;
        live.Changed += (_, _) => told++;
        var result = live.Reload(Tree.Bind<ServerOptions>("domain: a.example\nlog: debug\nregistration: open\nadmins:\n  - a@a.example"));
        Assert.Equal(["admins:0", "registration", "log:level"], result.Changed);
        Assert.Equal(["registration"], result.NeedRestart);
        Assert.Equal(1, told);
        Assert.Equal(Registration.Open, live.Current.Registration);
        Assert.Empty(live.Reload(new BoundOptions<ServerOptions>(live.Current, [])).Changed);
        Assert.Equal(1, told);
    }

    [Fact]
    public void What_waits_for_a_restart_is_said_until_it_is_taken_back()
    {
        var live = new LiveOptions<ServerOptions>(Tree.Bind<ServerOptions>("domain: a.example").Value);
        live.Reload(Tree.Bind<ServerOptions>("domain: a.example\nregistration: open"));
        Assert.Equal(["registration"], live.Reload(Tree.Bind<ServerOptions>("domain: a.example\nregistration: open\nlog: debug")).NeedRestart);
        Assert.Empty(live.Reload(Tree.Bind<ServerOptions>("domain: a.example")).NeedRestart);
    }

    [Fact]
    public void A_reload_changes_the_certificate_and_the_admins_of_a_host()
    {
        var live = new LiveOptions<ServerOptions>(Tree.Bind<ServerOptions>("hosts:\n  a.example:\n    certificate: /old").Value);
        var result = live.Reload(Tree.Bind<ServerOptions>(
            "hosts:\n  a.example:\n    certificate: /new\n    key: /key\n    admins:\n      - a@a.example\n    seeOtherHost: b.example"));
        Assert.Equal(["admins:0", "certificate", "key", "seeOtherHost"], result.Changed.Select(path => path["hosts:a.example:".Length..]).Order());
        Assert.Empty(result.NeedRestart);
    }

    [Fact]
    public void A_host_that_comes_needs_a_restart_with_all_that_is_said_of_it()
    {
        var live = new LiveOptions<ServerOptions>(Tree.Bind<ServerOptions>("hosts:\n  a.example:\n    certificate: /old").Value);
        var result = live.Reload(Tree.Bind<ServerOptions>("hosts:\n  a.example:\n    certificate: /new\n  b.example:\n    certificate: /other"));
        Assert.Equal(["hosts:a.example:certificate"], result.Changed.Except(result.NeedRestart));
        Assert.Contains("hosts:b.example:certificate", result.NeedRestart);
    }

    [Fact]
    public void Secrets_are_marked_where_options_are_shown() =>
        Assert.Contains(OptionSchema.Settings(new ServerOptions()), setting => setting is { Path: "storage:connection", IsSecret: true });
}
