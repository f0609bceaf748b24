# XEP-0484 §3.4: what is asked for wrongly
## prosody: it has no FAST
[Client] Romeo
	jid: romeo@example.org
	raw: tls
-----
# A token is proved with <fast/>.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|nothing}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# And <fast/> goes with a mechanism that proves tokens.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# Counts are numbers.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{ht:romeo|nothing}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<fast xmlns='urn:xmpp:fast:0' count='-1'/>
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# The message has a name and a hash.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>
		<initial-response>{base64:romeo\0short}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<fast xmlns='urn:xmpp:fast:0'/>
	</authenticate>
Romeo receives:
	<failure xmlns='urn:xmpp:sasl:2' scansion:strict='false'><malformed-request xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>
# §3.4: without a channel to bind to there is no bound mechanism; a token asked for with it is not given.
Romeo sends:
	<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>
		<initial-response>{base64:\0romeo\0password}</initial-response>
		<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>AwesomeXMPP</software></user-agent>
		<bind xmlns='urn:xmpp:bind:0'/>
		<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-512-NONE'/>
	</authenticate>
Romeo receives:
	<success xmlns='urn:xmpp:sasl:2'>
		<authorization-identifier>{scansion:any}</authorization-identifier>
		<bound xmlns='urn:xmpp:bind:0' scansion:strict='false'/>
	</success>
	<stream:features/>
