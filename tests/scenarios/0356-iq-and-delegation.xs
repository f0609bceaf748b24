# XEP-0355 §4.3.1: what the component asks for an account in its own namespace does not come back to it

[Component] PubSub
	jid: pubsub.example.org
	iq jabber:iq:private: both
	delegates jabber:iq:private: true

[Client] Juliet
	jid: juliet@example.org/balcony
-----
PubSub receives:
	<message id='{scansion:any}'><delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='jabber:iq:private'/></delegation></message>
	<iq type='get' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2::jabber:iq:private'/></iq>
	<iq type='get' id='{scansion:any}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:delegation:2:bare:jabber:iq:private'/></iq>
	<message id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='iq'><namespace ns='jabber:iq:private' type='both'/></perm></privilege></message>
PubSub sends:
	<iq from='pubsub.example.org' to='juliet@example.org' type='get' id='1'><privileged_iq xmlns='urn:xmpp:privilege:2'><iq xmlns='jabber:client' type='get' id='p1'><query xmlns='jabber:iq:private'><x xmlns='urn:example:x'/></query></iq></privileged_iq></iq>
PubSub receives:
	<iq type='result' from='juliet@example.org' id='1'><privilege xmlns='urn:xmpp:privilege:2'><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='result' from='juliet@example.org' to='juliet@example.org' id='p1'><query xmlns='jabber:iq:private'><x xmlns='urn:example:x'/></query></iq></forwarded></privilege></iq>
