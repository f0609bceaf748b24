#!/usr/bin/python3
"""The other end for clients that tests drive by hand: an account that is told by lines on standard input what to do.

    slixmpp_peer.py LOCALPART --starttls-port N --ca FILE [--domain localhost]

    in:  register LOCALPART | send JID BODY | roster-add JID | friend LOCALPART (answers its request, asks it in turn) | logout
    out: ready | ok COMMAND | got JID BODY | presence JID TYPE | bounced JID CONDITION
"""
import asyncio
import sys

import rig


async def lines():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield line.decode().strip()


def say(*words):
    print(*words, flush=True)


async def converse(server, local):
    me = server.client(local)
    await me.register()
    me.add_event_handler("message", lambda message: say("got", message["from"].bare, message["body"]))
    me.add_event_handler("message_error", lambda message: say("bounced", message["from"].bare, message["error"]["condition"]))
    me.add_event_handler("presence", lambda presence: say("presence", presence["from"].bare, presence["type"]))
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
        elif command == "logout":
            await me.logout()
            say("ok", command)
            return
        say("ok", command)


if __name__ == "__main__":
    chosen = rig.arguments(local={})
    chosen.exact_names = True
    rig.run(converse(rig.Server(chosen), chosen.local), deadline=300)
