# RFC 6120 §11.1: nor inside of a stanza
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message to='romeo@example.org'><!-- hello --></message>
Romeo receives stream error: restricted-xml
