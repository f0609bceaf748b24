# RFC 6120 §4.9.3.14, §13.12: attributes and names have a limit
## prosody: it has none
[Client] Romeo
	jid: romeo@example.org/a
[Client] Romeo's phone
	jid: romeo@example.org/b
-----
Romeo sends raw:
	<message a0='' a1='' a2='' a3='' a4='' a5='' a6='' a7='' a8='' a9='' b0='' b1='' b2='' b3='' b4='' b5='' b6='' b7='' b8='' b9=''
	\x20c0='' c1='' c2='' c3='' c4='' c5='' c6='' c7='' c8='' c9='' d0='' d1='' d2='' d3='' d4='' d5='' d6='' d7='' d8='' d9=''
	\x20e0='' e1='' e2='' e3='' e4='' e5='' e6='' e7='' e8='' e9='' f0='' f1='' f2='' f3='' f4='' f5='' f6='' f7='' f8='' f9=''
	\x20g0='' g1='' g2='' g3='' g4='' g5='' g6='' g7='' g8='' g9=''/>
Romeo receives stream error: policy-violation
Romeo's phone sends raw:
	<message><{repeat 300 a}/></message>
Romeo's phone receives stream error: policy-violation
