#!/usr/bin/python3
"""Checks of rooms with slixmpp as the client: each is one conversation with a running server, named on the command line.

    slixmpp_rooms.py CHECK --starttls-port N --ca FILE [--domain localhost]

Exit status 0 and a last line "ok CHECK" mean that all of it was seen.
"""
import asyncio

from slixmpp.exceptions import IqError
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import StanzaPath

import rig
from rig import within

PLUGINS = ("xep_0004", "xep_0045", "xep_0059", "xep_0077", "xep_0249", "xep_0313", "xep_0421", "xep_0424", "xep_0425")


class Guest:
    """A client with queues of what its room says."""

    def __init__(self, client, room, nick):
        self.client, self.room, self.nick = client, room, nick
        self.muc = client["xep_0045"]
        self.said, self.subjects, self.invitations, self.direct, self.seen, self.forms, self.refusals = (asyncio.Queue() for _ in range(7))
        client.add_event_handler("groupchat_message", self._hear)
        client.add_event_handler("groupchat_subject", self.subjects.put_nowait)
        client.add_event_handler("groupchat_invite", self.invitations.put_nowait)
        client.add_event_handler("groupchat_direct_invite", self.direct.put_nowait)
        client.add_event_handler(f"muc::{room}::presence", self.seen.put_nowait)
        client.add_event_handler("message_xform", self.forms.put_nowait)
        client.register_handler(Callback(f"refused by {room}", StanzaPath("presence@type=error"), self.refusals.put_nowait))

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


async def configure(owner, values):
    form = await within(owner.muc.get_room_config(owner.room), "the form")
    form["type"] = "submit"
    form.set_values({name: value for name, value in values.items() if name in form.get_fields()})
    await within(owner.muc.set_room_config(owner.room, form), "the room to be configured")


async def refused_iq(request, *conditions):
    try:
        answer = await within(request, "the refusal")
    except IqError as refused:
        assert refused.condition in conditions, refused
    else:
        raise AssertionError(f"{answer} instead of {conditions}")


async def refused_entry(guest, condition):
    """Not by the plug-in: it overhears an error without <x/>, and takes the last word of an earlier visit for an answer."""
    presence = guest.client.make_presence(pto=f"{guest.room}/{guest.nick}")
    presence.enable("muc_join")
    presence.send()
    answer = await within(guest.refusals.get(), f"{guest.nick} to be refused")
    assert answer["from"].bare == guest.room and answer["error"]["condition"] == condition, answer


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
    await configure(juliet, {"muc#roomconfig_moderatedroom": True, "muc#roomconfig_persistentroom": True})
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
    await refused_entry(paris, "forbidden")
    outcasts = await within(juliet.muc.get_affiliation_list(juliet.room, "outcast"), "the list of the banned")
    assert [str(one) for one in outcasts] == [paris.client.bare], outcasts
    await refused_iq(romeo.muc.set_role(romeo.room, "juliet", "none"), "forbidden", "not-allowed")
    await leave(juliet, romeo, paris)


async def members_only(server):
    juliet, romeo = await house(server, "club", "juliet", "romeo")
    await configure(juliet, {"muc#roomconfig_membersonly": True})
    await refused_entry(romeo, "registration-required")
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
    await refused_entry(thief, "conflict")
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
    other = f"palace@conference.{server.domain}"
    await within(juliet.muc.destroy(juliet.room, reason="The end", altroom=other), "the room to be destroyed")
    end = (await romeo.sees("romeo", kind="unavailable")).xml.find("{*}x/{*}destroy")
    assert end.get("jid") == other and end.find("{*}reason").text == "The end", end
    await refused_iq(romeo.client["xep_0030"].get_info(juliet.room), "item-not-found", "gone")
    await leave(juliet, romeo)


async def configuration(server):
    """The owner's form by slixmpp's plug-in: all of it goes back as it came, and what is changed is so afterwards."""
    juliet, romeo = await house(server, "form", "juliet", "romeo")
    form = await within(juliet.muc.get_room_config(juliet.room), "the form")
    form["type"] = "submit"
    changed = {
        "muc#roomconfig_roomname": "The house", "muc#roomconfig_roomdesc": "of Capulet <&>", "muc#roomconfig_persistentroom": True,
        "muc#roomconfig_publicroom": False, "muc#roomconfig_changesubject": True, "muc#roomconfig_whois": "anyone", "muc#roomconfig_allowpm": "participants",
        "muc#roomconfig_maxusers": "10", "muc#roomconfig_passwordprotectedroom": True, "muc#roomconfig_roomsecret": "cauldronburn",
        "muc#roomconfig_roomadmins": [romeo.client.bare], "muc#roomconfig_presencebroadcast": ["moderator", "participant"],
    }
    form.set_values(changed)
    await within(juliet.muc.set_room_config(juliet.room, form), "the room to be configured")
    fields = (await within(juliet.muc.get_room_config(juliet.room), "the form again")).get_fields()
    assert {name: fields[name]["value"] for name in changed} == changed, {name: fields[name]["value"] for name in changed}
    await refused_entry(romeo, "not-authorized")
    await romeo.enters(password="cauldronburn")
    await juliet.sees("romeo", affiliation="admin", role="moderator")
    info = await within(romeo.client["xep_0030"].get_info(romeo.room), "what the room is")
    assert {"muc_persistent", "muc_hidden", "muc_passwordprotected", "muc_nonanonymous"} <= set(info["disco_info"]["features"]), info
    await leave(juliet, romeo)


async def registration(server):
    """XEP-0045 §7.10, §7.12: who registers becomes a member, and has the name alone."""
    juliet, romeo, thief = await house(server, "register", "juliet", "romeo", "thief")
    await romeo.enters()
    asked = await within(romeo.client["xep_0077"].get_registration(jid=romeo.room), "the form")
    assert "muc#register_roomnick" in asked["register"]["form"].get_fields(), asked
    answer = romeo.client.make_iq_set(ito=romeo.room)
    form = answer["register"]["form"]
    form["type"] = "submit"
    form.add_field(var="FORM_TYPE", ftype="hidden", value="http://jabber.org/protocol/muc#register")
    form.add_field(var="muc#register_roomnick", value="montague")
    await within(answer.send(), "the registration")
    await juliet.sees("romeo", affiliation="member")
    mine = await within(romeo.client["xep_0030"].get_info(romeo.room, node="x-roomuser-item"), "the reserved name")
    assert [identity[3] for identity in mine["disco_info"]["identities"]] == ["montague"], mine
    thief.nick = "montague"
    await refused_entry(thief, "conflict")
    await within(romeo.client["xep_0077"].cancel_registration(jid=romeo.room), "the registration to end")
    await juliet.sees("romeo", affiliation="none")
    await thief.enters()
    await leave(juliet, romeo, thief)


async def voice_request(server):
    juliet, romeo = await house(server, "voice", "juliet", "romeo")
    await configure(juliet, {"muc#roomconfig_moderatedroom": True})
    await romeo.enters()
    romeo.muc.request_voice(romeo.room, "participant")
    asked = await within(juliet.forms.get(), "the request")
    fields = asked["form"].get_fields()
    assert fields["muc#roomnick"]["value"] == "romeo" and fields["muc#jid"]["value"] == romeo.client.boundjid.full, asked
    answer = juliet.client.make_message(juliet.room)
    answer["form"]["type"] = "submit"
    for name in ("FORM_TYPE", "muc#role", "muc#jid", "muc#roomnick"):
        answer["form"].add_field(var=name, value=fields[name]["value"])
    answer["form"].add_field(var="muc#request_allow", ftype="boolean", value=True)
    answer.send()
    await romeo.sees("romeo", role="participant")
    await leave(juliet, romeo)


async def lists(server):
    """§8.5, §9: what is changed together is in the lists of affiliations; the lists of roles follow."""
    juliet, romeo, paris = await house(server, "lists", "juliet", "romeo", "paris")
    await romeo.enters()
    await paris.enters()
    nurse = f"nurse@{server.domain}"
    await within(juliet.muc.send_affiliation_list(juliet.room, [(romeo.client.bare, "admin"), (paris.client.bare, "member"), (nurse, "outcast")]), "the lists")
    await paris.sees("romeo", affiliation="admin", role="moderator")
    for kind, address in (("owner", juliet.client.bare), ("admin", romeo.client.bare), ("member", paris.client.bare), ("outcast", nurse)):
        found = await within(juliet.muc.get_affiliation_list(juliet.room, kind), f"the list of {kind}s")
        assert [str(one) for one in found] == [address], (kind, found)
    assert await within(romeo.muc.get_roles_list(romeo.room, "moderator"), "the moderators") == ["juliet", "romeo"]
    assert await within(romeo.muc.get_roles_list(romeo.room, "participant"), "the participants") == ["paris"]
    for asked in (paris.muc.get_affiliation_list(paris.room, "outcast"), paris.muc.set_affiliation(paris.room, "owner", jid=paris.client.bare)):
        await refused_iq(asked, "forbidden", "not-allowed")
    # §10.4: there is always an owner.
    await refused_iq(juliet.muc.set_affiliation(juliet.room, "admin", jid=juliet.client.bare), "conflict")
    await leave(juliet, romeo, paris)


async def occupant_ids(server):
    """XEP-0421: one for each account, on all that he sends, the same under another name and after he came back."""
    juliet, romeo = await house(server, "ids", "juliet", "romeo")
    seen = set()
    for nick in ("romeo", "montague"):
        romeo.nick = nick
        presence, *_ = await romeo.enters()
        seen.add(presence["occupant-id"]["id"])
        romeo.says(f"I am {nick}")
        seen.add((await juliet.hears(f"I am {nick}", nick))["occupant-id"]["id"])
        romeo.muc.leave_muc(romeo.room, nick)
        await juliet.sees(nick, kind="unavailable")
    juliet.says("And I")
    other = (await juliet.hears("And I", "juliet"))["occupant-id"]["id"]
    assert len(seen) == 1 and other and other not in seen, (seen, other)
    await leave(juliet, romeo)


async def retracted_by_a_moderator(server):
    """XEP-0425, as it was before it had a version of its own for retraction: everybody is told, the archive has it no more."""
    juliet, romeo = await house(server, "moderate", "juliet", "romeo")
    told = asyncio.Queue()
    romeo.client.add_event_handler("moderated_message", told.put_nowait)
    await romeo.enters()
    romeo.says("cheap potions")
    said = (await juliet.hears("cheap potions", "romeo")).xml.find("{urn:xmpp:sid:0}stanza-id").get("id")
    await refused_iq(romeo.client["xep_0425"].moderate(romeo.client.boundjid.__class__(romeo.room), said), "forbidden")
    await within(juliet.client["xep_0425"].moderate(juliet.client.boundjid.__class__(juliet.room), said, "no adverts"), "the message to go")
    message = await within(told.get(), "the word of it")
    assert message["apply_to"]["id"] == said and message["apply_to"]["moderated"]["reason"] == "no adverts", message
    page = await within(juliet.client["xep_0313"].retrieve(jid=juliet.room), "the archive")
    assert "cheap potions" not in [one["mam_result"]["forwarded"]["stanza"]["body"] for one in page["mam"]["results"]], page
    await leave(juliet, romeo)


async def self_ping(server):
    """XEP-0410: the room knows who is in it."""
    juliet, romeo = await house(server, "ping", "juliet", "romeo")
    ping = romeo.client["xep_0199"].send_ping
    await refused_iq(ping(f"{romeo.room}/romeo"), "not-acceptable")
    await romeo.enters()
    await within(ping(f"{romeo.room}/romeo"), "the ping")
    await refused_iq(ping(f"{romeo.room}/nobody"), "item-not-found")
    romeo.muc.leave_muc(romeo.room, "romeo")
    await juliet.sees("romeo", kind="unavailable")
    await refused_iq(ping(f"{romeo.room}/romeo"), "not-acceptable")
    await leave(juliet, romeo)


CHECKS = {name: check for name, check in list(globals().items())
          if asyncio.iscoroutinefunction(check) and check.__module__ == __name__ and name not in ("guest", "house", "leave", "configure", "refused_iq", "refused_entry")}

if __name__ == "__main__":
    chosen = rig.arguments(check={"choices": sorted(CHECKS)})
    rig.run(CHECKS[chosen.check](rig.Server(chosen)))
    print(f"ok {chosen.check}")
