// Typed state that a module keeps on a session or on an account.
using System.Globalization;

namespace Balcony.Server.Sessions;

/// <summary>Names one module's value on a session. Make one per value, in a static readonly field of the file that owns it.</summary>
/// <typeparam name="T">For a resumable one: bool, long or string, or any type with <see cref="Text"/>.</typeparam>
public sealed class SessionKey<T> : ISessionKey
{
    private readonly bool _isResumable;

    /// <param name="name">Unique; lasting, if the value is resumable.</param>
    public SessionKey(string name)
    {
        Name = name;
        Slot = SlotCounter.NextSession();
    }

    internal int Slot { get; }

    public string Name { get; }

    /// <summary>Whether the value survives a restart of the server and the move to another cluster member, with its session.</summary>
    public bool IsResumable
    {
        get => _isResumable;
        init
        {
            _isResumable = value;
            if (value)
            {
                ResumableKeys.Add(this);
            }
        }
    }

    /// <summary>How a value of another type than bool, long and string is written down and read again.</summary>
    public (Func<T, string> Write, Func<string, T> Read)? Text { get; init; }

    string? ISessionKey.Save(in Slots slots) => slots[Slot] switch
    {
        null => null,
        T value when Text is { } text => text.Write(value),
        bool value => value ? "1" : null,
        long value => value.ToString(CultureInfo.InvariantCulture),
        var value => (string)value,
    };

    void ISessionKey.Restore(ref Slots slots, string saved)
    {
        object value = Text is { } text ? text.Read(saved)!
            : typeof(T) == typeof(bool) ? true
            : typeof(T) == typeof(long) ? long.Parse(saved, CultureInfo.InvariantCulture)
            : saved;
        slots.Set(Slot, value);
    }
}

/// <summary>A key whose value is written down with its session.</summary>
internal interface ISessionKey
{
    string Name { get; }

    string? Save(in Slots slots);

    void Restore(ref Slots slots, string saved);
}

/// <summary>All resumable keys of the program. Any thread.</summary>
internal static class ResumableKeys
{
    private static volatile ISessionKey[] _all = [];
    private static readonly Lock Gate = new();

    public static IReadOnlyList<ISessionKey> All => _all;

    public static void Add(ISessionKey key)
    {
        lock (Gate)
        {
            _all = [.. _all, key];
        }
    }
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
