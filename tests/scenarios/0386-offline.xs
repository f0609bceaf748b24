# XEP-0386 §3.2: offline messages that the archive has are cleared by the binding; what came only later, or is in no archive, is delivered
## prosody: it has no SASL2
[Client] Romeo
	jid: romeo@example.org/orchard

[Client] Nurse
	jid: nurse@example.org/hall

[Client] Setter
	jid: juliet@example.org/setter

[Client] Juliet
	jid: juliet@example.org
	login: sasl2

[Client] Old
	jid: juliet@example.org/old
-----
Setter sends:
	<iq type='set' id='p'><prefs xmlns='urn:xmpp:mam:2' default='always'><always/><never><jid>nurse@example.org</jid></never></prefs></iq>
Setter receives:
	<iq type='result' id='p'/>
Setter disconnects
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>archived</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><body>archived, too</body></message>
Nurse sends:
	<message to='juliet@example.org' id='m3' type='chat'><body>not archived</body></message>
Juliet connects
Romeo sends:
	<message to='juliet@example.org' id='m4' type='chat'><body>behind the binding</body></message>
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
	<message id='m3' type='chat'><delay xmlns='urn:xmpp:delay' scansion:strict='false'/></message>
	<message id='m4' type='chat'><delay xmlns='urn:xmpp:delay' scansion:strict='false'/></message>
Juliet sends:
	<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m4' type='chat' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q'/>
Old connects
Old sends:
	<presence/>
Old receives in any order:
	<presence from='juliet@example.org/old'/>
	<presence from="${Juliet's full JID}"/>
Juliet receives:
	<presence from='juliet@example.org/old'/>
Old receives: nothing
