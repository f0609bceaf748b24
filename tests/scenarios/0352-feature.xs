# XEP-0352 §4.1: the server says that it wants to know, once the client is authenticated
[Client] Romeo
	jid: romeo@example.org/orchard
	raw: tls
-----
Romeo sends:
	<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64:\0romeo\0password}</auth>
Romeo receives:
	<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
Romeo opens a stream
Romeo receives a stream header
Romeo receives:
	<stream:features><csi xmlns='urn:xmpp:csi:0'/></stream:features>
Romeo binds
# §4.2: no answer, in any state
Romeo sends:
	<active xmlns='urn:xmpp:csi:0'/>
	<inactive xmlns='urn:xmpp:csi:0'/>
	<inactive xmlns='urn:xmpp:csi:0'/>
	<active xmlns='urn:xmpp:csi:0'/>
Romeo receives: nothing
