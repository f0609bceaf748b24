// A logged-in client: stanzas, requests, and the ways in which a stream ends.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Client.Tests;

public sealed class SessionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stanzas_go_both_ways()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        await client.SendAsync(new Message(MessageType.Chat, BareJid.Parse("juliet@example.org"), null, "m1", new Body("wherefore?")), Cancel);
        var sent = (Message)Stanza.Read(await rig.Server.ReadAsync());
        Assert.Equal(("wherefore?", "juliet@example.org", null), (sent.Body, sent.To?.ToString(), sent.From));

        await rig.Server.WriteAsync("<message from='juliet@example.org/balcony' type='chat'><body>art thou?</body></message><r xmlns='urn:xmpp:sm:3'/>"
            + "<presence from='juliet@example.org/balcony'/></stream:stream>");
        var received = await client.ReadAllAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(["message to  from juliet@example.org/balcony", "presence to  from juliet@example.org/balcony"], received.Select(s => s.ToString()));
        await rig.Server.ReadEndAsync();
        await client.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_typed_by_its_request()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var asking = client.AskAsync(new SoftwareVersionQuery(), BareJid.Parse("example.org"), Cancel);
        var id = (await rig.Server.ReadAsync()).Attribute("id");
        await rig.Server.WriteAsync($"<iq type='result' from='example.org' id='{id}'><query xmlns='jabber:iq:version'>"
            + "<name>scripted</name><version>1</version></query></iq>");
        Assert.Equal("scripted", (await asking).Name);
        await EndAsync(client, rig);
    }

    [Fact]
    public async Task An_error_is_thrown()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var asking = client.PingAsync(BareJid.Parse("example.org"), Cancel);
        var id = (await rig.Server.ReadAsync()).Attribute("id");
        await rig.Server.WriteAsync($"<iq type='error' from='example.org' id='{id}'><error type='cancel'>"
            + "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        Assert.Equal("service-unavailable", (await Assert.ThrowsAsync<StanzaException>(() => asking)).Error.Condition);
        await EndAsync(client, rig);
    }

    [Theory]
    [InlineData("juliet@example.org/balcony", "juliet@example.org/balcony", true)]
    [InlineData("juliet@example.org/balcony", "juliet@example.org/garden", false)]
    [InlineData("juliet@example.org/balcony", "juliet@example.org", false)]
    [InlineData("juliet@example.org/balcony", null, false)]
    [InlineData("example.org", "romeo@example.org", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "user@example.org", true)]
    [InlineData(null, "user@example.org/balcony", true)]
    [InlineData(null, "example.org", false)]
    [InlineData(null, "romeo@example.org", false)]
    [InlineData("user@example.org", null, true)]
    public async Task An_answer_counts_only_from_who_was_asked(string? to, string? from, bool counts)
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var asking = client.PingAsync(to is null ? null : Jid.Parse(to), Cancel);
        var id = (await rig.Server.ReadAsync()).Attribute("id");
        await rig.Server.WriteAsync($"<iq type='result' id='{id}'{(from is null ? "" : $" from='{from}'")}/>");
        // What comes after an answer shows that the answer has been dealt with.
        await rig.Server.WriteAsync("<message id='after'/>");
        await foreach (var stanza in client.ReadAllAsync(Cancel)) break;
        if (!counts) rig.Clock.Advance(TimeSpan.FromSeconds(30));
        if (counts) await asking;
        else await Assert.ThrowsAsync<TimeoutException>(() => asking);
        await EndAsync(client, rig);
    }

    [Theory]
    [InlineData("<iq type='get' id='q' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>", "result", null)]
    [InlineData("<iq type='get' id='q' from='example.org'><query xmlns='urn:example:unknown'/></iq>", "error", "service-unavailable")]
    [InlineData("<iq type='set' id='q' from='example.org'><ping xmlns='urn:xmpp:ping'/></iq>", "error", "service-unavailable")]
    [InlineData("<iq type='set' id='q'><query xmlns='jabber:iq:roster'><item jid='a@example.org'/></query></iq>", "result", null)]
    [InlineData("<iq type='set' id='q' from='user@example.org'><query xmlns='jabber:iq:roster'><item jid='a@example.org'/></query></iq>", "result", null)]
    [InlineData("<iq type='set' id='q' from='eve@example.org'><query xmlns='jabber:iq:roster'><item jid='a@example.org'/></query></iq>",
        "error", "service-unavailable")]
    [InlineData("<iq type='set' id='q'><query xmlns='jabber:iq:roster'><item/></query></iq>", "error", "bad-request")]
    [InlineData("<iq type='get' id='q' from='example.org'/>", "error", "bad-request")]
    [InlineData("<iq type='get' id='q' from='example.org'><query xmlns='jabber:iq:last'/></iq>", "error", "internal-server-error")]
    public async Task A_request_gets_one_answer(string request, string type, string? condition)
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        client.OnRosterPush(_ => { });
        client.OnGet<LastActivityQuery>((_, _) => throw new DivideByZeroException());
        await rig.Server.WriteAsync(request);
        var answer = (Iq)Stanza.Read(await rig.Server.ReadAsync());
        Assert.Equal(("q", type, condition), (answer.Id, answer.Type.ToString().ToLowerInvariant(), answer.Error?.Condition));
        await EndAsync(client, rig);
    }

    [Fact]
    public async Task An_error_of_the_stream_reaches_everyone_who_waits()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var asking = client.PingAsync(cancel: Cancel);
        await rig.Server.ReadAsync();
        await rig.Server.WriteAsync("<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
        Assert.Equal(StreamCondition.SystemShutdown, (await Assert.ThrowsAsync<StreamException>(() => asking)).Condition);
        await Assert.ThrowsAsync<StreamException>(async () => await client.ReadAllAsync(Cancel).ToListAsync(Cancel));
        await rig.Server.ReadEndAsync();
        await Assert.ThrowsAsync<StreamException>(() => client.PingAsync(cancel: Cancel));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_broken_stream_is_told_so()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        await rig.Server.WriteAsync("<message><!-- no --></message>");
        var error = await rig.Server.ReadAsync();
        Assert.True(error.Is("error", XmlElement.StreamNs));
        Assert.NotNull(error.Child("restricted-xml", StreamCondition.Ns));
        await rig.Server.ReadEndAsync();
        await Assert.ThrowsAsync<StreamException>(async () => await client.ReadAllAsync(Cancel).ToListAsync(Cancel));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_an_IOException()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var asking = client.PingAsync(cancel: Cancel);
        await rig.Server.ReadAsync();
        rig.End.Abort();
        await Assert.ThrowsAsync<IOException>(() => asking);
        await Assert.ThrowsAsync<IOException>(async () => await client.ReadAllAsync(Cancel).ToListAsync(Cancel));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Closing_says_goodbye_and_waits_a_while()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync();
        var closing = client.CloseAsync().AsTask();
        await rig.Server.ReadEndAsync();
        Assert.False(closing.IsCompleted);
        rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await closing;
        Assert.Empty(await client.ReadAllAsync(Cancel).ToListAsync(Cancel));
        await Assert.ThrowsAnyAsync<IOException>(async () => await client.SendAsync(new Presence(PresenceType.Available, null, null), Cancel));
    }

    [Fact]
    public async Task Closing_does_not_wait_for_a_reader_that_is_not_there()
    {
        var (client, rig) = await MemoryRig.LoggedInAsync(options => options with { MaxWaitingStanzas = 1 });
        await rig.Server.WriteAsync("<message id='1'/><message id='2'/><message id='3'/>");
        var closing = client.CloseAsync();
        await rig.Server.ReadEndAsync();
        await rig.Server.WriteAsync("<message id='4'/></stream:stream>");
        await closing;
    }

    private static async Task EndAsync(XmppClient client, MemoryRig rig)
    {
        var closing = client.CloseAsync();
        await rig.Server.ReadEndAsync();
        await rig.Server.WriteAsync("</stream:stream>");
        await closing;
    }
}
