// XEP-0227, XEP-0082: times of archives, as exact as they are stored.
using System.Globalization;

namespace Balcony.Server.Portable;

internal static class PieTime
{
    /// <summary>In UTC; microseconds only where there are any. Clients are shown milliseconds; an import that finds what it has needs all digits.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
