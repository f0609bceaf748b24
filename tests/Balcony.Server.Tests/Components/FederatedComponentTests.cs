// A component's domain is one of ours to other servers, too.
using System.Text;
using Balcony.Server.Components;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Components;

public sealed class FederatedComponentTests
{
    [Fact]
    public async Task Accounts_of_another_server_and_a_component_write_to_each_other()
    {
        const string Domain = "gateway.capulet.lit";
        await using var rig = await FederationRig.StartAsync(
            components: new Dictionary<BareJid, ComponentOptions> { [BareJid.Parse(Domain)] = new() { Secret = ComponentRig.Secret } });
        var (transport, wire) = MemoryTransport.Connect();
        var serving = rig.Capulet.Server.ServeComponentAsync(transport);
        var component = new ComponentConnection(wire, Domain);
        await component.JoinAsync(ComponentRig.Secret);
        await using var romeo = await rig.LogInAsync(rig.Montague);

        await SendAsync(romeo, $"<message to='nurse@{Domain}' type='chat' id='m1'><body>Where is she?</body></message>");
        Assert.Contains("romeo@montague.lit", await component.ReadToAsync("</message>"), StringComparison.Ordinal);
        await component.SendAsync($"<message from='nurse@{Domain}' to='romeo@montague.lit' type='chat' id='m2'><body>Within.</body></message>");
        Assert.Equal("Within.", await BodyAsync(romeo));

        // Not there: the peer's account is told, by way of the link.
        component.Abort();
        await serving.WaitAsync(ComponentConnection.Patience, TestContext.Current.CancellationToken);
        await SendAsync(romeo, $"<message to='nurse@{Domain}' type='chat' id='m3'><body>Hello?</body></message>");
        Assert.Equal("remote-server-timeout", (await NextAsync(romeo)).Error!.Condition);
        Assert.Empty(rig.Errors.All);
    }

    private static ValueTask SendAsync(Balcony.Client.XmppClient client, string xml) => client.SendAsync(Stanza.Read(XmlElement.Parse(Encoding.UTF8.GetBytes(xml))));

    private static async Task<string> BodyAsync(Balcony.Client.XmppClient client) => (await NextAsync(client)).Body!;

    private static async Task<Message> NextAsync(Balcony.Client.XmppClient client)
    {
        using var patience = new CancellationTokenSource(ComponentConnection.Patience);
        await foreach (var stanza in client.ReadAllAsync(patience.Token))
        {
            if (stanza is Message message)
            {
                return message;
            }
        }
        throw new InvalidOperationException("The stream ended.");
    }
}
