// Times as all databases can hold them: microseconds since 1970.
namespace Balcony.Server.Storage;

internal static class StoreTime
{
    private const long EpochMicroseconds = 62_135_596_800_000_000;

    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks / TimeSpan.TicksPerMicrosecond) - EpochMicroseconds;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new((microseconds + EpochMicroseconds) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>What comes back after storing.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) => FromMicroseconds(ToMicroseconds(time));
}
