# RFC 6120 §11.1: no document type declaration
## prosody: its parser calls it not-well-formed
[Client] Romeo
	jid: romeo@example.org
	raw: true
-----
Romeo sends raw:
	<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'>]>
Romeo receives a stream header
Romeo receives stream error: restricted-xml
