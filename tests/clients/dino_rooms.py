#!/usr/bin/python3
"""Dino in rooms: it enters those that are bookmarked (XEP-0048), as after its dialog "Join Channel"; what it understood is read from its own database.

    unshare --mount --net dino_rooms.py BALCONY FOLDER

With BALCONY_SCREENSHOTS=FOLDER pictures of its window are put there (needs ImageMagick).
"""
import asyncio
import os
import subprocess
import sys
from xml.etree import ElementTree as ET

import dino
from slixmpp_rooms import PLUGINS, Guest, configure

SERVICE = "conference.localhost"
GROUP = {"muc#roomconfig_roomname": "The plot", "muc#roomconfig_persistentroom": True, "muc#roomconfig_membersonly": True,
         "muc#roomconfig_publicroom": False, "muc#roomconfig_whois": "anyone"}
CHANNEL = {"muc#roomconfig_roomname": "The square", "muc#roomconfig_persistentroom": True}


async def bookmark(client, rooms):
    conferences = "".join(f"<conference jid='{room}' autojoin='true'><nick>Romeo</nick></conference>" for room in rooms)
    iq = client.make_iq_set()
    iq.append(ET.fromstring(f"<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'>{conferences}</storage></query>"))
    await iq.send(timeout=15)


async def room(client, name, nick, form):
    owner = Guest(client, f"{name}@{SERVICE}", nick)
    await owner.enters()
    await configure(owner, form)
    return owner


def picture(romeo, name):
    if folder := os.environ.get("BALCONY_SCREENSHOTS"):
        subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], env=romeo.environment, check=True)


async def converse(server, display, folder):
    account = server.client("romeo")
    await account.register()
    await account.login(presence=False)
    await bookmark(account, [f"plot@{SERVICE}", f"square@{SERVICE}"])
    await account.logout()
    juliet = server.client("juliet")
    for plugin in PLUGINS:
        juliet.register_plugin(plugin)
    await juliet.register()
    await juliet.login()
    plot = await room(juliet, "plot", "juliet", GROUP)
    square = await room(juliet, "square", "juliet", CHANNEL)
    await plot.muc.set_affiliation(plot.room, "member", jid="romeo@localhost")

    romeo = dino.Dino(folder, display, "romeo@localhost", "orchard")
    try:
        await romeo.prepare()
        await romeo.start()
        await plot.sees("Romeo", affiliation="member", role="participant")
        await square.sees("Romeo", affiliation="none", role="participant")
        plot.says("What satisfaction canst thou have tonight?")
        await romeo.has("What satisfaction canst thou have tonight?")

        picture(romeo, "dino-room")

        await romeo.types("Sleep dwell upon thine eyes")
        heard = await first(plot.hears("Sleep dwell upon thine eyes", "Romeo"), square.hears("Sleep dwell upon thine eyes", "Romeo"))
        assert heard["type"] == "groupchat", heard
        picture(romeo, "dino-answer")

        # What was said while it was away comes from the room's archive, once.
        romeo.stop()
        plot.says("Good night, good night!")
        await plot.hears("Good night, good night!", "juliet")
        await romeo.start()
        await romeo.has("What satisfaction canst thou have tonight?", "Sleep dwell upon thine eyes", "Good night, good night!")
        await juliet.logout()
    except BaseException:
        picture(romeo, "dino-failed")
        print(f"--- {romeo.ask('SELECT type, body, server_id FROM message')}", *romeo.log.read_text(errors="replace").splitlines(), sep="\n")
        raise
    finally:
        romeo.stop()


async def first(*coroutines):
    done, rest = await asyncio.wait([asyncio.ensure_future(one) for one in coroutines], return_when=asyncio.FIRST_COMPLETED)
    for one in rest:
        one.cancel()
    return done.pop().result()


if __name__ == "__main__":
    dino.main(*sys.argv[1:], conversation=converse, name="dino_rooms")
