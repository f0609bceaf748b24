#!/usr/bin/python3
"""The other end for clients that tests drive by hand: an account that is told by lines on standard input what to do.

    slixmpp_peer.py LOCALPART --starttls-port N --ca FILE [--domain localhost]

    in:  register LOCALPART | send JID BODY | roster-add JID | friend LOCALPART (answers its request, asks it in turn) | logout
         enter ROOM/NICK | open ROOM (as its owner, with the defaults) | say ROOM BODY
    out: ready | ok COMMAND | got JID BODY | presence JID TYPE | bounced JID CONDITION
         occupant ROOM/NICK TYPE (beside presence) | heard ROOM/NICK BODY (beside got)
"""
import asyncio
import sys
from xml.etree import ElementTree as ET

import rig

MUC = "http://jabber.org/protocol/muc"


async def lines():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield line.decode().strip()


def say(*words):
    print(*words, flush=True)


def tell_message(message):
    say("got", message["from"].bare, message["body"])
    if message["type"] == "groupchat":
        say("heard", message["from"].full, message["body"])


def tell_presence(presence):
    say("presence", presence["from"].bare, presence["type"])
    if presence.xml.find(f"{{{MUC}#user}}x") is not None:
        say("occupant", presence["from"].full, presence["type"])


async def converse(server, local):
    me = server.client(local)
    await me.register()
    me.add_event_handler("message", tell_message)
    me.add_event_handler("message_error", lambda message: say("bounced", message["from"].bare, message["error"]["condition"]))
    me.add_event_handler("presence", tell_presence)
    await me.login()
    say("ready")
    async for line in lines():
        command, _, rest = line.partition(" ")
        if command == "register":
            await server.client(rest).register()
        elif command == "send":
            to, _, body = rest.partition(" ")
            me.send_message(to, body, mtype="chat")
        elif command == "roster-add":
            await me.update_roster(rest)
        elif command == "friend":
            me.send_presence_subscription(rest, ptype="subscribed")
            me.send_presence_subscription(rest, ptype="subscribe")
        elif command == "enter":
            presence = me.make_presence(pto=rest)
            presence.append(ET.fromstring(f"<x xmlns='{MUC}'/>"))
            presence.send()
        elif command == "open":
            form = me.make_iq_set(ito=rest)
            form.append(ET.fromstring(f"<query xmlns='{MUC}#owner'><x xmlns='jabber:x:data' type='submit'/></query>"))
            await form.send(timeout=rig.DEADLINE)
        elif command == "say":
            to, _, body = rest.partition(" ")
            me.send_message(to, body, mtype="groupchat")
        elif command == "logout":
            await me.logout()
            say("ok", command)
            return
        say("ok", command)


if __name__ == "__main__":
    chosen = rig.arguments(local={})
    chosen.exact_names = True
    rig.run(converse(rig.Server(chosen), chosen.local), deadline=300)
