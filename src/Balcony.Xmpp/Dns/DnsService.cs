// RFC 2782: an SRV record.
using System.Buffers.Binary;

namespace Balcony.Xmpp.Dns;

/// <param name="Priority">Lower is tried first.</param>
/// <param name="Weight">The share of tries among equal priorities.</param>
/// <param name="Port">Where the service listens.</param>
/// <param name="Target">The host, lower case, no final dot; <c>.</c> when the service is not offered.</param>
public sealed record DnsService(int Priority, int Weight, int Port, string Target)
{
    /// <summary>The target that says: not offered here.</summary>
    public const string NotOffered = ".";

    internal static bool TryRead(ReadOnlySpan<byte> data, out DnsService service)
    {
        service = null!;
        if (data.Length < 7) return false;
        var at = 6;
        if (!DnsNames.TryRead(data, ref at, out var target) || at != data.Length) return false;
        service = new DnsService(
            BinaryPrimitives.ReadUInt16BigEndian(data), BinaryPrimitives.ReadUInt16BigEndian(data[2..]),
            BinaryPrimitives.ReadUInt16BigEndian(data[4..]), target);
        return true;
    }
}
