# RFC 6120 §4.7, §4.3.2, §5.3.1: the answering header and the features; TLS is required and nothing else is offered before it
## direct: it is about the plain stream
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo opens a stream
Romeo receives a stream header:
	<stream:stream from='example.org' id='{scansion:any}' version='1.0' xml:lang='{scansion:any}'/>
Romeo receives:
	<stream:features scansion:strict='true'>
		<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>
	</stream:features>
# §4.4: a stream is closed by answering the closing tag
Romeo sends raw:
	</stream:stream>
Romeo is disconnected
