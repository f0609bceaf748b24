// The lab's servers for clients, tried with our own client: it logs in to the good ones and to no other.
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Balcony.Client;
using Balcony.Interop.Tests.Rig;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Streams;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

[Collection(LabCollection.Name)]
public sealed class LabClientTests(LabProcess lab)
{
    [Theory]
    [InlineData("client-good", "port")]
    [InlineData("client-good", "directTlsPort")]
    [InlineData("client-wildcard", "port")]
    [InlineData("client-ecdsa", "directTlsPort")]
    public async Task A_client_logs_in_where_all_is_well(string name, string port)
    {
        await using var client = await ConnectAsync(name, port);
        await client.AskAsync(new Ping(), client.Address.Host, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("client-no-tls")]
    [InlineData("client-tls-1-0")]
    [InlineData("client-tls-1-1")]
    [InlineData("client-expired")]
    [InlineData("client-not-yet-valid")]
    [InlineData("client-self-signed")]
    [InlineData("client-untrusted-ca")]
    [InlineData("client-wrong-name")]
    [InlineData("client-short-key")]
    [InlineData("client-sha-1")]
    public async Task A_client_refuses_the_others(string name)
    {
        var fault = await Record.ExceptionAsync(async () => await (await ConnectAsync(name, "port")).DisposeAsync());
        Assert.True(
            fault is System.Security.Authentication.AuthenticationException or StreamException or IOException, $"{name}: {fault?.ToString() ?? "it logged in"}");
    }

    private Task<XmppClient> ConnectAsync(string name, string port)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(lab.Authority);
        return XmppClient.ConnectAsync(
            new XmppClientOptions
            {
                Account = BareJid.Parse("juliet@" + lab.Peer(name).GetProperty("domain").GetString()),
                Password = "lab",
                EndPoint = IPEndPoint.Parse(lab.EndPointOf(name, port)),
                Tls = new ClientTls { Roots = roots, IsDirect = port == "directTlsPort" },
            },
            TestContext.Current.CancellationToken);
    }
}
