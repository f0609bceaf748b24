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
