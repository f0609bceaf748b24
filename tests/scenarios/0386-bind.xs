# XEP-0386 §3.2: a resource is bound with the login; the tag begins it, and the features follow without a new stream
## prosody: it has no Bind 2
[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Juliet
	jid: juliet@example.org
	login: sasl2
	tag: Balcony Test
	client: d4565fa7-4d72-4749-b3d3-740edbf87770
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<bind xmlns='urn:xmpp:bind:0'/>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{capture:jid}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features>
		<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind' scansion:absent='true'/>
	</stream:features>
Juliet sends:
	<message to='${jid}' type='chat'><body>wherefore art thou?</body></message>
Romeo receives:
	<message to='${jid}' from="${Juliet's full JID}" type='chat'><body>wherefore art thou?</body></message>
