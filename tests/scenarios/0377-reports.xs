# XEP-0377 §3, §6: a report comes with a block, which it does not change; admins read it and remove it
[Server]
	admins: nurse@example.org
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Phone
	jid: romeo@example.org/phone
[Client] Tybalt
	jid: tybalt@example.org/street
[Client] Nurse
	jid: nurse@example.org/kitchen
-----
Romeo sends:
	<iq type='get' id='d1' to='example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
	<iq type='get' id='d2' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:reporting:1'/></query></iq>
	<iq type='result' id='d2'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:reporting:1'/></query></iq>
Phone sends:
	<iq type='get' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Phone receives:
	<iq type='result' id='l1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
Romeo sends:
	<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'>
		<item jid='tybalt@example.org'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'>
			<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@example.org' id='not-one-of-ours'/>
			<stanza-id xmlns='urn:xmpp:sid:0' by='tybalt@example.org' id='28482-98726-73623'/>
			<text xml:lang='en'>He calls me a villain.</text>
			<report-origin/>
		</report></item>
		<item jid='paris@example.net'/>
	</block></iq>
Romeo receives:
	<iq type='result' id='b1'/>
# other devices hear of the block, and of nothing else
Phone receives:
	<iq type='set' id='{scansion:any}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@example.org'/><item jid='paris@example.net'/></block></iq>
Tybalt sends:
	<message to='romeo@example.org' type='chat' id='m1'><body>Villain!</body></message>
Tybalt receives:
	<message type='error' id='m1'/>
Nurse sends:
	<iq type='set' id='c1' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-list'/></iq>
Nurse receives:
	<iq type='result' id='c1'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-list' sessionid='{capture:sid}' status='executing' scansion:strict='false'/></iq>
Nurse sends:
	<iq type='set' id='c2' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-list' sessionid='${sid}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'/></command></iq>
Nurse receives:
	<iq type='result' id='c2'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-list' sessionid='${sid}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'><item scansion:strict='false'>
			<field var='id'><value>{capture:report}</value></field>
			<field var='reported'><value>tybalt@example.org</value></field>
			<field var='by'><value>romeo@example.org</value></field>
			<field var='reason'><value>abuse</value></field>
			<field var='messages'><value>0</value></field>
		</item></x>
	</command></iq>
Nurse sends:
	<iq type='set' id='showa' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show'/></iq>
Nurse receives:
	<iq type='result' id='showa'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show' sessionid='{capture:show}' status='executing' scansion:strict='false'/></iq>
Nurse sends:
	<iq type='set' id='showb' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show' sessionid='${show}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='id'><value>${report}</value></field></x></command></iq>
Nurse receives:
	<iq type='result' id='showb'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show' sessionid='${show}' status='completed' scansion:strict='false'>
		<x xmlns='jabber:x:data' type='result' scansion:strict='false'>
			<field var='reason' scansion:strict='false'><value>urn:xmpp:reporting:abuse</value></field>
			<field var='may-be-told-to' scansion:strict='false'><value>the contact's server</value></field>
			<field var='text-en' scansion:strict='false'><value>He calls me a villain.</value></field>
		</x>
	</command></iq>
Nurse sends:
	<iq type='set' id='removea' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-remove'/></iq>
Nurse receives:
	<iq type='result' id='removea'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-remove' sessionid='{capture:remove}' status='executing' scansion:strict='false'/></iq>
Nurse sends:
	<iq type='set' id='removeb' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-remove' sessionid='${remove}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='id'><value>${report}</value></field></x></command></iq>
Nurse receives:
	<iq type='result' id='removeb'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-remove' sessionid='${remove}' status='completed' scansion:strict='false'/></iq>
Nurse sends:
	<iq type='set' id='againa' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show'/></iq>
Nurse receives:
	<iq type='result' id='againa'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show' sessionid='{capture:again}' status='executing' scansion:strict='false'/></iq>
Nurse sends:
	<iq type='set' id='againb' to='example.org'><command xmlns='http://jabber.org/protocol/commands' node='urn:balcony:command:reports-show' sessionid='${again}' action='complete'>
		<x xmlns='jabber:x:data' type='submit'><field var='id'><value>${report}</value></field></x></command></iq>
Nurse receives:
	<iq type='error' id='againb'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
