# XEP-0054 §3.2: nobody writes another's vCard
## prosody: another condition
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<iq type='set' id='v1' to='juliet@example.org'><vCard xmlns='vcard-temp'><FN>Rosaline</FN></vCard></iq>
Romeo receives:
	<iq type='error' id='v1' from='juliet@example.org'><error type='auth'/></iq>
Juliet receives: nothing
# §3.3: who has none and who is not there are answered alike
Romeo sends:
	<iq type='get' id='v2' to='juliet@example.org'><vCard xmlns='vcard-temp'/></iq>
	<iq type='get' id='v3' to='nobody@example.org'><vCard xmlns='vcard-temp'/></iq>
	<iq type='set' id='v4' to='nobody@example.org'><vCard xmlns='vcard-temp'><FN>Rosaline</FN></vCard></iq>
Romeo receives in any order:
	<iq type='error' id='v2' from='juliet@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='v3' from='nobody@example.org'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='error' id='v4' from='nobody@example.org'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
