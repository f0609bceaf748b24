# XEP-0352 §3.2: presence waits, of each sender only the last; on becoming active all of it comes, in order, before what is asked next (§5.1)
## prosody: it has its own classes
[Client] Phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
[Client] Nurse
	jid: nurse@example.org/house
-----
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Juliet sends:
	<presence to='romeo@example.org/phone'><show>chat</show></presence>
Nurse sends:
	<presence to='romeo@example.org/phone'><status>busy</status></presence>
Juliet sends:
	<presence to='romeo@example.org/phone'><show>away</show></presence>
	<presence to='romeo@example.org/phone'><show>xa</show></presence>
Phone receives: nothing
Phone sends:
	<active xmlns='urn:xmpp:csi:0'/>
	<iq type='get' id='p1' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>
Phone receives:
	<presence from='nurse@example.org/house'><status>busy</status></presence>
	<presence from='juliet@example.org/balcony'><show>xa</show></presence>
	<iq type='result' id='p1' from='example.org'/>
Phone receives: nothing
# Active: at once
Juliet sends:
	<presence to='romeo@example.org/phone'><show>dnd</show></presence>
Phone receives:
	<presence from='juliet@example.org/balcony'><show>dnd</show></presence>
# What a person decides does not wait, and brings what did
Phone sends:
	<presence/>
Phone receives:
	<presence from='romeo@example.org/phone'/>
Phone sends:
	<inactive xmlns='urn:xmpp:csi:0'/>
Nurse sends:
	<presence to='romeo@example.org/phone' type='unavailable'/>
Phone receives: nothing
Juliet sends:
	<presence to='romeo@example.org' type='subscribe'/>
Phone receives:
	<presence from='nurse@example.org/house' type='unavailable'/>
	<presence from='juliet@example.org' type='subscribe'/>
