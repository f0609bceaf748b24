# RFC 6120 §8.3.3.16: a domain that does not exist

[Server]
	federated: on

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Romeo sends:
	<message to='mercutio@verona.lit' type='chat' id='1'><body>x</body></message>
	<iq to='verona.lit' type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
Romeo receives in any order:
	<message from='mercutio@verona.lit' type='error' id='1'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq from='verona.lit' type='error' id='2'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
