#!/usr/bin/env python3
"""Rooms that nobody is in: what they cost, in memory and in time.

    bench/rooms.py [COUNT]          COUNT persistent public rooms, 100000 unless said

Starts ./balcony on a data folder of its own with one account, which makes the rooms; waits until they are out of memory; restarts; lists and searches them.
"""
import asyncio, base64, os, re, shutil, signal, socket, ssl, subprocess, sys, tempfile, time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HOST, SERVICE = 'localhost', 'conference.localhost'
WINDOW = 50
SWEPT = 200  # seconds: rooms are looked at once a minute, and what they leave behind is collected then


class Server:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='balcony-rooms-')
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        subprocess.run(
            ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
             '-addext', f'subjectAltName=DNS:{HOST}', '-keyout', f'{self.folder}/key.pem', '-out', f'{self.folder}/cert.pem'],
            check=True, capture_output=True)
        self.configuration = f'{self.folder}/balcony.yml'
        with open(self.configuration, 'w') as file:
            file.write(f'''
data: {self.folder}/data
hosts:
  {HOST}:
    certificate: {self.folder}/cert.pem
    key: {self.folder}/key.pem
listeners:
  - {{ kind: client-tls, address: 127.0.0.1, port: {self.port} }}
modules:
  rooms:
    maxRoomsPerAccount: 0
    maxRoomsInMemory: {max(10, COUNT * 2)}
    maxSearchesPerMinute: 10000
limits:
  streams:
    bytesPerSecond: 0
''')
        self.run('user', 'add', f'maker@{HOST}', '--password', 'secret')

    def run(self, *command):
        return subprocess.run([f'{ROOT}/balcony', *command, '--config', self.configuration], check=True, capture_output=True, text=True).stdout

    def start(self):
        began = time.monotonic()
        self.process = subprocess.Popen([f'{ROOT}/balcony', 'serve', '--config', self.configuration], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return time.monotonic() - began
            except OSError:
                time.sleep(0.01)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def resident(self):
        with open(f'/proc/{self.process.pid}/status') as status:
            return int(re.search(r'VmRSS:\s+(\d+)', status.read()).group(1))

    def cpu(self):
        with open(f'/proc/{self.process.pid}/stat') as stat:
            fields = stat.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


class Client:
    async def login(self, port):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.reader, self.writer = await asyncio.open_connection('127.0.0.1', port, ssl=context)
        self.read = b''
        header = f"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='{HOST}' version='1.0'>"
        await self.ask(header, b'</stream:features>')
        plain = base64.b64encode(b'\0maker\0secret').decode()
        await self.ask(f"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>", b'<success')
        self.read = b''
        await self.ask(header, b'</stream:features>')
        await self.ask("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", b'</iq>')

    async def ask(self, text, until):
        self.writer.write(text.encode())
        while until not in self.read:
            part = await self.reader.read(1 << 18)
            if not part:
                sys.exit(f'the stream ended: {self.read[-500:]}')
            self.read += part
        end = self.read.index(until) + len(until)
        answer, self.read = self.read[:end], self.read[end:]
        return answer.decode()

    async def make(self, count):
        sent = done = 0
        answer = re.compile(rb"<iq [^>]*id='c\d+'[^>]*>")
        while done < count:
            while sent < count and sent - done < WINDOW:
                self.writer.write((
                    f"<presence to='r{sent}@{SERVICE}/me'><x xmlns='http://jabber.org/protocol/muc'/></presence>"
                    f"<iq type='set' id='c{sent}' to='r{sent}@{SERVICE}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>"
                    f"<field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='muc#roomconfig_roomname'><value>Room {sent}</value></field></x></query></iq>"
                    f"<presence to='r{sent}@{SERVICE}/me' type='unavailable'/>").encode())
                sent += 1
            part = await self.reader.read(1 << 18)
            if not part:
                sys.exit(f'the stream ended: {self.read[-500:]}')
            self.read += part
            found = list(answer.finditer(self.read))
            for one in found:
                if b'error' in one.group(0):
                    sys.exit(f'refused: {one.group(0)}')
            done += len(found)
            if found:
                self.read = self.read[found[-1].end():]
        await self.ask(f"<iq type='get' id='end' to='{HOST}'><ping xmlns='urn:xmpp:ping'/></iq>", b"id='end'")
        self.read = b''

    async def timed(self, payload, to=SERVICE):
        began = time.monotonic()
        answer = await self.ask(f"<iq type='get' id='q' to='{to}'>{payload}</iq>", b'</iq>')
        return time.monotonic() - began, answer

    async def page(self, after):
        behind = f'<after>{after}</after>' if after else ''
        return await self.timed(f"<query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>200</max>{behind}</set></query>")

    async def search(self, text):
        words = f"<field var='q'><value>{text}</value></field><field var='sinname'><value>true</value></field>" if text else "<field var='all'><value>true</value></field>"
        return await self.timed(
            "<search xmlns='urn:xmpp:channel-search:0:search'><set xmlns='http://jabber.org/protocol/rsm'><max>50</max></set><x xmlns='jabber:x:data' type='submit'>"
            f"<field var='FORM_TYPE'><value>urn:xmpp:channel-search:0:search-params</value></field>{words}</x></search>")


def tell(what, value):
    print(f'{what:58}{value}', flush=True)


async def main():
    server = Server()
    try:
        tell('start with no rooms', f'{server.start():.2f} s')
        client = Client()
        await client.login(server.port)
        empty = server.resident()
        tell('resident before', f'{empty:,} kB')
        began, cpu = time.monotonic(), server.cpu()
        await client.make(COUNT)
        tell(f'{COUNT:,} rooms made in', f'{time.monotonic() - began:.1f} s, {(server.cpu() - cpu) / COUNT * 1e6:.0f} us CPU each')
        loaded = server.resident()
        tell('resident with all of them in memory', f'{loaded:,} kB: {(loaded - empty) * 1024 / COUNT:,.0f} B a room')
        least = loaded
        for _ in range(SWEPT // 10):
            await asyncio.sleep(10)
            least = min(least, server.resident())
        tell(f'least resident within {SWEPT} s, none of them in memory', f'{least:,} kB: {(least - empty) * 1024 / COUNT:,.0f} B a room')
        server.stop()
        tell('start with them', f'{server.start():.2f} s')
        await client.login(server.port)
        tell('resident after the start', f'{server.resident():,} kB')
        before = server.resident()
        cpu = server.cpu()
        seconds, answer = await client.page(None)
        tell('first page of disco#items, which reads the list', f'{seconds * 1e3:,.0f} ms, {(server.cpu() - cpu) * 1e3:,.0f} ms CPU')
        after, pages, total, slowest, items = None, 0, 0.0, 0.0, 0
        while True:
            seconds, answer = await client.page(after)
            found = answer.count('<item ')
            if found == 0:
                break
            pages, total, slowest, items = pages + 1, total + seconds, max(slowest, seconds), items + found
            after = re.search(r'<last>([^<]*)</last>', answer).group(1)
        tell(f'all {items:,} rooms in {pages} pages', f'{total:.2f} s, {total / pages * 1e3:.2f} ms a page, at most {slowest * 1e3:.1f} ms')
        for what, text in (('everything', None), ('one room', f'{COUNT - 1}'), ('nothing', 'no such thing')):
            times = sorted([(await client.search(text))[0] for _ in range(5)])
            tell(f'search (XEP-0433) that finds {what}', f'{times[2] * 1e3:.1f} ms')
        tell('resident with the list', f'{server.resident():,} kB: {(server.resident() - before) * 1024 / COUNT:,.0f} B a room with what listing left behind')
        size = sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(f'{server.folder}/data') for name in names)
        tell('on disk', f'{size / 1e6:,.0f} MB')
    finally:
        server.stop()
        shutil.rmtree(server.folder)


asyncio.run(main())
