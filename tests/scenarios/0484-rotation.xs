# XEP-0484 §3.5: an old token is turned over; it stays good until the new one is used
## prosody: it has no FAST
[Client] Romeo
	jid: romeo@example.org
	raw: tls

[Client] Second
	jid: romeo@example.org
	raw: tls

[Client] Third
	jid: romeo@example.org
	raw: tls

[Client] Fourth
	jid: romeo@example.org
	raw: tls

[Client] Fifth
	jid: romeo@example.org
	raw: tls
-----
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-NONE'/>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
		<token xmlns='urn:xmpp:fast:0' token='{capture:token}' expiry='{scansion:any}'/>
	</success>
	<stream:features/>
Romeo disconnects
after 25h
Second connects
Second sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Second receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<additional-data>{ht-answer:${token}}</additional-data>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
		<token xmlns='urn:xmpp:fast:0' token='{capture:next}' expiry='{scansion:any}'/>
	</success>
	<stream:features/>
Second disconnects
Third connects
Third sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Third receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<additional-data>{ht-answer:${token}}</additional-data>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
		<token xmlns='urn:xmpp:fast:0' token='{capture:newer}' expiry='{scansion:any}'/>
	</success>
	<stream:features/>
# §3.5: what was given and not used is no longer good once there is a newer one.
Third disconnects
Fourth connects
Fourth sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${next}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Fourth receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
Fourth sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${newer}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Fourth receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<additional-data>{ht-answer:${newer}}</additional-data>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
# And the old one ends with the first use of the new.
Fourth disconnects
Fifth connects
Fifth sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|${token}}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Fifth receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
