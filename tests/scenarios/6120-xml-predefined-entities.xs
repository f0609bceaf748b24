# RFC 6120 §11.1: the five, and character references, stand for their characters
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	<message to='romeo@example.org/orchard' id='&quot;&#49;'><body>&lt;&gt;&amp;&apos;&quot;&#x1F339;</body></message>
Romeo receives:
	<message id='"1'><body>&lt;&gt;&amp;'"🌹</body></message>
