// Counts what an address or an account may try only so often: failed logins, new accounts.
using System.Collections.Concurrent;
using System.Net;
using Balcony.Server.Net;

namespace Balcony.Server.Streams;

/// <param name="PerAddress">Attempts from one address within a window after which it is over its limit.</param>
/// <param name="PerAccount">The same for an account.</param>
/// <param name="Window">How long an attempt counts.</param>
/// <param name="HoldForLoopback">Whether this machine's own addresses are limited as well.</param>
internal sealed record AttemptLimits(int PerAddress, int PerAccount, TimeSpan Window, bool HoldForLoopback);

/// <summary>Attempts of the current and the last window. Bounded: a flood of different keys only makes windows end sooner.</summary>
internal sealed class AttemptCounter(AttemptLimits limits, TimeProvider clock)
{
    private const int MaxKeys = 100_000;

    private readonly Lock _turning = new();
    private volatile Window _current = new(clock.GetTimestamp());
    private volatile Window _last = new(clock.GetTimestamp());

    /// <summary>Whether this address or account has tried too often lately.</summary>
    /// <param name="address">Null: not limited.</param>
    /// <param name="account">Null: not known yet.</param>
    public bool IsOverLimit(string? address, string? account) =>
        (address is not null && CountOf("ip:" + address) >= limits.PerAddress)
        || (account is not null && CountOf("jid:" + account) >= limits.PerAccount);

    public void Count(string? address, string? account)
    {
        Turn();
        var window = _current;
        if (address is not null)
        {
            window.Add("ip:" + address);
        }
        if (account is not null)
        {
            window.Add("jid:" + account);
        }
    }

    /// <summary>What a client's address counts as: an IPv6 client owns its /64. Null when it is this machine's own and is not limited, since a proxy
    /// or a gateway stands for many clients there.</summary>
    public string? KeyOf(EndPoint? client)
    {
        if (client.Unmapped() is not { Address: var address })
        {
            return null;
        }
        return IPAddress.IsLoopback(address) && !limits.HoldForLoopback ? null : AddressKey.Of(address).ToString();
    }

    private int CountOf(string key)
    {
        Turn();
        return _current.Attempts.GetValueOrDefault(key) + _last.Attempts.GetValueOrDefault(key);
    }

    // Two windows in turn: an attempt counts for one to two window lengths, and forgetting costs nothing.
    private void Turn()
    {
        var window = _current;
        if (clock.GetElapsedTime(window.Began) < limits.Window && window.Keys < MaxKeys)
        {
            return;
        }
        lock (_turning)
        {
            if (ReferenceEquals(window, _current))
            {
                long now = clock.GetTimestamp();
                long length = (long)(limits.Window.TotalSeconds * clock.TimestampFrequency);
                // After a pause the new window began when the old one ended, or the old one's attempts would count for a third length.
                _last = now - window.Began < length * 2 ? window : new Window(now);
                _current = new Window(now - window.Began < length ? now : now - ((now - window.Began) % length));
            }
        }
    }

    private sealed class Window(long began)
    {
        private int _keys;

        public long Began { get; } = began;

        public ConcurrentDictionary<string, int> Attempts { get; } = new();

        /// <summary>How many there are; the dictionary's own count takes all of its locks, at each login.</summary>
        public int Keys => Volatile.Read(ref _keys);

        public void Add(string key)
        {
            if (Attempts.AddOrUpdate(key, 1, static (_, count) => count + 1) == 1)
            {
                Interlocked.Increment(ref _keys);
            }
        }
    }
}
