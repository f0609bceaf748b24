# XML 1.0 §2.7: CDATA is text like any other
[Client] Romeo
	jid: romeo@example.org/orchard
-----
Romeo sends raw:
	<message to='romeo@example.org/orchard'><body><![CDATA[<a> & b]]></body></message>
Romeo receives:
	<message><body>&lt;a&gt; &amp; b</body></message>
