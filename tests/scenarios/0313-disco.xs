# XEP-0313 §7, XEP-0431 §2.1, XEP-0359 §4: an account that has an archive says so
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<iq type='get' id='d1' to='romeo@example.org'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
Romeo receives:
	<iq type='result' id='d1'><query xmlns='http://jabber.org/protocol/disco#info' scansion:strict='false'><feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:mam:2#extended'/><feature var='urn:xmpp:mam:2#groupchat-field'/><feature var='urn:xmpp:fulltext:0'/><feature var='urn:xmpp:sid:0'/><feature var='http://jabber.org/protocol/rsm'/><feature var='urn:xmpp:mam:2#groupchat-available' scansion:absent='true'/></query></iq>
