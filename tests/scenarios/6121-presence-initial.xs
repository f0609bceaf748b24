# RFC 6121 §4.2.2: initial presence goes to the contacts who may see it and to the own sessions, itself included
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence id='p1'><show>dnd</show><status>wooing</status><priority>1</priority><x xmlns='urn:example:x'>1</x></presence>
Romeo receives:
	<presence id='p1' from='romeo@example.org/orchard'><show>dnd</show><status>wooing</status><priority>1</priority><x xmlns='urn:example:x'>1</x></presence>
Romeo's phone sends:
	<presence/>
Romeo's phone receives in any order:
	<presence from='romeo@example.org/phone'/>
	<presence from='romeo@example.org/orchard'><show>dnd</show><status>wooing</status><priority>1</priority><x xmlns='urn:example:x'>1</x></presence>
Romeo receives:
	<presence from='romeo@example.org/phone' to='{scansion:any}'/>
# §4.4.2: an update goes the same way, and asks nobody anew
Romeo sends:
	<presence><show>away</show></presence>
Romeo receives:
	<presence from='romeo@example.org/orchard'><show>away</show></presence>
Romeo's phone receives:
	<presence from='romeo@example.org/orchard'><show>away</show><status scansion:absent='true'/></presence>
# Juliet, a stranger, sees nothing of it
Juliet receives: nothing
