// The clients of accounts: which there are, and what they may log in with.
using System.Buffers.Text;
using System.Security.Cryptography;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Accounts;

/// <summary>A client of an account.</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="UserAgent">As it said when it last logged in; its id is no one else's business.</param>
/// <param name="FirstSeen">Its first login.</param>
/// <param name="LastSeen">Its last login, to within some minutes.</param>
/// <param name="HasPassword">It has shown the password that the account has now.</param>
/// <param name="TokenExpires">Until when it may log in by a token; null: it has none.</param>
public sealed record ClientSummary(
    string Id, UserAgent UserAgent, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, bool HasPassword, DateTimeOffset? TokenExpires);

/// <summary>
/// The clients that said who they are when they logged in by SASL2 (XEP-0388 §2.3), with their tokens (XEP-0484). A change of password, and the disabling or
/// removal of an account, drops them all with the same commit (<see cref="AccountDirectory"/>). Any thread may call.
/// </summary>
public sealed partial class ClientAccess : IDisposable
{
    // Changes of one account's clients are made one after the other; few accounts that log in at the same time share a lock.
    private const int Locks = 64;
    private const int MaxNameCharacters = 100;
    private const int IdBytes = 9;

    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);
    private static readonly StoreIndex<StoredClient> ByDay = new("last-day", (_, client) => [StoredClientCodec.DayOf(client.LastSeen)]);

    private readonly IStorage _storage;
    private readonly TimeProvider _clock;
    private readonly FastOptions _tokens;
    private readonly ClientAccessOptions _options;
    private readonly IMapStore<StoredClient> _clients;
    private readonly SemaphoreSlim[] _writing = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1))];

    public ClientAccess(IStorage storage, TimeProvider clock, FastOptions tokens, ClientAccessOptions options)
    {
        _storage = storage;
        _clock = clock;
        _tokens = tokens;
        _options = options;
        _clients = OpenStore(storage);
    }

    /// <summary>The clients of an account, in no order.</summary>
    public async ValueTask<IReadOnlyList<ClientSummary>> ListAsync(BareJid account, CancellationToken cancel = default)
    {
        var clients = new List<ClientSummary>();
        await foreach (var (agent, client) in _clients.ListAsync(account, cancel)) clients.Add(Show(agent, client));
        return clients;
    }

    /// <summary>Takes a client's tokens away. One that knows the password stays listed: it can log in.</summary>
    /// <returns>The client as it was; null when there is none of that id.</returns>
    public async Task<ClientSummary?> RevokeAsync(BareJid account, string id, CancellationToken cancel = default)
    {
        using var turn = await EnterAsync(account, cancel);
        await foreach (var (agent, client) in _clients.ListAsync(account, cancel))
        {
            if (client.Id != id) continue;
            await _storage.Commit(Revoke(new UnitOfWork(), account, agent, client));
            return Show(agent, client);
        }
        return null;
    }

    /// <summary>Takes all tokens of an account's clients away.</summary>
    /// <returns>How many clients had one.</returns>
    public async Task<int> RevokeAllAsync(BareJid account, CancellationToken cancel = default)
    {
        using var turn = await EnterAsync(account, cancel);
        var unit = new UnitOfWork();
        var revoked = 0;
        await foreach (var (agent, client) in _clients.ListAsync(account, cancel))
        {
            if (client.TokenExpires is null) continue;
            Revoke(unit, account, agent, client);
            revoked++;
        }
        if (!unit.IsEmpty) await _storage.Commit(unit);
        return revoked;
    }

    /// <summary>Forgets the clients that have been away for too long.</summary>
    internal async ValueTask ForgetOldAsync(CancellationToken cancel)
    {
        // A day is forgotten when all of it is too old.
        var until = StoredClientCodec.DayOf(_clock.GetUtcNow() - _options.KeepFor);
        var old = new List<MapEntry<StoredClient>>();
        await foreach (var entry in _clients.RangeAsync(ByDay, "", until, cancel)) old.Add(entry);
        foreach (var (account, agent, client) in old)
        {
            using var turn = await EnterAsync(account, cancel);
            // It may have come back meanwhile.
            if (await _clients.GetAsync(account, agent, cancel) is { } now && now.LastSeen == client.LastSeen)
                await _storage.Commit(new UnitOfWork().Remove(_clients, account, agent));
        }
    }

    public void Dispose()
    {
        foreach (var writing in _writing) writing.Dispose();
    }

    internal static IMapStore<StoredClient> OpenStore(IStorage storage) => storage.OpenMap("clients", StoredClientCodec.Instance, ByDay);

    private UnitOfWork Revoke(UnitOfWork unit, BareJid account, string agent, StoredClient client) => client.HasPassword
        ? unit.Set(_clients, account, agent, client with { Current = null, New = null })
        : unit.Remove(_clients, account, agent);

    private ClientSummary Show(string agent, StoredClient client) => new(
        client.Id, new UserAgent(Guid.ParseExact(agent, "D"), client.Software, client.Device), client.FirstSeen, client.LastSeen, client.HasPassword,
        client.TokenExpires > _clock.GetUtcNow() ? client.TokenExpires : null);

    // What is known of a client and of this login.
    private StoredClient Update(StoredClient? known, UserAgent agent)
    {
        var now = _clock.GetUtcNow();
        known ??= new StoredClient(NewId(), now, now);
        return known with
        {
            LastSeen = now - known.LastSeen < Precision ? known.LastSeen : now,
            Software = _options.KeepNames ? Cut(agent.Software) ?? known.Software : null,
            Device = _options.KeepNames ? Cut(agent.Device) ?? known.Device : null,
        };
    }

    private async ValueTask<UnitOfWork> SaveAsync(BareJid account, string agent, StoredClient? before, StoredClient after)
    {
        var unit = new UnitOfWork();
        if (before == after) return unit;
        if (before is null && await _clients.CountAsync(account) >= _options.MaxPerAccount)
        {
            var oldest = await OldestAsync(account);
            if (oldest is not null) unit.Remove(_clients, account, oldest);
        }
        return unit.Set(_clients, account, agent, after);
    }

    private async ValueTask<string?> OldestAsync(BareJid account)
    {
        string? oldest = null;
        var lastSeen = DateTimeOffset.MaxValue;
        await foreach (var (agent, client) in _clients.ListAsync(account))
        {
            if (client.LastSeen < lastSeen) (oldest, lastSeen) = (agent, client.LastSeen);
        }
        return oldest;
    }

    private async ValueTask<Turn> EnterAsync(BareJid account, CancellationToken cancel = default)
    {
        var writing = _writing[(uint)account.GetHashCode() % Locks];
        await writing.WaitAsync(cancel);
        return new Turn(writing);
    }

    private static string Key(Guid agent) => agent.ToString("D");

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    private static string? Cut(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (name.Length <= MaxNameCharacters) return name;
        return name[..(char.IsHighSurrogate(name[MaxNameCharacters - 1]) ? MaxNameCharacters - 1 : MaxNameCharacters)];
    }

    private readonly struct Turn(SemaphoreSlim writing) : IDisposable
    {
        public void Dispose() => writing.Release();
    }
}
