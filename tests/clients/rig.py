"""What the slixmpp checks share: clients that register, log in, and wait for what they expect, with a deadline on everything."""
import argparse
import asyncio
import os
import ssl
import sys
import traceback

import slixmpp

DEADLINE = float(os.environ.get("BALCONY_TEST_DEADLINE", "15"))


class Server:
    """Where the server under test listens and what its certificates are checked against."""

    def __init__(self, options):
        self.domain = options.domain
        self.host = options.host
        self.starttls_port = options.starttls_port
        self.direct_port = options.direct_port
        self.ca = options.ca
        self.password = options.password
        # Accounts of their own for every run, unless another program is to use the same ones.
        self.run = "" if options.exact_names else f"-{os.getpid():x}"

    def client(self, local, **options):
        return Client(self, local, **options)

    async def online(self, local, **options):
        """A client that has registered its account, is logged in and has sent its first presence."""
        client = self.client(local, **options)
        await client.register()
        await client.login()
        return client


class Client(slixmpp.ClientXMPP):
    def __init__(self, server, local, resource="slixmpp", password=None, mechanism=None, direct=False, tls12=False, binds=True):
        local = f"{local}{server.run}"
        super().__init__(f"{local}@{server.domain}/{resource}", password or server.password, sasl_mech=mechanism)
        self.rig, self.local, self.direct, self.tls12 = server, local, direct, tls12
        self.inbox, self.presences, self.chosen = asyncio.Queue(), asyncio.Queue(), None
        self.auto_reconnect = False
        self.ca_certs = server.ca
        if not binds:
            self._say_nothing_of_channel_binding()
        if tls12:
            self.ssl_context.maximum_version = ssl.TLSVersion.TLSv1_2
        for plugin in ("xep_0030", "xep_0199", "xep_0203", "xep_0054", "xep_0092", "xep_0191", "xep_0202", "xep_0049"):
            self.register_plugin(plugin)
        self.add_event_handler("message", self.inbox.put_nowait)
        self.add_event_handler("message_error", self.inbox.put_nowait)
        self.add_event_handler("presence", self.presences.put_nowait)
        self.auto_authorize = self.auto_subscribe = None

    def _say_nothing_of_channel_binding(self):
        """slixmpp says that it could bind (`y`) whenever it has TLS, and a server that offers binding must then refuse a mechanism without."""
        mechanisms = self["feature_mechanisms"]
        credentials = mechanisms.sasl_callback

        def without_binding(required, optional):
            found = credentials(required, optional)
            found.pop("channel_binding", None)
            return found

        mechanisms.sasl_callback = without_binding

    def _open(self):
        port = self.rig.direct_port if self.direct else self.rig.starttls_port
        self.connect((self.rig.host, port), use_ssl=self.direct)

    async def login(self, presence=True):
        """Logs in; raises when the server refuses or nothing happens."""
        result, refusals = asyncio.get_running_loop().create_future(), []

        def settle(error):
            def handler(detail=None):
                if not result.done():
                    result.set_exception(error(detail)) if error else result.set_result(None)
            return handler

        self.add_event_handler("session_start", settle(None))
        self.add_event_handler("failed_all_auth", settle(lambda detail: PermissionError(" ".join(refusals) or "no mechanism in common")))
        self.add_event_handler("disconnected", settle(lambda reason: PermissionError(f"closed ({reason}) after {' '.join(refusals)}")))
        self.add_event_handler("failed_auth", lambda detail: refusals.append(detail["condition"]))
        self.add_event_handler("ssl_invalid_cert", settle(lambda detail: ConnectionError(f"certificate refused: {detail}")))
        self.add_event_handler("connection_failed", settle(lambda detail: ConnectionError(f"connection failed: {detail}")))
        self.add_event_handler("auth_success", lambda detail: setattr(self, "chosen", self["feature_mechanisms"].mech.name))
        self._open()
        await within(result, f"{self.boundjid} to be logged in")
        if presence:
            self.send_presence()
            await self.get_roster()
        return self

    async def register(self):
        """Makes the account by in-band registration (XEP-0077), on a stream of its own; one that exists is fine."""
        once = slixmpp.ClientXMPP(f"{self.local}@{self.rig.domain}", self.password)
        once.ca_certs, once.auto_reconnect = self.rig.ca, False
        once.register_plugin("xep_0030")
        once.register_plugin("xep_0004")
        once.register_plugin("xep_0066")
        once.register_plugin("xep_0077")
        once.unregister_feature("mechanisms", 100)
        once._always_send_everything = True     # slixmpp 1.8 holds back all stanzas until a session starts, these too
        result = asyncio.get_running_loop().create_future()

        async def fill(form):
            iq = once.Iq()
            iq["type"] = "set"
            iq["register"]["username"] = self.local
            iq["register"]["password"] = self.password
            try:
                await iq.send(timeout=DEADLINE)
                outcome = None
            except slixmpp.exceptions.IqError as error:
                outcome = None if error.condition == "conflict" else error
            if not result.done():
                result.set_exception(outcome) if outcome else result.set_result(None)

        once.add_event_handler("register", fill)
        once.add_event_handler("connection_failed", lambda why: result.done() or result.set_exception(ConnectionError(str(why))))
        once.connect((self.rig.host, self.rig.starttls_port))
        await within(result, f"{self.local} to be registered")
        await once.disconnect()

    async def logout(self):
        await within(asyncio.ensure_future(self._logout()), f"{self.boundjid} to be logged out")

    async def _logout(self):
        await self.disconnect()

    async def message_from(self, sender, body):
        """The next message with this body; others before it are dropped."""
        while True:
            message = await within(self.inbox.get(), f"{self.local} to get {body!r} from {sender}")
            if message["body"] == body and message["from"].bare == sender:
                return message

    async def presence_from(self, sender, kind):
        """The oldest presence of this kind; others stay for whoever waits for them."""
        others = []
        while True:
            presence = await within(self.presences.get(), f"{self.local} to get presence {kind} from {sender}")
            if presence["from"].bare == sender and presence["type"] == kind:
                for other in others:
                    self.presences.put_nowait(other)
                return presence
            others.append(presence)

    def forget_presences(self):
        while not self.presences.empty():
            self.presences.get_nowait()

    async def nothing_arrives(self, queue):
        """A ping to the server is a barrier: what was sent before it has been delivered when the answer is here."""
        await self["xep_0199"].send_ping(self.rig.domain, timeout=DEADLINE)
        assert queue.empty(), f"{self.local} got what it must not get: {queue.get_nowait()}"

    @property
    def bare(self):
        return f"{self.local}@{self.rig.domain}"


async def within(awaitable, what):
    try:
        return await asyncio.wait_for(awaitable, DEADLINE)
    except asyncio.TimeoutError:
        raise AssertionError(f"waited {DEADLINE} s for {what}") from None


async def befriend(one, other):
    """Mutual subscriptions, by the handshake of RFC 6121 §3.1."""
    one.send_presence_subscription(other.bare, ptype="subscribe")
    await other.presence_from(one.bare, "subscribe")
    other.send_presence_subscription(one.bare, ptype="subscribed")
    await one.presence_from(other.bare, "subscribed")
    other.send_presence_subscription(one.bare, ptype="subscribe")
    await one.presence_from(other.bare, "subscribe")
    one.send_presence_subscription(other.bare, ptype="subscribed")
    await other.presence_from(one.bare, "subscribed")


def arguments(**positional):
    parser = argparse.ArgumentParser()
    for name, details in positional.items():
        parser.add_argument(name, **details)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--domain", default="localhost")
    parser.add_argument("--starttls-port", type=int, required=True)
    parser.add_argument("--direct-port", type=int)
    parser.add_argument("--ca", required=True)
    parser.add_argument("--password", default="Tr0ub4dor &3 ü")
    parser.add_argument("--exact-names", action="store_true")
    return parser.parse_args()


def run(conversation, deadline=4 * DEADLINE):
    """Runs one conversation to its end; a failure is told whole, and is the exit status."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(asyncio.wait_for(conversation, deadline))
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
    finally:
        for task in asyncio.all_tasks(loop):    # slixmpp leaves some behind
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
