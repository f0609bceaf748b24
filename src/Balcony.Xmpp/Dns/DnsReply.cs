// From a message to an answer: the alias chain followed, what there is or that there is nothing, and for how long (RFC 1034 §4.3.2, RFC 2308).
using System.Buffers.Binary;

namespace Balcony.Xmpp.Dns;

internal static class DnsReply
{
    /// <summary>Aliases of aliases; real names have one or two.</summary>
    public const int MaxAliases = 8;

    private const int NameError = 3;

    /// <summary>RFC 2308 §5: negative answers are kept for hours at most. The other bound is a day: records do change.</summary>
    private static readonly TimeSpan MaxNegativeTtl = TimeSpan.FromHours(3), MaxTtl = TimeSpan.FromDays(1);

    /// <summary>What a message of response code 0 or 3 says.</summary>
    /// <param name="message">A response to the question.</param>
    /// <param name="alias">The name to ask for next, when the chain of aliases leads out of the message; else null.</param>
    public static DnsAnswer Read(DnsMessage message, out string? alias)
    {
        var ttl = uint.MaxValue;
        var name = message.Name;
        alias = null;
        for (var hops = 0; ; hops++)
        {
            var records = Of(message.Answers, name, message.Type);
            if (records.Count > 0)
            {
                ttl = Math.Min(ttl, records.Min(record => record.Ttl));
                return new DnsAnswer
                {
                    Name = message.Name,
                    Type = message.Type,
                    Code = DnsCode.NoError,
                    CanonicalName = name,
                    Ttl = Bound(ttl, MaxTtl),
                    Records = [.. records.Select(record => (ReadOnlyMemory<byte>)record.Data)],
                };
            }
            if (Alias(message.Answers, name) is not { } next) break;
            if (hops == MaxAliases) return DnsAnswer.Without(message.Name, message.Type, DnsCode.Malformed, "too many aliases");
            (name, ttl) = (next.Target, Math.Min(ttl, next.Ttl));
        }
        var negative = NegativeTtl(message, name);
        // An alias, and nothing about what it stands for: the server serves only one end of it.
        if (name != message.Name && message.ResponseCode != NameError && negative is null) alias = name;
        return new DnsAnswer
        {
            Name = message.Name,
            Type = message.Type,
            CanonicalName = name,
            Code = message.ResponseCode == NameError ? DnsCode.NxDomain : DnsCode.NoData,
            // §5: without a SOA it must not be kept. Of an alias the time is known.
            Ttl = alias is not null ? Bound(ttl, MaxTtl) : Bound(Math.Min(ttl, negative ?? 0), MaxNegativeTtl),
        };
    }

    private static List<DnsRecord> Of(IReadOnlyList<DnsRecord> records, string name, DnsType type) =>
        [.. records.Where(record => record.Type == type && record.Name == name)];

    private static (string Target, uint Ttl)? Alias(IReadOnlyList<DnsRecord> records, string name)
    {
        foreach (var record in records)
        {
            var at = 0;
            if (record.Type == DnsType.Cname && record.Name == name && DnsNames.TryRead(record.Data, ref at, out var target))
                return (target, record.Ttl);
        }
        return null;
    }

    // RFC 2308 §5: the smaller of the SOA's TTL and its last field.
    private static uint? NegativeTtl(DnsMessage message, string name)
    {
        foreach (var soa in message.Authorities)
        {
            if (soa.Type != DnsType.Soa || soa.Data.Length < 22 || !IsBelow(name, soa.Name)) continue;
            return Math.Min(soa.Ttl, BinaryPrimitives.ReadUInt32BigEndian(soa.Data.AsSpan(soa.Data.Length - 4)));
        }
        return null;
    }

    private static bool IsBelow(string name, string zone) =>
        zone == "." || name == zone || name.EndsWith("." + zone, StringComparison.Ordinal);

    private static TimeSpan Bound(uint seconds, TimeSpan most) => TimeSpan.FromSeconds(Math.Min(seconds, most.TotalSeconds));
}
