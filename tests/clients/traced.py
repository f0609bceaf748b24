#!/usr/bin/python3
"""Bodies and acknowledgements with names that a trace of system calls can be searched for. No TLS: a trace shows only bytes.

    traced.py PORT DOMAIN COUNT

Needs a loopback listener that allows plain-text clients. Registers two accounts, sends COUNT messages to the one that is away,
each followed by a ping (ack-message-NNN), and makes COUNT roster items (ack-contact-NNN), all pipelined in small bursts.
"""
import base64
import re
import socket
import sys

port, domain, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
OPEN = f"<stream:stream to='{domain}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"


class Stream:
    def __init__(self):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.read = ""
        self.ask(OPEN, "</stream:features>")

    def ask(self, text, until):
        """Sends, then reads until a pattern has been seen; returns what was read."""
        self.socket.sendall(text.encode())
        while not (found := re.search(until, self.read)):
            more = self.socket.recv(65536).decode()
            assert more, f"closed while waiting for {until}: {self.read}"
            self.read += more
        seen, self.read = self.read[:found.end()], self.read[found.end():]
        return seen


def register(local):
    answer = Stream().ask(f"<iq type='set' id='r'><query xmlns='jabber:iq:register'><username>{local}</username>"
                          "<password>traced</password></query></iq>", "</iq>|<iq[^>]*/>")
    assert "type='result'" in answer or 'type="result"' in answer, answer


register("away")
register("sender")
stream = Stream()
stream.ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
           + base64.b64encode(b"\0sender\0traced").decode() + "</auth>", "<success[^>]*>")
stream.ask(OPEN, "</stream:features>")
stream.ask("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>")
stream.ask("<presence/><iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>", "id=['\"]g['\"]")
BURST = 3
for first in range(0, count, BURST):
    numbers = range(first, min(first + BURST, count))
    stream.ask("".join(
        f"<message to='away@{domain}' type='chat'><body>covered-message-{n:03}</body></message>"
        f"<iq type='get' id='ack-message-{n:03}' to='{domain}'><ping xmlns='urn:xmpp:ping'/></iq>"
        f"<iq type='set' id='ack-contact-{n:03}'><query xmlns='jabber:iq:roster'><item jid='covered-contact-{n:03}@{domain}'/></query></iq>"
        for n in numbers), f"id=['\"]ack-contact-{numbers[-1]:03}['\"]")
print("ok")
