#!/usr/bin/python3
"""Checks of rooms with slixmpp as the client: each is one conversation with a running server, named on the command line.

    slixmpp_rooms.py CHECK --starttls-port N --ca FILE [--domain localhost]

Exit status 0 and a last line "ok CHECK" mean that all of it was seen.
"""
import asyncio

from slixmpp.exceptions import IqError, PresenceError

import rig
from rig import within

PLUGINS = ("xep_0004", "xep_0045", "xep_0059", "xep_0249", "xep_0313", "xep_0421")


class Guest:
    """A client with queues of what its room says."""

    def __init__(self, client, room, nick):
        self.client, self.room, self.nick = client, room, nick
        self.muc = client["xep_0045"]
        self.said, self.subjects, self.invitations, self.direct, self.seen = (asyncio.Queue() for _ in range(5))
        client.add_event_handler("groupchat_message", self._hear)
        client.add_event_handler("groupchat_subject", self.subjects.put_nowait)
        client.add_event_handler("groupchat_invite", self.invitations.put_nowait)
        client.add_event_handler("groupchat_direct_invite", self.direct.put_nowait)
        client.add_event_handler(f"muc::{room}::presence", self.seen.put_nowait)

    def _hear(self, message):
        # slixmpp hands the subject to both.
        if message["body"]:
            self.said.put_nowait(message)

    async def enters(self, **options):
        return await within(self.muc.join_muc_wait(self.room, self.nick, timeout=rig.DEADLINE, **options), f"{self.nick} to be in {self.room}")

    def says(self, text):
        self.client.send_message(self.room, text, mtype="groupchat")

    async def hears(self, text, nick):
        while True:
            message = await within(self.said.get(), f"{self.nick} to hear {text!r}")
            if message["body"] == text:
                assert message["from"].resource == nick, message
                return message

    async def sees(self, nick, **expected):
        """A presence of the occupant with these values of its item, and perhaps a status code or a type."""
        while True:
            presence = await within(self.seen.get(), f"{self.nick} to see {nick} as {expected}")
            if presence["from"].resource == nick and all(self._value(presence, name) == value or
                                                         (name == "code" and value in presence["muc"]["status_codes"])
                                                         for name, value in expected.items()):
                return presence

    @staticmethod
    def _value(presence, name):
        return presence["type"] if name == "kind" else None if name == "code" else presence["muc"][name]


async def guest(server, local, room, nick):
    client = server.client(local)
    for plugin in PLUGINS:
        client.register_plugin(plugin)
    await client.register()
    await client.login()
    return Guest(client, room, nick)


async def house(server, name, *names):
    """A room of its own for this run; the first makes it and accepts the defaults."""
    room = f"{name}{server.run}@conference.{server.domain}"
    guests = [await guest(server, f"{name}-{local}", room, local) for local in names]
    _, _, _, history = await guests[0].enters()
    assert history == [], history
    await within(guests[0].muc.set_room_config(room, guests[0].client["xep_0004"].make_form("submit")), "the room to be opened")
    return guests


async def leave(*guests):
    for one in guests:
        await one.client.logout()


async def found_by_discovery(server):
    one, other = await house(server, "found", "juliet", "romeo")
    disco = other.client["xep_0030"]
    items = await within(disco.get_items(server.domain), "the host's items")
    services = [item[0] for item in items["disco_items"]["items"]]
    assert f"conference.{server.domain}" in [str(service) for service in services], services
    service = await within(disco.get_info(f"conference.{server.domain}"), "the service's info")
    assert "http://jabber.org/protocol/muc" in service["disco_info"]["features"], service
    assert ("conference", "text") in [identity[:2] for identity in service["disco_info"]["identities"]], service
    rooms = await within(disco.get_items(f"conference.{server.domain}"), "the rooms")
    assert one.room in [str(item[0]) for item in rooms["disco_items"]["items"]], rooms
    room = await within(disco.get_info(one.room), "the room's info")
    features = set(room["disco_info"]["features"])
    assert {"muc_public", "muc_open", "muc_unmoderated", "muc_semianonymous", "muc_unsecured"} <= features, features
    await leave(one, other)


async def conversation(server):
    juliet, romeo = await house(server, "talk", "juliet", "romeo")
    presence, subject, occupants, history = await romeo.enters()
    assert [one["from"].resource for one in occupants if one["from"].resource != "romeo"] == ["juliet"], occupants
    assert 110 in presence["muc"]["status_codes"], presence
    await juliet.sees("romeo", role="participant", affiliation="none")
    for text in ("Good evening", "<&>'\" émoji 💘", "x" * 20_000):
        romeo.says(text)
        for one in (juliet, romeo):
            await one.hears(text, "romeo")
    juliet.muc.set_subject(juliet.room, "The balcony")
    assert (await within(romeo.subjects.get(), "the subject"))["subject"] in ("", "The balcony")
    nurse = await guest(server, "talk-nurse", juliet.room, "nurse")
    _, subject, occupants, history = await nurse.enters(maxstanzas=2)
    assert subject["subject"] == "The balcony", subject
    assert {one["from"].resource for one in occupants} - {"nurse"} == {"juliet", "romeo"}, occupants
    assert [one["body"] for one in history if one["body"]][-1] == "x" * 20_000, history
    romeo.muc.leave_muc(romeo.room, "romeo", msg="Good night")
    gone = await juliet.sees("romeo", kind="unavailable")
    assert gone["status"] == "Good night", gone
    await leave(juliet, romeo, nurse)


async def private_messages(server):
    juliet, romeo = await house(server, "whisper", "juliet", "romeo")
    await romeo.enters()
    romeo.client.send_message(f"{romeo.room}/juliet", "psst", mtype="chat")
    while True:
        message = await within(juliet.client.inbox.get(), "the private message")
        if message["type"] == "chat":
            break
    assert message["body"] == "psst" and str(message["from"]) == f"{romeo.room}/romeo", message
    await leave(juliet, romeo)


async def moderation(server):
    juliet, romeo, paris = await house(server, "order", "juliet", "romeo", "paris")
    form = await within(juliet.muc.get_room_config(juliet.room), "the form")
    form["type"] = "submit"
    form.set_values({"muc#roomconfig_moderatedroom": True, "muc#roomconfig_persistentroom": True})
    await within(juliet.muc.set_room_config(juliet.room, form), "the room to be moderated")
    await romeo.enters()
    await paris.enters()
    assert romeo.muc.get_jid_property(romeo.room, "romeo", "role") == "visitor"
    await within(juliet.muc.set_role(juliet.room, "romeo", "participant"), "voice")
    await paris.sees("romeo", role="participant")
    romeo.says("I have a voice")
    await juliet.hears("I have a voice", "romeo")
    await within(juliet.muc.set_role(juliet.room, "paris", "none", reason="Out"), "the kick")
    kicked = await romeo.sees("paris", kind="unavailable", code=307)
    assert kicked.xml.find("{*}x/{*}item/{*}reason").text == "Out", kicked
    await within(juliet.muc.set_affiliation(juliet.room, "outcast", jid=paris.client.bare), "the ban")
    try:
        await paris.enters()
        raise AssertionError("who is banned entered")
    except PresenceError as refused:
        assert refused.condition == "forbidden", refused
    outcasts = await within(juliet.muc.get_affiliation_list(juliet.room, "outcast"), "the list of the banned")
    assert [str(one) for one in outcasts] == [paris.client.bare], outcasts
    try:
        await within(romeo.muc.set_role(romeo.room, "juliet", "none"), "the refusal")
        raise AssertionError("a participant kicked the owner")
    except IqError as refused:
        assert refused.condition in ("forbidden", "not-allowed"), refused
    await leave(juliet, romeo, paris)


async def members_only(server):
    juliet, romeo = await house(server, "club", "juliet", "romeo")
    form = await within(juliet.muc.get_room_config(juliet.room), "the form")
    form["type"] = "submit"
    form.set_values({"muc#roomconfig_membersonly": True})
    await within(juliet.muc.set_room_config(juliet.room, form), "the room to be for members")
    try:
        await romeo.enters()
        raise AssertionError("who is no member entered")
    except PresenceError as refused:
        assert refused.condition == "registration-required", refused
    # Not romeo: slixmpp takes no invitation to a room that it has tried to enter.
    nurse = await guest(server, "club-nurse", juliet.room, "nurse")
    juliet.muc.invite(juliet.room, nurse.client.bare, reason="Come up")
    invitation = await within(nurse.invitations.get(), "the invitation")
    assert str(invitation["from"]) == juliet.room, invitation
    await nurse.enters()
    await juliet.sees("nurse", affiliation="member")
    await within(juliet.muc.set_affiliation(juliet.room, "none", jid=nurse.client.bare), "the membership to end")
    await nurse.sees("nurse", kind="unavailable", code=321)
    await leave(juliet, romeo, nurse)


async def direct_invitation(server):
    juliet, romeo = await house(server, "direct", "juliet", "romeo")
    juliet.client["xep_0249"].send_invitation(romeo.client.bare, juliet.room, reason="Come up")
    invitation = await within(romeo.direct.get(), "the direct invitation")
    assert str(invitation["groupchat_invite"]["jid"]) == juliet.room, invitation
    await leave(juliet, romeo)


async def nicknames(server):
    juliet, romeo = await house(server, "names", "juliet", "romeo")
    await romeo.enters()
    romeo.client.send_presence(pto=f"{romeo.room}/montague")
    gone = await juliet.sees("romeo", kind="unavailable", code=303)
    assert gone.xml.find("{*}x/{*}item").get("nick") == "montague", gone
    await juliet.sees("montague", role="participant")
    thief = await guest(server, "names-thief", juliet.room, "montague")
    try:
        await thief.enters()
        raise AssertionError("two occupants have one name")
    except PresenceError as refused:
        assert refused.condition == "conflict", refused
    await leave(juliet, romeo, thief)


async def archive(server):
    juliet, romeo = await house(server, "annals", "juliet", "romeo")
    await romeo.enters()
    for number in range(5):
        romeo.says(f"line {number}")
        await juliet.hears(f"line {number}", "romeo")
    page = await within(juliet.client["xep_0313"].retrieve(jid=juliet.room, rsm={"max": "3"}), "the archive")
    bodies = [one["mam_result"]["forwarded"]["stanza"]["body"] for one in page["mam"]["results"]]
    assert bodies == ["line 0", "line 1", "line 2"], bodies
    await leave(juliet, romeo)


async def destroyed(server):
    juliet, romeo = await house(server, "ruin", "juliet", "romeo")
    await romeo.enters()
    await within(juliet.muc.destroy(juliet.room, reason="The end"), "the room to be destroyed")
    await romeo.sees("romeo", kind="unavailable")
    info = None
    try:
        info = await within(romeo.client["xep_0030"].get_info(juliet.room), "what is left")
    except IqError as refused:
        assert refused.condition in ("item-not-found", "gone"), refused
    assert info is None, info
    await leave(juliet, romeo)


CHECKS = {name: check for name, check in list(globals().items())
          if asyncio.iscoroutinefunction(check) and check.__module__ == __name__ and name not in ("guest", "house", "leave")}

if __name__ == "__main__":
    chosen = rig.arguments(check={"choices": sorted(CHECKS)})
    rig.run(CHECKS[chosen.check](rig.Server(chosen)))
    print(f"ok {chosen.check}")
