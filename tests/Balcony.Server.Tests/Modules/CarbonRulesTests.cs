// XEP-0280 §6.1 as a table.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class CarbonRulesTests
{
    private const string Room = "<x xmlns='http://jabber.org/protocol/muc#user'/>";
    private const string Invitation = "<x xmlns='http://jabber.org/protocol/muc#user'><invite from='a@b'/></x>";
    private const string Occupant = "room@muc.example.org/nick";

    [Theory]
    [InlineData("chat", "<body>x</body>")]
    [InlineData("chat", "")]
    [InlineData("chat", "<composing xmlns='http://jabber.org/protocol/chatstates'/>")]
    [InlineData("normal", "<body>x</body>")]
    [InlineData("strange", "<body>x</body>")]
    [InlineData("normal", "<received xmlns='urn:xmpp:receipts' id='1'/>")]
    [InlineData("normal", "<gone xmlns='http://jabber.org/protocol/chatstates'/>")]
    [InlineData("normal", "<displayed xmlns='urn:xmpp:chat-markers:0' id='1'/>")]
    [InlineData("headline", "<markable xmlns='urn:xmpp:chat-markers:0'/>")]
    [InlineData("normal", "<encrypted xmlns='eu.siacs.conversations.axolotl'/>")]
    [InlineData("normal", "<reactions xmlns='urn:xmpp:reactions:0' id='1'/>")]
    [InlineData("normal", "<x xmlns='jabber:x:conference' jid='room@muc.example.org'/>")]
    [InlineData("normal", Invitation)]
    public void Copied_both_ways(string type, string children)
    {
        Assert.True(IsEligible(Flow.Inbound, type, children));
        Assert.True(IsEligible(Flow.Outbound, type, children));
    }

    [Theory]
    [InlineData("groupchat", "<body>x</body>")]
    [InlineData("groupchat", Invitation)]
    [InlineData("normal", "")]
    [InlineData("normal", "<subject>x</subject>")]
    [InlineData("normal", "<event xmlns='http://jabber.org/protocol/pubsub#event'/>")]
    [InlineData("headline", "<body>x</body>")]
    [InlineData("chat", "<body>x</body><private xmlns='urn:xmpp:carbons:2'/><no-copy xmlns='urn:xmpp:hints'/>")]
    [InlineData("chat", "<body>x</body><private xmlns='urn:xmpp:carbons:2'/>")]
    [InlineData("chat", "<body>x</body><no-copy xmlns='urn:xmpp:hints'/>")]
    [InlineData("error", "<body>x</body>")]
    public void Not_copied(string type, string children)
    {
        Assert.False(IsEligible(Flow.Inbound, type, children));
        Assert.False(IsEligible(Flow.Outbound, type, children));
    }

    [Theory]
    [InlineData(Flow.Inbound, "chat", "<body>x</body>" + Room, false)]
    [InlineData(Flow.Outbound, "chat", "<body>x</body>" + Room, true)]
    [InlineData(Flow.Inbound, "normal", Invitation, true)]
    [InlineData(Flow.Inbound, "chat", "<body>x</body>", true)]
    public void Private_messages_of_a_room_are_copied_when_sent_only(Flow flow, string type, string children, bool expected) =>
        Assert.Equal(expected, IsEligible(flow, type, children, Occupant));

    [Theory]
    [InlineData("", true)]
    [InlineData("<no-copy xmlns='urn:xmpp:hints'/>", true)]
    [InlineData("<private xmlns='urn:xmpp:carbons:2'/>", false)]
    public void An_error_goes_where_its_message_went(string children, bool expected) =>
        Assert.Equal(expected, CarbonRules.IsEligible(Read("error", children, "a@b/c"), Flow.Inbound, answersCopied: true));

    [Theory]
    [InlineData(Occupant, Room, true)]
    [InlineData(Occupant, "", false)]
    [InlineData(Occupant, Invitation, false)]
    [InlineData("room@muc.example.org", Room, false)]
    public void A_message_to_an_occupant_is_known_by_its_mark(string to, string children, bool expected) =>
        Assert.Equal(expected, CarbonRules.IsToOccupant(Read("chat", children, to)));

    [Theory]
    [InlineData("a@b/c", false, "normal", false, true)]
    [InlineData("a@b/c", false, "normal", true, false)]
    [InlineData("a@b/c", true, "normal", false, false)]
    [InlineData("a@b/c", false, "headline", true, true)]
    [InlineData("a@b/c", false, "chat", false, false)]
    [InlineData("a@b/c", false, "error", false, false)]
    [InlineData("a@b", false, "normal", false, false)]
    public void What_nobody_gets_is_not_copied(string to, bool isBound, string type, bool isKept, bool expected)
    {
        var message = Read(type, "", to);
        Assert.Equal(expected, CarbonRules.IsMissed(message, message.To!, isBound, isKept));
    }

    [Theory]
    [InlineData("<received xmlns='urn:xmpp:carbons:2'/>", true)]
    [InlineData("<body>x</body><sent xmlns='urn:xmpp:carbons:2'/>", true)]
    [InlineData("<private xmlns='urn:xmpp:carbons:2'/>", false)]
    [InlineData("<received xmlns='urn:xmpp:receipts' id='1'/>", false)]
    public void Only_a_server_makes_copies(string children, bool expected) => Assert.Equal(expected, CarbonRules.LooksLikeCopy(Read("chat", children, "a@b")));

    [Fact]
    public void The_last_copied_messages_are_remembered_with_their_contact()
    {
        var copied = new CopiedMessages();
        var (contact, other) = (Jid.Parse("a@b/c"), Jid.Parse("a@b/d"));
        for (int i = 0; i < 65; i++)
        {
            copied.Add(WithId($"m{i}"), contact);
        }
        Assert.False(copied.Contains(WithId("m0"), contact));
        Assert.True(copied.Contains(WithId("m1"), contact));
        Assert.True(copied.Contains(WithId("m64"), contact));
        Assert.False(copied.Contains(WithId("m64"), other));
        Assert.False(copied.Contains(WithId(null), contact));

        static Message WithId(string? id) => new(MessageType.Chat, null, null, id);
    }

    private static bool IsEligible(Flow flow, string type, string children, string contact = "juliet@example.org/balcony") =>
        CarbonRules.IsEligible(Read(type, children, contact), flow, answersCopied: false);

    private static Message Read(string type, string children, string contact) =>
        (Message)Stanza.Read(XmlElement.Parse($"<message type='{type}' from='{contact}' to='{contact}'>{children}</message>"));
}
