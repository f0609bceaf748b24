// Options that a reload may change while the server runs.
namespace Balcony.Server.Hosting.Options;

/// <summary>What a reload did.</summary>
/// <param name="Problems">What is wrong with the new options; if there is anything, nothing was changed.</param>
/// <param name="Changed">Paths of the options that are different now.</param>
/// <param name="NeedRestart">Paths of the options that wait for the next start, whether this reload changed them or one before.</param>
public sealed record ReloadResult(IReadOnlyList<OptionProblem> Problems, IReadOnlyList<string> Changed, IReadOnlyList<string> NeedRestart)
{
    public bool IsValid => Problems.Count == 0;

    /// <summary>The certificates that are others now, or could not be read.</summary>
    public IReadOnlyList<ReloadedCertificate> Certificates { get; init; } = [];
}

/// <param name="Host">Whose it is.</param>
/// <param name="NotAfter">Until when the one in use is valid; null when there is none.</param>
/// <param name="Problem">Why the file as it is now is not in use; null if it is.</param>
public sealed record ReloadedCertificate(string Host, DateTimeOffset? NotAfter, string? Problem);

/// <summary>The options in force. Readers take <see cref="Current"/> once for each piece of work, so that they see one state of it.</summary>
public sealed class LiveOptions<T>(T initial)
    where T : class
{
    private readonly Lock _reloading = new();
    private readonly T _initial = initial;
    private volatile T _current = initial;

    public T Current => _current;

    /// <summary>Raised after a swap, one reload at a time, with the options before and now.</summary>
    public event Action<T, T>? Changed;

    /// <summary>Swaps in what was read if all of it is valid; otherwise everything stays as it is.</summary>
    public ReloadResult Reload(BoundOptions<T> read)
    {
        lock (_reloading)
        {
            if (!read.IsValid) return new ReloadResult(read.Problems, [], []);
            var before = _current;
            var changes = OptionSchema.Differences(before, read.Value).ToList();
            _current = read.Value;
            if (changes.Count > 0) Changed?.Invoke(before, read.Value);
            return new ReloadResult(
                [], [.. changes.Select(change => change.Path)],
                [.. OptionSchema.Differences(_initial, read.Value).Where(change => !change.IsLive).Select(change => change.Path)]);
        }
    }
}
