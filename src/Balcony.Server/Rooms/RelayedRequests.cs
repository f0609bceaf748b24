// XEP-0045 §17.4: requests that were passed to an occupant and wait for his answer.
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>A request on its way.</summary>
/// <param name="Asker">Who gets the answer.</param>
/// <param name="Asked">Whose it is to answer.</param>
/// <param name="As">The occupant's address as the asker wrote it.</param>
/// <param name="To">The real address that was asked.</param>
/// <param name="Id">The asker's id.</param>
/// <param name="Since">When, as a timestamp.</param>
internal sealed record RelayedRequest(OccupantSession Asker, Occupant Asked, Jid As, Jid To, string Id, long Since);

/// <summary>The requests of one room, by the id that the asked client sees. Only in the room's mailbox.</summary>
/// <param name="max">So many at a time.</param>
internal sealed class RelayedRequests(int max)
{
    private const int IdBytes = 12;

    private readonly Dictionary<string, RelayedRequest> _all = new(StringComparer.Ordinal);

    public int Count => _all.Count;

    /// <returns>The id to ask by; null when there are too many.</returns>
    public string? Add(RelayedRequest request)
    {
        if (_all.Count >= max)
        {
            return null;
        }
        // Not the asker's: it may be another's, too, and would tell who asks in several rooms. Not to be guessed either.
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        _all.Add(id, request);
        return id;
    }

    /// <summary>The request that an answer is for; null: it was never asked, or is answered.</summary>
    public RelayedRequest? Take(string id, Jid from)
    {
        if (!_all.TryGetValue(id, out var request) || !request.To.Equals(from))
        {
            return null;
        }
        _all.Remove(id);
        return request;
    }

    public IReadOnlyList<RelayedRequest> TakeAll(Predicate<RelayedRequest> which)
    {
        var taken = _all.Where(entry => which(entry.Value)).ToList();
        foreach (var entry in taken)
        {
            _all.Remove(entry.Key);
        }
        return [.. taken.Select(entry => entry.Value)];
    }
}
