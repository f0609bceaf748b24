# RFC 6120 §7.7.2.2, RFC 6121 §4.5.2: the session that loses its resource goes offline first
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo again
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
-----
Romeo sends:
	<presence/>
Romeo receives:
	<presence/>
Romeo's phone sends:
	<presence/>
Romeo's phone receives in any order:
	<presence from='romeo@example.org/phone'/>
	<presence from='romeo@example.org/orchard'/>
Romeo receives:
	<presence from='romeo@example.org/phone'/>
Romeo again connects
Romeo receives stream error: conflict
Romeo's phone receives:
	<presence from='romeo@example.org/orchard' type='unavailable'/>
