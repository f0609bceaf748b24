# RFC 6120 §6.5.11 and §13.12: an address that guessed too often waits, with the right password too, and is let in later
## federated: each server counts for itself
## prosody: it counts elsewhere
[Server]
	max failed logins of an address: 3
[Client] Romeo
	jid: romeo@example.org/x
	raw: tls
[Client] Tybalt
	jid: tybalt@example.org/x
	raw: tls
[Client] Juliet
	jid: juliet@example.org/x
	raw: tls
[Client] Nurse
	jid: nurse@example.org/x
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0first}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0second}</auth>
Romeo receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
# a mechanism that is not there is no guess
Tybalt sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='TELEPATHY'/>
Tybalt receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><invalid-mechanism/></failure>
# other accounts from there count together
Tybalt sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0nobody\0third}</auth>
Tybalt receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><not-authorized/></failure>
Juliet sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0juliet\0password}</auth>
Juliet receives:
	<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl' scansion:strict='false'><temporary-auth-failure/></failure>
after 11m
Romeo receives stream error: connection-timeout
Tybalt receives stream error: connection-timeout
Juliet receives stream error: connection-timeout
Nurse connects
