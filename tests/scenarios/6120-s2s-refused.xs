# RFC 6120 §4.9.3.14: a domain that the policy refuses is told so

[Server]
	policy montague.lit: refused

[Peer] Montague
	domain: montague.lit
	to: capulet.lit
	raw: true
-----
Montague opens a stream
Montague receives a stream header
Montague receives stream error: policy-violation
