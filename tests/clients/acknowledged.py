#!/usr/bin/python3
"""Sends until the server is killed, saying what was acknowledged; then, against the restarted server, looks for all of it.

    acknowledged.py write --starttls-port N --ca FILE      prints "acked WHAT N" as answers come; ends when the connection is lost
    acknowledged.py read --seen FILE ...                   FILE has the lines that `write` printed

On a stream without XEP-0198 any later reply acknowledges what was sent before it: each message is followed by a ping.
"""
import asyncio
import sys

import slixmpp

import rig
from rig import within

SENDER, AWAY = "sender", "away"


def acked(what, number):
    print("acked", what, number, flush=True)


async def write(server):
    away = await server.online(AWAY)
    await away.logout()
    sender = await server.online(SENDER)
    lost = asyncio.get_running_loop().create_future()
    sender.add_event_handler("disconnected", lambda reason: lost.done() or lost.set_result(reason))

    async def messages():
        number = 0
        while True:
            sender.send_message(away.bare, f"message {number}", mtype="chat")
            await sender["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
            acked("message", number)
            number += 1

    async def roster():
        number = 0
        while True:
            await sender.update_roster(f"contact{number}@{server.domain}", name=f"Contact {number}")
            acked("contact", number)
            number += 1

    async def blocks():
        number = 0
        while True:
            await sender["xep_0191"].block(slixmpp.JID(f"spam{number}@{server.domain}"))
            acked("block", number)
            number += 1

    work = [asyncio.ensure_future(task()) for task in (messages, roster, blocks)]
    await asyncio.wait([lost, *work], return_when=asyncio.FIRST_COMPLETED)
    for task in work:
        task.cancel()
    sender.abort()


async def read(server, seen):
    last = {"message": -1, "contact": -1, "block": -1}
    for line in open(seen, encoding="utf-8"):
        _, what, number = line.split()
        last[what] = max(last[what], int(number))
    assert min(last.values()) >= 0, f"nothing was acknowledged: {last}"

    sender = await server.client(SENDER).login()
    await sender.get_roster()
    for number in range(last["contact"] + 1):
        contact = f"contact{number}@{server.domain}"
        assert sender.client_roster.has_jid(contact) and sender.client_roster[contact]["name"] == f"Contact {number}", f"lost: {contact}"
    blocked = (await within(sender["xep_0191"].get_blocked(), "the blocklist"))["blocklist"]["items"]
    for number in range(last["block"] + 1):
        assert slixmpp.JID(f"spam{number}@{server.domain}") in blocked, f"lost: the block of spam{number}"

    away = await server.client(AWAY).login()
    for number in range(last["message"] + 1):
        message = await within(away.inbox.get(), f"message {number} of {last['message']}")
        assert message["body"] == f"message {number}", f"lost, twice or out of order: {message['body']} for message {number}"
    # One more may have been kept: it was on disk, but its answer was on the way when the server died.
    await away["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
    extra = [away.inbox.get_nowait()["body"] for _ in range(away.inbox.qsize())]
    assert extra in ([], [f"message {last['message'] + 1}"]), f"twice, or never sent: {extra}"
    print("ok", last)


if __name__ == "__main__":
    chosen = rig.arguments(phase={"choices": ["write", "read"]}, seen={"nargs": "?"})
    chosen.exact_names = True
    server = rig.Server(chosen)
    rig.run(write(server) if chosen.phase == "write" else read(server, chosen.seen), deadline=120)
    sys.exit(0)
