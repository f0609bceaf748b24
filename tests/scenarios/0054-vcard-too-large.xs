# XEP-0054: a vCard has a largest size
## prosody: it has none
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='v1'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>{repeat 230000 A}</BINVAL></PHOTO></vCard></iq>
Romeo receives:
	<iq type='error' id='v1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
