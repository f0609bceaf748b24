// The answer to one question, whoever was asked.
using System.Net;

namespace Balcony.Xmpp.Dns;

/// <summary>What the DNS says about a name and a type. Immutable; a failure has no records.</summary>
public sealed record DnsAnswer
{
    /// <summary>What was asked for: A-labels, lower case, no final dot.</summary>
    public required string Name { get; init; }

    public required DnsType Type { get; init; }

    public required DnsCode Code { get; init; }

    public DnsSecurity Security { get; init; }

    /// <summary>The name that has the records: other than <see cref="Name"/> when that is an alias (CNAME, DNAME).</summary>
    public required string CanonicalName { get; init; }

    /// <summary>How long it may be used.</summary>
    public TimeSpan Ttl { get; init; }

    /// <summary>Why the validation failed, in the resolver's words.</summary>
    public string? WhyBogus { get; init; }

    /// <summary>What else is known about a failure, for operators.</summary>
    public string? Detail { get; init; }

    /// <summary>The data of each record (RDATA), names in it uncompressed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Records { get; init; } = [];

    /// <summary>It is from this machine's own list of hosts, and no name server was asked.</summary>
    public bool IsLocal { get; init; }

    public bool IsSecure => Security == DnsSecurity.Secure;

    /// <summary>Nothing was learnt: neither that there are records nor that there are none.</summary>
    public bool IsFailure => Code is not (DnsCode.NoError or DnsCode.NoData or DnsCode.NxDomain);

    /// <summary>Of type A or AAAA. Records of a wrong length are left out.</summary>
    public IReadOnlyList<IPAddress> Addresses => Type is not (DnsType.A or DnsType.Aaaa) ? [] :
        [.. Records.Where(record => record.Length == (Type == DnsType.A ? 4 : 16)).Select(record => new IPAddress(record.Span))];

    /// <summary>Of type SRV, as they came. Malformed records are left out.</summary>
    public IReadOnlyList<DnsService> Services => Read<DnsService>(DnsType.Srv, DnsService.TryRead);

    /// <summary>Of type TLSA. Malformed records are left out.</summary>
    public IReadOnlyList<DnsTlsa> Tlsas => Read<DnsTlsa>(DnsType.Tlsa, DnsTlsa.TryRead);

    /// <summary>Of type TXT, the strings of a record joined, bytes as Latin-1. Malformed records are left out.</summary>
    public IReadOnlyList<string> Texts => Read<string>(DnsType.Txt, DnsText.TryRead);

    /// <summary>A failure, or that there is nothing.</summary>
    public static DnsAnswer Without(string name, DnsType type, DnsCode code, string? detail = null) =>
        new() { Name = name, Type = type, Code = code, CanonicalName = name, Detail = detail };

    /// <summary>One line for a diary: what was asked, what came.</summary>
    public override string ToString()
    {
        var what = Code == DnsCode.NoError ? $"{Records.Count} records" : Code.ToString();
        var alias = CanonicalName == Name ? "" : $" at {CanonicalName}";
        var why = WhyBogus ?? Detail;
        return $"{Name} {Type.ToString().ToUpperInvariant()}: {what}{alias}, {Security.ToString().ToLowerInvariant()}{(why is null ? "" : $" ({why})")}";
    }

    private delegate bool Reader<T>(ReadOnlySpan<byte> data, out T record);

    private List<T> Read<T>(DnsType type, Reader<T> tryRead)
    {
        var list = new List<T>();
        if (Type != type) return list;
        foreach (var record in Records)
        {
            if (tryRead(record.Span, out var read)) list.Add(read);
        }
        return list;
    }
}
