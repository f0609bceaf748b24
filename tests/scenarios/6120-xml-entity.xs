# RFC 6120 §11.1: no entity references but the five
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
-----
Romeo sends raw:
	<message to='romeo@example.org'><body>&nbsp;</body></message>
Romeo receives stream error: restricted-xml
