# XEP-0077: where registration is closed it is neither offered nor answered
## prosody: it is open there
[Client] Tybalt
	jid: tybalt@example.org/street
	account: none
	raw: tls
-----
Tybalt sends:
	<iq type='set' id='r1' to='example.org'><query xmlns='jabber:iq:register'><username>tybalt</username><password>king-of-cats</password></query></iq>
Tybalt receives stream error: not-authorized
