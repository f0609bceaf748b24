# XEP-0377 §6: what is wrong is refused with the block; too many reports of one account in a day are left out, and the blocks are not; admins are told if they want
[Server]
	admins: nurse@example.org
	max reports: 1
	reports told: on
	module ping: off
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Nurse sends:
	<presence/>
Nurse receives:
	<presence/>
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'><report xmlns='urn:xmpp:reporting:1'/></item></block></iq>
	<iq type='get' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo receives:
	<iq type='error' id='b1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
	<iq type='result' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo sends:
	<iq type='set' id='b2'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'><text>Buy my swords</text></report></item></block></iq>
	<iq type='set' id='b3'><block xmlns='urn:xmpp:blocking'><item jid='paris@example.net'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/></item></block></iq>
Romeo receives in any order:
	<iq type='result' id='b2'/>
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/></block></iq>
	<iq type='result' id='b3'/>
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='paris@example.net'/></block></iq>
Nurse receives:
	<message from='example.org'><subject>A contact was reported</subject><body>romeo@example.org blocked and reported tybalt@example.org: urn:xmpp:reporting:spam&#10;Buy my swords</body></message>
Nurse receives: nothing
after 25h
Romeo sends:
	<iq type='set' id='b4'><block xmlns='urn:xmpp:blocking'><item jid='iago.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:example:other'/></item></block></iq>
Romeo receives in any order:
	<iq type='result' id='b4'/>
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='iago.example'/></block></iq>
Nurse receives:
	<message from='example.org'><body>romeo@example.org blocked and reported iago.example: urn:example:other</body></message>
