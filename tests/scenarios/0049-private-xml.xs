# XEP-0049 §3: what a client stores comes back; each element by its name and namespace
[Client] Romeo
	jid: romeo@example.org/orchard
[Client] Romeo's phone
	jid: romeo@example.org/phone
-----
# never stored: as it was asked for
Romeo sends:
	<iq type='get' id='p0'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
Romeo receives:
	<iq type='result' id='p0'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
Romeo sends:
	<iq type='set' id='p1'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><defaultnick a='&lt;'>Hamlet</defaultnick></exodus></query></iq>
	<iq type='set' id='p2'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:other'>2</exodus></query></iq>
Romeo receives:
	<iq type='result' id='p1'/>
	<iq type='result' id='p2'/>
Romeo's phone sends:
	<iq type='get' id='p3'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
	<iq type='get' id='p4'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:other'/></query></iq>
Romeo's phone receives:
	<iq type='result' id='p3'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><defaultnick a='&lt;'>Hamlet</defaultnick></exodus></query></iq>
	<iq type='result' id='p4'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:other'>2</exodus></query></iq>
# replaced as a whole
Romeo sends:
	<iq type='set' id='p5'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
	<iq type='get' id='p6'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
Romeo receives:
	<iq type='result' id='p5'/>
	<iq type='result' id='p6'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
