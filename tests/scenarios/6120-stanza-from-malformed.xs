# RFC 6120 §8.1.2.1: a 'from' that is no address
## prosody: it answers with a stanza error
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends:
	<presence from='@@'/>
Romeo receives stream error: invalid-from
