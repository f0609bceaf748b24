// XEP-0059: which part of a sorted list a page is.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

/// <summary>A page of a sorted list.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Count">How many items it has.</param>
internal readonly record struct ItemPage(int Start, int Count)
{
    /// <summary>The page that is wanted.</summary>
    /// <param name="request">Null: the first.</param>
    /// <param name="total">Items in the list.</param>
    /// <param name="max">Most items of a page, whatever is wanted.</param>
    /// <param name="placeOf">How many items come before a name, and how many up to it: a page goes on behind an item that is not there any more.</param>
    /// <param name="sizeOf">About how many bytes an item takes.</param>
    /// <param name="maxBytes">Most bytes of a page of more than one item.</param>
    public static ItemPage Find(PageRequest? request, int total, int max, Func<string, (int Before, int Through)> placeOf, Func<int, int> sizeOf, int maxBytes)
    {
        int wanted = (int)Math.Min(request?.Max ?? max, max);
        int first = request switch
        {
            { After: { Length: > 0 } after } => placeOf(after).Through,
            { Index: { } index } => (int)Math.Min(index, total),
            _ => 0,
        };
        int end = request is { Before: { Length: > 0 } before } ? placeOf(before).Before : total;
        int count = Math.Clamp(end - first, 0, wanted);
        bool isBackwards = request is { Before: not null, After: null };
        int start = isBackwards ? end - count : first;
        return Cut(start, count, isBackwards, sizeOf, maxBytes);
    }

    /// <summary>What the answer says of itself; null: it is all there is, and nobody asked.</summary>
    public Page? Describe(PageRequest? request, int total, Func<int, string> nameOf) =>
        request is null && Count == total ? null
        : Count == 0 ? new Page(Count: total)
        : new Page(nameOf(Start), nameOf(Start + Count - 1), Start, total);

    private static ItemPage Cut(int start, int count, bool isBackwards, Func<int, int> sizeOf, int maxBytes)
    {
        int bytes = 0;
        for (int i = 0; i < count; i++)
        {
            bytes += sizeOf(isBackwards ? start + count - 1 - i : start + i);
            if (bytes > maxBytes && i > 0)
            {
                return isBackwards ? new ItemPage(start + count - i, i) : new ItemPage(start, i);
            }
        }
        return new ItemPage(start, count);
    }
}
