// The end of the journal that has no entries yet.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>Changed by the writer after each commit, read by all readers. Holds at most two lots.</summary>
internal sealed class LedgerTail
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, LedgerOwner[]> _rows = [];
    private readonly Dictionary<BareJid, List<long>> _byOwner = [];

    /// <summary>The journal up to here has its entries in the table. The writer's.</summary>
    public long Entered { get; private set; }

    /// <summary>The writer's.</summary>
    public int Count => _rows.Count;

    /// <summary>The writer's own look: nobody else changes the rows.</summary>
    public IEnumerable<KeyValuePair<long, LedgerOwner[]>> Rows => _rows;

    public void Load(long entered, IEnumerable<(long Id, LedgerOwner[] Owners)> rows)
    {
        lock (_gate)
        {
            _rows.Clear();
            _byOwner.Clear();
            Entered = entered;
            foreach (var (id, owners) in rows) Put(id, owners);
        }
    }

    public LedgerOwner[]? Find(long id) => _rows.GetValueOrDefault(id);

    /// <summary>Takes over what a transaction did.</summary>
    /// <param name="entered">The new border: rows up to it have left.</param>
    /// <param name="changes">Rows with the owners that they have now; none for those that are gone.</param>
    public void Change(long entered, Dictionary<long, JournalRow> changes)
    {
        lock (_gate)
        {
            if (entered != Entered)
            {
                // The border only moves to where everything has its entries: the tail is empty then.
                _rows.Clear();
                _byOwner.Clear();
                Entered = entered;
            }
            foreach (var (id, row) in changes)
            {
                if (id > entered) Put(id, row.Owners);
            }
        }
    }

    /// <summary>An owner's rows that the query selects, but for its times; ascending.</summary>
    public List<long> Select(BareJid owner, LedgerQuery query)
    {
        var selected = new List<long>();
        lock (_gate)
        {
            if (!_byOwner.TryGetValue(owner, out var ids)) return selected;
            foreach (var id in ids)
            {
                if (!(id <= query.After) && !(id >= query.Before) && Matches(_rows[id], owner, query)) selected.Add(id);
            }
        }
        return selected;
    }

    /// <summary>Whether the owner's archive has the row; null when it is not here.</summary>
    public bool? IsArchived(BareJid owner, long id)
    {
        lock (_gate)
        {
            if (!_rows.TryGetValue(id, out var owners)) return null;
            return Array.Exists(owners, one => one.Owner.Equals(owner) && one.IsArchived);
        }
    }

    public static bool Matches(LedgerOwner[] owners, BareJid owner, LedgerQuery query)
    {
        foreach (ref readonly var one in owners.AsSpan())
        {
            if (one.Owner.Equals(owner)) return query.Selects(one);
        }
        return false;
    }

    private void Put(long id, LedgerOwner[] owners)
    {
        if (_rows.Remove(id, out var before))
        {
            foreach (var owner in before) Leave(owner.Owner, id);
        }
        if (owners.Length == 0) return;
        _rows.Add(id, owners);
        foreach (var owner in owners)
        {
            if (!_byOwner.TryGetValue(owner.Owner, out var ids)) _byOwner.Add(owner.Owner, ids = []);
            var place = ids.Count == 0 || ids[^1] < id ? ids.Count : ~ids.BinarySearch(id);
            ids.Insert(place, id);
        }
    }

    private void Leave(BareJid owner, long id)
    {
        if (!_byOwner.TryGetValue(owner, out var ids)) return;
        var place = ids.BinarySearch(id);
        if (place >= 0) ids.RemoveAt(place);
        if (ids.Count == 0) _byOwner.Remove(owner);
    }
}

/// <summary>A row of the journal that a transaction appended or touched.</summary>
internal sealed class JournalRow(LedgerOwner[] owners)
{
    /// <summary>As the database has them.</summary>
    public LedgerOwner[] Stored { get; set; } = owners;

    /// <summary>As they are now; none when the row goes.</summary>
    public LedgerOwner[] Owners { get; set; } = owners;

    /// <summary>The stored owners differ.</summary>
    public bool IsDirty { get; set; }
}
