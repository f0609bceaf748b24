# XEP-0377 §6: reported messages are shown if they are in the reporter's archive and came from whom he reports
## federated: an administrator is one of one server
[Server]
	admins: nurse@example.org
	reports told: on
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Nurse sends:
	<presence/>
Nurse receives:
	<presence/>
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
Tybalt sends:
	<message to='romeo@example.org' type='chat' id='m1'><body>Villain!</body></message>
Juliet sends:
	<message to='romeo@example.org' type='chat' id='m2'><body>Romeo!</body></message>
Romeo receives:
	<message id='m1' type='chat' from='tybalt@example.org/street'><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='{capture:tybalts}'/></message>
	<message id='m2' type='chat' from='juliet@example.org/balcony'><stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='{capture:juliets}'/></message>
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'>
		<item jid='tybalt@example.org'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'>
			<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='${tybalts}'/>
			<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='${juliets}'/>
			<stanza-id xmlns='urn:xmpp:sid:0' by='tybalt@example.org' id='${tybalts}'/>
			<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='AAAAAAAAAAAAAAAAAAAAAA'/>
		</report></item>
	</block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
Nurse receives:
	<message from='example.org'><body>romeo@example.org blocked and reported tybalt@example.org: urn:xmpp:reporting:abuse&#10;> 2026-01-01 12:00:00Z Villain!</body></message>
# the same ids are nothing in another's report
Juliet sends:
	<iq type='set' id='b2'><block xmlns='urn:xmpp:blocking'>
		<item jid='tybalt@example.org'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'>
			<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='${tybalts}'/>
			<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='${tybalts}'/>
		</report></item>
	</block></iq>
Juliet receives:
	<iq type='result' id='b2'/>
Nurse receives:
	<message from='example.org'><body>juliet@example.org blocked and reported tybalt@example.org: urn:xmpp:reporting:abuse</body></message>
