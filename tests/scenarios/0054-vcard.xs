# XEP-0054 §3: a vCard is written by its owner and read by everybody, also while he is away; XEP-0153 passes in presence
## prosody: it answers an empty vCard where there is none
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
# §3.1: none yet
Romeo sends:
	<iq type='get' id='v0'><vCard xmlns='vcard-temp'/></iq>
Romeo receives:
	<iq type='error' id='v0'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Romeo sends:
	<iq type='set' id='v1'><vCard xmlns='vcard-temp'><FN>Romeo Montague</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>iVBORw0KGgo=</BINVAL></PHOTO></vCard></iq>
	<iq type='get' id='v2'><vCard xmlns='vcard-temp'/></iq>
Romeo receives:
	<iq type='result' id='v1'/>
	<iq type='result' id='v2'><vCard xmlns='vcard-temp'><FN>Romeo Montague</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>iVBORw0KGgo=</BINVAL></PHOTO></vCard></iq>
Romeo disconnects
Juliet sends:
	<iq type='get' id='v3' to='romeo@example.org'><vCard xmlns='vcard-temp'/></iq>
Juliet receives:
	<iq type='result' id='v3' from='romeo@example.org'><vCard xmlns='vcard-temp'><FN>Romeo Montague</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>iVBORw0KGgo=</BINVAL></PHOTO></vCard></iq>
