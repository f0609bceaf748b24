// XEP-0220: whatever a stranger sends in its elements, nothing but the exact key is called valid, and nothing of it is a fault of ours.
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Balcony.Server.Federation;
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed partial class DialbackFuzzTests
{
    private const int Streams = 40;
    private const int ElementsPerStream = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("BALCONY_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    [Fact]
    public async Task A_question_about_a_key_is_answered_with_valid_for_the_exact_key_only()
    {
        var random = new Random(Seed);
        await using var rig = await FederationRig.StartAsync();
        var keys = new DialbackKeys(rig.Capulet.Storage.Secret.Span);
        int valid = 0;
        for (int i = 0; i < Streams; i++)
        {
            await using var stranger = await Stranger.ConnectAsync(rig.Capulet);
            for (int j = 0; j < ElementsPerStream; j++)
            {
                var (xml, isKey) = Question(random, keys);
                await stranger.SendAsync(xml);
                // Its answer says that what came before was dealt with.
                string end = $"end-{j}";
                await stranger.SendAsync($"<db:verify from='montague.lit' to='capulet.lit' id='{end}'>{keys.KeyFor(Domain("montague.lit"), Domain("capulet.lit"), end)}</db:verify>");
                string said = await stranger.ReadUntilAsync($"id='{end}'", "</stream:stream>");
                int found = said.Split("type='valid'").Length - 1 - (said.Contains($"id='{end}'", StringComparison.Ordinal) ? 1 : 0);
                Assert.True(found == (isKey ? 1 : 0), $"seed {Seed}: {xml}\nis answered with {said}");
                valid += found;
                if (said.Contains("</stream:stream>", StringComparison.Ordinal))
                {
                    // Nobody ends a stream without saying why.
                    Assert.Contains("<stream:error>", said, StringComparison.Ordinal);
                    break;
                }
            }
            rig.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.True(valid > Streams / 2, $"only {valid} of the questions had a key that is one");
        Assert.Empty(rig.Errors.All);
    }

    [Fact]
    public async Task Who_wants_to_be_called_back_is_accepted_with_the_exact_key_only()
    {
        var random = new Random(Seed);
        await using var rig = await FederationRig.StartAsync(new LinkOptions { Bidirectional = false });
        rig.Network.Distrust("montague.lit");
        rig.Network.SetPolicy("montague.lit", new PeerPolicy { Trust = PeerTrust.Dialback });
        var keys = new DialbackKeys(rig.Montague.Storage.Secret.Span);

        for (int i = 0; i < 3; i++)
        {
            string? last = null;
            await using (var honest = await Stranger.ConnectAsync(rig.Capulet))
            {
                last = honest.StreamId;
                Assert.Contains("type='valid'", await honest.ResultAsync(keys.KeyFor(Domain("capulet.lit"), Domain("montague.lit"), last)), StringComparison.Ordinal);
            }
            await using (var late = await Stranger.ConnectAsync(rig.Capulet))
            {
                Assert.DoesNotContain("type='valid'", await late.ResultAsync(keys.KeyFor(Domain("capulet.lit"), Domain("montague.lit"), last)), StringComparison.Ordinal);
            }
            int place = 0;
            bool isOver;
            do
            {
                await using var forger = await Stranger.ConnectAsync(rig.Capulet);
                string key = keys.KeyFor(Domain("capulet.lit"), Domain("montague.lit"), forger.StreamId);
                string[] forged = Writable(DialbackKeyTests.Variants(key, random));
                string said = await forger.ResultAsync(forged[place]);
                Assert.False(said.Contains("type='valid'", StringComparison.Ordinal), $"'{forged[place]}' passes for '{key}'");
                isOver = ++place == forged.Length;
            }
            while (!isOver);
            rig.Clock.Advance(TimeSpan.FromSeconds(5));
        }
        Assert.Empty(rig.Errors.All);
    }

    // An element that is right in everything, or wrong in one or more ways.
    private static (string Xml, bool IsKey) Question(Random random, DialbackKeys keys)
    {
        var receiving = DialbackKeyTests.Domain(random);
        var originating = Domain("capulet.lit");
        string id = DialbackKeyTests.Id(random);
        string key = keys.KeyFor(receiving, originating, id);
        if (random.Next(3) == 0)
        {
            // Case makes no difference in domains, and all of it in the rest.
            return (Element("verify", random.Next(2) == 0 ? receiving.Domain : receiving.Domain.ToUpperInvariant(), "CAPULET.lit", id, null, key), IsSame(receiving));
        }
        string[] wrongKeys = Writable(DialbackKeyTests.Variants(key, random));
        string[] addresses = ["", "@", "juliet@capulet.lit", "capulet.lit/balcony", "montague.lit", "..", " ", "[::1", new string('a', 1_100), "capulet.lit..", "xn--a", "\u202ecapulet.lit", "a b"];
        string[] ids = ["", " ", new('i', 257), new('i', 4_000), id + "x", "'\"<&>", "\u0085"];
        return random.Next(8) switch
        {
            0 => (Element("verify", receiving.Domain, "capulet.lit", id, null, wrongKeys[random.Next(wrongKeys.Length)]), false),
            1 => (Element("verify", receiving.Domain, "capulet.lit", ids[random.Next(ids.Length)], null, key), false),
            2 => (Element("verify", addresses[random.Next(addresses.Length)], "capulet.lit", id, null, key), false),
            3 => (Element("verify", receiving.Domain, addresses[random.Next(addresses.Length)], id, null, key), false),
            4 => (Element("verify", random.Next(2) == 0 ? null : receiving.Domain, null, random.Next(2) == 0 ? null : id, null, key), false),
            5 => (Element("verify", receiving.Domain, "capulet.lit", id, ((string[])["valid", "invalid", "error", "", "VALID"])[random.Next(5)], key), false),
            6 => (Element(((string[])["result", "Verify", "verify2", "x"])[random.Next(4)], "capulet.lit", "capulet.lit", id, random.Next(2) == 0 ? null : "valid", key), false),
            _ => ($"<db:verify from='{receiving.Domain}' to='capulet.lit' id='{SecurityElement.Escape(id)}'><key>{key[..32]}</key>{key[32..]}</db:verify>", false),
        };
    }

    // What no XML may hold comes to nothing before anybody compares it.
    private static string[] Writable(IEnumerable<string> texts) => [.. texts.Where(text => !text.Contains('\0', StringComparison.Ordinal))];

    private static bool IsSame(BareJid domain) => BareJid.TryParse(domain.Domain.ToUpperInvariant(), out BareJid? upper) && upper.Equals(domain);

    private static string Element(string name, string? from, string? to, string? id, string? type, string key)
    {
        string Written(string attribute, string? value) => value is null ? "" : $" {attribute}='{SecurityElement.Escape(value)}'";
        return $"<db:{name}{Written("from", from)}{Written("to", to)}{Written("id", id)}{Written("type", type)}>{SecurityElement.Escape(key)}</db:{name}>";
    }

    private static BareJid Domain(string name) => BareJid.Parse(name);

    /// <summary>Who says to be montague.lit.</summary>
    private sealed partial class Stranger(MemoryTransport transport, Wire wire, Task serving) : IAsyncDisposable
    {
        private const string Header = "<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'"
            + " from='montague.lit' to='capulet.lit' version='1.0'>";

        private readonly StringBuilder _unread = new();

        public string StreamId { get; private set; } = "";

        public static async Task<Stranger> ConnectAsync(MemoryServer server)
        {
            var (transport, wire) = MemoryTransport.Connect(isPeer: true);
            var stranger = new Stranger(transport, wire, server.Server.ServePeerAsync(transport));
            await stranger.SendAsync(Header);
            await stranger.ReadUntilAsync("</stream:features>");
            await stranger.SendAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            await stranger.ReadUntilAsync("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            await wire.StartTlsAsync("capulet.lit", CancellationToken.None);
            await stranger.SendAsync(Header);
            stranger.StreamId = IdOfHeader().Match(await stranger.ReadUntilAsync("</stream:features>")).Groups[1].Value;
            return stranger;
        }

        public async Task SendAsync(string xml)
        {
            try
            {
                await wire.WriteAsync(Encoding.UTF8.GetBytes(xml), CancellationToken.None);
            }
            catch (IOException)
            {
                // The server has had enough; what it said is still to be read.
            }
        }

        public async Task<string> ResultAsync(string key)
        {
            await SendAsync($"<db:result from='montague.lit' to='capulet.lit'>{SecurityElement.Escape(key)}</db:result>");
            return await ReadUntilAsync("</db:result>", "<db:result from='capulet.lit' to='montague.lit' type='valid'/>", "type='invalid'/>", "</stream:stream>");
        }

        public async Task<string> ReadUntilAsync(params string[] ends)
        {
            byte[] buffer = new byte[8_192];
            while (true)
            {
                string said = _unread.ToString();
                if (ends.Any(end => said.Contains(end, StringComparison.Ordinal)))
                {
                    _unread.Clear();
                    return said;
                }
                int length = await wire.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(Patience);
                if (length == 0) throw new IOException($"the stream ended behind: {said}");
                _unread.Append(Encoding.UTF8.GetString(buffer, 0, length));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await wire.DisposeAsync();
            transport.Abort();
            await serving.WaitAsync(Patience);
            await transport.DisposeAsync();
        }

        [GeneratedRegex(" id='([^']*)'")]
        private static partial Regex IdOfHeader();
    }
}
