# XEP-0433 §4.2.2.4: who searches too often waits
[Server]
	option rooms maxSearchesPerMinute: 1
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Juliet sends:
	<iq type='get' id='1' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field><field var='all'><value>true</value></field></x></search></iq>
Juliet receives:
	<iq type='result' id='1'><result xmlns='urn:xmpp:channel-search:0:search'/></iq>
Juliet sends:
	<iq type='get' id='2' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field><field var='all'><value>true</value></field></x></search></iq>
Juliet receives:
	<iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
		<rate-limit xmlns='urn:xmpp:channel-search:0:error' retry-after='{scansion:any}'/></error></iq>
after 1m
Juliet sends:
	<iq type='get' id='3' to='conference.example.org'><search xmlns='urn:xmpp:channel-search:0:search'><x xmlns='jabber:x:data' type='submit'>
		<field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field><field var='all'><value>true</value></field></x></search></iq>
Juliet receives:
	<iq type='result' id='3'><result xmlns='urn:xmpp:channel-search:0:search'/></iq>
