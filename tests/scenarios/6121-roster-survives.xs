# RFC 6121 §2.1: the roster outlives the session
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='set' id='r1'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org' name='A &lt;Nurse&gt; &amp; &quot;more&quot;'><group>Größe</group></item></query></iq>
Romeo receives:
	<iq type='result' id='r1'/>
Romeo disconnects
Romeo connects
Romeo sends:
	<iq type='get' id='r2'><query xmlns='jabber:iq:roster'/></iq>
Romeo receives:
	<iq type='result' id='r2'><query xmlns='jabber:iq:roster' scansion:strict='false'><item jid='nurse@example.org' name='A &lt;Nurse&gt; &amp; &quot;more&quot;' subscription='none'><group>Größe</group></item></query></iq>
