// components: in the configuration: what must fit together, what is shown of it, and where components connect.
using System.Net;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Server.Tests.Options;

public sealed class ComponentOptionsTests
{
    [Fact]
    public void A_component_is_read_whole()
    {
        var bound = Tree.Bind<ServerOptions>("""
            domain: example.org
            components:
              gateway.example.org:
                secret: wherefore
                keepFor: 1h
                delegates:
                  - urn:example:x
                  - namespace: urn:example:y
                    attributes:
                      - node
                privileges:
                  roster: both
                  presence: managed-entity
                  iq:
                    - namespace: urn:example:z
                      access: set
            """);
        Assert.Empty(bound.Problems);
        var component = Assert.Single(bound.Value.ToSettings().Components).Value;
        Assert.Equal(["urn:example:x", "urn:example:y"], component.Delegates.Select(one => one.Namespace));
        Assert.Equal(PrivilegeAccess.Set, Assert.Single(component.Privileges.Iq).Access);
        Assert.DoesNotContain("wherefore", component.ToString(), StringComparison.Ordinal);
        Assert.Contains(OptionSchema.Settings(bound.Value), setting => setting is { Path: "components:gateway.example.org:secret", IsSecret: true });
    }

    [Fact]
    public void Components_are_listened_for_on_this_machine_only()
    {
        var options = Tree.Bind<ServerOptions>("domain: example.org\ncomponents:\n  a.example.org:\n    secret: s").Value;
        var listener = Assert.Single(options.AllListeners, listener => listener.Kind == ListenerKind.Component).ToListener();
        Assert.Equal((new IPEndPoint(IPAddress.Loopback, 5347), ListenerSecurity.PlainOnLoopback), (listener.EndPoint, listener.Security));
        // Nobody connects where the server does.
        var dialed = Tree.Bind<ServerOptions>("domain: example.org\ncomponents:\n  a.example.org:\n    secret: s\n    connect: 127.0.0.1:5348").Value;
        Assert.DoesNotContain(dialed.AllListeners, listener => listener.Kind == ListenerKind.Component);
        Assert.DoesNotContain(Tree.Bind<ServerOptions>("domain: example.org").Value.AllListeners, listener => listener.Kind == ListenerKind.Component);
    }

    [Theory]
    [InlineData("kind: component\n    address: 10.0.0.1", "components without TLS need a loopback address")]
    [InlineData("kind: component\n    tls: starttls", "components know no STARTTLS")]
    [InlineData("kind: component\n    plaintext: allowed", "plaintext is for listeners of clients")]
    [InlineData("kind: component\n    tls: direct\n    address: 10.0.0.1", null)]
    public void A_listener_for_components_is_plain_here_or_has_tls(string listener, string? problem) => Check($"domain: example.org\nlisteners:\n  - {listener}", problem);

    [Theory]
    [InlineData("a.example.org", "name: A", "either secret or secretFile")]
    [InlineData("a.example.org", "secret: s\n    secretFile: f", "either secret or secretFile")]
    [InlineData("example.org", "secret: s", "is a host")]
    [InlineData("a@example.org", "secret: s", "is not a domain name")]
    [InlineData("a.example.org", "secret: s\n    connect: nowhere", "is not HOST:PORT")]
    [InlineData("a.example.org", "secret: s\n    connect: 10.0.0.1:5347", "without TLS a component is connected to on a loopback address only")]
    [InlineData("a.example.org", "secret: s\n    connect: 10.0.0.1:5347\n    connectTls: direct", null)]
    [InlineData("a.example.org", "secret: s\n    connect: [::1]:5347", null)]
    [InlineData("a.example.org", "secret: s\n    connectTls: direct", "connectTls needs connect")]
    [InlineData("a.example.org", "secret: s\n    delegates:\n      - urn:xmpp:delegation:2", "cannot be delegated")]
    [InlineData("a.example.net", "secret: s\n    delegates:\n      - urn:example:x", "say for which hosts")]
    [InlineData("a.example.net", "secret: s\n    delegates:\n      - namespace: urn:example:x\n        hosts:\n          - example.org", null)]
    [InlineData("a.example.org", "secret: s\n    delegates:\n      - namespace: urn:example:x\n        hosts:\n          - example.com", "is no host of this server")]
    [InlineData("a.example.org", "secret: s\n    privileges:\n      presence: roster", "needs roster: get or roster: both")]
    [InlineData("a.example.net", "secret: s\n    privileges:\n      message: outgoing", "say for which hosts")]
    public void What_does_not_fit_is_said(string name, string component, string? problem) => Check($"domain: example.org\ncomponents:\n  {name}:\n    {component}", problem);

    [Fact]
    public void A_namespace_has_one_component() => Check(
        "domain: example.org\ncomponents:\n  a.example.org:\n    secret: s\n    delegates:\n      - urn:example:x\n  b.example.org:\n    secret: s\n    delegates:\n      - urn:example:x",
        "urn:example:x of example.org is delegated twice");

    private static void Check(string text, string? problem)
    {
        var problems = Tree.Bind<ServerOptions>(text).Problems.Select(one => one.Message).ToList();
        if (problem is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(problems, message => message.Contains(problem, StringComparison.Ordinal));
        }
    }
}
