// Who holds how many connections, and how fast new ones come.
using System.Net;

namespace Balcony.Server.Net;

internal enum Admission { Admitted, TooManyConnections, TooManyFromAddress, TooFast }

/// <summary>Counts open connections and spends a token bucket for each address. Bounded: an address without either is forgotten.</summary>
internal sealed class AddressTable(NetLimits limits, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AddressKey, Entry> _entries = [];
    private int _open;
    private long? _sweptAt;

    public int Open => Volatile.Read(ref _open);

    public int Tracked
    {
        get { lock (_lock) return _entries.Count; }
    }

    /// <summary>Each <see cref="Admission.Admitted"/> needs one <see cref="Leave"/>.</summary>
    public Admission Enter(IPAddress? address)
    {
        lock (_lock)
        {
            if (_open >= limits.MaxConnections) return Admission.TooManyConnections;
            var admission = IsLimited(address) ? EnterLimited(AddressKey.Of(address!)) : Admission.Admitted;
            if (admission == Admission.Admitted) _open++;
            return admission;
        }
    }

    public void Leave(IPAddress? address)
    {
        lock (_lock)
        {
            _open--;
            if (!IsLimited(address)) return;
            var key = AddressKey.Of(address!);
            if (!_entries.TryGetValue(key, out var entry)) return;
            entry.Open--;
            if (entry.Open == 0 && Refill(entry) >= limits.NewConnectionsBurstPerAddress) _entries.Remove(key);
        }
    }

    private bool IsLimited(IPAddress? address) => address is not null && (limits.LimitLoopback || !IPAddress.IsLoopback(address));

    private Admission EnterLimited(AddressKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (_entries.Count >= limits.MaxTrackedAddresses && !Sweep()) return Admission.TooManyConnections;
            entry = new Entry { Tokens = limits.NewConnectionsBurstPerAddress, At = clock.GetTimestamp() };
            _entries.Add(key, entry);
        }
        if (entry.Open >= limits.MaxConnectionsPerAddress) return Admission.TooManyFromAddress;
        if (Refill(entry) < 1) return Admission.TooFast;
        entry.Tokens--;
        entry.Open++;
        return Admission.Admitted;
    }

    private double Refill(Entry entry)
    {
        var now = clock.GetTimestamp();
        var earned = clock.GetElapsedTime(entry.At, now).TotalSeconds * limits.NewConnectionsPerSecondPerAddress;
        entry.At = now;
        return entry.Tokens = Math.Min(limits.NewConnectionsBurstPerAddress, entry.Tokens + earned);
    }

    // Only when the table is full, and then once a second, so that a flood of addresses costs no more than a look-up each.
    private bool Sweep()
    {
        if (_sweptAt is { } sweptAt && clock.GetElapsedTime(sweptAt) < TimeSpan.FromSeconds(1)) return false;
        _sweptAt = clock.GetTimestamp();
        foreach (var (key, entry) in _entries)
            if (entry.Open == 0 && Refill(entry) >= limits.NewConnectionsBurstPerAddress) _entries.Remove(key);
        return _entries.Count < limits.MaxTrackedAddresses;
    }

    private sealed class Entry
    {
        public int Open;
        public double Tokens;
        public long At;
    }
}
