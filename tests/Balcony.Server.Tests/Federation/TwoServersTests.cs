// Stanzas between two servers in memory: every way to authenticate, both directions, lost connections, peers that cannot be reached.
using System.Text;
using Balcony.Client;
using Balcony.Server.Federation;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class TwoServersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_message_and_its_answer_pass_on_one_stream()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await using var juliet = await rig.LogInAsync(rig.Capulet);

        await SendAsync(romeo, "juliet@capulet.lit", "Wilt thou be gone?");
        Assert.Equal("Wilt thou be gone?", await BodyAsync(juliet));
        await SendAsync(juliet, "romeo@montague.lit", "It is not yet near day.");
        Assert.Equal("It is not yet near day.", await BodyAsync(romeo));

        Assert.Equal(1, rig.Network.Connections);
        Assert.Empty(rig.Errors.All);
    }

    [Fact]
    public async Task Without_bidi_there_is_a_stream_each_way()
    {
        await using var rig = await FederationRig.StartAsync(new LinkOptions { Bidirectional = false });
        await using var romeo = await rig.LogInAsync(rig.Montague);

        await PingAsync(romeo, rig.Capulet.Host);

        Assert.Equal(2, rig.Network.Connections);
    }

    [Fact]
    public async Task A_peer_whose_certificate_does_not_hold_may_call_back_where_the_policy_allows_it()
    {
        await using var rig = await FederationRig.StartAsync(new LinkOptions { Bidirectional = false });
        rig.Network.Distrust("montague.lit");
        rig.Network.SetPolicy("montague.lit", new PeerPolicy { Trust = PeerTrust.Dialback });
        await using var romeo = await rig.LogInAsync(rig.Montague);

        await PingAsync(romeo, rig.Capulet.Host);

        var incoming = rig.Capulet.Server.Diary!.Of(new LinkKey(rig.Capulet.Host, rig.Montague.Host)).Single(attempt => !attempt.IsOutgoing);
        Assert.Contains(incoming.Steps, step => step is { What: "authentication", Outcome: "dialback" });
    }

    [Fact]
    public async Task Otherwise_its_stanzas_go_back()
    {
        await using var rig = await FederationRig.StartAsync();
        rig.Network.Distrust("montague.lit");
        await using var romeo = await rig.LogInAsync(rig.Montague);

        var fault = await Assert.ThrowsAsync<StanzaException>(() => PingAsync(romeo, rig.Capulet.Host));

        Assert.Equal("remote-server-not-found", fault.Error.Condition);
        var incoming = rig.Capulet.Server.Diary!.Of(new LinkKey(rig.Capulet.Host, rig.Montague.Host)).Single();
        Assert.Equal("untrusted-root", incoming.Code);
    }

    [Fact]
    public async Task A_domain_that_does_not_exist_is_not_found()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);

        await SendAsync(romeo, "mercutio@verona.lit", "Hello?");

        Assert.Equal("remote-server-not-found", (await NextAsync<Message>(romeo)).Error!.Condition);
    }

    [Fact]
    public async Task What_the_peer_did_not_acknowledge_goes_out_on_the_next_stream()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await using var juliet = await rig.LogInAsync(rig.Capulet);
        await SendAsync(romeo, "juliet@capulet.lit", "one");
        Assert.Equal("one", await BodyAsync(juliet));

        rig.Network.CutAll();
        await SendAsync(romeo, "juliet@capulet.lit", "two");

        string body;
        do
        {
            body = await BodyAsync(juliet);
        }
        while (body == "one");
        Assert.Equal("two", body);
    }

    [Fact]
    public async Task A_message_waits_for_a_peer_that_is_away_and_a_request_does_not()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await using var juliet = await rig.LogInAsync(rig.Capulet);
        rig.Network.SetSilent(rig.Capulet.Host, true);

        await SendAsync(romeo, "juliet@capulet.lit", "Art thou there?");
        var fault = await Assert.ThrowsAsync<StanzaException>(() => PingAsync(romeo, rig.Capulet.Host));
        Assert.Equal("remote-server-timeout", fault.Error.Condition);

        rig.Network.SetSilent(rig.Capulet.Host, false);
        Assert.Equal("Art thou there?", await WithClockAsync(rig, BodyAsync(juliet)));
    }

    [Fact]
    public async Task After_a_while_it_goes_back()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        rig.Network.SetSilent(rig.Capulet.Host, true);

        await SendAsync(romeo, "juliet@capulet.lit", "Art thou there?");

        Assert.Equal("remote-server-timeout", (await WithClockAsync(rig, NextAsync<Message>(romeo))).Error!.Condition);
    }

    private static Task PingAsync(XmppClient client, Jid to) =>
        client.AskAsync(new Ping(), to, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static ValueTask SendAsync(XmppClient client, string to, string body) =>
        client.SendAsync(Stanza.Read(XmlElement.Parse(Encoding.UTF8.GetBytes($"<message to='{to}' type='chat' id='m'><body>{body}</body></message>"))));

    private static async Task<string> BodyAsync(XmppClient client) => (await NextAsync<Message>(client)).Body!;

    private static async Task<T> NextAsync<T>(XmppClient client)
        where T : Stanza
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var stanza in client.ReadAllAsync(patience.Token))
        {
            if (stanza is T found) return found;
        }
        throw new InvalidOperationException("The stream ended.");
    }

    // Time passes until it is done, and only while the servers wait for it.
    private static async Task<T> WithClockAsync<T>(FederationRig rig, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await rig.RestAsync();
            if (!task.IsCompleted) rig.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await task;
    }
}
