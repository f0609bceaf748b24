# XEP-0077 §3.1: an account made before login, where registration is open; it can log in at once
[Server]
	registration: open
[Client] Tybalt
	jid: tybalt@example.org/street
	account: none
	password: king-of-cats
	raw: true
-----
Tybalt opens a stream
Tybalt receives a stream header
Tybalt receives:
	<stream:features/>
Tybalt sends:
	<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Tybalt receives:
	<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
Tybalt does the TLS handshake
Tybalt opens a stream
Tybalt receives a stream header
Tybalt receives:
	<stream:features><register xmlns='http://jabber.org/features/iq-register'/></stream:features>
Tybalt sends:
	<iq type='get' id='r1' to='example.org'><query xmlns='jabber:iq:register'/></iq>
Tybalt receives:
	<iq type='result' id='r1'><query xmlns='jabber:iq:register'><instructions>{scansion:any}</instructions><username/><password/></query></iq>
# what is missing is not acceptable
Tybalt sends:
	<iq type='set' id='r2' to='example.org'><query xmlns='jabber:iq:register'><username>tybalt</username></query></iq>
Tybalt receives:
	<iq type='error' id='r2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Tybalt sends:
	<iq type='set' id='r3' to='example.org'><query xmlns='jabber:iq:register'><username>ty@balt</username><password>x</password></query></iq>
Tybalt receives:
	<iq type='error' id='r3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Tybalt sends:
	<iq type='set' id='r4' to='example.org'><query xmlns='jabber:iq:register'><username>tybalt</username><password>king-of-cats</password></query></iq>
Tybalt receives:
	<iq type='result' id='r4'/>
# the same name again
Tybalt sends:
	<iq type='set' id='r5' to='example.org'><query xmlns='jabber:iq:register'><username>Tybalt</username><password>other</password></query></iq>
Tybalt receives:
	<iq type='error' id='r5'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
Tybalt authenticates
Tybalt binds
