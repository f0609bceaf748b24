# RFC 6120 §8.4, §11: what a server does not understand passes through as it was
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony' id='a&amp;b' xml:lang='fr' made:up='1' xmlns:made='urn:example:made'>
		<body>un</body>
		<body xml:lang='de'>eins</body>
		<m:x xmlns:m='urn:example:m' m:a='1' b='&lt;'>t<y xmlns='urn:example:y'>&amp;</y>ail</m:x>
		<empty xmlns='urn:example:empty'/>
	</message>
Juliet receives:
	<message from='romeo@example.org/orchard' id='a&amp;b' xml:lang='fr' made:up='1' xmlns:made='urn:example:made'>
		<body scansion:strict='true'>un</body>
		<body scansion:strict='true' xml:lang='de'>eins</body>
		<m:x xmlns:m='urn:example:m' m:a='1' b='&lt;'>t<y xmlns='urn:example:y'>&amp;</y>ail</m:x>
		<empty xmlns='urn:example:empty'/>
	</message>
