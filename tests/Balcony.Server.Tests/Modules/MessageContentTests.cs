// What a person or a device would miss, and what nobody would.
using Balcony.Server.Modules;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class MessageContentTests
{
    [Theory]
    [InlineData("<body>hi</body>")]
    [InlineData("<composing xmlns='http://jabber.org/protocol/chatstates'/><body/>")]
    [InlineData("<subject>tonight</subject>")]
    [InlineData("<received xmlns='urn:xmpp:receipts' id='m1'/>")]
    [InlineData("<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>")]
    [InlineData("<received xmlns='urn:xmpp:chat-markers:0' id='m1'/>")]
    [InlineData("<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>")]
    [InlineData("<retract xmlns='urn:xmpp:message-retract:1' id='m1'/><store xmlns='urn:xmpp:hints'/>")]
    [InlineData("<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>x</reaction></reactions>")]
    [InlineData("<encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted>")]
    [InlineData("<encryption xmlns='urn:xmpp:eme:0' namespace='urn:other'/>")]
    [InlineData("<propose xmlns='urn:xmpp:jingle-message:0' id='c1'/>")]
    [InlineData("<x xmlns='jabber:x:oob'><url>https://example.org/cat</url></x>")]
    [InlineData("<x xmlns='jabber:x:conference' jid='room@muc.example.org'/>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'><invite from='a@b'/></x>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'><decline from='a@b'/></x>")]
    [InlineData("<attention xmlns='urn:xmpp:attention:0'/>")]
    [InlineData("<new xmlns='urn:of:tomorrow'/>")]
    [InlineData("<thread>t</thread><active xmlns='http://jabber.org/protocol/chatstates'/><new xmlns='urn:of:tomorrow'/>")]
    public void Would_be_missed(string children) => Assert.True(HasContent("chat", children));

    [Theory]
    [InlineData("")]
    [InlineData("<thread>t</thread>")]
    [InlineData("<composing xmlns='http://jabber.org/protocol/chatstates'/>")]
    [InlineData("<active xmlns='http://jabber.org/protocol/chatstates'/><thread>t</thread><no-store xmlns='urn:xmpp:hints'/>")]
    [InlineData("<store xmlns='urn:xmpp:hints'/>")]
    [InlineData("<x xmlns='jabber:x:event'><composing/></x>")]
    [InlineData("<request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>")]
    [InlineData("<origin-id xmlns='urn:xmpp:sid:0' id='1'/><stanza-id xmlns='urn:xmpp:sid:0' id='1' by='a@b'/>")]
    [InlineData("<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T12:00:00Z'/>")]
    [InlineData("<nick xmlns='http://jabber.org/protocol/nick'>R</nick>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'/>")]
    [InlineData("<x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>")]
    [InlineData("<private xmlns='urn:xmpp:carbons:2'/>")]
    [InlineData("<rtt xmlns='urn:xmpp:rtt:0'><t>h</t></rtt>")]
    public void Would_not_be_missed(string children) => Assert.False(HasContent("chat", children));

    [Theory]
    [InlineData("", true)]
    [InlineData("<body>hi</body>", true)]
    [InlineData("<composing xmlns='http://jabber.org/protocol/chatstates'/>", false)]
    public void An_error_counts_as_what_it_answers(string children, bool expected) => Assert.Equal(expected, HasContent("error",
        children + "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"));

    private static bool HasContent(string type, string children) =>
        MessageContent.HasContent((Message)Stanza.Read(XmlElement.Parse($"<message type='{type}'>{children}</message>")));
}
