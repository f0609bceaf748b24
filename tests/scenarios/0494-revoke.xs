# XEP-0494 §3.2: a client that is revoked loses session and token; since it knows the password, that has to change
## prosody: it has no client access management
[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Phone
	jid: romeo@example.org
	raw: tls

[Client] Again
	jid: romeo@example.org
	raw: tls
-----
Phone sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-NONE'/>
	</authenticate>
Phone receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
		<token xmlns='urn:xmpp:fast:0' token='{capture:token}' expiry='{scansion:any}'/>
	</success>
	<stream:features/>
Romeo sends:
	<iq type='get' id='l1'><list xmlns='urn:xmpp:cam:0'/></iq>
Romeo receives:
	<iq type='result' id='l1'>
		<clients xmlns='urn:xmpp:cam:0' scansion:strict='false'>
			<client connected='true' id='{capture:phone}' type='session' scansion:strict='false'><auth><password/><fast/></auth></client>
		</clients>
	</iq>
Romeo sends:
	<iq type='set' id='r1'><revoke xmlns='urn:xmpp:cam:0' id='${phone}'/></iq>
Romeo receives:
	<iq type='error' id='r1'>
		<error type='cancel'>
			<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
			<password-reset-required xmlns='urn:xmpp:cam:0'/>
		</error>
	</iq>
Phone receives stream error: not-authorized
Again connects
Again sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software><device>Kiva's Phone</device></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Again receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Romeo sends:
	<iq type='set' id='r2'><revoke xmlns='urn:xmpp:cam:0' id='nobody'/></iq>
Romeo receives:
	<iq type='error' id='r2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='r3'><revoke xmlns='urn:xmpp:cam:0'/></iq>
Romeo receives:
	<iq type='error' id='r3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
