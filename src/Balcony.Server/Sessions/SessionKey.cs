// Typed state that a module keeps on a session or on an account.
namespace Balcony.Server.Sessions;

/// <summary>Names one module's value on a session. Make one per value, in a static readonly field of the file that owns it.</summary>
/// <param name="name">For diagnostics.</param>
public sealed class SessionKey<T>(string name)
{
    internal int Slot { get; } = SlotCounter.NextSession();

    public string Name { get; } = name;

    /// <summary>Whether the value survives stream resumption and the move to another cluster member.</summary>
    public bool IsResumable { get; init; }
}

internal static class SlotCounter
{
    private static int _session = -1;
    private static int _account = -1;

    public static int NextSession() => Interlocked.Increment(ref _session);

    public static int NextAccount() => Interlocked.Increment(ref _account);
}

/// <summary>Values by slot; grows to the largest slot in use.</summary>
internal struct Slots
{
    private object?[]? _values;

    public readonly object? this[int slot] => _values is { } values && slot < values.Length ? values[slot] : null;

    public void Set(int slot, object? value)
    {
        if (_values is null || slot >= _values.Length)
        {
            if (value is null)
            {
                return;
            }
            Array.Resize(ref _values, slot + 1);
        }
        _values[slot] = value;
    }
}
