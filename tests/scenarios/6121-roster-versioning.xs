# RFC 6121 §2.6: who has the current version gets an empty result; who has an older one gets what changed, as pushes, or everything
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
-----
Romeo sends:
	<iq type='get' id='v1'><query xmlns='jabber:iq:roster' ver=''/></iq>
Romeo receives:
	<iq type='result' id='v1'><query xmlns='jabber:iq:roster' ver='{scansion:any}'/></iq>
Romeo sends:
	<iq type='set' id='v2'><query xmlns='jabber:iq:roster'><item jid='nurse@example.org'/></query></iq>
Romeo receives in any order:
	<iq type='result' id='v2'/>
	<iq type='set' id='{scansion:any}'><query xmlns='jabber:iq:roster' ver='{capture:version}'><item jid='nurse@example.org' subscription='none'/></query></iq>
# §2.6.2: nothing changed since
Romeo's phone sends:
	<iq type='get' id='v3'><query xmlns='jabber:iq:roster' ver='${version}'/></iq>
Romeo's phone receives:
	<iq type='result' id='v3'><query xmlns='jabber:iq:roster' scansion:absent='true'/></iq>
# an unknown version gets everything
Romeo's phone sends:
	<iq type='get' id='v4'><query xmlns='jabber:iq:roster' ver='no such version'/></iq>
Romeo's phone receives:
	<iq type='result' id='v4'><query xmlns='jabber:iq:roster' ver='${version}'><item jid='nurse@example.org' subscription='none'/></query></iq>
