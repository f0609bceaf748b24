// The DNS in memory: a zone written in code, each record secure, insecure or bogus as the test says.
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Balcony.Xmpp.Dns;

namespace Balcony.Testing;

/// <summary>Answers from what it was told; any thread may ask and tell. What it was not told does not exist.</summary>
/// <remarks>A name of which one type is known has no data for others. Security is of the whole set: the last <c>Add</c> decides.</remarks>
public sealed class MemoryResolver(TimeProvider? clock = null) : IDnsResolver
{
    private readonly ConcurrentDictionary<(string Name, DnsType Type), Entry> _entries = new();
    private readonly ConcurrentQueue<(string Name, DnsType Type)> _asked = new();

    /// <summary>Without it every answer is insecure, as a stub resolver's are.</summary>
    public bool Validates { get; init; } = true;

    /// <summary>The security of what does not exist.</summary>
    public DnsSecurity DenialSecurity { get; set; } = DnsSecurity.Insecure;

    /// <summary>Every question so far, in order.</summary>
    public IReadOnlyList<(string Name, DnsType Type)> Asked => [.. _asked];

    public MemoryResolver Address(string name, string address, DnsSecurity security = DnsSecurity.Insecure)
    {
        var ip = IPAddress.Parse(address);
        return Add(name, ip.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa, ip.GetAddressBytes(), security);
    }

    /// <param name="owner">All of it, such as <c>_xmpp-server._tcp.example.org</c>.</param>
    /// <param name="target"><c>.</c> when the service is not offered.</param>
    public MemoryResolver Service(string owner, int priority, int weight, int port, string target, DnsSecurity security = DnsSecurity.Insecure)
    {
        var data = new byte[6 + 255];
        BinaryPrimitives.WriteUInt16BigEndian(data, (ushort)priority);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(2), (ushort)weight);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(4), (ushort)port);
        return Add(owner, DnsType.Srv, data[..(6 + WriteName(target, data.AsSpan(6)))], security);
    }

    /// <param name="owner">All of it, such as <c>_5269._tcp.xmpp.example.org</c>.</param>
    public MemoryResolver Tlsa(
        string owner, byte usage, byte selector, byte matchingType, ReadOnlySpan<byte> data, DnsSecurity security = DnsSecurity.Secure) =>
        Add(owner, DnsType.Tlsa, [usage, selector, matchingType, .. data], security);

    /// <summary>The name is an alias of another for every type.</summary>
    public MemoryResolver Alias(string name, string target, DnsSecurity security = DnsSecurity.Insecure)
    {
        _entries[(Prepare(name), DnsType.Cname)] = new Entry { Security = security, Alias = Prepare(target) };
        return this;
    }

    /// <summary>A record by its data.</summary>
    public MemoryResolver Add(string name, DnsType type, byte[] data, DnsSecurity security = DnsSecurity.Insecure)
    {
        _entries.AddOrUpdate(
            (Prepare(name), type),
            _ => new Entry { Security = security, Records = [data] },
            (_, old) => old with { Security = security, Records = [.. old.Records, data], Code = DnsCode.NoError });
        return this;
    }

    /// <summary>The question comes to nothing: no data, a failure, or bogus.</summary>
    public MemoryResolver Fail(string name, DnsType type, DnsCode code, string? why = null)
    {
        var security = code == DnsCode.Bogus ? DnsSecurity.Bogus : DnsSecurity.Insecure;
        _entries[(Prepare(name), type)] = new Entry { Code = code, Why = why, Security = security };
        return this;
    }

    /// <summary>The answer to what is known of the name takes this long, on the clock that was handed in.</summary>
    public MemoryResolver Delay(string name, DnsType type, TimeSpan delay)
    {
        _entries.AddOrUpdate((Prepare(name), type), _ => new Entry { Code = DnsCode.NoData, Delay = delay }, (_, old) => old with { Delay = delay });
        return this;
    }

    /// <summary>Forgets what it was told of a name and a type.</summary>
    public MemoryResolver Remove(string name, DnsType type)
    {
        _entries.TryRemove((Prepare(name), type), out _);
        return this;
    }

    public async ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (!DnsNames.TryPrepare(name, out var asked)) return DnsAnswer.Without(name, type, DnsCode.BadName);
        _asked.Enqueue((asked, type));
        var (canonical, security) = (asked, DnsSecurity.Secure);
        for (var hops = 0; hops < 8 && type != DnsType.Cname && _entries.TryGetValue((canonical, DnsType.Cname), out var alias); hops++)
            (canonical, security) = (alias.Alias!, Weaker(security, alias.Security));
        if (!_entries.TryGetValue((canonical, type), out var entry))
        {
            var code = _entries.Keys.Any(key => key.Name == canonical || key.Name.EndsWith("." + canonical, StringComparison.Ordinal))
                ? DnsCode.NoData : DnsCode.NxDomain;
            entry = new Entry { Code = code, Security = DenialSecurity };
        }
        if (entry.Delay > TimeSpan.Zero) await Task.Delay(entry.Delay, clock ?? TimeProvider.System, cancel).ConfigureAwait(false);
        return Answer(asked, type, canonical, entry, Weaker(security, entry.Security));
    }

    public ValueTask DisposeAsync() => default;

    private DnsAnswer Answer(string name, DnsType type, string canonical, Entry entry, DnsSecurity security)
    {
        if (Validates && security == DnsSecurity.Bogus)
        {
            return DnsAnswer.Without(name, type, DnsCode.Bogus) with
            {
                Security = DnsSecurity.Bogus,
                CanonicalName = canonical,
                WhyBogus = entry.Why ?? "the test says so",
            };
        }
        return new DnsAnswer
        {
            Name = name,
            Type = type,
            Code = entry.Code,
            CanonicalName = canonical,
            Security = Validates ? security : DnsSecurity.Insecure,
            Ttl = TimeSpan.FromHours(1),
            Detail = entry.Why,
            Records = [.. entry.Records.Select(data => (ReadOnlyMemory<byte>)data)],
        };
    }

    private static DnsSecurity Weaker(DnsSecurity one, DnsSecurity other) =>
        one == DnsSecurity.Bogus || other == DnsSecurity.Bogus ? DnsSecurity.Bogus
        : one == DnsSecurity.Secure ? other : one;

    private static string Prepare(string name) =>
        DnsNames.TryPrepare(name, out var prepared) ? prepared : throw new FormatException($"{name} is no name that the DNS can have");

    private static int WriteName(string name, Span<byte> to)
    {
        var at = 0;
        foreach (var label in Prepare(name).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            to[at++] = (byte)label.Length;
            at += Encoding.ASCII.GetBytes(label, to[at..]);
        }
        to[at++] = 0;
        return at;
    }

    private sealed record Entry
    {
        public DnsCode Code { get; init; }

        public DnsSecurity Security { get; init; }

        public string? Alias { get; init; }

        public string? Why { get; init; }

        public TimeSpan Delay { get; init; }

        public IReadOnlyList<byte[]> Records { get; init; } = [];
    }
}
