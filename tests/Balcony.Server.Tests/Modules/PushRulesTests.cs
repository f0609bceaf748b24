// XEP-0357 §7: what wakes a device.
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class PushRulesTests
{
    [Theory]
    [InlineData("chat", "<body>hello</body>")]
    [InlineData("normal", "<body>hello</body><request xmlns='urn:xmpp:receipts'/>")]
    [InlineData("chat", "<encrypted xmlns='eu.siacs.conversations.axolotl'><header/><payload>AA</payload></encrypted><store xmlns='urn:xmpp:hints'/>")]
    [InlineData("chat", "<encrypted xmlns='urn:xmpp:omemo:2'><header/><payload>AA</payload></encrypted>")]
    [InlineData("chat", "<openpgp xmlns='urn:xmpp:openpgp:0'>AA</openpgp>")]
    [InlineData("chat", "<propose xmlns='urn:xmpp:jingle-message:0' id='c1'/>")]
    public void Somebody_speaks(string type, string content) => Assert.Equal(PushUrgency.High, UrgencyOf(type, content));

    [Theory]
    [InlineData("chat", "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>!</reaction></reactions>")]
    [InlineData("chat", "<encrypted xmlns='eu.siacs.conversations.axolotl'><header/></encrypted>")]
    [InlineData("groupchat", "<body>hello</body>")]
    [InlineData("normal", "<x xmlns='http://jabber.org/protocol/muc#user'><invite from='a@b'/></x>")]
    [InlineData("normal", "<event xmlns='http://jabber.org/protocol/pubsub#event'/>")]
    public void Something_changed(string type, string content) => Assert.Equal(PushUrgency.Low, UrgencyOf(type, content));

    [Theory]
    [InlineData("chat", "<composing xmlns='http://jabber.org/protocol/chatstates'/>")]
    [InlineData("chat", "<received xmlns='urn:xmpp:receipts' id='m1'/>")]
    [InlineData("chat", "<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/><active xmlns='http://jabber.org/protocol/chatstates'/>")]
    [InlineData("chat", "")]
    [InlineData("error", "<body>hello</body><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>")]
    [InlineData("headline", "<body>news</body>")]
    public void Nobody_is_woken(string type, string content) => Assert.Null(UrgencyOf(type, content));

    private static PushUrgency? UrgencyOf(string type, string content) =>
        PushRules.UrgencyOf((Message)Stanza.Read(XmlElement.Parse($"<message type='{type}'>{content}</message>")));
}
