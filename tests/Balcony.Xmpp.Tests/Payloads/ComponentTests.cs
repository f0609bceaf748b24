// XEP-0114, XEP-0355, XEP-0356: payloads between a server and its components.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class ComponentTests
{
    [Fact]
    public void A_handshake_is_the_hash_of_stream_id_and_secret()
    {
        // Computed by other means: printf '%s' 3BF96D32test | sha1sum
        Assert.Equal("aaee83c26aeeafcbabeabfcbcd50df997e0a2a1e", ComponentHandshake.ValueFor("3BF96D32", "test"));
        // Not ASCII: UTF-8 is what is hashed.
        Assert.Equal(40, ComponentHandshake.ValueFor("1", "ü€").Length);
    }

    [Fact]
    public void A_delegation_is_read_as_it_is_written()
    {
        const string Xml = "<delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='urn:xmpp:mam:2'><attribute name='node'/></delegated>"
            + "<delegated namespace='http://jabber.org/protocol/pubsub'/></delegation>";
        var read = Delegation.Read(XmlElement.Parse(Xml));
        Assert.Equal(["urn:xmpp:mam:2", "http://jabber.org/protocol/pubsub"], read.Namespaces.Select(one => one.Namespace));
        Assert.Equal(["node"], read.Namespaces[0].Attributes);
        Assert.Equal(Xml, XmlElement.Build(read.Write).ToXml());
    }

    [Theory]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'><delegated/></delegation>")]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='urn:x'><attribute/></delegated></delegation>")]
    public void A_broken_delegation_is_refused(string xml) =>
        Assert.Equal(StanzaError.BadRequest.Condition, Assert.Throws<StanzaException>(() => Delegation.Read(XmlElement.Parse(xml))).Error.Condition);

    [Theory]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'/>")]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'/></delegation>")]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='urn:x'/></forwarded></delegation>")]
    [InlineData("<delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'><query xmlns='jabber:client'/></forwarded></delegation>")]
    public void An_answer_without_a_stanza_is_refused(string xml) => Assert.Throws<StanzaException>(() => DelegatedStanza.Read(XmlElement.Parse(xml)));

    [Theory]
    [InlineData("jabber:client")]
    [InlineData("jabber:component:accept")]
    [InlineData("jabber:component:connect")]
    public void A_forwarded_stanza_may_be_in_the_namespace_of_the_components_stream(string ns)
    {
        string forwarded = $"<forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='{ns}' id='1'/></forwarded>";
        Assert.Equal("1", DelegatedStanza.Read(XmlElement.Parse($"<delegation xmlns='urn:xmpp:delegation:2'>{forwarded}</delegation>")).Stanza.Attribute("id"));
        Assert.Equal("1", PrivilegedStanza.Read(XmlElement.Parse($"<privilege xmlns='urn:xmpp:privilege:2'>{forwarded}</privilege>")).Stanza.Attribute("id"));
    }

    [Fact]
    public void A_question_for_namespaces_is_read_as_it_is_written()
    {
        var asked = new DelegationQuery(Jid.Parse("juliet@capulet.lit"), ["http://jabber.org/protocol/pubsub"]);
        var read = DelegationQuery.Read(XmlElement.Build(asked.Write));
        Assert.Equal((asked.To, asked.Namespaces[0]), (read.To, read.Namespaces.Single()));
        Assert.Throws<StanzaException>(() => DelegationQuery.Read(XmlElement.Parse("<query xmlns='urn:xmpp:delegation:2' to='a@b'/>")));
    }

    [Theory]
    [InlineData("<privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='both' push='true'/><perm access='message' type='outgoing'/>"
        + "<perm access='iq'><namespace ns='http://jabber.org/protocol/pubsub' type='set'/></perm><perm access='presence' type='roster'/></privilege>")]
    [InlineData("<privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='set' push='false'/><perm access='presence' type='managed_entity'/></privilege>")]
    [InlineData("<privilege xmlns='urn:xmpp:privilege:2'/>")]
    public void Privileges_are_written_as_they_are_read(string xml) => Assert.Equal(xml, XmlElement.Build(Privileges.Read(XmlElement.Parse(xml)).Write).ToXml());

    // XEP-0356 §4.1: who may read is told, unless it says otherwise.
    [Theory]
    [InlineData("type='get'", true)]
    [InlineData("type='both'", true)]
    [InlineData("type='both' push='false'", false)]
    [InlineData("type='set'", false)]
    [InlineData("type='none'", false)]
    [InlineData("", false)]
    public void Pushes_are_for_those_that_may_read(string attributes, bool expected) =>
        Assert.Equal(expected, Privileges.Read(XmlElement.Parse($"<privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' {attributes}/></privilege>")).RosterPushes);

    [Fact]
    public void A_request_for_another_is_read_as_it_is_written()
    {
        const string Xml = "<privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='set' id='1'><x xmlns='urn:x'/></iq></privileged_iq>";
        Assert.Equal(Xml, XmlElement.Build(PrivilegedIq.Read(XmlElement.Parse(Xml)).Write).ToXml());
        Assert.Null(PrivilegedIq.Read(XmlElement.Parse("<privileged_iq xmlns='urn:xmpp:privilege:2'/>")).Stanza);
    }
}
