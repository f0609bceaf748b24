# XEP-0198 §5, XEP-0352 §5: of each contact's presence a client that was away gets the last only
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Nurse
	jid: nurse@example.org/hall
[Client] Juliet
	jid: juliet@example.org/balcony
	management: true
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet loses the connection
Romeo sends:
	<presence to='juliet@example.org/balcony'><show>away</show></presence>
Nurse sends:
	<presence to='juliet@example.org/balcony'/>
Romeo sends:
	<presence to='juliet@example.org/balcony'><show>xa</show></presence>
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<presence to='juliet@example.org/balcony'><show>dnd</show></presence>
	<presence to='juliet@example.org/balcony' type='error'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
Juliet resumes
Juliet receives:
	<presence from='nurse@example.org/hall'/>
	<message id='m1' type='chat'/>
	<presence from='romeo@example.org/orchard'><show>dnd</show></presence>
	<presence from='romeo@example.org/orchard' type='error'/>
