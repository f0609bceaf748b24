# XEP-0494 §6: what was not seen for as long as the operator keeps it is forgotten
## prosody: it has no client access management
[Client] Phone
	jid: romeo@example.org
	raw: tls

[Client] Romeo
	jid: romeo@example.org/orchard
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
Phone disconnects
after 92d
Romeo connects
Romeo sends:
	<iq type='get' id='l1'><list xmlns='urn:xmpp:cam:0'/></iq>
Romeo receives:
	<iq type='result' id='l1'>
		<clients xmlns='urn:xmpp:cam:0' scansion:strict='false'>
			<client connected='false' scansion:strict='false' scansion:absent='true'/>
		</clients>
	</iq>
