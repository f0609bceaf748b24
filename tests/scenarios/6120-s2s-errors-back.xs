# RFC 6120 §8.3, RFC 6121 §8: errors for what a remote contact gets wrong come from its address

[Server]
	federated: on

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Romeo sends:
	<message to='nobody@capulet.lit' type='chat' id='1'><body>x</body></message>
	<iq to='nobody@capulet.lit' type='get' id='2'><query xmlns='jabber:iq:version'/></iq>
	<iq to='juliet@capulet.lit/absent' type='get' id='3'><query xmlns='jabber:iq:version'/></iq>
	<iq to='capulet.lit' type='get' id='4'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq to='capulet.lit' type='get' id='5'><query xmlns='urn:example:none'/></iq>
Romeo receives in any order:
	<message from='nobody@capulet.lit' type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
	<iq from='nobody@capulet.lit' type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq from='juliet@capulet.lit/absent' type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq from='capulet.lit' type='result' id='4'/>
	<iq from='capulet.lit' type='error' id='5'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
