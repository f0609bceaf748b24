// XEP-0352: the classes of stanzas as a table, and what is known of rooms.
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class StanzaClassTests
{
    private const string ChatState = "<composing xmlns='http://jabber.org/protocol/chatstates'/>";
    private const string Call = "<proceed xmlns='urn:xmpp:jingle-message:0' id='1'/>";
    private const string Event = "<event xmlns='http://jabber.org/protocol/pubsub#event'/>";
    private const string Receipt = "<received xmlns='urn:xmpp:receipts' id='1'/>";
    private const string Error = "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

    private static readonly BareJid Owner = BareJid.Parse("romeo@example.org");
    private static readonly RoomNicks InRoom = RoomNicks.Empty.Sent(Presence("to='room@muc.example.org/Romy'", "<x xmlns='http://jabber.org/protocol/muc'/>"));

    [Theory]
    [InlineData("<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>", StanzaClass.Urgent)]
    [InlineData("<iq type='result' id='1'/>", StanzaClass.Urgent)]
    [InlineData("<presence/>", StanzaClass.Presence)]
    [InlineData("<presence type='unavailable'/>", StanzaClass.Presence)]
    [InlineData("<presence type='subscribe'/>", StanzaClass.Urgent)]
    [InlineData("<presence type='error'/>", StanzaClass.Urgent)]
    [InlineData("<presence><x xmlns='http://jabber.org/protocol/muc#user'><item/></x></presence>", StanzaClass.Presence)]
    [InlineData("<presence><x xmlns='http://jabber.org/protocol/muc#user'><item/><status code='110'/></x></presence>", StanzaClass.Urgent)]
    [InlineData("<message type='chat'><body>x</body>" + ChatState + "</message>", StanzaClass.Urgent)]
    [InlineData("<message type='chat'>" + ChatState + "</message>", StanzaClass.ChatState)]
    [InlineData("<message type='groupchat'>" + ChatState + "</message>", StanzaClass.ChatState)]
    [InlineData("<message/>", StanzaClass.ChatState)]
    [InlineData("<message type='chat'>" + Receipt + "</message>", StanzaClass.Receipt)]
    [InlineData("<message type='chat'><displayed xmlns='urn:xmpp:chat-markers:0' id='1'/><store xmlns='urn:xmpp:hints'/></message>", StanzaClass.Receipt)]
    [InlineData("<message type='chat'>" + Receipt + "<body>x</body></message>", StanzaClass.Urgent)]
    [InlineData("<message type='headline'>" + Event + "</message>", StanzaClass.Event)]
    [InlineData("<message>" + Event + "<body>x</body></message>", StanzaClass.Urgent)]
    [InlineData("<message type='chat'>" + Call + "</message>", StanzaClass.Urgent)]
    [InlineData("<message type='chat' from='romeo@example.org/desk'>" + Call + "</message>", StanzaClass.Urgent)]
    [InlineData("<message type='chat' from='romeo@example.org/desk'><body>x</body></message>", StanzaClass.OwnMessage)]
    [InlineData("<message from='romeo@example.org'><result xmlns='urn:xmpp:mam:2'/></message>", StanzaClass.Urgent)]
    [InlineData("<message type='chat'><encrypted xmlns='eu.siacs.conversations.axolotl'/></message>", StanzaClass.Urgent)]
    [InlineData("<message type='error'>" + Error + "</message>", StanzaClass.Urgent)]
    [InlineData("<message type='error'><body>x</body>" + Error + "</message>", StanzaClass.Urgent)]
    [InlineData("<message type='error'>" + ChatState + Error + "</message>", StanzaClass.ChatState)]
    public void Each_stanza_has_its_class(string xml, object expected) => Assert.Equal(expected, Of(xml));

    [Theory]
    [InlineData("<body>good morning</body>", StanzaClass.RoomMessage)]
    [InlineData("<subject>news</subject>", StanzaClass.RoomMessage)]
    [InlineData("<body>romy: are you there?</body>", StanzaClass.Urgent)]
    [InlineData("<body>where is @Romy</body>", StanzaClass.Urgent)]
    [InlineData("<body>Romyla, Jeromy</body>", StanzaClass.RoomMessage)]
    [InlineData("<body>Jeromy and Romy!</body>", StanzaClass.Urgent)]
    [InlineData("<body>ask romeo@example.org.</body>", StanzaClass.Urgent)]
    [InlineData("<body>x</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:romeo@example.org'/>", StanzaClass.Urgent)]
    [InlineData("<body>x</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:romeo%40example.org?message'/>", StanzaClass.Urgent)]
    [InlineData("<body>x</body><reference xmlns='urn:xmpp:reference:0' type='data' uri='xmpp:romeo@example.org'/>", StanzaClass.RoomMessage)]
    [InlineData("<body>x</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:juliet@example.org'/>", StanzaClass.RoomMessage)]
    [InlineData("<body>cannot read it</body><encryption xmlns='urn:xmpp:eme:0' namespace='urn:other'/>", StanzaClass.Urgent)]
    public void In_a_room_what_mentions_the_user_is_urgent(string children, object expected) =>
        Assert.Equal(expected, Of($"<message type='groupchat' from='room@muc.example.org/Mercutio'>{children}</message>"));

    [Fact]
    public void What_the_session_itself_said_in_a_room_is_not() =>
        Assert.Equal(StanzaClass.RoomMessage, Of("<message type='groupchat' from='room@muc.example.org/Romy'><body>I am Romy</body></message>"));

    [Fact]
    public void The_name_counts_in_its_room_only() =>
        Assert.Equal(StanzaClass.RoomMessage, Of("<message type='groupchat' from='other@muc.example.org/x'><body>Romy?</body></message>"));

    [Fact]
    public void A_name_changes_and_a_room_is_left()
    {
        var room = BareJid.Parse("room@muc.example.org");
        const string Self = "<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x>";
        Assert.Equal("Romy", InRoom.NickIn(room));
        Assert.Equal("Romeo", InRoom.Sent(Presence("to='room@muc.example.org/Romeo'", "")).NickIn(room));
        Assert.Equal("Romy2", InRoom.Received(Presence("from='room@muc.example.org/Romy2'", Self)).NickIn(room));
        Assert.Equal("Romy", InRoom.Received(Presence("from='room@muc.example.org/Tybalt'", "")).NickIn(room));
        Assert.Null(InRoom.Sent(Presence("to='room@muc.example.org/Romy' type='unavailable'", "")).NickIn(room));
        Assert.Null(InRoom.Sent(Presence("type='unavailable'", "")).NickIn(room));
        Assert.Null(InRoom.Received(Presence("from='room@muc.example.org/Romy' type='unavailable'", Self)).NickIn(room));
        Assert.Equal("Romy", InRoom.Received(Presence(
            "from='room@muc.example.org/Romy' type='unavailable'",
            "<x xmlns='http://jabber.org/protocol/muc#user'><status code='303'/><status code='110'/></x>")).NickIn(room));
        Assert.Null(RoomNicks.Empty.Received(Presence("from='room@muc.example.org/Romy'", Self)).NickIn(room));
        Assert.Null(RoomNicks.Empty.Sent(Presence("to='juliet@example.org/balcony'", "")).NickIn(BareJid.Parse("juliet@example.org")));
    }

    [Fact]
    public void The_oldest_room_is_forgotten_when_there_are_too_many()
    {
        var rooms = RoomNicks.Empty;
        for (int i = 0; i <= RoomNicks.MaxRooms; i++)
        {
            rooms = rooms.Sent(Presence($"to='room{i}@muc.example.org/n'", "<x xmlns='http://jabber.org/protocol/muc'/>"));
        }
        Assert.Null(rooms.NickIn(BareJid.Parse("room0@muc.example.org")));
        Assert.Equal("n", rooms.NickIn(BareJid.Parse("room1@muc.example.org")));
    }

    [Fact]
    public void Rooms_are_remembered_over_a_restart()
    {
        var rooms = InRoom.Sent(Presence("to='other@muc.example.org/A B'", "<x xmlns='http://jabber.org/protocol/muc'/>"));
        var again = RoomNicks.Parse(rooms.ToString());
        Assert.Equal("Romy", again.NickIn(BareJid.Parse("room@muc.example.org")));
        Assert.Equal("A B", again.NickIn(BareJid.Parse("other@muc.example.org")));
    }

    private static StanzaClass Of(string xml) => StanzaClasses.Of(Stanza.Read(XmlElement.Parse(xml)), Owner, InRoom);

    private static Presence Presence(string attributes, string children) => (Presence)Stanza.Read(XmlElement.Parse($"<presence {attributes}>{children}</presence>"));
}
