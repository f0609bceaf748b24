// Payloads of messages: copies, hints, receipts, markers, states.
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class MessagePayloadTests
{
    private const string Inner = "<message xmlns='jabber:client' from='a@b/c' to='d@e' type='chat'><body>x</body></message>";

    [Fact]
    public void Carbons()
    {
        Golden.Check(new CarbonsEnable(), "<enable xmlns='urn:xmpp:carbons:2'/>");
        Golden.Check(new CarbonsDisable(), "<disable xmlns='urn:xmpp:carbons:2'/>");
        Golden.Check(new CarbonsPrivate(), "<private xmlns='urn:xmpp:carbons:2'/>");
        var message = new Forwarded(XmlElement.Parse(Inner));
        Golden.Check(new CarbonReceived(message), $"<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>{Inner}</forwarded></received>");
        Golden.Check(new CarbonSent(message), $"<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>{Inner}</forwarded></sent>");
    }

    [Fact]
    public void A_forwarded_stanza_says_when_it_was_sent() => Golden.Check(
        new Forwarded(XmlElement.Parse(Inner), new Delay(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))),
        $"<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-03-01T12:00:00Z'/>{Inner}</forwarded>");

    [Theory]
    [InlineData("<received xmlns='urn:xmpp:carbons:2'/>")]
    [InlineData("<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'/></received>")]
    [InlineData("<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='urn:other'/></forwarded></received>")]
    public void A_copy_of_nothing_is_refused(string xml) => Assert.Equal("bad-request", Golden.ReadError<CarbonReceived>(xml));

    [Fact]
    public void Receipts_and_markers()
    {
        Golden.Check(new ReceiptRequest(), "<request xmlns='urn:xmpp:receipts'/>");
        Golden.Check(new ReceiptReceived("m1"), "<received xmlns='urn:xmpp:receipts' id='m1'/>");
        Assert.Equal("bad-request", Golden.ReadError<ReceiptReceived>("<received xmlns='urn:xmpp:receipts'/>"));
        Golden.Check(new Markable(), "<markable xmlns='urn:xmpp:chat-markers:0'/>");
        Golden.Check(new Displayed("m1"), "<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>");
        Assert.Equal("bad-request", Golden.ReadError<Displayed>("<displayed xmlns='urn:xmpp:chat-markers:0'/>"));
    }

    [Fact]
    public void Client_state()
    {
        Golden.Check(new ClientStateFeature(), "<csi xmlns='urn:xmpp:csi:0'/>");
        Golden.Check(new ClientActive(), "<active xmlns='urn:xmpp:csi:0'/>");
        Golden.Check(new ClientInactive(), "<inactive xmlns='urn:xmpp:csi:0'/>");
    }

    [Fact]
    public void Chat_states()
    {
        Assert.Equal("<composing xmlns='http://jabber.org/protocol/chatstates'/>", Golden.Write(ChatState.Composing));
        Assert.Same(ChatState.Gone, ChatState.Of(Read("<message><gone xmlns='http://jabber.org/protocol/chatstates'/></message>")));
        Assert.Null(ChatState.Of(Read("<message><gone xmlns='urn:other'/></message>")));
    }

    [Theory]
    [InlineData("chat", true)]
    [InlineData("error", false)]
    public void Hints_count_where_they_are_not_an_errors(string type, bool expected)
    {
        Assert.Equal("<no-copy xmlns='urn:xmpp:hints'/>", Golden.Write(Hint.NoCopy));
        var message = Read($"<message type='{type}'><no-copy xmlns='urn:xmpp:hints'/></message>");
        Assert.Equal(expected, Hint.NoCopy.IsIn(message));
        Assert.False(Hint.NoStore.IsIn(message));
    }

    [Fact]
    public void A_stanza_is_forwarded_with_its_addresses_and_namespace()
    {
        var message = Read("<message to='d@e' type='chat'><body>x</body></message>").Readdress(Jid.Parse("d@e/f"), Jid.Parse("a@b/c")).With(new OriginId("1"));
        using var writer = new XmlWriter();
        message.WriteForwarded(writer, "<y xmlns='y'/>"u8);
        Assert.Equal(
            "<message xmlns='jabber:client' from='a@b/c' to='d@e/f' type='chat'><body>x</body><origin-id xmlns='urn:xmpp:sid:0' id='1'/><y xmlns='y'/></message>",
            Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Fact]
    public void A_message_that_is_serialised_already_is_a_message_like_any_other()
    {
        const string Text = "<message from='d@e' to='a@b/c'><body>x</body></message>";
        Stanza message = new Message(MessageType.Normal, Jid.Parse("a@b/c"), Jid.Parse("d@e"), Encoding.UTF8.GetBytes(Text));
        Assert.Equal(Text, Encoding.UTF8.GetString(message.ToUtf8()));
        Assert.Equal(Text.Length, message.Bytes);
        Assert.Equal("x", ((Message)message).Body);
        Assert.Equal(
            "<message from='d@e' to='a@b'><body>x</body></message>", Encoding.UTF8.GetString(message.Readdress(Jid.Parse("a@b"), message.From).ToUtf8()));
        Assert.Equal(
            "<message from='d@e' to='a@b/c'><body>x</body><origin-id xmlns='urn:xmpp:sid:0' id='1'/></message>",
            Encoding.UTF8.GetString(message.With(new OriginId("1")).ToUtf8()));
        using var writer = new XmlWriter();
        message.WriteTo(writer, Jid.Parse("f@g"), "<y xmlns='y'/>"u8);
        Assert.Equal("<message from='d@e' to='f@g'><body>x</body><y xmlns='y'/></message>", Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Fact]
    public void Children_are_taken_out_one_after_the_other()
    {
        var message = Read("<message><a xmlns='a'/><b xmlns='b'/><c xmlns='c'/></message>");
        var less = message.Without(child => child.Name == "c").Without(child => child.Name == "a");
        Assert.Equal("<message><b xmlns='b'/></message>", Encoding.UTF8.GetString(less.ToUtf8()));
        Assert.Same(less, less.Without(child => child.Name == "c"));
    }

    private static Stanza Read(string xml) => Stanza.Read(XmlElement.Parse(xml));
}
