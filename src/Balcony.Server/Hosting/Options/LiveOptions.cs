// Options that a reload may change while the server runs.
namespace Balcony.Server.Hosting.Options;

/// <summary>What a reload did.</summary>
/// <param name="Problems">What is wrong with the new options; if there is anything, nothing was changed.</param>
/// <param name="Changed">Paths of the options that are different now.</param>
/// <param name="NeedRestart">Those of them that take effect with the next start only.</param>
public sealed record ReloadResult(IReadOnlyList<OptionProblem> Problems, IReadOnlyList<string> Changed, IReadOnlyList<string> NeedRestart)
{
    public bool IsValid => Problems.Count == 0;
}

/// <summary>The options in force. Readers take <see cref="Current"/> once for each piece of work, so that they see one state of it.</summary>
public sealed class LiveOptions<T>(T initial)
    where T : class
{
    private readonly Lock _reloading = new();
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
                [], [.. changes.Select(change => change.Path)], [.. changes.Where(change => !change.IsLive).Select(change => change.Path)]);
        }
    }
}
