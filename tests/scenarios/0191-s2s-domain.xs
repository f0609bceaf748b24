# XEP-0191 §3: a blocked domain: nothing comes from it, messages go back, requests are refused

[Server]
	federated: on

[Client] Romeo
	jid: romeo@montague.lit/orchard

[Client] Juliet
	jid: juliet@capulet.lit/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Juliet sends:
	<iq type='set' id='b'><block xmlns='urn:xmpp:blocking'><item jid='montague.lit'/></block></iq>
Juliet receives:
	<iq type='result' id='b'/>
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='1'><body>one</body></message>
	<iq to='juliet@capulet.lit/balcony' type='get' id='2'><query xmlns='jabber:iq:version'/></iq>
	<presence to='juliet@capulet.lit' type='subscribe'/>
	<presence to='juliet@capulet.lit/balcony'/>
Romeo receives in any order:
	<message from='juliet@capulet.lit' type='error' id='1'/>
	<iq from='juliet@capulet.lit/balcony' type='error' id='2'/>
Juliet receives: nothing
Juliet sends:
	<iq type='set' id='u'><unblock xmlns='urn:xmpp:blocking'><item jid='montague.lit'/></unblock></iq>
Juliet receives:
	<iq type='result' id='u'/>
Romeo sends:
	<message to='juliet@capulet.lit' type='chat' id='3'><body>two</body></message>
Juliet receives:
	<message from='romeo@montague.lit/orchard' to='juliet@capulet.lit' type='chat' id='3'><body>two</body></message>
