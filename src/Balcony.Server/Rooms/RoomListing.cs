// XEP-0045 §6.3: the public rooms of a service, at hand in their order, so that no request reads all of them from the store.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>The public rooms of one service; read when they are first asked for, and kept up to date from then on. Any thread.</summary>
internal sealed class RoomListing(BareJid service, RoomServices services)
{
    private readonly Lock _gate = new();

    // By localpart, in ordinal order.
    private readonly List<ListedRoom> _rooms = [];

    // What changed while the list is being read.
    private readonly Dictionary<string, ListedRoom?> _changed = new(StringComparer.Ordinal);
    private Task? _loading;
    private bool _isLoaded;

    /// <summary>The list is there. A failure is the asker's, and the next one tries again.</summary>
    public Task ReadyAsync()
    {
        lock (_gate)
        {
            return _isLoaded ? Task.CompletedTask : _loading ??= LoadAsync();
        }
    }

    /// <summary>A room is another one now; null: not listed.</summary>
    public void Set(string local, ListedRoom? room)
    {
        lock (_gate)
        {
            if (_isLoaded)
            {
                Place(local, room);
            }
            else if (_loading is not null)
            {
                _changed[local] = room;
            }
        }
    }

    /// <summary>All of them at this moment, in their order.</summary>
    public ListedRoom[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _rooms];
        }
    }

    /// <summary>Looks at them in their order; nothing may change meanwhile, so it must be quick.</summary>
    public T Read<T>(Func<IReadOnlyList<ListedRoom>, T> read)
    {
        lock (_gate)
        {
            return read(_rooms);
        }
    }

    /// <summary>How many rooms have a smaller localpart, or one that is not greater.</summary>
    public static int CountUpTo(IReadOnlyList<ListedRoom> rooms, string local, bool inclusive)
    {
        int low = 0, high = rooms.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(rooms[middle].Local, local);
            if (order < 0 || (inclusive && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private async Task LoadAsync()
    {
        try
        {
            // Off the asker's thread, and out of the lock.
            await Task.Yield();
            var read = new List<ListedRoom>();
            await foreach (var (local, stored) in services.Store.PublicAsync(service, null).ConfigureAwait(false))
            {
                if (ListedRoom.Of(BareJid.Create(local, service.Domain), stored.Configuration) is { } room)
                {
                    read.Add(room);
                }
                if (read.Count >= services.Options.MaxListedRooms)
                {
                    break;
                }
            }
            read.Sort(static (one, other) => string.CompareOrdinal(one.Local, other.Local));
            lock (_gate)
            {
                _rooms.AddRange(read);
                foreach (var (local, room) in _changed)
                {
                    Place(local, room);
                }
                _changed.Clear();
                _isLoaded = true;
                _loading = null;
            }
        }
        catch
        {
            lock (_gate)
            {
                _changed.Clear();
                _loading = null;
            }
            throw;
        }
    }

    private void Place(string local, ListedRoom? room)
    {
        int at = CountUpTo(_rooms, local, inclusive: false);
        bool isThere = at < _rooms.Count && _rooms[at].Local == local;
        switch (room)
        {
            case null when isThere:
                _rooms.RemoveAt(at);
                break;
            case not null when isThere:
                _rooms[at] = room;
                break;
            case not null when _rooms.Count < services.Options.MaxListedRooms:
                _rooms.Insert(at, room);
                break;
            default:
                break;
        }
    }
}
