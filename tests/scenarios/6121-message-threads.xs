# RFC 6121 §5.2.3-§5.2.5: subject, bodies in several languages, thread with parent pass as they are
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Juliet
	jid: juliet@example.org/balcony
-----
Romeo sends:
	<message to='juliet@example.org/balcony' id='t1' type='chat' xml:lang='en'>
		<subject>I implore you!</subject>
		<subject xml:lang='cs'>Úpěnlivě prosím!</subject>
		<body>Wherefore art thou?</body>
		<body xml:lang='cs'>PročeŽ jsi ty?</body>
		<thread parent='e0ffe42b'>0e3141cd</thread>
	</message>
Juliet receives:
	<message id='t1' type='chat' xml:lang='en' from='romeo@example.org/orchard'>
		<subject scansion:strict='true'>I implore you!</subject>
		<subject scansion:strict='true' xml:lang='cs'>Úpěnlivě prosím!</subject>
		<body scansion:strict='true'>Wherefore art thou?</body>
		<body scansion:strict='true' xml:lang='cs'>PročeŽ jsi ty?</body>
		<thread scansion:strict='true' parent='e0ffe42b'>0e3141cd</thread>
	</message>
