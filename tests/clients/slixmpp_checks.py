#!/usr/bin/python3
"""Checks with slixmpp as the client: each is one conversation with a running server, named on the command line.

    slixmpp_checks.py CHECK --starttls-port N --direct-port N --ca FILE [--domain localhost]

Exit status 0 and a last line "ok CHECK" mean that all of it was seen. Accounts are made by in-band registration.
"""
import asyncio
from xml.etree import ElementTree as ET

import slixmpp
from slixmpp.exceptions import IqError
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

import rig
from rig import befriend, within

PUBSUB = "http://jabber.org/protocol/pubsub"
DATA = "{jabber:x:data}"


async def scram_sha_1_over_starttls(server):
    client = await server.online("starttls1", mechanism="SCRAM-SHA-1", binds=False)
    assert client.chosen == "SCRAM-SHA-1", client.chosen
    await client.logout()


async def scram_sha_256_over_starttls(server):
    client = await server.online("starttls256", mechanism="SCRAM-SHA-256", binds=False)
    assert client.chosen == "SCRAM-SHA-256", client.chosen
    await client.logout()


async def scram_sha_512_over_direct_tls(server):
    client = await server.online("direct512", mechanism="SCRAM-SHA-512", binds=False, direct=True)
    assert client.chosen == "SCRAM-SHA-512", client.chosen
    await client.logout()


async def whatever_slixmpp_prefers_over_starttls(server):
    await (await server.online("starttls")).logout()


async def whatever_slixmpp_prefers_over_direct_tls(server):
    await (await server.online("direct", direct=True)).logout()


async def starttls_bound_to_tls_1_2(server):
    client = await server.online("bound-starttls", tls12=True)
    assert client.chosen.endswith("-PLUS"), client.chosen
    await client.logout()


async def direct_tls_bound_to_tls_1_2(server):
    """slixmpp knows tls-unique only, which means something up to TLS 1.2."""
    client = await server.online("bound", direct=True, tls12=True)
    assert client.chosen.endswith("-PLUS"), client.chosen
    await client.logout()


async def wrong_password(server):
    client = server.client("wrong")
    await client.register()
    stranger = server.client("wrong", password="not the password")
    try:
        await stranger.login()
    except PermissionError as refused:
        assert "not-authorized" in str(refused), refused
    else:
        raise AssertionError("a wrong password was accepted")


async def roster_and_presence(server):
    juliet, romeo = await server.online("juliet-r"), await server.online("romeo-r")
    await befriend(juliet, romeo)
    await romeo.presence_from(juliet.bare, "available")
    await juliet.get_roster()
    item = juliet.client_roster[romeo.bare]
    assert item["subscription"] == "both", item

    await within(juliet.update_roster(romeo.bare, name="Romeo ♥", groups=["Verona", "Friends"]), "the roster set")
    await juliet.get_roster()
    item = juliet.client_roster[romeo.bare]
    assert item["name"] == "Romeo ♥" and set(item["groups"]) == {"Verona", "Friends"}, item

    juliet.send_presence(pshow="away", pstatus="on the balcony")
    away = await romeo.presence_from(juliet.bare, "away")
    assert away["status"] == "on the balcony", away
    await juliet.logout()
    await romeo.presence_from(juliet.bare, "unavailable")

    again = await server.client("juliet-r").login()
    await again.presence_from(romeo.bare, "available")
    await within(again.del_roster_item(romeo.bare), "the roster item's removal")
    await again.get_roster()
    assert again.client_roster[romeo.bare]["subscription"] == "none", again.client_roster[romeo.bare]
    await romeo.presence_from(again.bare, "unsubscribe")
    await again.logout()
    await romeo.logout()


async def chat(server):
    juliet, romeo = await server.online("juliet-c"), await server.online("romeo-c")
    bodies = ["Wherefore art thou?", "<&>'\" \u2028 émoji 💘", "x" * 20_000]
    for body in bodies:
        juliet.send_message(romeo.bare, body, mtype="chat")
        got = await romeo.message_from(juliet.bare, body)
        assert got["from"] == juliet.boundjid and got["type"] == "chat", got
        romeo.send_message(got["from"], "re: " + body, mtype="chat")
        await juliet.message_from(romeo.bare, "re: " + body)
    for number in range(200):
        juliet.send_message(romeo.bare, f"line {number}", mtype="chat")
    for number in range(200):
        got = await within(romeo.inbox.get(), f"line {number}")
        assert got["body"] == f"line {number}", f"out of order: {got['body']} for line {number}"
    await juliet.logout()
    await romeo.logout()


async def nobody_there(server):
    juliet = await server.online("juliet-n")
    juliet.send_message(f"nobody@{server.domain}", "anyone?", mtype="chat")
    error = await within(juliet.inbox.get(), "the error")
    assert error["type"] == "error" and error["error"]["condition"] == "service-unavailable", error
    try:
        await juliet["xep_0199"].send_ping(f"nobody@{server.domain}/nowhere", timeout=rig.DEADLINE)
    except IqError as refused:
        assert refused.condition == "service-unavailable", refused.condition
    else:
        raise AssertionError("a ping to nobody was answered")
    await juliet.logout()


async def offline(server):
    juliet, romeo = await server.online("juliet-o"), await server.online("romeo-o")
    await romeo.logout()
    bodies = [f"while you were away {number}" for number in range(5)]
    for body in bodies:
        juliet.send_message(romeo.bare, body, mtype="chat")
    await juliet.nothing_arrives(juliet.inbox)
    romeo = await server.client("romeo-o").login()
    for body in bodies:
        got = await within(romeo.inbox.get(), body)
        assert got["body"] == body, got
        assert got["delay"]["stamp"], f"no delay: {got}"
    await romeo.logout()
    romeo = await server.client("romeo-o").login()
    await romeo.nothing_arrives(romeo.inbox)
    await romeo.logout()
    await juliet.logout()


async def archive(server):
    """XEP-0313: all messages once and in order, page by page, either way; by contact and time; the ends."""
    juliet, romeo, nurse = await server.online("juliet-a"), await server.online("romeo-a"), await server.online("nurse-a")
    bodies = [f"line {number}" for number in range(25)]
    for number, body in enumerate(bodies):
        if number % 2:
            juliet.send_message(romeo.bare, body, mtype="chat")
            await romeo.message_from(juliet.bare, body)
        else:
            romeo.send_message(juliet.bare, body, mtype="chat")
            await juliet.message_from(romeo.bare, body)
    nurse.send_message(juliet.bare, "nurse", mtype="chat")
    await juliet.message_from(nurse.bare, "nurse")
    juliet.register_plugin("xep_0313")

    async def read(**query):
        found = []
        async for message in juliet["xep_0313"].iterate(**query):
            found.append(message["mam_result"]["forwarded"]["stanza"]["body"])
        return found

    for size in (1, 4, 10, 30):
        got = await within(read(rsm={"max": size}), f"pages of {size}")
        assert got == bodies + ["nurse"], got
        got = await within(read(rsm={"max": size}, reverse=True), f"pages of {size}, backwards")
        assert sorted(got) == sorted(bodies + ["nurse"]) and len(got) == 26, got
    got = await within(read(with_jid=slixmpp.JID(romeo.bare), rsm={"max": 7}), "one contact's")
    assert got == bodies, got
    ends = (await within(juliet["xep_0313"].get_archive_metadata(), "metadata"))["mam_metadata"]
    assert ends["start"]["id"] and ends["end"]["id"] and ends["start"]["id"] != ends["end"]["id"], ends
    got = await within(read(start=ends["end"]["timestamp"]), "since the last")
    assert "nurse" in got, got
    for client in (juliet, romeo, nurse):
        await client.logout()


async def disco(server):
    juliet = await server.online("juliet-d")
    info = (await within(juliet["xep_0030"].get_info(jid=server.domain), "disco#info"))["disco_info"]
    assert ("server", "im") in {(identity[0], identity[1]) for identity in info["identities"]}, info
    for feature in ("http://jabber.org/protocol/disco#info", "urn:xmpp:ping", "jabber:iq:version", "urn:xmpp:time", "vcard-temp",
                    "urn:xmpp:blocking"):
        assert feature in info["features"], f"{feature} is not in {info['features']}"
    await within(juliet["xep_0030"].get_items(jid=server.domain), "disco#items")
    account = (await within(juliet["xep_0030"].get_info(jid=juliet.bare), "disco#info of the account"))["disco_info"]
    assert ("account", "registered") in {(identity[0], identity[1]) for identity in account["identities"]}, account
    await juliet.logout()


async def ping_version_time(server):
    juliet, romeo = await server.online("juliet-p"), await server.online("romeo-p")
    await juliet["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
    await juliet["xep_0199"].send_ping(romeo.boundjid, timeout=rig.DEADLINE)
    version = await within(juliet["xep_0092"].get_version(server.domain), "the version")
    assert version["software_version"]["name"], version
    time = await within(juliet["xep_0202"].get_entity_time(server.domain), "the time")
    # As text: slixmpp 1.8 cannot read the times that XEP-0082 asks for.
    assert time["entity_time"]._get_sub_text("utc").endswith("Z"), time
    await juliet.logout()
    await romeo.logout()


async def vcard(server):
    juliet, romeo = await server.online("juliet-v"), await server.online("romeo-v")
    card = juliet["xep_0054"].make_vcard()
    card["FN"] = "Juliet Capulet"
    card["PHOTO"]["TYPE"], card["PHOTO"]["BINVAL"] = "image/png", b"\x89PNG" + bytes(3000)
    await within(juliet["xep_0054"].publish_vcard(card), "the vCard to be kept")
    seen = (await within(romeo["xep_0054"].get_vcard(juliet.bare), "the vCard"))["vcard_temp"]
    assert seen["FN"] == "Juliet Capulet" and seen["PHOTO"]["BINVAL"] == b"\x89PNG" + bytes(3000), seen["FN"]
    await juliet.logout()
    await romeo.logout()


async def blocking(server):
    juliet, romeo = await server.online("juliet-b"), await server.online("romeo-b")
    await befriend(juliet, romeo)
    await juliet.presence_from(romeo.bare, "available")
    await within(romeo["xep_0191"].block(slixmpp.JID(juliet.bare)), "the block")
    await juliet.presence_from(romeo.bare, "unavailable")
    listed = (await within(romeo["xep_0191"].get_blocked(), "the blocklist"))["blocklist"]["items"]
    assert slixmpp.JID(juliet.bare) in listed, listed
    juliet.send_message(romeo.bare, "hello?", mtype="chat")
    error = await within(juliet.inbox.get(), "the error")
    assert error["type"] == "error" and error["error"]["condition"] == "service-unavailable", error
    await romeo.nothing_arrives(romeo.inbox)
    juliet.forget_presences()
    await within(romeo["xep_0191"].unblock(slixmpp.JID(juliet.bare)), "the unblock")
    await juliet.presence_from(romeo.bare, "available")
    juliet.send_message(romeo.bare, "better", mtype="chat")
    await romeo.message_from(juliet.bare, "better")
    await juliet.logout()
    await romeo.logout()


async def two_resources(server):
    romeo = await server.online("romeo-t")
    orchard = await server.online("juliet-t", resource="orchard")
    balcony = await server.client("juliet-t", resource="balcony").login()
    romeo.send_message(str(balcony.boundjid), "to the balcony", mtype="chat")
    await balcony.message_from(romeo.bare, "to the balcony")
    await orchard.nothing_arrives(orchard.inbox)
    # RFC 6120 §7.7.2.2: whichever way the server resolves the conflict, two sessions never share one full JID.
    second = await server.client("juliet-t", resource="balcony").login()
    romeo.send_message(str(second.boundjid), "again", mtype="chat")
    await second.message_from(romeo.bare, "again")
    assert balcony.inbox.empty(), "two sessions have one address"
    for client in (romeo, orchard, second):
        await client.logout()


async def _device(server, local, resource, *plugins):
    client = server.client(local, resource=resource)
    for plugin in plugins:
        client.register_plugin(plugin)
    await client.register()
    return await client.login()


async def carbons(server):
    """Two devices of Juliet's: each sees what the other sends and receives, and only that."""
    romeo = await server.online("romeo-k")
    phone = await _device(server, "juliet-k", "phone", "xep_0280", "xep_0334")
    desk = await _device(server, "juliet-k", "desk", "xep_0280", "xep_0334")
    copies = {}
    for device in (phone, desk):
        copies[device] = asyncio.Queue()
        for event in ("carbon_sent", "carbon_received"):
            device.add_event_handler(event, lambda message, device=device, event=event: copies[device].put_nowait((event, message)))
        await within(device["xep_0280"].enable(), "carbons to be on")

    async def copy_for(device, kind, body, sender, to):
        event, message = await within(copies[device].get(), f"{device.boundjid} to get the copy of {body!r}")
        inner = message[kind]
        assert event == kind and message["from"] == device.bare and message["to"] == device.boundjid, message
        assert inner["body"] == body and inner["from"] == sender and inner["to"] == to, message

    romeo.send_message(desk.boundjid, "hear me", mtype="chat")
    await desk.message_from(romeo.bare, "hear me")
    await copy_for(phone, "carbon_received", "hear me", romeo.boundjid, desk.boundjid)
    for device, other in ((desk, phone), (phone, desk)):
        body = f"from the {device.boundjid.resource}"
        device.send_message(romeo.boundjid, body, mtype="chat")
        await romeo.message_from(device.bare, body)
        await copy_for(other, "carbon_sent", body, device.boundjid, romeo.boundjid)
    # To the bare address both get the message itself; a private one is for one device.
    for device in (phone, desk):
        while not device.inbox.empty():
            device.inbox.get_nowait()
    romeo.send_message(desk.bare, "both of you", mtype="chat")
    for device in (phone, desk):
        await device.message_from(romeo.bare, "both of you")
    private = romeo.make_message(desk.boundjid, "for one", mtype="chat")
    private.enable("no-copy")
    private.append(slixmpp.xmlstream.ET.fromstring("<private xmlns='urn:xmpp:carbons:2'/>"))
    private.send()
    await desk.message_from(romeo.bare, "for one")
    # slixmpp believes a copy that comes from any resource of its account (XEP-0280 §11 says: from the bare address).
    desk.send_raw(f"<message to='{phone.boundjid}' type='chat'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                  f"<message xmlns='jabber:client' from='{desk.boundjid}' to='{romeo.bare}' type='chat'><body>made up</body></message>"
                  "</forwarded></sent></message>")
    for device in (phone, desk):
        await device.nothing_arrives(copies[device])
    await within(phone["xep_0280"].disable(), "carbons to be off")
    desk.send_message(romeo.boundjid, "unseen", mtype="chat")
    await romeo.message_from(desk.bare, "unseen")
    await phone.nothing_arrives(copies[phone])
    for client in (romeo, phone, desk):
        await client.logout()


async def client_state(server):
    """A phone that nobody looks at gets presence when there is something to show; typing is not worth it."""
    romeo = await server.online("romeo-i")
    phone = await _device(server, "juliet-i", "phone", "xep_0352", "xep_0085")
    assert phone["xep_0352"].enabled, "not offered"
    states = asyncio.Queue()
    phone.add_event_handler("chatstate_composing", states.put_nowait)
    phone.forget_presences()
    phone["xep_0352"].send_inactive()
    # The answer to this is written after the server has taken note.
    await phone.nothing_arrives(phone.inbox)
    for show in ("away", "xa", "dnd"):
        romeo.send_presence(pto=phone.boundjid, pshow=show)
    typing = romeo.make_message(phone.boundjid, mtype="chat")
    typing.append(slixmpp.xmlstream.ET.fromstring("<composing xmlns='http://jabber.org/protocol/chatstates'/>"))
    typing.send()
    await romeo.nothing_arrives(romeo.inbox)
    assert phone.presences.empty() and states.empty(), "an inactive client was woken"
    romeo.send_message(phone.boundjid, "wake up", mtype="chat")
    # What waited came before the message: one presence, the last.
    got = await within(phone.inbox.get(), "the message")
    assert got["body"] == "wake up", got
    assert phone.presences.qsize() == 1 and phone.presences.get_nowait()["type"] == "dnd", "not the last presence, or not in front"
    phone["xep_0352"].send_active()
    await phone.nothing_arrives(states)
    typing.send()
    assert (await within(states.get(), "the chat state"))["chat_state"] == "composing"
    for client in (romeo, phone):
        await client.logout()


async def push(server):
    """XEP-0357: one slixmpp is the phone and enables notifications, another the push service and is published to."""
    juliet, service, phone = await server.online("juliet-p"), await server.online("service-p"), await server.online("romeo-p", resource="phone")
    publishes = asyncio.Queue()
    service.register_handler(Callback("publish", MatchXPath(f"{{jabber:client}}iq/{{{PUBSUB}}}pubsub"), publishes.put_nowait))
    info = (await within(phone["xep_0030"].get_info(jid=phone.bare), "disco#info"))["disco_info"]
    assert "urn:xmpp:push:0" in info["features"], info

    enable = phone.Iq(stype="set")
    enable.append(ET.fromstring(
        f"<enable xmlns='urn:xmpp:push:0' jid='{service.boundjid.full}' node='yxs32'><x xmlns='jabber:x:data' type='submit'>"
        f"<field var='FORM_TYPE'><value>{PUBSUB}#publish-options</value></field><field var='secret'><value>eruio</value></field></x></enable>"))
    await within(enable.send(), "the registration")
    juliet.send_message(phone.bare, "you are there", mtype="chat")
    await phone.message_from(juliet.bare, "you are there")
    await service.nothing_arrives(publishes)

    await phone.logout()
    juliet.send_message(phone.bare, "you are not", mtype="chat")
    publish = await within(publishes.get(), "the publish")
    assert publish["type"] == "set" and publish["from"].bare == server.domain, publish
    fields = {field.get("var"): field.findtext(f"{DATA}value") for field in publish.xml.iter(f"{DATA}field")}
    assert fields["message-count"] == "1" and fields["secret"] == "eruio", fields
    assert "last-message-body" not in fields and "last-message-sender" not in fields, fields
    assert publish.xml.find(f".//{{{PUBSUB}}}publish").get("node") == "yxs32", publish
    publish.reply().send()

    phone = await server.client("romeo-p", resource="phone").login()
    await phone.message_from(juliet.bare, "you are not")
    for client in (phone, service, juliet):
        await client.logout()


async def resumption(server):
    """XEP-0198: the connection is cut under slixmpp, again and again; it resumes, and nothing is lost or comes twice.

    slixmpp 1.8 forgets what it had not been acknowledged when it resumes: what it sends is answered for before each cut.
    """
    juliet = await server.online("juliet-s")
    phone = server.client("romeo-s", resource="phone")
    phone.register_plugin("xep_0198")
    await phone.register()
    await phone.login()
    await within(_until(lambda: phone["xep_0198"].sm_id), "the session to be resumable")
    session = phone["xep_0198"].sm_id

    number = 0
    for cut in range(5):
        phone.send_message(juliet.bare, f"from the phone {cut}", mtype="chat")
        await phone["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
        for _ in range(20):
            juliet.send_message(phone.bare, f"to the phone {number}", mtype="chat")
            number += 1
        await juliet["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
        lost = asyncio.get_running_loop().create_future()
        phone.add_event_handler("disconnected", lost.set_result, disposable=True)
        # Whatever is on the way is lost with the connection, acknowledgements too.
        phone.transport.abort()
        await within(lost, "the connection to be lost")
        juliet.send_message(phone.bare, f"to the phone {number}", mtype="chat")
        await juliet["xep_0199"].send_ping(server.domain, timeout=rig.DEADLINE)
        number += 1
        resumed = asyncio.get_running_loop().create_future()
        phone.add_event_handler("session_resumed", resumed.set_result, disposable=True)
        phone._open()
        await within(resumed, f"the session to be resumed, cut {cut}")
    assert phone["xep_0198"].sm_id == session

    for expected in range(number):
        message = await within(phone.inbox.get(), f"message {expected} of {number}")
        assert message["body"] == f"to the phone {expected}", f"lost, twice or out of order: {message['body']} for {expected}"
    await phone.nothing_arrives(phone.inbox)
    for cut in range(5):
        message = await within(juliet.inbox.get(), f"message {cut} from the phone")
        assert message["body"] == f"from the phone {cut}", message
    await juliet.nothing_arrives(juliet.inbox)
    for client in (phone, juliet):
        await client.logout()


async def _until(condition):
    while not condition():
        await asyncio.sleep(0.01)


CHECKS = {name: check for name, check in list(globals().items())
          if callable(check) and getattr(check, "__module__", None) == __name__ and not name.startswith("_")}

if __name__ == "__main__":
    chosen = rig.arguments(check={"choices": sorted(CHECKS)})
    rig.run(CHECKS[chosen.check](rig.Server(chosen)))
    print(f"ok {chosen.check}")
