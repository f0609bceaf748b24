// Counts failed logins by account and by address, so that passwords cannot be guessed at speed.
using System.Collections.Concurrent;
using System.Net;
using Balcony.Server.Net;

namespace Balcony.Server.Streams;

/// <summary>Failed logins of the current and the last window. Bounded: a flood of different keys only makes windows end sooner.</summary>
internal sealed class LoginAttempts(LoginOptions options, TimeProvider clock)
{
    private const int MaxKeys = 100_000;

    private readonly Lock _turning = new();
    private volatile Window _current = new(clock.GetTimestamp());
    private volatile Window _last = new(clock.GetTimestamp());

    /// <summary>Whether this address or account has failed too often lately.</summary>
    /// <param name="address">Null: not limited.</param>
    /// <param name="account">Null: not known yet.</param>
    public bool IsThrottled(string? address, string? account) =>
        (address is not null && Failures("ip:" + address) >= options.MaxFailuresPerAddress)
        || (account is not null && Failures("jid:" + account) >= options.MaxFailuresPerAccount);

    public void Failed(string? address, string? account)
    {
        Turn();
        var failures = _current.Failures;
        if (address is not null)
        {
            failures.AddOrUpdate("ip:" + address, 1, static (_, count) => count + 1);
        }
        if (account is not null)
        {
            failures.AddOrUpdate("jid:" + account, 1, static (_, count) => count + 1);
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
        return IPAddress.IsLoopback(address) && !options.LimitLoopback ? null : AddressKey.Of(address).ToString();
    }

    private int Failures(string key)
    {
        Turn();
        return _current.Failures.GetValueOrDefault(key) + _last.Failures.GetValueOrDefault(key);
    }

    // Two windows in turn: a failure counts for one to two window lengths, and forgetting costs nothing.
    private void Turn()
    {
        var window = _current;
        if (clock.GetElapsedTime(window.Began) < options.AttemptWindow && window.Failures.Count < MaxKeys)
        {
            return;
        }
        lock (_turning)
        {
            if (ReferenceEquals(window, _current))
            {
                _last = clock.GetElapsedTime(window.Began) < options.AttemptWindow * 2 ? window : new Window(clock.GetTimestamp());
                _current = new Window(clock.GetTimestamp());
            }
        }
    }

    private sealed record Window(long Began)
    {
        public ConcurrentDictionary<string, int> Failures { get; } = new();
    }
}
