#!/usr/bin/python3
"""Dino (Vala, GTK 4) as the client, on a screen that nobody sees; what it understood is read from its own database.

    unshare --mount --net dino.py BALCONY FOLDER

Dino takes the port from DNS, else 5222, and trusts the authorities of the system only. So all of it happens in a network of its own, with
FOLDER/ca.pem (whose localhost is FOLDER/cert.pem) in the place of the system's list.
"""
import argparse
import asyncio
import fcntl
import os
import pathlib
import socket
import sqlite3
import struct
import subprocess
import sys

import rig

PASSWORD = "Tr0ub4dor &3"
AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"


def own_network(ca):
    subprocess.run(["mount", "--bind", ca, AUTHORITIES], check=True)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))    # SIOCSIFFLAGS: IFF_UP | IFF_RUNNING


async def until(condition, what, patience=40):
    for _ in range(patience * 10):
        if (seen := condition()):
            return seen
        await asyncio.sleep(0.1)
    raise AssertionError(f"waited {patience} s for {what}")


class Wire:
    """Port 5222, behind which the server is: it can be cut."""

    def __init__(self, port):
        self.port, self.writers = port, set()

    async def listen(self):
        await asyncio.start_server(self._carry, "127.0.0.1", 5222)

    def cut(self):
        """With RST: Dino 0.4 notices an end of the stream without TLS's and XMPP's own only when it next asks whether the server lives."""
        for writer in self.writers:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()

    async def _carry(self, reader, writer):
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writers |= {writer, far_writer}
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        self.writers -= {writer, far_writer}

    @staticmethod
    async def _pump(reader, writer):
        try:
            while some := await reader.read(65536):
                writer.write(some)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()


class Dino:
    """One installation, for one account."""

    def __init__(self, folder, display, jid, resource):
        self.folder, self.jid, self.resource, self.process = folder / resource, jid, resource, None
        self.log = self.folder / "log"
        run = self.folder / "run"
        run.mkdir(parents=True, mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.folder), "DISPLAY": display, "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_HOME": str(self.folder / "data"), "DBUS_SESSION_BUS_ADDRESS": "disabled:", "GSETTINGS_BACKEND": "memory",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "none",
        }

    async def prepare(self):
        """The first start makes the database; the account goes in by hand, where its dialogs would have put it."""
        self._run()
        await until(lambda: self.ask("SELECT name FROM sqlite_master WHERE name = 'settings'"), "Dino's database")
        await asyncio.sleep(1)    # the schema is made table by table
        self.stop()
        with sqlite3.connect(self.folder / "data/dino/dino.db") as database:
            database.execute("INSERT INTO account (bare_jid, resourcepart, password, alias, enabled, mam_earliest_synced) VALUES (?, ?, ?, '', 1, 0)",
                             (self.jid, self.resource, PASSWORD))

    async def start(self):
        self._run()
        await self.logs("{urn:xmpp:sm:3}:enabled")

    async def logs(self, text, after=0):
        return await until(lambda: text in self.log.read_text(errors="replace")[after:], f"{text} in Dino's log")

    async def has(self, *bodies):
        """Waits until Dino keeps these messages, each once, and returns the ids that the server gave them."""
        await until(lambda: self.ask("SELECT body FROM message ORDER BY time, id") == [(body,) for body in bodies], f"Dino to have {bodies}")
        return dict(self.ask("SELECT body, server_id FROM message"))

    async def types(self, text):
        """Into the conversation that is open, where the cursor is."""
        windows = await until(lambda: self._xdotool("search", "--onlyvisible", "--class", "dino"), "Dino's window")
        self._xdotool("windowfocus", "--sync", windows.split()[-1])
        self._xdotool("type", "--delay", "20", text)
        self._xdotool("key", "Return")

    def ask(self, query):
        try:
            with sqlite3.connect(f"file:{self.folder}/data/dino/dino.db?mode=ro", uri=True) as database:
                return database.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []    # not there yet, or busy

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def _run(self):
        self.process = subprocess.Popen(["dino-im", "--print-xmpp=all"], env=self.environment, stdout=self.log.open("w"), stderr=subprocess.STDOUT)

    def _xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, stdout=subprocess.PIPE, text=True).stdout


def screen():
    """Xvfb takes a number that is free, and says which."""
    reads, writes = os.pipe()
    process = subprocess.Popen(["Xvfb", "-displayfd", str(writes), "-screen", "0", "1000x700x24", "-nolisten", "tcp"], pass_fds=[writes],
                               stderr=subprocess.DEVNULL)
    os.close(writes)
    with os.fdopen(reads) as said:
        return process, f":{said.readline().strip()}"


async def begin(conversation, folder, display):
    server = rig.Server(argparse.Namespace(
        domain="localhost", host="127.0.0.1", starttls_port=15222, direct_port=None, ca=str(folder / "ca.pem"), password=PASSWORD, exact_names=True))
    await until(lambda: "Balcony serves" in (folder / "serve.log").read_text(), "the server")
    server.wire = Wire(server.starttls_port)
    await server.wire.listen()
    await conversation(server, display, folder)


async def converse(server, display, folder):
    await server.client("romeo").register()
    juliet = await server.online("juliet")
    romeo = Dino(folder, display, "romeo@localhost", "orchard")
    other = Dino(folder, display, "romeo@localhost", "mantua")
    try:
        await asyncio.gather(romeo.prepare(), other.prepare())
        await romeo.start()
        await romeo.logs("{urn:xmpp:carbons:2}:enable")

        # The message opens a conversation, with the cursor where the answer goes.
        juliet.send_message("romeo@localhost", "It was the nightingale", mtype="chat")
        await romeo.has("It was the nightingale")
        await asyncio.sleep(1)
        await romeo.types("It was the lark")
        await juliet.message_from("romeo@localhost", "It was the lark")

        # What comes while the connection is lost comes with the session that is resumed (XEP-0198 §5), once.
        before = len(romeo.log.read_text(errors="replace"))
        server.wire.cut()
        juliet.send_message("romeo@localhost", "Yon light is not daylight", mtype="chat")
        await romeo.logs("{urn:xmpp:sm:3}:resumed", before)
        await romeo.has("It was the nightingale", "It was the lark", "Yon light is not daylight")

        # A new installation has all of it from the archive (XEP-0313), and what one device gets the other has too (XEP-0280).
        await other.start()
        bodies = ["It was the nightingale", "It was the lark", "Yon light is not daylight"]
        await other.has(*bodies)
        juliet.send_message("romeo@localhost/mantua", "Then, window, let day in", mtype="chat")
        live, archived = [await dino.has(*bodies, "Then, window, let day in") for dino in (romeo, other)]
        # The ids that were stamped on delivery are those of the archive; Dino never asks for that of what it sent itself.
        assert all(archived.values()), archived
        assert live == archived | {"It was the lark": None}, (live, archived)
        await juliet.logout()
    except BaseException:
        for dino in (romeo, other):
            print(f"--- {dino.resource}: {dino.ask('SELECT body, server_id FROM message')}", *dino.log.read_text(errors="replace").splitlines()[-60:], sep="\n")
        raise
    finally:
        romeo.stop()
        other.stop()


def main(balcony, folder, conversation=converse, name="dino"):
    folder = pathlib.Path(folder)
    own_network(str(folder / "ca.pem"))
    (folder / "balcony.yml").write_text(f"""
data: {folder}/data
registration: open
hosts: {{ localhost: {{ certificate: {folder}/cert.pem, key: {folder}/key.pem }} }}
listeners: [ {{ address: 127.0.0.1, port: 15222, kind: client }} ]
""")
    x, display = screen()
    server = subprocess.Popen([balcony, "serve", "--config", str(folder / "balcony.yml")], stdout=(folder / "serve.log").open("w"), stderr=subprocess.STDOUT)
    try:
        rig.run(begin(conversation, folder, display), deadline=150)
    finally:
        server.terminate()
        x.terminate()
        server.wait(20)
        print((folder / "serve.log").read_text())
    print("ok", name, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
