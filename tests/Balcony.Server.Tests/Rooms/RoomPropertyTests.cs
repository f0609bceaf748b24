// XEP-0045 §5: whatever people do in a room, its tables hold, it has an owner, and everybody sees what is.
using System.Globalization;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Rooms;

public sealed class RoomPropertyTests
{
    private const int Steps = 100;

    // BALCONY_SEED=n repeats one room; BALCONY_WORLDS=n makes it a long proof.
    private static readonly int? Seed = Number("BALCONY_SEED");
    private static readonly int Rooms = Number("BALCONY_WORLDS") ?? 8;

    [Fact]
    public async Task Whatever_is_done_in_a_room_the_tables_hold_and_everybody_sees_what_is()
    {
        foreach (var seed in Seed is { } one ? [one] : Enumerable.Range(1, Rooms))
        {
            await using var world = new World(seed);
            await world.BeginAsync();
            for (var step = 0; step < Steps; step++) await world.StepAsync();
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A room on a server in memory, and the same in the model. Bit 0 of the seed: moderated; 1: for members only; 2: non-anonymous.
    private sealed class World(int seed) : IAsyncDisposable
    {
        private const string Address = "garden@conference.example.org";

        private static readonly BareJid Host = BareJid.Parse("example.org");
        private static readonly string[] Accounts = ["romeo", "juliet", "nurse", "tybalt", "paris"];
        private static readonly string[] Nicks = ["Ann", "Bob", "Cat", "Dan", "Eve", "Fay"];
        private static readonly string[] Affiliations = ["outcast", "none", "member", "admin", "owner"];
        private static readonly string[] Roles = ["none", "visitor", "participant", "moderator"];

#pragma warning disable CA5394 // a seed must give the same room each time
        private readonly Random _random = new(seed);
#pragma warning restore CA5394 // as above
        private readonly RoomModel _model = new((seed & 1) != 0, (seed & 2) != 0);
        private readonly MemoryStorage _storage = new();
        private readonly TestClock _clock = new();
        private readonly ServerMetrics _metrics = new();
        private readonly List<RoomViewer> _clients = [];
        private readonly List<(WordsTransport Transport, Task Serving)> _connections = [];
        private readonly StringBuilder _story = new();
        private AccountDirectory? _accounts;
        private BalconyServer? _server;
        private int _number;

        private bool IsNonAnonymous => (seed & 4) != 0;

        public async Task BeginAsync()
        {
            _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, _clock);
            _server = new BalconyServer(new ServerSettings { Hosts = [Host] }, _storage, _accounts, _clock, NullLoggerFactory.Instance, _metrics);
            foreach (var name in Accounts) await _accounts.CreateAsync(BareJid.Create(name, Host.Domain), "secret", TestContext.Current.CancellationToken);
            // Two have two devices.
            foreach (var name in Accounts.Append("juliet").Append("tybalt"))
            {
                var transport = new WordsTransport();
                _connections.Add((transport, _server.ServeAsync(transport)));
                await transport.LogInAsync(name, "secret");
                await transport.AskAsync("<iq type='get' id='z' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>", "id='z'");
                _clients.Add(new RoomViewer(name, $"{name}{_clients.Count}", transport));
            }
            var creator = _clients[0];
            creator.Say($"<presence to='{Address}/Ann' id='first'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            await creator.HearAsync("<subject");
            creator.Say($"<iq type='set' id='form' to='{Address}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>"
                + Field("persistentroom", true) + Field("moderatedroom", (seed & 1) != 0) + Field("membersonly", (seed & 2) != 0)
                + $"<field var='muc#roomconfig_whois'><value>{(IsNonAnonymous ? "anyone" : "moderators")}</value></field></x></query></iq>");
            await creator.HearAsync("id='form'");
            _model.Lists["romeo"] = "owner";
            _model.Enter("romeo", creator.Name, "Ann");
            await CheckAsync();
        }

        public async Task StepAsync()
        {
            var client = Pick(_clients);
            string id = $"s{++_number}";
            string? nick = _model.NickOf(client.Name);
            string? expected = Pick(20) switch
            {
                < 6 when nick is null => Enter(client, id),
                < 2 => Leave(client, id, nick),
                < 4 when nick is not null && _model.Present[nick].Clients.Count == 1 => Rename(client, id, nick),
                < 12 => ChangeRole(client, id),
                < 18 => ChangeAffiliation(client, id),
                _ => ChangeTwo(client, id),
            };
            await CheckAsync();
            Assert.True(client.Answers.GetValueOrDefault(id, "") == (expected ?? ""), $"seed {seed}: expected {expected ?? "success"}, got {client.Answers.GetValueOrDefault(id)}\n{_story}");
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (transport, serving) in _connections)
            {
                transport.Leave();
                await serving;
                await transport.DisposeAsync();
            }
            if (_server is not null) await _server.DisposeAsync();
            _accounts?.Dispose();
            await _storage.DisposeAsync();
            _metrics.Dispose();
        }

        private string? Enter(RoomViewer client, string id)
        {
            string nick = Pick(Nicks);
            // His own, so that the other device may be in by the same.
            if (Pick(2) == 0 && _model.Present.FirstOrDefault(one => one.Value.Account == client.Account).Key is { } own) nick = own;
            Say(client, $"<presence to='{Address}/{nick}' id='{id}'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            return _model.Enter(client.Account, client.Name, nick);
        }

        private string? Leave(RoomViewer client, string id, string? nick)
        {
            if (nick is null) return null;
            Say(client, $"<presence to='{Address}/{nick}' type='unavailable' id='{id}'/>");
            _model.Leave(client.Name);
            return null;
        }

        private string? Rename(RoomViewer client, string id, string nick)
        {
            string wanted = Pick(Nicks);
            if (wanted == nick) return null;
            Say(client, $"<presence to='{Address}/{wanted}' id='{id}'/>");
            return _model.Rename(client.Name, wanted);
        }

        private string? ChangeRole(RoomViewer client, string id)
        {
            var (nick, role) = (Pick(Nicks), Pick(Roles));
            Set(client, id, $"<item nick='{nick}' role='{role}'/>");
            var error = _model.CheckRole(client.Account, nick, role);
            if (error is null && _model.Present[nick].Role != role) _model.ChangeRole(nick, role);
            return error;
        }

        private string? ChangeAffiliation(RoomViewer client, string id)
        {
            var (account, affiliation) = (Pick(Accounts), Pick(Affiliations));
            Set(client, id, $"<item jid='{account}@example.org' affiliation='{affiliation}'/>");
            var error = _model.CheckAffiliations(client.Account, (account, affiliation));
            if (error is null) _model.ChangeAffiliation(account, affiliation);
            return error;
        }

        private string? ChangeTwo(RoomViewer client, string id)
        {
            (string Account, string Affiliation)[] changes = [(Pick(Accounts), Pick(Affiliations)), (Pick(Accounts), Pick(Affiliations))];
            Set(client, id, string.Concat(changes.Select(change => $"<item jid='{change.Account}@example.org' affiliation='{change.Affiliation}'/>")));
            bool isTwice = changes[0].Account == changes[1].Account;
            var error = _model.CheckAffiliations(client.Account) is "forbidden" ? "forbidden" : isTwice ? "bad-request" : _model.CheckAffiliations(client.Account, changes);
            foreach (var (account, affiliation) in error is null ? changes : []) _model.ChangeAffiliation(account, affiliation);
            return error;
        }

        private void Set(RoomViewer client, string id, string items) =>
            Say(client, $"<iq type='set' id='{id}' to='{Address}'><query xmlns='http://jabber.org/protocol/muc#admin'>{items}</query></iq>");

        private void Say(RoomViewer client, string words)
        {
            _story.AppendLine(CultureInfo.InvariantCulture, $"{client.Name}: {words}");
            client.Say(words);
        }

        // Everybody asks the room something until nothing else comes.
        private async Task CheckAsync()
        {
            for (var calm = 0; calm < 2;)
            {
                string id = $"q{++_number}";
                foreach (var client in _clients)
                {
                    client.Say($"<iq type='get' id='{id}' to='{Address}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='none'/></query></iq>");
                }
                foreach (var client in _clients) await client.HearAsync($"id='{id}'");
                bool isNews = false;
                foreach (var client in _clients) isNews |= client.Read();
                calm = isNews ? 0 : calm + 1;
            }
            Assert.Contains("owner", _model.Lists.Values);
            foreach (var client in _clients)
            {
                string? own = _model.NickOf(client.Name);
                if (own is null)
                {
                    Assert.True(client.Room.Count == 0, $"seed {seed}: {client.Name} is out and sees {string.Join(", ", client.Room)}\n{_story}");
                    continue;
                }
                bool seesAddresses = IsNonAnonymous || _model.Present[own].Role == "moderator";
                var table = _model.Present.ToDictionary(one => one.Key, one => $"{_model.AffiliationOf(one.Value.Account)} {one.Value.Role} {one.Value.Account}");
                var view = client.Room.ToDictionary(one => one.Key, one => $"{one.Value.Affiliation} {one.Value.Role} "
                    + (one.Value.Address?.Split('@')[0] ?? (seesAddresses ? "?" : _model.Present.GetValueOrDefault(one.Key)?.Account)));
                Assert.True(
                    table.OrderBy(one => one.Key, StringComparer.Ordinal).SequenceEqual(view.OrderBy(one => one.Key, StringComparer.Ordinal)),
                    $"seed {seed}: {client.Name} sees {string.Join(", ", view)} of {string.Join(", ", table)}\n{_story}");
            }
        }

        private static string Field(string var, bool isOn) => $"<field var='muc#roomconfig_{var}'><value>{(isOn ? 1 : 0)}</value></field>";

#pragma warning disable CA5394 // a seed must give the same room each time
        private int Pick(int count) => _random.Next(count);
#pragma warning restore CA5394 // as above

        private T Pick<T>(IReadOnlyList<T> all) => all[Pick(all.Count)];
    }
}
