# XEP-0441 §2: what an account wants in its archive; what it does not want is still delivered
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/chamber
-----
Juliet sends:
	<iq type='get' id='p1'><prefs xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<iq type='result' id='p1'><prefs xmlns='urn:xmpp:mam:2' default='always'><always/><never/></prefs></iq>
# the answer is what holds from now on: never wins
Juliet sends:
	<iq type='set' id='p2'><prefs xmlns='urn:xmpp:mam:2' default='never'><always><jid>nurse@example.org</jid><jid>romeo@example.org</jid></always><never><jid>romeo@example.org</jid></never></prefs></iq>
Juliet receives:
	<iq type='result' id='p2'><prefs xmlns='urn:xmpp:mam:2' default='never'><always><jid>nurse@example.org</jid></always><never><jid>romeo@example.org</jid></never></prefs></iq>
Juliet disconnects
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
Nurse sends:
	<message to='juliet@example.org' id='m2' type='chat'><body>two</body></message>
Juliet connects
Juliet sends:
	<presence/>
Juliet receives in any order:
	<presence/>
	<message id='m1' type='chat'/>
	<message id='m2' type='chat'/>
Juliet sends:
	<message to='romeo@example.org/orchard' id='m3' type='chat'><body>three</body></message>
	<message to='nurse@example.org/chamber' id='m4' type='chat'><body>four</body></message>
Romeo receives:
	<message id='m3' type='chat'/>
Nurse receives:
	<message id='m4' type='chat'/>
Juliet sends:
	<iq type='get' id='p3'><prefs xmlns='urn:xmpp:mam:2'/></iq>
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<iq type='result' id='p3'><prefs xmlns='urn:xmpp:mam:2' default='never'><always><jid>nurse@example.org</jid></always><never><jid>romeo@example.org</jid></never></prefs></iq>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
# the other side's archive is its own
Romeo sends:
	<iq type='set' id='q2'><query xmlns='urn:xmpp:mam:2'/></iq>
Romeo receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m3' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q2'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
