# XEP-0198 §8.2: what cannot be resumed is said in the success, and the resource is bound all the same
[Server]
	option stream-management resumableFor: 2m
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
[Client] Phone
	jid: juliet@example.org
	raw: tls
-----
Juliet loses the connection
after 3m
Phone connects
Phone sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{base64:\0juliet\0password}</initial-response>
		<resume xmlns='urn:xmpp:sm:3' h='0' previd='${Juliet's stream id}'/>
		<bind xmlns='urn:xmpp:bind:0'><enable xmlns='urn:xmpp:sm:3' resume='true'/></bind></authenticate>
Phone receives:
	<success xmlns='urn:xmpp:sasl:2' scansion:strict='false'>
		<failed xmlns='urn:xmpp:sm:3' h='${Juliet's sent count}'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'><enabled xmlns='urn:xmpp:sm:3' resume='true' id='{scansion:any}' max='120' scansion:strict='false'/></bound></success>
	<stream:features/>
