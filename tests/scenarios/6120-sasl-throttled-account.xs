# RFC 6120 §6.5.11: an account whose password was guessed at too often waits; others log in meanwhile
## prosody: it counts elsewhere
[Server]
	max failed logins of an account: 3
[Client] Thief
	jid: romeo@example.org/x
	raw: tls
[Client] Other thief
	jid: romeo@example.org/x
	raw: tls
[Client] Romeo
	jid: romeo@example.org/x
	raw: tls
[Client] Juliet
	jid: juliet@example.org/x
	raw: tls
-----
Thief sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0first}</auth>
Thief receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Thief sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0second}</auth>
Thief receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Other thief sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0third}</auth>
Other thief receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><temporary-auth-failure/></failure>
Juliet sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0juliet\0password}</auth>
Juliet receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'/>
