#!/usr/bin/python3
"""Rooms between two servers: whose room it is has the owner, the guest is of the other one.

    slixmpp_remote_rooms.py CHECK... --rooms-at ours|theirs --starttls-port N --ca FILE --domain NAME
                            --other-starttls-port N --other-ca FILE --other-domain NAME

"Ours" is the server under test. Exit status 0 and a line "ok CHECK" mean that all of it was seen.
"""
import copy

import rig
from rig import within
from slixmpp_rooms import configure, leave, refused_entry, refused_iq
from slixmpp_rooms import guest as login

LINES = 20


async def conversation(owner, guest):
    """Both hear all that is said in one order; nicknames, subject, history, private messages; who asks whether he is in it is told."""
    _, _, occupants, _ = await guest.enters()
    assert {one["from"].resource for one in occupants} == {"owner", "guest"}, occupants
    await owner.sees("guest", role="participant", affiliation="none")
    for number in range(LINES):
        for speaker in (owner, guest):
            speaker.says(f"{speaker.nick} {number} ü 🌹 <&>")
    heard = [[await spoken(listener) for _ in range(2 * LINES)] for listener in (owner, guest)]
    assert heard[0] == heard[1], heard
    for speaker in (owner, guest):
        assert [text for nick, text in heard[0] if nick == speaker.nick] == [f"{speaker.nick} {number} ü 🌹 <&>" for number in range(LINES)], heard[0]

    owner.muc.set_subject(owner.room, "Roses & thorns")
    while (await within(guest.subjects.get(), "the subject"))["subject"] != "Roses & thorns":
        pass

    await whispers(guest, owner)
    await whispers(owner, guest)
    await guest.client["xep_0199"].send_ping(f"{owner.room}/owner", timeout=rig.DEADLINE)
    await owner.client["xep_0199"].send_ping(f"{owner.room}/guest", timeout=rig.DEADLINE)

    guest.client.send_presence(pto=f"{guest.room}/visitor")
    renamed = await owner.sees("guest", kind="unavailable", code=303)
    assert renamed.xml.find("{*}x/{*}item").get("nick") == "visitor", renamed
    await owner.sees("visitor", kind="available")
    await guest.sees("visitor", kind="available", code=110)
    await guest.client["xep_0199"].send_ping(f"{guest.room}/visitor", timeout=rig.DEADLINE)

    guest.muc.leave_muc(guest.room, "visitor", msg="Good night")
    gone = await owner.sees("visitor", kind="unavailable")
    assert gone["status"] == "Good night", gone
    await refused_iq(guest.client["xep_0199"].send_ping(f"{guest.room}/visitor", timeout=rig.DEADLINE), "not-acceptable")

    _, subject, _, history = await guest.enters(maxstanzas=3)
    assert subject["subject"] == "Roses & thorns", subject
    assert [one["body"] for one in history] == [text for _, text in heard[0]][-3:], history


async def administration(owner, guest):
    """Voice, membership and administration given and taken, who is kicked, who is banned."""
    # ejabberd gives voice to everybody unless told otherwise, by a field of its own.
    await configure(owner, {"muc#roomconfig_moderatedroom": True, "muc#roomconfig_persistentroom": True, "members_by_default": False})
    await guest.enters()
    await owner.sees("guest", role="visitor")
    guest.says("May I?")
    assert (await bounced(guest))["error"]["condition"] == "forbidden"
    await within(owner.muc.set_role(owner.room, "guest", "participant"), "voice")
    await guest.sees("guest", role="participant")
    guest.says("I may")
    await owner.hears("I may", "guest")
    await refused_iq(guest.muc.set_role(guest.room, "owner", "none"), "forbidden", "not-allowed")

    await within(owner.muc.set_affiliation(owner.room, "admin", jid=guest.client.bare), "administration")
    await guest.sees("guest", affiliation="admin", role="moderator")
    assert not await within(guest.muc.get_affiliation_list(guest.room, "outcast"), "the list of the banned")
    await within(owner.muc.set_affiliation(owner.room, "none", jid=guest.client.bare), "the end of it")
    await guest.sees("guest", affiliation="none")

    await within(owner.muc.set_role(owner.room, "guest", "none", reason="Out"), "the kick")
    for one in (guest, owner):
        kicked = await one.sees("guest", kind="unavailable", code=307)
        assert kicked.xml.find("{*}x/{*}item/{*}reason").text == "Out", kicked
    await guest.enters()
    await within(owner.muc.set_affiliation(owner.room, "outcast", jid=guest.client.bare), "the ban")
    for one in (guest, owner):
        await one.sees("guest", kind="unavailable", code=301)
    await refused_entry(guest, "forbidden")
    outcasts = await within(owner.muc.get_affiliation_list(owner.room, "outcast"), "the list of the banned")
    assert [str(one) for one in outcasts] == [guest.client.bare], outcasts
    await within(owner.muc.set_affiliation(owner.room, "none", jid=guest.client.bare), "the ban to end")
    await guest.enters()


async def membership(owner, guest):
    """A room for members: who is none stays outside, invitations of both kinds, and the end of the room."""
    await configure(owner, {"muc#roomconfig_membersonly": True, "muc#roomconfig_persistentroom": True})
    await refused_entry(guest, "registration-required")
    owner.muc.invite(owner.room, guest.client.bare, reason="Come up")
    invitation = await within(guest.invitations.get(), "the invitation")
    # Prosody says which occupant it was, others who he is.
    assert str(invitation["from"]) == owner.room and invitation["muc"]["invite"]["from"].bare in (owner.client.bare, owner.room), invitation
    await guest.enters()
    await owner.sees("guest", affiliation="member")
    owner.client["xep_0249"].send_invitation(guest.client.bare, owner.room, reason="Come in")
    assert str((await within(guest.direct.get(), "the direct invitation"))["groupchat_invite"]["jid"]) == owner.room

    await within(owner.muc.set_affiliation(owner.room, "none", jid=guest.client.bare), "the membership to end")
    await guest.sees("guest", kind="unavailable", code=321)
    await within(owner.muc.set_affiliation(owner.room, "member", jid=guest.client.bare), "it to begin again")
    await guest.enters()
    house = owner.room.replace("@", "-2@", 1)
    await within(owner.muc.destroy(owner.room, reason="It burns", altroom=house), "the end")
    end = (await guest.sees("guest", kind="unavailable")).xml.find("{*}x/{*}destroy")
    assert end.get("jid") == house and end.find("{*}reason").text == "It burns", end
    await refused_iq(guest.client["xep_0030"].get_info(guest.room, timeout=rig.DEADLINE), "item-not-found", "gone")


async def archive(owner, guest):
    """XEP-0313 §3.1.2: the guest reads what was said, page by page; disco says that he can, and what kind of room it is."""
    info = await guest.client["xep_0030"].get_info(guest.room, timeout=rig.DEADLINE)
    assert {"urn:xmpp:mam:2", "muc_semianonymous"} <= set(info["disco_info"]["features"]), info
    await guest.enters()
    for number in range(5):
        owner.says(f"line {number}")
        await guest.hears(f"line {number}", "owner")
    first = await within(guest.client["xep_0313"].retrieve(jid=guest.room, rsm={"max": "3"}), "a page")
    rest = await within(guest.client["xep_0313"].retrieve(jid=guest.room, rsm={"max": "10", "after": first.xml.find("{*}fin/{*}set/{*}last").text}), "the other page")
    found = [one["mam_result"]["forwarded"]["stanza"]["body"] for page in (first, rest) for one in page["mam"]["results"]]
    assert [body for body in found if body] == [f"line {number}" for number in range(5)], found


async def spoken(listener):
    message = await within(listener.said.get(), f"{listener.nick} to hear more")
    return message["from"].resource, message["body"]


async def whispers(speaker, listener):
    text = f"psst, {listener.nick}"
    speaker.client.send_message(f"{speaker.room}/{listener.nick}", text, mtype="chat")
    while True:
        message = await within(listener.client.inbox.get(), f"{listener.nick} to get {text!r}")
        if message["type"] == "chat":
            assert message["body"] == text and str(message["from"]) == f"{speaker.room}/{speaker.nick}", message
            return


async def bounced(guest):
    while True:
        message = await within(guest.client.inbox.get(), f"{guest.nick} to be refused")
        if message["type"] == "error":
            return message


async def converse(checks, house, abroad):
    for check in checks:
        await one(check, house, abroad)


async def one(check, house, abroad):
    room = f"{check.__name__}{house.run}@conference.{house.domain}"
    owner = await login(house, "romeo", room, "owner")
    guest = await login(abroad, "juliet", room, "guest")
    await owner.enters()
    await within(owner.muc.set_room_config(room, owner.client["xep_0004"].make_form("submit")), "the room to be opened")
    await check(owner, guest)
    await leave(owner, guest)
    print("ok", check.__name__)


if __name__ == "__main__":
    chosen = rig.arguments(check={"choices": ["conversation", "administration", "membership", "archive"], "nargs": "+"}, **{
        "--rooms-at": {"choices": ["ours", "theirs"], "required": True}, "--other-domain": {"required": True}, "--other-ca": {"required": True},
        "--other-starttls-port": {"type": int, "required": True}})
    other = copy.copy(chosen)
    other.domain, other.ca, other.starttls_port = chosen.other_domain, chosen.other_ca, chosen.other_starttls_port
    servers = [rig.Server(chosen), rig.Server(other)]
    checks = [globals()[name] for name in chosen.check]
    rig.run(converse(checks, *(servers if chosen.rooms_at == "ours" else reversed(servers))), deadline=4 * rig.DEADLINE * len(checks))
