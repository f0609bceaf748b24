// Drives @xmpp/client (xmpp.js) against a running server: SASL2, Bind 2, FAST and stream management as that library does them.
// node checks.js CHECK --service URI --domain NAME --user NAME --password TEXT; says "ok CHECK" at the end.
import { client, xml } from "@xmpp/client";
import { parseArgs } from "node:util";

const { values: options, positionals: [check] } = parseArgs({
  allowPositionals: true,
  options: { service: { type: "string" }, domain: { type: "string" }, user: { type: "string" }, password: { type: "string" } },
});

const agent = xml("user-agent", { id: "d4565fa7-4d72-4749-b3d3-740edbf87770" }, xml("software", {}, "xmpp.js"), xml("device", {}, "a test"));
const patience = AbortSignal.timeout(30_000);
patience.addEventListener("abort", () => fail("nothing happened for 30 s"));

function fail(why) {
  console.error(why);
  process.exit(1);
}

function expect(condition, what) {
  if (!condition) fail(`not so: ${what}`);
}

// One connection; keeps what was said on the stream.
function connect({ token, password = options.password } = {}) {
  const xmpp = client({
    service: options.service, domain: options.domain, resource: "xmppjs", username: options.user, password, userAgent: agent,
  });
  // Machines that run tests may be busy.
  xmpp.timeout = 20_000;
  xmpp.said = [];
  xmpp.heard = [];
  xmpp.on("send", (element) => xmpp.said.push(element));
  xmpp.on("nonza", (element) => xmpp.heard.push(element));
  xmpp.on("stanza", (element) => xmpp.heard.push(element));
  xmpp.on("error", (error) => fail(`an error: ${error.stack ?? error}`));
  xmpp.reconnect.stop();
  xmpp.token = token;
  xmpp.fast.saveToken = async (given) => { xmpp.token = given; };
  xmpp.fast.fetchToken = async () => xmpp.token;
  xmpp.fast.deleteToken = async () => { xmpp.token = undefined; };
  return xmpp;
}

const requests = (xmpp) => xmpp.said.filter((element) => element.is("authenticate", "urn:xmpp:sasl:2"));
const success = (xmpp) => xmpp.heard.find((element) => element.is("success", "urn:xmpp:sasl:2"));

async function talksToItself(xmpp) {
  const heard = new Promise((resolve) => xmpp.on("stanza", (stanza) => stanza.is("message") && stanza.getChildText("body") === "hello" && resolve()));
  await xmpp.send(xml("presence"));
  await xmpp.send(xml("message", { to: xmpp.jid.toString(), type: "chat" }, xml("body", {}, "hello")));
  await heard;
}

const checks = {
  async password_by_sasl2_and_bind2() {
    const xmpp = connect();
    const address = await xmpp.start();
    expect(requests(xmpp).length === 1, "one <authenticate/>");
    expect(requests(xmpp)[0].getChild("bind", "urn:xmpp:bind:0"), "Bind 2 was asked for");
    expect(success(xmpp).getChild("bound", "urn:xmpp:bind:0"), "and done");
    expect(success(xmpp).getChildText("authorization-identifier") === address.toString(), "the success has the address");
    expect(address.resource.startsWith("xmppjs/"), `the tag begins the resource, which is ${address.resource}`);
    await talksToItself(xmpp);
    await xmpp.stop();
  },

  async token_at_the_second_login() {
    const first = connect();
    const address = await first.start();
    expect(first.token?.mechanism === "HT-SHA-256-NONE" && first.token.token, "the first login gets a token");
    await first.stop();
    // A password that would not do: only the token can let it in.
    const second = connect({ token: first.token, password: "not the password" });
    const again = await second.start();
    expect(requests(second).length === 1 && requests(second)[0].attrs.mechanism === "HT-SHA-256-NONE", "the token is proved at once");
    expect(again.toString() === address.toString(), `the same client has the same address: ${address}, then ${again}`);
    await talksToItself(second);
    await second.stop();
  },

  async a_token_that_was_made_up_gives_way_to_the_password() {
    const xmpp = connect({ token: { mechanism: "HT-SHA-256-NONE", token: "made-up", expiry: new Date(Date.now() + 3_600_000).toISOString() } });
    await xmpp.start();
    expect(requests(xmpp).map((request) => request.attrs.mechanism).join() === "HT-SHA-256-NONE,SCRAM-SHA-1", "first the token, then the password");
    expect(xmpp.token?.token !== "made-up", "a new token came with it");
    await talksToItself(xmpp);
    await xmpp.stop();
  },
};

if (!checks[check]) fail(`there is no check ${check}; there are ${Object.keys(checks).join(", ")}`);
await checks[check]();
console.log(`ok ${check}`);
process.exit(0);
