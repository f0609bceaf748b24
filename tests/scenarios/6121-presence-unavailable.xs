# RFC 6121 §4.5.2: going offline is told to the own sessions too
[Client] Romeo
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
Romeo sends:
	<presence type='unavailable'><status>gone home</status></presence>
Romeo's phone receives:
	<presence type='unavailable' from='romeo@example.org/orchard'><status>gone home</status></presence>
# §4.5.2 note: the session itself is told as well, or not; what it must not get is anything more
Romeo receives:
	<presence type='unavailable' from='romeo@example.org/orchard'/>
Romeo's phone sends:
	<presence><show>away</show></presence>
Romeo's phone receives:
	<presence from='romeo@example.org/phone'><show>away</show></presence>
Romeo receives: nothing
