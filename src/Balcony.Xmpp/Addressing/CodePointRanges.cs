// A small set of code points, written as ranges, for the Unicode properties that the framework does not have.
namespace Balcony.Xmpp.Addressing;

/// <param name="bounds">First and last of each range, ascending: first, last, first, last, ...</param>
internal sealed class CodePointRanges(params int[] bounds)
{
    public bool Contains(int codePoint)
    {
        int low = 0, high = (bounds.Length / 2) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < bounds[middle * 2]) high = middle - 1;
            else if (codePoint > bounds[(middle * 2) + 1]) low = middle + 1;
            else return true;
        }
        return false;
    }
}
