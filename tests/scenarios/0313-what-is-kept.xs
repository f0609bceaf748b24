# XEP-0313 §6.1, XEP-0334: content is archived; chat states, headlines and what must not be stored are not
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<presence/>
Juliet receives:
	<presence/>
Romeo sends:
	<message to='juliet@example.org' id='m1' type='chat'><body>one</body></message>
	<message to='juliet@example.org' id='m2' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
	<message to='juliet@example.org' id='m3' type='headline'><body>news</body></message>
	<message to='juliet@example.org' id='m4' type='chat'><body>secret</body><no-store xmlns='urn:xmpp:hints'/></message>
	<message to='juliet@example.org' id='m5' type='chat'><body>off the record</body><no-permanent-store xmlns='urn:xmpp:hints'/></message>
	<message to='juliet@example.org' id='m6' type='chat'><received xmlns='urn:xmpp:receipts' id='x'/></message>
	<message to='juliet@example.org' id='m7' type='chat'><encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted><store xmlns='urn:xmpp:hints'/></message>
	<message to='juliet@example.org' id='m8'><body>normal</body></message>
# what is not in the archive has no name there
Juliet receives:
	<message id='m1' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.org' id='{scansion:any}'/></message>
	<message id='m2' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' scansion:absent='true' scansion:strict='false'/></message>
	<message id='m3' type='headline'><stanza-id xmlns='urn:xmpp:sid:0' scansion:absent='true' scansion:strict='false'/></message>
	<message id='m4' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' scansion:absent='true' scansion:strict='false'/></message>
	<message id='m5' type='chat'/>
	<message id='m6' type='chat'/>
	<message id='m7' type='chat'/>
	<message id='m8'/>
Juliet sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m6' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m7' type='chat' scansion:strict='false'/></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m8' scansion:strict='false'/></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
