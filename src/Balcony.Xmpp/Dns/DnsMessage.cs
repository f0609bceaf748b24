// RFC 1035 §4: a message as it comes, from whoever sent it. Nothing in it is believed before it is checked.
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Xmpp.Dns;

/// <summary>A resource record; names in its data are uncompressed.</summary>
internal readonly record struct DnsRecord(string Name, DnsType Type, uint Ttl, byte[] Data);

/// <summary>An answer that parses. Records of the additional section are of no use here, and are not read.</summary>
internal sealed class DnsMessage
{
    private const int HeaderBytes = 12;
    private const ushort ClassInternet = 1;

    // More than any answer of use has; a message of 64 KB could hold thousands.
    private const int MaxRecords = 512;

    private DnsMessage(ReadOnlySpan<byte> header, string name, DnsType type, List<DnsRecord> answers, List<DnsRecord> authorities)
    {
        Id = BinaryPrimitives.ReadUInt16BigEndian(header);
        IsTruncated = (header[2] & 0x02) != 0;
        ResponseCode = header[3] & 0x0F;
        (Name, Type, Answers, Authorities) = (name, type, answers, authorities);
    }

    public ushort Id { get; }

    /// <summary>There is more, to be had over TCP.</summary>
    public bool IsTruncated { get; }

    /// <summary>RFC 1035 §4.1.1: 0 no error, 1 format error, 2 server failure, 3 name error, 4 not implemented, 5 refused.</summary>
    public int ResponseCode { get; }

    /// <summary>What was asked.</summary>
    public string Name { get; }

    public DnsType Type { get; }

    public IReadOnlyList<DnsRecord> Answers { get; }

    public IReadOnlyList<DnsRecord> Authorities { get; }

    /// <returns>False unless it is a response to one question of class IN, well-formed as far as it is read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> message, [NotNullWhen(true)] out DnsMessage? read)
    {
        read = null;
        if (message.Length < HeaderBytes || (message[2] & 0xF8) != 0x80) return false; // QR set, OPCODE QUERY
        // A server that cannot read the question may leave it out (FORMERR): that is no answer to ours either.
        if (BinaryPrimitives.ReadUInt16BigEndian(message[4..]) != 1) return false;
        var at = HeaderBytes;
        if (!DnsNames.TryRead(message, ref at, out var name) || at + 4 > message.Length) return false;
        var type = (DnsType)BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
        if (BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]) != ClassInternet) return false;
        at += 4;
        var (answers, authorities) = (new List<DnsRecord>(), new List<DnsRecord>());
        var isWhole = TryReadRecords(message, ref at, BinaryPrimitives.ReadUInt16BigEndian(message[6..]), answers)
            && TryReadRecords(message, ref at, BinaryPrimitives.ReadUInt16BigEndian(message[8..]), authorities);
        // RFC 2181 §9: what was cut off ends anywhere, and is thrown away.
        var isTruncated = (message[2] & 0x02) != 0;
        if (!isWhole && !isTruncated) return false;
        read = new DnsMessage(message[..HeaderBytes], name, type, answers, authorities);
        return true;
    }

    private static bool TryReadRecords(ReadOnlySpan<byte> message, ref int at, int count, List<DnsRecord> records)
    {
        if (count > MaxRecords) return false;
        for (; count > 0; count--)
        {
            if (!DnsNames.TryRead(message, ref at, out var name) || at + 10 > message.Length) return false;
            var type = (DnsType)BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
            var isInternet = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]) == ClassInternet;
            var ttl = BinaryPrimitives.ReadUInt32BigEndian(message[(at + 4)..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            at += 10;
            if (at + length > message.Length) return false;
            if (!TryReadData(message[..(at + length)], at, type, out var data)) return false;
            at += length;
            // RFC 2181 §8: a TTL with the highest bit set is zero.
            if (isInternet) records.Add(new DnsRecord(name, type, ttl > int.MaxValue ? 0 : ttl, data));
        }
        return true;
    }

    // RFC 3597 §4: only the types of RFC 1035 may have compressed names in their data. SRV (RFC 2782) must not, and is read leniently.
    private static bool TryReadData(ReadOnlySpan<byte> message, int at, DnsType type, [NotNullWhen(true)] out byte[]? data)
    {
        var (before, names) = type switch
        {
            DnsType.Cname or DnsType.Dname or DnsType.NS or DnsType.Ptr => (0, 1),
            DnsType.MX => (2, 1),
            DnsType.Srv => (6, 1),
            DnsType.Soa => (0, 2),
            _ => (0, 0),
        };
        data = null;
        if (names == 0)
        {
            data = message[at..].ToArray();
            return true;
        }
        if (at + before > message.Length) return false;
        var plain = new List<byte>(message.Length - at);
        plain.AddRange(message.Slice(at, before));
        at += before;
        for (; names > 0; names--)
        {
            if (!TryExpand(message, ref at, plain)) return false;
        }
        // Behind the names only SOA has more.
        if (type != DnsType.Soa && at != message.Length) return false;
        plain.AddRange(message[at..]);
        data = [.. plain];
        return true;
    }

    // The labels as they are, without pointers. TryRead has checked them before.
    private static bool TryExpand(ReadOnlySpan<byte> message, ref int at, List<byte> plain)
    {
        var here = at;
        if (!DnsNames.TryRead(message, ref at, out _)) return false;
        while (message[here] != 0)
        {
            if (message[here] >= 0xC0)
            {
                here = ((message[here] & 0x3F) << 8) | message[here + 1];
                continue;
            }
            plain.AddRange(message.Slice(here, 1 + message[here]));
            here += 1 + message[here];
        }
        plain.Add(0);
        return true;
    }
}
