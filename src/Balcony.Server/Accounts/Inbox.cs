// Which inbound entries of an account's ledger no device has taken yet (ADR 006).
namespace Balcony.Server.Accounts;

/// <summary>
/// An entry is <i>outstanding</i> while sessions hold it, <i>returned</i> when the last of them ended without having taken it, and in the <i>backlog</i> when it
/// came while nobody was there. Everything up to the mark was taken; the mark is what is stored, so that after a crash no entry is missed and few come twice.
/// Changed in the account's mailbox only.
/// </summary>
internal sealed class Inbox
{
    // More are delivered twice, under the same stanza id, rather than remembered.
    private const int MaxTakenAhead = 10_000;

    private readonly List<Held> _outstanding = [];
    private readonly SortedSet<long> _returned = [];
    private readonly HashSet<long> _takenAhead = [];
    private readonly List<long> _done = [];

    // Kept until delivered, taken by one session and still held by so many others.
    private readonly Dictionary<long, int> _shared = [];
    private long _last;
    private long _backlogFrom;
    private long? _offeredBefore;
    private long _clearedUpTo = long.MinValue;

    /// <summary>What is stored; nothing was read yet while it is null.</summary>
    public long? Stored { get; private set; }

    /// <summary>Entries behind <see cref="BacklogFrom"/> were perhaps never offered to a session. So it is until somebody has looked.</summary>
    public bool HasBacklog { get; private set; } = true;

    /// <summary>Everything up to here was offered. Without a backlog that is all there is.</summary>
    public long BacklogFrom => HasBacklog ? _backlogFrom : Last;

    /// <summary>The last entry that is known to have come.</summary>
    public long Last => Math.Max(_last, _backlogFrom);

    /// <summary>A session goes through the ledger: what others take meanwhile is remembered, so that it can tell.</summary>
    public bool IsOffering { get; set; }

    /// <summary>How many entries the backlog has; null: nobody has counted.</summary>
    public int? Waiting { get; set; }

    /// <summary>Waits for a session.</summary>
    public bool HasWork => HasBacklog || _returned.Count > 0;

    public bool IsDirty => _done.Count > 0 || (Stored is { } stored && Mark != stored);

    /// <summary>Everything up to here was taken.</summary>
    public long Mark
    {
        get
        {
            long mark = BacklogFrom;
            if (_outstanding.Count > 0)
            {
                mark = Math.Min(mark, _outstanding[0].Id - 1);
            }
            return _returned.Count > 0 ? Math.Min(mark, _returned.Min - 1) : mark;
        }
    }

    public void Opened(long mark)
    {
        Stored = mark;
        // Before the ledger's first entry, if imported ones wait.
        _backlogFrom = _offeredBefore is { } offered ? Math.Max(mark, offered) : mark;
    }

    /// <summary>How far everything was offered, for the sessions that wait over a restart; null: nobody has looked.</summary>
    public long? Offered => Stored is null ? null : _returned.Count > 0 ? Math.Min(BacklogFrom, _returned.Min - 1) : BacklogFrom;

    /// <summary>So it was before the restart: the sessions that waited have it, or hold it.</summary>
    public void WasOffered(long upTo) => _offeredBefore = Math.Max(_offeredBefore ?? upTo, upTo);

    /// <summary>A new entry, held by so many sessions.</summary>
    public void Add(long id, int holders, bool isTransient)
    {
        _last = Math.Max(_last, id);
        if (holders > 0)
        {
            Hold(id, holders, isTransient);
        }
        else
        {
            Waiting++;
            if (!HasBacklog)
            {
                HasBacklog = true;
                _backlogFrom = id - 1;
            }
        }
    }

    /// <summary>A session gets an entry late.</summary>
    public void Hold(long id, int holders, bool isTransient)
    {
        _last = Math.Max(_last, id);
        _returned.Remove(id);
        if (_shared.TryGetValue(id, out int others))
        {
            _shared[id] = others + holders;
            return;
        }
        int place = Find(id);
        if (place >= 0)
        {
            _outstanding[place] = _outstanding[place] with { Holders = _outstanding[place].Holders + holders };
        }
        else
        {
            _outstanding.Insert(~place, new Held(id, holders, isTransient));
        }
    }

    /// <summary>A device has it; called once for each session that holds it, if it is not left.</summary>
    public void Take(long id)
    {
        int place = Find(id);
        if (place < 0)
        {
            EndShare(id);
            return;
        }
        var held = _outstanding[place];
        if (held is { IsTransient: true, Holders: > 1 })
        {
            // The ledger is where the others find it.
            _shared[id] = held.Holders - 1;
        }
        else if (held.IsTransient)
        {
            _done.Add(id);
        }
        _outstanding.RemoveAt(place);
        Ahead(id);
    }

    /// <summary>A session ended without having taken it.</summary>
    public void Leave(long id)
    {
        int place = Find(id);
        if (place < 0)
        {
            EndShare(id);
            return;
        }
        var held = _outstanding[place];
        if (held.Holders > 1)
        {
            _outstanding[place] = held with { Holders = held.Holders - 1 };
            return;
        }
        _outstanding.RemoveAt(place);
        _returned.Add(id);
        Ahead(id);
    }

    /// <summary>It was not kept after all, or is not in the ledger any more.</summary>
    public void Forget(long id)
    {
        int place = Find(id);
        if (place >= 0)
        {
            _outstanding.RemoveAt(place);
        }
        _returned.Remove(id);
        _shared.Remove(id);
        // It may have been among those that were counted.
        Waiting = null;
    }

    /// <summary>What of the backlog is archived, up to this entry, is not offered any more.</summary>
    public void Clear(long upTo)
    {
        _clearedUpTo = Math.Max(_clearedUpTo, upTo);
        Waiting = null;
    }

    public bool IsCleared(long id) => id <= _clearedUpTo;

    /// <summary>The backlog was offered up to this entry.</summary>
    public void Advance(long id) => _backlogFrom = Math.Max(_backlogFrom, id);

    /// <summary>There was no more behind it.</summary>
    public void EndBacklog()
    {
        HasBacklog = false;
        Waiting = 0;
    }

    /// <summary>Nobody goes through the ledger any more.</summary>
    public void EndOffering()
    {
        IsOffering = false;
        if (!HasBacklog)
        {
            _takenAhead.Clear();
        }
    }

    /// <summary>Whether somebody has or had this entry of the backlog already.</summary>
    public bool IsKnown(long id) => _takenAhead.Contains(id) || _returned.Contains(id) || Find(id) >= 0;

    /// <summary>Whether the ledger keeps an outstanding entry only until it is taken.</summary>
    public bool IsTransient(long id) => Find(id) is var place and >= 0 && _outstanding[place].IsTransient;

    /// <summary>Some of those that were returned, oldest first.</summary>
    public List<long> Returned(int max, long after = 0) => [.. (after == 0 ? _returned : _returned.GetViewBetween(after + 1, long.MaxValue)).Take(max)];

    /// <summary>What is to be stored: the mark, and entries that were kept only until they were taken.</summary>
    /// <returns>No mark while the stored one was not read.</returns>
    public (long? Mark, long[] Done) Save()
    {
        long[] done = [.. _done];
        _done.Clear();
        if (Stored is not null)
        {
            Stored = Mark;
        }
        return (Stored, done);
    }

    /// <summary>That failed: it is to be saved again.</summary>
    public void NotSaved(long[] done)
    {
        Stored = Stored is null ? null : -1;
        _done.AddRange(done);
    }

    // The backlog passes this entry later; it must not be offered again then.
    private void Ahead(long id)
    {
        if ((HasBacklog || IsOffering) && id > _backlogFrom && _takenAhead.Count < MaxTakenAhead)
        {
            _takenAhead.Add(id);
        }
    }

    private void EndShare(long id)
    {
        if (_shared.TryGetValue(id, out int holders) && (_shared[id] = holders - 1) == 0)
        {
            _shared.Remove(id);
            _done.Add(id);
        }
    }

    private int Find(long id)
    {
        // Nearly always the oldest or a new one.
        if (_outstanding.Count == 0 || _outstanding[^1].Id < id)
        {
            return ~_outstanding.Count;
        }
        return _outstanding[0].Id == id ? 0 : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_outstanding).BinarySearch(new Place(id));
    }

    private readonly record struct Held(long Id, int Holders, bool IsTransient);

    private readonly struct Place(long id) : IComparable<Held>
    {
        public int CompareTo(Held other) => id.CompareTo(other.Id);
    }
}
