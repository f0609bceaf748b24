# XEP-0352: off is off: not offered, not understood
## prosody: its modules cannot be switched by a script
[Server]
	module client-state: off
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
	<stream:features><csi xmlns='urn:xmpp:csi:0' scansion:absent='true'/></stream:features>
Romeo binds
Romeo sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Romeo receives stream error: unsupported-stanza-type
