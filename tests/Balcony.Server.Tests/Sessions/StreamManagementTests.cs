// The counts of XEP-0198 in any order of handling and committing: none that is told or committed covers what a crash would lose.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Delivery;
using Balcony.Server.Tests.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Streams;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class StreamManagementTests : IAsyncLifetime
{
    private static readonly BareJid Romeo = BareJid.Parse("romeo@example.org");
    private static readonly BareJid Host = BareJid.Parse("example.org");
    private static readonly AcknowledgementPace Pace = new(10, TimeSpan.FromMinutes(1));

    private readonly MemoryStorage _storage = new();
    private readonly ServerMetrics _metrics = new();
    private readonly WordsTransport _transport = new();
    private AccountDirectory? _accounts;
    private BalconyServer? _server;
    private Task? _serving;

    private enum Act
    {
        Receive,
        Keep,
        Place,
        Ask,
        AskWhenSettled,
        CommitOne,
        CommitAll,
        FailAll,
    }

    // A session that somebody is logged in to: receipts need one.
    private Session Session => _server!.Sessions.All.Single();

    public async ValueTask InitializeAsync()
    {
        var clock = new TestClock();
        _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, clock);
        await _accounts.CreateAsync(Romeo, "secret", TestContext.Current.CancellationToken);
        _server = new BalconyServer(new ServerSettings { Hosts = [Host] }, _storage, _accounts, clock, NullLoggerFactory.Instance, _metrics);
        _serving = _server.ServeAsync(_transport);
        await _transport.LogInAsync("romeo", "secret");
    }

    public async ValueTask DisposeAsync()
    {
        _transport.Leave();
        await _serving!;
        await _server!.DisposeAsync();
        _accounts!.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
        await _transport.DisposeAsync();
    }

    [Theory]
    [InlineData(0u, true)]
    [InlineData(uint.MaxValue - 2, true)]
    [InlineData(uint.MaxValue - 2, false)]
    public void No_count_runs_ahead_of_what_is_durable_or_behind_what_was_told(uint start, bool isResumable)
    {
        var session = Session;
        Prop.ForAll(
            Gen.Frequency((6, Gen.Choose(0, 4)), (2, Gen.Choose(5, 6)), (1, Gen.Constant(7))).Select(act => (Act)act).ListOf().ToArbitrary(),
            acts =>
            {
                var model = new Model(session, start, isResumable);
                return acts.All(model.Do) && model.Ends();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(150));
    }

    // Two threads: one makes a count durable that was asked for, the other keeps the next stanza and is faster.
    [Fact]
    public async Task A_count_that_is_committed_late_takes_nothing_back()
    {
        var session = Session;
        await using var storage = new OvertakingStorage();
        var management = new StreamManagement("id", Romeo, TimeSpan.FromHours(1), Pace, storage);
        session.Manage(management);
        management.Receive(session, session.Shell)!.Release();
        storage.First = () =>
        {
            var next = management.Receive(session, session.Shell)!;
            var unit = new UnitOfWork().Append(Record());
            management.AddCount(unit, next);
            next.Hold(storage.Commit(unit));
            next.Release();
        };
        management.Ask(session);
        Assert.Equal(2u, (await storage.Ledger.SessionAsync("id", TestContext.Current.CancellationToken))!.Inbound);
    }

    [Fact]
    public async Task Everybody_who_waits_for_the_counts_is_told_and_hears_of_a_store_that_fails()
    {
        await using var storage = new MemoryStorage();
        var management = new StreamManagement("id", Romeo, TimeSpan.FromHours(1), Pace, storage);
        var told = new List<(uint, bool)>();
        management.WhenSettled((count, isDurable) => told.Add((count, isDurable)));
        management.WhenSettled((count, isDurable) => told.Add((count, isDurable)));
        Assert.Equal([(0u, true), (0u, true)], told);
    }

    private static LedgerRecord Record() =>
        new(DateTimeOffset.UnixEpoch, "<message/>"u8.ToArray(), new LedgerOwner(Romeo, Host, LedgerDirection.Outbound));

#pragma warning disable CA1001 // a storage in memory has nothing to give back
    private sealed class Model : ISessionShell
#pragma warning restore CA1001 // as above
    {
        private readonly ForgetfulDisk _disk = new();
        private readonly MemoryStorage _storage;
        private readonly StreamManagement _management;
        private readonly Session _session;
        private readonly uint _start;
        private readonly bool _isResumable;
        private readonly List<Sent> _sent = [];
        private readonly List<int> _waiting = [];
        private long _told;
        private bool _isWell = true;

        public Model(Session session, uint start, bool isResumable)
        {
            (_session, _start, _isResumable) = (session, start, isResumable);
            _storage = new MemoryStorage(_disk);
            _management = new StreamManagement("id", Romeo, isResumable ? TimeSpan.FromHours(1) : TimeSpan.Zero, Pace, _storage);
            _management.Restore(start);
            session.Manage(_management);
            session.CarryOn(this);
            _disk.Hold();
        }

        public string RemoteAddress => "";

        public string? Security => null;

        public long LastHeard => 0;

        private long InStore => Steps(_storage.Ledger.SessionAsync("id").AsTask().Result?.Inbound ?? _start);

        public bool Do(Act act)
        {
            var last = _sent.Count == 0 ? null : _sent[^1];
            switch (act)
            {
                // A stream reads on when what came before is placed.
                case Act.Receive when last is null or { IsPlaced: true }:
                    _sent.Add(new Sent(_management.Receive(_session, this)!));
                    break;
                case Act.Keep when last is { IsPlaced: false, Kept: null }:
                    Keep(last);
                    break;
                case Act.Place when last is { IsPlaced: false }:
                    last.IsPlaced = true;
                    last.Receipt.Release();
                    break;
                case Act.Ask:
                    _management.Ask(_session);
                    break;
                case Act.AskWhenSettled:
                    AskWhenSettled();
                    break;
                case Act.CommitOne:
                    _disk.Apply(1);
                    _disk.Hold();
                    break;
                case Act.CommitAll:
                    _disk.Release();
                    _disk.Hold();
                    break;
                case Act.FailAll:
                    _disk.Fail();
                    break;
            }
            return IsWell();
        }

        // Whatever happened: when everything is placed and the disk is well, everybody is told everything.
        public bool Ends()
        {
            Do(Act.Place);
            _disk.Release();
            _management.Ask(_session);
            return IsWell() && _told == _sent.Count && _waiting.TrueForAll(calls => calls == 1) && _management.IsSettled;
        }

        public void Flush()
        {
        }

        public void Close(StreamCondition condition, string? text = null)
        {
        }

        public void Acknowledge(uint count)
        {
            _isWell &= Steps(count) >= _told;
            _told = Steps(count);
        }

        private void Keep(Sent stanza)
        {
            var record = Record();
            var unit = new UnitOfWork().Append(record);
            _management.AddCount(unit, stanza.Receipt);
            stanza.Kept = _storage.Commit(unit);
            stanza.Receipt.Kept(record);
            stanza.Receipt.Hold(stanza.Kept);
        }

        private void AskWhenSettled()
        {
            var (place, asked) = (_waiting.Count, _sent.Count);
            _waiting.Add(0);
            _management.WhenSettled((count, isDurable) =>
            {
                _waiting[place]++;
                // More may have come while the count was made durable.
                _isWell &= Steps(count) >= asked && _sent.Take((int)Steps(count)).All(stanza => stanza.Receipt.IsSettled)
                    && (!isDurable || !_isResumable || InStore >= Steps(count));
            });
        }

        private bool IsWell()
        {
            if (!_isWell || _told > _sent.TakeWhile(stanza => stanza.Receipt.IsSettled).Count())
            {
                return false;
            }
            if (!_isResumable)
            {
                return true;
            }
            var stored = (int)InStore;
            // After a crash now: what was told stays true, what is counted is kept or was refused, what is kept is counted.
            return _told <= stored
                && _sent.Take(stored).All(stanza => stanza.Kept is { } kept ? kept.IsCompleted : stanza.IsPlaced)
                && _sent.Skip(stored).All(stanza => stanza.Kept is not { IsCompleted: true, IsFailed: false });
        }

        private long Steps(uint count) => unchecked(count - _start);
    }

    private sealed class Sent(Receipt receipt)
    {
        public Receipt Receipt => receipt;

        public CommitTicket? Kept { get; set; }

        public bool IsPlaced { get; set; }
    }

    // Before its first unit another thread commits one.
    private sealed class OvertakingStorage : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public Action? First { get; set; }

        public ILedger Ledger => _inner.Ledger;

        public ReadOnlyMemory<byte> Secret => _inner.Secret;

        public bool HasTextIndex => _inner.HasTextIndex;

        public StorageHealth Health => _inner.Health;

        public int Waiting => _inner.Waiting;

        public IValueStore<T> OpenValue<T>(string name, IStoreCodec<T> codec) => _inner.OpenValue(name, codec);

        public IMapStore<T> OpenMap<T>(string name, IStoreCodec<T> codec, params StoreIndex<T>[] indexes) => _inner.OpenMap(name, codec, indexes);

        public IArchive OpenArchive(string name) => _inner.OpenArchive(name);

        public CommitTicket Commit(UnitOfWork unit)
        {
            var first = First;
            First = null;
            first?.Invoke();
            return _inner.Commit(unit);
        }

        public long ReserveImported(int count) => _inner.ReserveImported(count);

        public Task EraseOwnerAsync(BareJid owner, CancellationToken cancel) => _inner.EraseOwnerAsync(owner, cancel);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
