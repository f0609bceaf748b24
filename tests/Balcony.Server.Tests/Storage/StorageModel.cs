// A storage and the model side by side: the same operations on both, then everything that can be read of both.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Testing.StorageConformance;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Tests.Storage;

/// <summary>Operations are numbers, so that a sequence is an array that can be generated, shrunk and printed.</summary>
internal sealed class StorageModel(StorageRig rig) : IAsyncDisposable
{
    private static readonly BareJid[] People =
        [BareJid.Parse("juliet@capulet.lit"), BareJid.Parse("romeo@montague.lit"), BareJid.Parse("nurse@capulet.lit"), BareJid.Parse("verona.lit")];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly StorageOptions Options = new() { LotMessages = 5, TextLotMessages = 7 };
    private static readonly StoreIndex<string> ByLetter = new("by-letter", (_, value) => value.Distinct().Select(letter => letter.ToString()));

    private readonly Side _model = new(new MemoryStorage());
    private readonly List<(long Model, long Subject)> _records = [];
    private readonly List<(LedgerRecord Model, LedgerRecord Subject)> _appended = [];
    private Side _subject = new(rig.Open(Options));
    private UnitOfWork _modelUnit = new();
    private UnitOfWork _subjectUnit = new();
    private int _minute;

    /// <summary>What is checked against the model; another one after the model was run.</summary>
    public IStorage Subject => _subject.Storage;

    public async Task RunAsync(IEnumerable<int> operations)
    {
        foreach (var operation in operations)
        {
            Apply(operation & 0xFFFFF);
            if ((operation >> 20) % 3 == 0) await CommitAsync();
            if ((operation >> 22) % 23 == 0) await ReopenAsync();
        }
        await CommitAsync();
        await CompareAsync();
        await ReopenAsync();
        await CompareAsync();
    }

    public async Task CommitAsync()
    {
        var tickets = (_model.Storage.Commit(_modelUnit), _subject.Storage.Commit(_subjectUnit));
        await tickets.Item1;
        await tickets.Item2;
        _records.AddRange(_appended.Select(pair => (pair.Model.Id, pair.Subject.Id)));
        _appended.Clear();
        (_modelUnit, _subjectUnit) = (new(), new());
    }

    public async Task CompareAsync() => Compare(await _model.DumpAsync(Ordinal(model: true)), await _subject.DumpAsync(Ordinal(model: false)));

    /// <summary>What another storage, a copy of the subject, has.</summary>
    public Task<List<string>> DumpCopyAsync(IStorage copy) => new Side(copy).DumpAsync(Ordinal(model: false));

    public Task<List<string>> DumpModelAsync() => _model.DumpAsync(Ordinal(model: true));

    public void Apply(int operation)
    {
        var (kind, a, b) = (operation % 18, (operation / 18) % 64, (operation / 18 / 64) % 64);
        var person = People[a % People.Length];
        switch (kind)
        {
            case <= 5:
                Append(a, b);
                break;
            case >= 6 and <= 8:
                if (Known(b) is { } removed) Each(removed, (unit, id) => unit.RemoveEntry(person, id));
                break;
            case 9:
                Both(unit => unit.TrimLedger(person, b % 2 == 0 ? new(Keep: b % 7) : new(From: Start.AddMinutes(b), Keep: b % 3 == 0 ? 4 : null)));
                break;
            case 10:
                if (b % 4 == 0) Both(unit => unit.EraseOwner(person));
                break;
            case 11 or 12:
                BothStores((side, unit) => unit.Set(side.Map, person, "k" + (b % 5), "abcde"[..(b % 6)]));
                break;
            case 13:
                BothStores((side, unit) => _ = b % 5 == 0 ? unit.RemoveAll(side.Map, person) : unit.Remove(side.Map, person, "k" + (b % 5)));
                break;
            case 14:
                BothStores((side, unit) => unit.Append(side.Archive, person, Start.AddMinutes(b), new[] { (byte)a }, People[b % 3], "i" + (b % 7)));
                break;
            case 15:
                BothStores((side, unit) => _ = b % 3 == 0 ? unit.Trim(side.Archive, person, new(Start.AddMinutes(b / 2), b % 5)) : unit.Remove(side.Archive, person, "i" + (b % 7)));
                break;
            case 16:
                var stanza = Encoding.UTF8.GetBytes(b % 4 == 0 ? "<message/>" : $"<message><body>Word{a % 5} W{b % 7}</body></message>");
                if (Known(b) is { } replaced) Each(replaced, (unit, id) => unit.ReplaceEntry(person, id, stanza));
                break;
            default:
                BothStores((side, unit) => _ = b % 3 == 0 ? unit.Remove(side.Value, person) : unit.Set(side.Value, person, "v" + b));
                Both(unit => _ = b % 5 == 0 ? unit.EndSession("s" + (a % 3)) : unit.SetSession(person, "s" + (a % 3), (uint)b, b % 2 == 0 ? null : a));
                break;
        }
    }

    public async ValueTask DisposeAsync() => await _subject.Storage.DisposeAsync();

    private async Task ReopenAsync()
    {
        await CommitAsync();
        await _subject.Storage.DisposeAsync();
        _subject = new Side(rig.Open(Options));
    }

    private void Append(int a, int b)
    {
        var owners = new List<LedgerOwner>();
        for (var i = 0; i <= a % 3; i++)
        {
            owners.Add(new(
                People[(a + i) % 4], People[(b + i) % 3], i == 0 ? LedgerDirection.Inbound : LedgerDirection.Outbound,
                (LedgerFlags)((b >> i) % 3)));
        }
        _minute += b % 3;
        var stanza = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"<message from='{People[(b + 1) % 3]}/{a % 2}' to='{People[a % 3]}/{b % 2}'>{(b % 6 == 0 ? "" : $"<body>Word{b % 5} W{b % 7}</body>")}</message>"));
        var pair = (new LedgerRecord(Start.AddMinutes(_minute), stanza, [.. owners]), new LedgerRecord(Start.AddMinutes(_minute), stanza, [.. owners]));
        _modelUnit.Append(pair.Item1);
        _subjectUnit.Append(pair.Item2);
        _appended.Add(pair);
    }

    private (long Model, long Subject)? Known(int number) => _records.Count == 0 ? null : _records[^(1 + (number % Math.Min(_records.Count, 12)))];

    private void Both(Action<UnitOfWork> act)
    {
        act(_modelUnit);
        act(_subjectUnit);
    }

    private void Each((long Model, long Subject) id, Action<UnitOfWork, long> act)
    {
        act(_modelUnit, id.Model);
        act(_subjectUnit, id.Subject);
    }

    private void BothStores(Action<Side, UnitOfWork> act)
    {
        act(_model, _modelUnit);
        act(_subject, _subjectUnit);
    }

    private Func<long, int> Ordinal(bool model) =>
        id => _records.Concat(_appended.Select(pair => (pair.Model.Id, pair.Subject.Id))).ToList().FindIndex(pair => (model ? pair.Item1 : pair.Item2) == id);

    private static void Compare(List<string> model, List<string> subject)
    {
        var different = model.Except(subject).Take(3).ToList();
        var surplus = subject.Except(model).Take(3).ToList();
        if (!model.SequenceEqual(subject))
            throw new ConformanceException($"the model has [{string.Join(" | ", different)}], the storage [{string.Join(" | ", surplus)}]");
    }

    private sealed class Side(IStorage storage)
    {
        public IStorage Storage => storage;

        public IValueStore<string> Value { get; } = storage.OpenValue("value", TextCodec.Instance);

        public IMapStore<string> Map { get; } = storage.OpenMap("map", TextCodec.Instance, ByLetter);

        public IArchive Archive { get; } = storage.OpenArchive("archive");

        public async Task<List<string>> DumpAsync(Func<long, int> ordinal)
        {
            var dump = new List<string>();
            foreach (var person in People)
            {
                await DumpLedgerAsync(dump, person, ordinal);
                await foreach (var (key, value) in Map.ListAsync(person)) dump.Add($"{person} map {key}={value}");
                dump.Add($"{person} value {await Value.GetAsync(person)} of map {await Map.CountAsync(person)}");
                foreach (var entry in await Archive.PageAsync(person, ArchiveQuery.All with { Limit = 1000 }))
                    dump.Add($"{person} archive {entry.Id} {entry.Time:t} {entry.Peer} {Convert.ToHexString(entry.Value.Span)}");
                dump.Add($"{person} archived {await Archive.CountAsync(person, new() { Peer = People[1], From = Start.AddMinutes(9) })}");
            }
            foreach (var letter in "ace")
            {
                await foreach (var found in Map.FindAsync(ByLetter, letter.ToString())) dump.Add($"found {letter} {found.Owner} {found.Key} {found.Value}");
            }
            await foreach (var found in Map.RangeAsync(ByLetter, "b", "d")) dump.Add($"ranged {found.Owner} {found.Key} {found.Value}");
            await foreach (var entry in Map.ScanAsync()) dump.Add($"scan {entry.Owner} {entry.Key}");
            for (var i = 0; i < 3; i++) dump.Add($"session {i} {await storage.Ledger.SessionAsync("s" + i)}");
            return dump;
        }

        private async Task DumpLedgerAsync(List<string> dump, BareJid person, Func<long, int> ordinal)
        {
            LedgerQuery[] queries =
            [
                LedgerQuery.All with { Limit = 1000 }, new() { IsOffline = true, Limit = 3 }, new() { Contact = People[1], IsBackwards = true, Limit = 4 },
                new() { From = Start.AddMinutes(7), To = Start.AddMinutes(30), Limit = 5 }, new() { Contact = People[0], IsOffline = true, Limit = 100 },
                new() { IsArchived = true, Text = TextQuery.Parse("WORD1"), Limit = 4 },
                new() { IsArchived = true, Text = TextQuery.Parse("w2, word3!"), IsBackwards = true, Limit = 2 },
                new() { IsArchived = true, Text = TextQuery.Parse("w4"), Contact = People[1], From = Start.AddMinutes(9), Limit = 3 },
                new() { Peer = People[1].WithResource("1"), Limit = 6 },
            ];
            for (var i = 0; i < queries.Length; i++)
            {
                var page = await storage.Ledger.PageAsync(person, queries[i]);
                var line = string.Join(
                    ' ', page.Select(entry => string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ordinal(entry.Id)}@{entry.Time:t}:{entry.Stanza.Length}:{entry.Owner.Direction}:{entry.Owner.Flags}:{entry.Contact}")));
                dump.Add($"{person} ledger {i}: {await storage.Ledger.CountAsync(person, queries[i])} {line}");
            }
        }
    }
}
