# XEP-0444 §3: reactions are a message of their own
## prosody: it has its own classes
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Phone
	jid: juliet@example.org/phone
-----
Phone sends:
	<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>
Phone receives:
	<iq type='result' id='c1'/>
# Untouched, to the device and as a copy
Romeo sends:
	<message to='juliet@example.org/balcony' id='m1' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message>
Juliet receives:
	<message from='romeo@example.org/orchard' id='m1' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message>
Phone receives:
	<message from='juliet@example.org' type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='romeo@example.org/orchard' id='m1' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message></forwarded></received></message>
# While nobody looks at the phone
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Romeo sends:
	<message to='juliet@example.org/balcony' id='m2' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message>
Juliet receives:
	<message id='m2' type='chat'/>
Phone receives:
	<message from='juliet@example.org' type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='romeo@example.org/orchard' id='m2' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message></forwarded></received></message>
Phone sends:
	<active xmlns='urn:xmpp:csi:0'/>
# In the archive
Juliet sends:
	<iq type='set' id='q1'><query xmlns='urn:xmpp:mam:2'/></iq>
Juliet receives:
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m1' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message></forwarded></result></message>
	<message><result xmlns='urn:xmpp:mam:2' scansion:strict='false'><forwarded xmlns='urn:xmpp:forward:0' scansion:strict='false'><message xmlns='jabber:client' id='m2' type='chat'><reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>💘</reaction></reactions><store xmlns='urn:xmpp:hints'/></message></forwarded></result></message>
	<iq type='result' id='q1'><fin xmlns='urn:xmpp:mam:2' complete='true' scansion:strict='false'/></iq>
