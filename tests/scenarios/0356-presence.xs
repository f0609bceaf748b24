# XEP-0356 §7: presence of accounts and of their contacts; what there was before is told, and each is told once

[Component] Manager
	jid: manager.example.org
	presence: managed_entity

[Component] PubSub
	jid: pubsub.example.org
	roster: get
	roster pushes: no
	presence: roster

[Client] Juliet
	jid: juliet@example.org/balcony

[Client] Romeo
	jid: romeo@example.net/orchard

[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Manager receives:
	<message id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='presence' type='managed_entity'/></privilege></message>
PubSub receives:
	<message id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='get' push='false'/><perm access='presence' type='roster'/></privilege></message>
Juliet sends:
	<presence><show>chat</show></presence>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Manager receives:
	<presence from='juliet@example.org/balcony' to='manager.example.org'><show>chat</show></presence>
PubSub receives:
	<presence from='juliet@example.org/balcony' to='pubsub.example.org'><show>chat</show></presence>
# §7.1: only the first one, and the last.
Juliet sends:
	<presence><show>away</show></presence>
Juliet receives:
	<presence from='juliet@example.org/balcony'/>
Manager receives: nothing
PubSub receives: nothing
# Romeo, of another host, lets Juliet and the Nurse see him.
Romeo sends:
	<presence type='subscribed' to='juliet@example.org'/>
	<presence type='subscribed' to='nurse@example.org'/>
Juliet sends:
	<presence type='subscribe' to='romeo@example.net'/>
Nurse sends:
	<presence type='subscribe' to='romeo@example.net'/>
Romeo sends:
	<presence><status>here</status></presence>
Romeo receives:
	<presence from='romeo@example.net/orchard'/>
Juliet receives:
	<presence from='romeo@example.net/orchard'><status>here</status></presence>
PubSub receives:
	<presence from='romeo@example.net/orchard' to='pubsub.example.org'><status>here</status></presence>
Manager receives: nothing
# A component that comes later is told what there is.
PubSub disconnects
Manager disconnects
Manager connects
Manager receives:
	<message id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='presence' type='managed_entity'/></privilege></message>
	<presence from='juliet@example.org/balcony' to='manager.example.org'><show>away</show></presence>
PubSub connects
PubSub receives:
	<message id='{scansion:any}'><privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='get' push='false'/><perm access='presence' type='roster'/></privilege></message>
	<presence from='juliet@example.org/balcony' to='pubsub.example.org'><show>away</show></presence>
	<presence from='romeo@example.net/orchard' to='pubsub.example.org'><status>here</status></presence>
Juliet receives:
	<presence from='romeo@example.net/orchard'><status>here</status></presence>
Romeo sends:
	<presence type='unavailable'/>
Romeo receives:
	<presence type='unavailable' from='romeo@example.net/orchard'/>
Juliet receives:
	<presence type='unavailable' from='romeo@example.net/orchard'/>
PubSub receives:
	<presence type='unavailable' from='romeo@example.net/orchard' to='pubsub.example.org'/>
Juliet loses the connection
Manager receives:
	<presence type='unavailable' from='juliet@example.org/balcony' to='manager.example.org'/>
PubSub receives:
	<presence type='unavailable' from='juliet@example.org/balcony' to='pubsub.example.org'/>
