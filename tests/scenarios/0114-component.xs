# XEP-0114 §3: a component and the accounts of a host write to each other; it speaks for every address of its domain

[Component] Gateway
	jid: gateway.example.org

[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<message to='nurse@gateway.example.org/kitchen' id='m1' type='chat'><body>Where is she?</body></message>
Gateway receives:
	<message from='romeo@example.org/orchard' to='nurse@gateway.example.org/kitchen' id='m1' type='chat'><body>Where is she?</body></message>
Gateway sends:
	<message from='nurse@gateway.example.org/kitchen' to='romeo@example.org/orchard' id='m2' type='chat'><body>Within.</body></message>
Romeo receives:
	<message from='nurse@gateway.example.org/kitchen' to='romeo@example.org/orchard' id='m2' type='chat'><body>Within.</body></message>
Romeo sends:
	<iq type='get' to='gateway.example.org' id='q1'><query xmlns='jabber:iq:version'/></iq>
Gateway receives:
	<iq type='get' from='romeo@example.org/orchard' to='gateway.example.org' id='q1'><query xmlns='jabber:iq:version'/></iq>
Gateway sends:
	<iq type='result' to='romeo@example.org/orchard' from='gateway.example.org' id='q1'><query xmlns='jabber:iq:version'><name>Gate</name><version>1</version></query></iq>
Romeo receives:
	<iq type='result' from='gateway.example.org' id='q1'><query xmlns='jabber:iq:version'><name>Gate</name><version>1</version></query></iq>
Romeo sends:
	<presence to='gateway.example.org'><status>in</status></presence>
Gateway receives:
	<presence from='romeo@example.org/orchard' to='gateway.example.org'><status>in</status></presence>
Gateway sends:
	<iq type='get' from='gateway.example.org' to='example.org' id='p1'><ping xmlns='urn:xmpp:ping'/></iq>
	<iq type='get' from='nurse@gateway.example.org' to='romeo@example.org/orchard' id='p2'><ping xmlns='urn:xmpp:ping'/></iq>
Gateway receives:
	<iq type='result' from='example.org' to='gateway.example.org' id='p1'/>
Romeo receives:
	<iq type='get' from='nurse@gateway.example.org' id='p2'><ping xmlns='urn:xmpp:ping'/></iq>
# To itself: by the same way as everybody.
Gateway sends:
	<message from='a@gateway.example.org' to='b@gateway.example.org' id='m3'><body>to myself</body></message>
Gateway receives:
	<message from='a@gateway.example.org' to='b@gateway.example.org' id='m3'><body>to myself</body></message>
