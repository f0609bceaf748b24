// The sessions that waited when the server stopped, until their accounts are loaded.
using System.Collections.Concurrent;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sessions;

/// <summary>Read once, while the server starts, and taken out of the store by that: after a crash they are gone, and their clients learn what was received.
/// Any thread may call.</summary>
internal sealed class DormantSessions
{
    private readonly IStorage _storage;
    private readonly Task<ConcurrentDictionary<BareJid, List<(string Id, DormantSession Session)>>> _read;

    public DormantSessions(IStorage storage, IMapStore<DormantSession> store, AcknowledgementPace pace)
    {
        _storage = storage;
        // The one key that is no module's, known before it is read.
        _ = ClientOfSession.UserAgent;
        Pace = pace;
        _read = ReadAsync(store);
    }

    /// <summary>How clients that come back are asked what they have.</summary>
    public AcknowledgementPace Pace { get; }

    /// <summary>Whose accounts have sessions that wait.</summary>
    public async ValueTask<IReadOnlyCollection<BareJid>> OwnersAsync() => [.. (await _read.ConfigureAwait(false)).Keys];

    /// <summary>The sessions of an account, the first time; none later.</summary>
    public async ValueTask<IReadOnlyList<(string Id, DormantSession Session)>> TakeAsync(BareJid owner)
    {
        var all = await _read.ConfigureAwait(false);
        return !all.IsEmpty && all.TryRemove(owner, out var sessions) ? sessions : [];
    }

    private async Task<ConcurrentDictionary<BareJid, List<(string Id, DormantSession Session)>>> ReadAsync(IMapStore<DormantSession> store)
    {
        var all = new ConcurrentDictionary<BareJid, List<(string Id, DormantSession Session)>>();
        await foreach (var (owner, id, session) in store.ScanAsync().ConfigureAwait(false))
        {
            all.GetOrAdd(owner, _ => []).Add((id, session));
        }
        if (!all.IsEmpty)
        {
            var unit = new UnitOfWork();
            foreach (var owner in all.Keys)
            {
                unit.RemoveAll(store, owner);
            }
            await _storage.Commit(unit);
        }
        return all;
    }
}
