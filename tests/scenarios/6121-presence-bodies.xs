# RFC 6121 §4.7: whatever presence carries reaches the contact whole
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<presence to='juliet@example.org/balcony' xml:lang='en'><show>xa</show><status>down the rabbit hole!</status><status xml:lang='de'>im Kaninchenbau</status><priority>-128</priority>
		<x xmlns='vcard-temp:x:update'><photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:n' ver='v'/></presence>
Juliet receives:
	<presence from='romeo@example.org/orchard' xml:lang='en'><show>xa</show><status scansion:strict='true'>down the rabbit hole!</status><status scansion:strict='true' xml:lang='de'>im Kaninchenbau</status><priority>-128</priority>
		<x xmlns='vcard-temp:x:update'><photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:n' ver='v'/></presence>
