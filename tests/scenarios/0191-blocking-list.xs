# XEP-0191 §3.1-§3.5: the list, adding, taking away, taking all away; sessions that asked for it are told
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Romeo's tablet
	jid: romeo@example.org/tablet
-----
Romeo sends:
	<iq type='get' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo receives:
	<iq type='result' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo's phone sends:
	<iq type='get' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo's phone receives:
	<iq type='result' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/><item jid='paris@example.net/church'/><item jid='example.com'/></block></iq>
Romeo receives in any order:
	<iq type='result' id='b1'/>
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/><item jid='paris@example.net/church'/><item jid='example.com'/></block></iq>
Romeo's phone receives:
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/><item jid='paris@example.net/church'/><item jid='example.com'/></block></iq>
Romeo's tablet receives: nothing
Romeo's tablet sends:
	<iq type='get' id='l2'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo's tablet receives:
	<iq type='result' id='l2'><blocklist xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/><item jid='paris@example.net/church'/><item jid='example.com'/></blocklist></iq>
Romeo's tablet disconnects
Romeo's phone sends:
	<iq type='set' id='u1'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/></unblock></iq>
Romeo's phone receives in any order:
	<iq type='result' id='u1'/>
	<iq type='set' id='{scansion:any}'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/></unblock></iq>
Romeo receives:
	<iq type='set' id='{scansion:any}'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/></unblock></iq>
Romeo sends:
	<iq type='set' id='u2'><unblock xmlns='urn:xmpp:blocking'/></iq>
	<iq type='get' id='l3'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo receives in any order:
	<iq type='result' id='u2'/>
	<iq type='set' id='{scansion:any}'><unblock xmlns='urn:xmpp:blocking'/></iq>
	<iq type='result' id='l3'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo's phone receives:
	<iq type='set' id='{scansion:any}'><unblock xmlns='urn:xmpp:blocking'/></iq>
