#!/usr/bin/python3
"""Checks with slixmpp as a component (XEP-0114): each is one conversation with a running server, named on the command line.

    slixmpp_component.py CHECK --component-port N --secret TEXT --starttls-port N --direct-port N --ca FILE [--domain localhost]

Exit status 0 and a last line "ok CHECK" mean that all of it was seen.
"""
import asyncio
from xml.etree import ElementTree as ET

import slixmpp
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

import rig
from rig import within

DELEGATION = "urn:xmpp:delegation:2"
FORWARD = "urn:xmpp:forward:0"
EXAMPLE = "urn:example:x"


class Component(slixmpp.ComponentXMPP):
    def __init__(self, server, name="gateway", secret=None):
        super().__init__(f"{name}.{server.domain}", secret or server.secret, server.host, server.component_port)
        self.inbox, self.presences, self.ended = asyncio.Queue(), asyncio.Queue(), asyncio.Event()
        self.advertised = asyncio.Event()
        for plugin in ("xep_0030", "xep_0092", "xep_0199", "xep_0203", "xep_0297", "xep_0356"):
            self.register_plugin(plugin)
        self.auto_authorize = self.auto_subscribe = None
        self.auto_reconnect = False
        self.add_event_handler("message", self.inbox.put_nowait)
        self.add_event_handler("presence", self.presences.put_nowait)
        self.add_event_handler("privileges_advertised", lambda _: self.advertised.set())
        self.add_event_handler("disconnected", lambda _: self.ended.set())

    async def start(self):
        started = self.wait_until("session_start", timeout=rig.DEADLINE)
        self.connect()
        await started
        return self

    async def stop(self):
        await self.disconnect()

    async def text(self):
        """The next message that has one."""
        while True:
            message = await within(self.inbox.get(), "a message to the component")
            if message["body"]:
                return message


async def echo(server):
    component = await Component(server).start()
    romeo = await server.online("romeo")
    romeo.send_message(mto=f"nurse@{component.boundjid.bare}/kitchen", mbody="Where is she?", mtype="chat")
    message = await component.text()
    assert message["from"] == romeo.boundjid, message
    assert message["body"] == "Where is she?", message
    message.reply("Within <&> ü.").send()
    answer = await within(romeo.inbox.get(), "a message to the client")
    assert (answer["from"], answer["body"]) == (f"nurse@{component.boundjid.bare}/kitchen", "Within <&> ü."), answer
    info = await romeo["xep_0030"].get_info(jid=component.boundjid.bare)
    assert "jabber:iq:version" in info["disco_info"]["features"], info
    items = await romeo["xep_0030"].get_items(jid=server.domain)
    assert component.boundjid.bare in [item[0] for item in items["disco_items"]["items"]], items
    pong = await component["xep_0199"].send_ping(server.domain, ifrom=component.boundjid.bare)
    assert pong["type"] == "result", pong
    await romeo.logout()
    await component.stop()


async def subscription(server):
    """A contact at the component, and its presence."""
    component = await Component(server).start()
    romeo = await server.online("contact")
    nurse = f"nurse@{component.boundjid.bare}"
    romeo.send_presence(pto=nurse, ptype="subscribe")
    while (asked := await within(component.presences.get(), "presence for the component"))["type"] != "subscribe":
        pass
    assert asked["from"] == romeo.boundjid.bare, asked
    component.send_presence(pfrom=nurse, pto=romeo.boundjid.bare, ptype="subscribed")
    component.send_presence(pfrom=nurse + "/kitchen", pto=romeo.boundjid.bare, pstatus="in")
    while (seen := await within(romeo.presences.get(), "presence for the client"))["status"] != "in":
        pass
    assert seen["from"] == nurse + "/kitchen", seen
    await romeo.logout()
    await component.stop()


async def wrong_secret(server):
    component = Component(server, secret="guessed")
    errors = asyncio.Queue()
    component.add_event_handler("stream_error", errors.put_nowait)
    component.connect()
    error = await within(errors.get(), "a stream error")
    assert error["condition"] == "not-authorized", error
    await within(component.ended.wait(), "the end of the connection")


async def privileges(server):
    """XEP-0356 as slixmpp's own plugin speaks it."""
    component = Component(server)
    await component.start()
    await within(component.advertised.wait(), "the privileges")
    component.server_host = server.domain
    plugin = component["xep_0356"]
    assert plugin.granted_privileges["roster"] == "both", plugin.granted_privileges
    assert plugin.granted_privileges["message"] == "outgoing", plugin.granted_privileges
    juliet, romeo = await server.online("juliet"), await server.online("lover")
    while (seen := await within(component.presences.get(), "presence for the component"))["from"] != juliet.boundjid:
        pass
    result = await plugin.set_roster(juliet.boundjid.bare, {romeo.boundjid.bare: {"name": "My Romeo", "subscription": "none", "groups": ["Rivals"]}})
    assert result["type"] == "result", result
    roster = await plugin.get_roster(juliet.boundjid.bare)
    assert roster["roster"]["items"][slixmpp.JID(romeo.boundjid.bare)]["name"] == "My Romeo", roster
    plugin.send_privileged_message(component.make_message(mto=romeo.boundjid, mfrom=juliet.boundjid.bare, mbody="Wherefore?", mtype="chat"))
    message = await within(romeo.inbox.get(), "a message to the client")
    assert (message["from"], message["body"]) == (juliet.boundjid.bare, "Wherefore?"), message
    await juliet.logout()
    await romeo.logout()
    await component.stop()


async def delegation(server):
    """XEP-0355, which slixmpp has no plugin for: by hand."""
    component = Component(server)
    told = asyncio.Queue()

    def answer(iq):
        request = iq.xml.find(f"{{{DELEGATION}}}delegation/{{{FORWARD}}}forwarded/{{jabber:client}}iq")
        reply = iq.reply()
        wrapper = ET.SubElement(reply.xml, f"{{{DELEGATION}}}delegation")
        forwarded = ET.SubElement(wrapper, f"{{{FORWARD}}}forwarded")
        inner = ET.SubElement(forwarded, "{jabber:client}iq", {"type": "result", "id": request.get("id"), "to": request.get("from")})
        ET.SubElement(inner, f"{{{EXAMPLE}}}x").text = "from the component"
        reply.send()

    component.register_handler(Callback("delegated", MatchXPath(f"{{jabber:component:accept}}iq/{{{DELEGATION}}}delegation"), answer))
    component.register_handler(Callback("told", MatchXPath(f"{{jabber:component:accept}}message/{{{DELEGATION}}}delegation"), told.put_nowait))
    await component.start()
    message = await within(told.get(), "what is delegated")
    assert message.xml.find(f"{{{DELEGATION}}}delegation/{{{DELEGATION}}}delegated").get("namespace") == EXAMPLE, message
    romeo = await server.online("delegator")
    iq = romeo.make_iq_get(ito=romeo.boundjid.bare)
    iq.xml.append(ET.Element(f"{{{EXAMPLE}}}x"))
    result = await within(iq.send(), "the component's answer")
    assert result["from"] == romeo.boundjid.bare, result
    assert result.xml.find(f"{{{EXAMPLE}}}x").text == "from the component", result
    await romeo.logout()
    await component.stop()


async def away(server):
    """Messages wait for a component that keeps them, and are answered for one that does not."""
    romeo = await server.online("patient")
    kept, lost = f"nurse@patient.{server.domain}", f"nurse@gateway.{server.domain}"
    romeo.send_message(mto=lost, mbody="now or never", mtype="chat")
    error = await within(romeo.inbox.get(), "a message to the client")
    assert error["error"]["condition"] == "remote-server-timeout", error
    for number in range(20):
        romeo.send_message(mto=kept, mbody=str(number), mtype="chat")
    await romeo["xep_0199"].send_ping(server.domain)
    component = await Component(server, "patient").start()
    for number in range(20):
        message = await component.text()
        assert message["body"] == str(number), message
    await romeo.logout()
    await component.stop()


async def many(server):
    """A thousand messages each way, in their order."""
    component = await Component(server).start()
    romeo = await server.online("chatty")
    for number in range(1000):
        romeo.send_message(mto=f"nurse@{component.boundjid.bare}", mbody=str(number), mtype="chat")
        component.send_message(mto=romeo.boundjid, mfrom=f"nurse@{component.boundjid.bare}", mbody=str(number), mtype="chat")
    for number in range(1000):
        message = await component.text()
        assert message["body"] == str(number), message
        message = await within(romeo.inbox.get(), "a message to the client")
        assert message["body"] == str(number), message
    await romeo.logout()
    await component.stop()


CHECKS = {check.__name__: check for check in (echo, subscription, wrong_secret, privileges, delegation, away, many)}

if __name__ == "__main__":
    chosen = rig.arguments(**{"check": {"choices": sorted(CHECKS)}, "--component-port": {"type": int}, "--secret": {}})
    server = rig.Server(chosen)
    server.component_port, server.secret = chosen.component_port, chosen.secret
    rig.run(CHECKS[chosen.check](server))
    print(f"ok {chosen.check}")
