// XEP-0433 §6.1: which rooms a search finds, in which order.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>What a search has found.</summary>
/// <param name="Order">How <paramref name="Rooms"/> are sorted.</param>
/// <param name="Rooms">With the number of occupants; null: it is not told.</param>
internal sealed record ChannelMatches(ChannelOrder Order, IReadOnlyList<(ListedRoom Room, int? Users)> Rooms)
{
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n', '"'];

    /// <param name="rooms">In the order of their addresses.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="usersOf">How many are in a room; null: it is not told.</param>
    public static ChannelMatches Find(IEnumerable<ListedRoom> rooms, ChannelFilter filter, Func<ListedRoom, int?> usersOf)
    {
        string[] words = filter.Text?.Split(Spaces, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var found = rooms.Where(room => words.All(word => Has(room, word, filter)))
            .Select(room => (Room: room, Users: usersOf(room)))
            .Where(one => (one.Users ?? 0) >= filter.MinUsers)
            .ToList();
        // OrderBy is stable: where as many are, the order of addresses stays.
        return new ChannelMatches(filter.Order, filter.Order == ChannelOrder.Users ? [.. found.OrderByDescending(one => one.Users ?? 0)] : found);
    }

    public static int CountWords(string text) => text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The name of an entry for XEP-0059. It has all that it is sorted by: its place is found when it is not there any more, too.</summary>
    public string NameOf(int index) =>
        Order == ChannelOrder.Users ? $"{Rooms[index].Users ?? 0} {Rooms[index].Room.Local}" : Rooms[index].Room.Local;

    /// <summary>How many come before a name, and up to it.</summary>
    public (int Before, int Through) PlaceOf(string name)
    {
        int users = 0;
        string local = name;
        if (Order == ChannelOrder.Users)
        {
            int space = name.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !int.TryParse(name.AsSpan(0, space), out users))
            {
                throw new StanzaException(StanzaError.ItemNotFound);
            }
            local = name[(space + 1)..];
        }
        int before = 0, through = 0;
        foreach (var (room, there) in Rooms)
        {
            int order = Order == ChannelOrder.Users ? users.CompareTo(there ?? 0) : 0;
            order = order != 0 ? order : string.CompareOrdinal(room.Local, local);
            before += order < 0 ? 1 : 0;
            through += order <= 0 ? 1 : 0;
        }
        return (before, through);
    }

    private static bool Has(ListedRoom room, string word, ChannelFilter filter) =>
        (filter.InName && room.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (filter.InDescription && room.Description.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (filter.InAddress && room.Address.ToString().Contains(word, StringComparison.OrdinalIgnoreCase));
}
