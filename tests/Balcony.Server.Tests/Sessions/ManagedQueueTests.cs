// The queue with XEP-0198 against a list of stanzas: what is written is kept until acknowledged, comes again in order, and the counts wrap around.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class ManagedQueueTests
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@example.org");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@example.org");
    private static readonly object Carrier = new();

    private enum Act
    {
        AddLoose,
        AddKept,
        AddFailing,
        AddPresence,
        Settle,
        Write,
        Write2,
        Acknowledge,
        AcknowledgeTooMuch,
        Lose,
        Resume,
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue - 3)]
    public void What_is_written_is_kept_until_it_is_acknowledged(uint count) =>
        Prop.ForAll(
            Gen.Choose(0, 10).Select(act => (Act)act).SelectMany(act => Gen.Choose(0, 99), (act, chance) => (act, chance)).ListOf().ToArbitrary(),
            steps =>
            {
                var model = new Model(count);
                return steps.All(step => model.Do(step.act, step.chance)) && model.Drains();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(200));

    [Fact]
    public void Presence_that_comes_and_goes_all_day_takes_one_place()
    {
        var queue = new SessionQueue(Juliet, maxStanzas: 100, maxBytes: 1_000_000);
        queue.Hold(maxHeld: 50, isAway: true);
        for (int i = 0; i < 10_000; i++)
        {
            Assert.True(queue.TryAdd(new SessionItem { Stanza = new Presence(PresenceType.Available, null, Romeo.WithResource($"{i % 3}")) }));
            if (i % 1_000 == 0)
            {
                Assert.True(queue.TryAdd(new SessionItem { Stanza = Message($"m{i}") }));
            }
        }
        queue.SetCarrier(Carrier);
        queue.Release();
        var written = new List<Stanza>();
        while (queue.TryTake(Carrier, out var item, out _) == QueueState.Item)
        {
            written.Add(item.Stanza!);
        }
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"m{i * 1_000}"), written.OfType<Message>().Select(message => message.Id));
        Assert.Equal(3, written.OfType<Presence>().Count());
    }

    private static Message Message(string id) => new(MessageType.Chat, null, null, id);

    private sealed class Model
    {
        private readonly SessionQueue _queue = new(Juliet, 10_000, int.MaxValue);
        private readonly List<Entry> _entries = [];
        private readonly Dictionary<long, Entry> _ledger = [];
        private uint _acknowledged;
        private int _written;
        private bool _isAway;
        private long _lastId;
        private int _named;

        public Model(uint count)
        {
            _queue.Restore(count, 0, []);
            _queue.SetCarrier(Carrier);
            _acknowledged = count;
        }

        public bool Do(Act act, int chance)
        {
            switch (act)
            {
                case Act.AddLoose:
                    Add(new Entry($"l{_named++}", null, 0, false), default);
                    break;
                case Act.AddKept or Act.AddFailing:
                    AddKept(act == Act.AddFailing);
                    break;
                case Act.AddPresence:
                    AddPresence(chance % 4);
                    break;
                case Act.Settle:
                    _entries.Find(entry => entry.Ticket is { IsCompleted: false })?.Finish();
                    break;
                case Act.Write or Act.Write2:
                    return Write();
                case Act.Acknowledge when _written > 0 && !_isAway:
                    return Acknowledge(1 + (chance % _written));
                case Act.AcknowledgeTooMuch:
                    return !_queue.Acknowledge(unchecked(_acknowledged + (uint)_written + 1 + (uint)chance), []);
                case Act.Lose when !_isAway:
                    _isAway = true;
                    _queue.SetCarrier(null);
                    _queue.Hold(10_000, isAway: true);
                    break;
                case Act.Resume when _isAway:
                    return Resume(chance % (_written + 1));
                default:
                    break;
            }
            return _queue.Sent == unchecked(_acknowledged + (uint)_written) && _queue.Unacknowledged == _written;
        }

        // In the end everything is settled, written and acknowledged, and nothing is left.
        public bool Drains()
        {
            if (_isAway && !Resume(0))
            {
                return false;
            }
            _entries.ForEach(entry => entry.Finish());
            while (_entries.Count > _written)
            {
                int before = _written;
                if (!Write() || (_written == before && _entries.Skip(before).Any(entry => !entry.IsFailed)))
                {
                    return false;
                }
                _entries.RemoveAll(entry => entry.IsFailed && entry.IsSettled);
            }
            return (_written == 0 || Acknowledge(_written)) && _queue.TryTake(Carrier, out _, out _) == QueueState.Empty && _queue.TakeAll().Count == 0;
        }

        private void Add(Entry entry, SessionItem item)
        {
            _entries.Add(entry);
            Assert.True(_queue.TryAdd(item with { Stanza = item.Stanza ?? Message(entry.Name) }));
        }

        private void AddKept(bool fails)
        {
            var record = new LedgerRecord(DateTimeOffset.UnixEpoch, default, new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound)) { Id = ++_lastId };
            var receipt = new Receipt();
            var entry = new Entry($"k{_named++}", new CommitTicket(), record.Id, fails);
            receipt.Kept(record);
            receipt.Hold(entry.Ticket!);
            receipt.Release();
            _ledger[record.Id] = entry;
            Add(entry, new SessionItem { Gate = receipt });
        }

        private void AddPresence(int sender)
        {
            string name = $"p{sender}";
            if (_isAway)
            {
                // Only the last of a sender is worth keeping, of those that came while nobody was there.
                int place = _entries.FindIndex(_written, entry => entry.Name == name && entry.WasAway);
                if (place >= 0)
                {
                    _entries.RemoveAt(place);
                }
            }
            Add(new Entry(name, null, 0, false) { WasAway = _isAway }, new SessionItem { Stanza = new Presence(PresenceType.Available, null, Romeo.WithResource(name)) });
        }

        private bool Write()
        {
            if (_isAway)
            {
                return _queue.TryTake(new object(), out _, out _) == QueueState.Empty;
            }
            _entries.RemoveAll(entry => entry.IsFailed && entry.IsSettled && _entries.IndexOf(entry) >= _written);
            var state = _queue.TryTake(Carrier, out var item, out _);
            if (state == QueueState.NotLoaded)
            {
                foreach (var (place, id) in _queue.NotLoaded(3))
                {
                    _queue.Load(place, id, Message(_ledger[id].Name), DateTimeOffset.UnixEpoch);
                }
                state = _queue.TryTake(Carrier, out item, out _);
            }
            if (_entries.Count == _written)
            {
                return state == QueueState.Empty;
            }
            var next = _entries[_written];
            if (!next.IsSettled)
            {
                return state == QueueState.Gated;
            }
            _written++;
            string? name = item.Stanza is Presence presence ? ((FullJid)presence.From!).Resource : item.Stanza?.Id;
            return state == QueueState.Item && name == next.Name && item.LedgerId == next.Id && item.AwaitsAcknowledgement;
        }

        private bool Acknowledge(int count)
        {
            var expected = _entries.Take(count).Where(entry => entry.Id != 0).Select(entry => entry.Id).ToList();
            var taken = new List<long>();
            _acknowledged = unchecked(_acknowledged + (uint)count);
            _entries.RemoveRange(0, count);
            _written -= count;
            return _queue.Acknowledge(_acknowledged, taken, Carrier) && taken.SequenceEqual(expected);
        }

        private bool Resume(int has)
        {
            _isAway = false;
            _queue.SetCarrier(Carrier);
            bool isRight = has == 0 || Acknowledge(has);
            _queue.Rewind();
            _written = 0;
            _queue.Release();
            _entries.ForEach(entry => entry.WasAway = false);
            return isRight;
        }
    }

    private sealed record Entry(string Name, CommitTicket? Ticket, long Id, bool IsFailed)
    {
        public bool WasAway { get; set; }

        public bool IsSettled => Ticket is not { IsCompleted: false };

        public void Finish()
        {
            if (Ticket is not { IsCompleted: false } ticket)
            {
                return;
            }
            if (IsFailed)
            {
                ticket.SetError(new StorageException("the disk is gone"));
            }
            ticket.Complete(fault => throw fault);
        }
    }
}
