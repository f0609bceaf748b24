# XEP-0092 §6: the operator may tell the system, too
[Server]
	show system: true
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='v1' to='example.org'><query xmlns='jabber:iq:version'/></iq>
Romeo receives:
	<iq type='result' id='v1'><query xmlns='jabber:iq:version'><name>Balcony</name><version>{scansion:any}</version><os>{scansion:any}</os></query></iq>
