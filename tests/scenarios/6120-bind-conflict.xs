# RFC 6120 §7.7.2.2, §4.9.3.3: the newer session of the same name wins, the older one's stream ends with conflict
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo again
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo again connects
Romeo receives stream error: conflict
Juliet sends:
	<message to='romeo@example.org/orchard'><body>which one?</body></message>
Romeo again receives:
	<message from='juliet@example.org/balcony' to='romeo@example.org/orchard'><body>which one?</body></message>
