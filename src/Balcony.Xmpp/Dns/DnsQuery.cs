// RFC 1035 §4.1: a question as it is sent.
using System.Buffers.Binary;

namespace Balcony.Xmpp.Dns;

internal static class DnsQuery
{
    /// <summary>Header, the longest name, type and class, EDNS0.</summary>
    public const int MaxBytes = 12 + DnsNames.MaxWireBytes + 4 + 11;

    /// <summary>What a datagram may carry without being cut into fragments that get lost (DNS flag day 2020).</summary>
    public const int MaxDatagram = 1232;

    private const ushort RecursionDesired = 0x0100, ClassInternet = 1, Opt = 41;

    /// <summary>Writes a question for a prepared name.</summary>
    public static int Write(Span<byte> to, ushort id, string name, DnsType type, bool hasEdns)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, id);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], 1);
        BinaryPrimitives.WriteUInt32BigEndian(to[6..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(to[10..], (ushort)(hasEdns ? 1 : 0));
        var at = 12 + DnsNames.Write(name, to[12..]);
        BinaryPrimitives.WriteUInt16BigEndian(to[at..], (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(to[(at + 2)..], ClassInternet);
        at += 4;
        if (!hasEdns) return at;
        // RFC 6891 §6.1.2: the root's name, the type, our size, no extended code, version 0, no flags, no options.
        to.Slice(at, 11).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(to[(at + 1)..], Opt);
        BinaryPrimitives.WriteUInt16BigEndian(to[(at + 3)..], MaxDatagram);
        return at + 11;
    }
}
