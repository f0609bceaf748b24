#!/usr/bin/python3
"""Conversations between romeo of the server under test and juliet of another one.

    slixmpp_federation.py CHECK --starttls-port N --ca FILE --domain NAME --other-starttls-port N --other-ca FILE --other-domain NAME
"""
import copy

import rig


async def messages_both_ways(romeo, juliet):
    romeo.send_message(juliet.bare, "Neither, fair saint, if either thee dislike. ü 🌹", mtype="chat")
    await juliet.message_from(romeo.bare, "Neither, fair saint, if either thee dislike. ü 🌹")
    juliet.send_message(romeo.bare, "How cam'st thou hither, <tell> me & wherefore?", mtype="chat")
    await romeo.message_from(juliet.bare, "How cam'st thou hither, <tell> me & wherefore?")


async def theirs_speaks_first(romeo, juliet):
    juliet.send_message(romeo.bare, "Romeo?", mtype="chat")
    await romeo.message_from(juliet.bare, "Romeo?")
    await juliet["xep_0199"].send_ping(romeo.rig.domain, timeout=rig.DEADLINE)
    romeo.send_message(juliet.bare, "My dear?", mtype="chat")
    await juliet.message_from(romeo.bare, "My dear?")


async def everything_between_two(romeo, juliet):
    await messages_both_ways(romeo, juliet)
    await subscription_and_presence(romeo, juliet)
    await disco(romeo, juliet)
    await archive(romeo, juliet)


async def subscription_and_presence(romeo, juliet):
    await rig.befriend(romeo, juliet)
    await romeo.presence_from(juliet.bare, "available")
    await juliet.presence_from(romeo.bare, "available")
    romeo.send_presence(pstatus="in the garden", pshow="dnd")
    await juliet.presence_from(romeo.bare, "dnd")
    juliet.send_presence(pstatus="on the balcony", pshow="away")
    await romeo.presence_from(juliet.bare, "away")
    # Full addresses of the other side are reached, now that it is known.
    await romeo["xep_0199"].send_ping(juliet.boundjid.full, timeout=rig.DEADLINE)
    await juliet["xep_0199"].send_ping(romeo.boundjid.full, timeout=rig.DEADLINE)


async def disco(romeo, juliet):
    for asking, asked in ((romeo, juliet), (juliet, romeo)):
        info = await asking["xep_0030"].get_info(jid=asked.rig.domain, timeout=rig.DEADLINE)
        assert any(identity[:2] == ("server", "im") for identity in info["disco_info"]["identities"]), info


async def archive(romeo, juliet):
    """Our server kept both halves of what messages_both_ways said."""
    romeo.register_plugin("xep_0313")
    found = await romeo["xep_0313"].retrieve(with_jid=juliet.bare, timeout=rig.DEADLINE)
    bodies = [entry["mam_result"]["forwarded"]["stanza"]["body"] for entry in found["mam"]["results"]]
    assert [body[:3] for body in bodies] == ["Nei", "How"], bodies


async def no_such_server(romeo, juliet):
    romeo.send_message("nobody@nowhere.invalid", "Anybody?", mtype="chat")
    answer = await rig.within(romeo.inbox.get(), "the message to come back")
    assert answer["from"].bare == "nobody@nowhere.invalid" and answer["type"] == "error" and answer["error"]["condition"] == "remote-server-not-found", answer


async def converse(check, ours, theirs):
    romeo, juliet = await ours.online("romeo"), await theirs.online("juliet")
    await check(romeo, juliet)
    await romeo.logout()
    await juliet.logout()
    print("ok", check.__name__)


if __name__ == "__main__":
    chosen = rig.arguments(check={}, **{"--other-domain": {"required": True}, "--other-ca": {"required": True},
                                        "--other-starttls-port": {"type": int, "required": True}})
    other = copy.copy(chosen)
    other.domain, other.ca, other.starttls_port = chosen.other_domain, chosen.other_ca, chosen.other_starttls_port
    rig.run(converse(globals()[chosen.check], rig.Server(chosen), rig.Server(other)))
