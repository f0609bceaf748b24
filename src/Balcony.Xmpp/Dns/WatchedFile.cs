// A small file of the system that is read again when it has changed.
namespace Balcony.Xmpp.Dns;

internal sealed class WatchedFile<T>(string path, Func<IEnumerable<string>, T> parse, TimeProvider clock)
    where T : class
{
    // Block lists are kept in hosts files; what is longer than this is read so far.
    private const int MaxLines = 500_000;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private T? _value;
    private DateTime _changed;
    private long _lookedAt;

    /// <summary>Of the file as it was within the last seconds; of no lines at all when it cannot be read.</summary>
    public T Value
    {
        get
        {
            lock (_lock)
            {
                if (_value is not null && clock.GetElapsedTime(_lookedAt) < LookAgainAfter) return _value;
                _lookedAt = clock.GetTimestamp();
                try
                {
                    var changed = File.GetLastWriteTimeUtc(path);
                    if (_value is not null && changed == _changed) return _value;
                    _changed = changed;
                    return _value = parse(File.ReadLines(path).Take(MaxLines));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return _value ??= parse([]);
                }
            }
        }
    }
}
