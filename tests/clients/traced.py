#!/usr/bin/python3
"""Bodies and acknowledgements with names that a trace of system calls can be searched for. No TLS: a trace shows only bytes.

    traced.py PORT DOMAIN COUNT

Needs a loopback listener that allows plain-text clients. Registers two accounts, sends COUNT messages to the one that is away,
each followed by a ping (ack-message-NNN), and makes COUNT roster items (ack-contact-NNN), all pipelined in small bursts.
"""
import base64
import hashlib
import hmac
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


def login(stream, local, password):
    """SCRAM-SHA-1 (RFC 5802), since no password goes over a plain stream."""
    def sasl(name, text, extra=""):
        return f"<{name} xmlns='urn:ietf:params:xml:ns:xmpp-sasl'{extra}>{base64.b64encode(text.encode()).decode()}</{name}>"

    bare = f"n={local},r=traced"
    answer = stream.ask(sasl("auth", "n,," + bare, " mechanism='SCRAM-SHA-1'"), "</challenge>|</failure>")
    challenge = base64.b64decode(re.search(">([^<]+)</challenge>", answer).group(1)).decode()
    parts = dict(part.split("=", 1) for part in challenge.split(","))
    final = f"c=biws,r={parts['r']}"
    salted = hashlib.pbkdf2_hmac("sha1", password.encode(), base64.b64decode(parts["s"]), int(parts["i"]))
    key = hmac.digest(salted, b"Client Key", "sha1")
    signature = hmac.digest(hashlib.sha1(key).digest(), f"{bare},{challenge},{final}".encode(), "sha1")
    proof = bytes(a ^ b for a, b in zip(key, signature))
    stream.ask(sasl("response", f"{final},p={base64.b64encode(proof).decode()}"), "</success>")


register("away")
register("sender")
stream = Stream()
login(stream, "sender", "traced")
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
