// IP addresses as the limits and logs see them.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Server.Net;

/// <summary>What counts as one client: an IPv4 address, or an IPv6 /64 (RFC 4291 §2.5.4: below it addresses are the client's to choose).</summary>
internal readonly record struct AddressKey(ulong Prefix, bool IsIPv6)
{
    public static AddressKey Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return length == 4
            ? new AddressKey(BinaryPrimitives.ReadUInt32BigEndian(bytes), IsIPv6: false)
            : new AddressKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), IsIPv6: true);
    }
}

internal static class Addresses
{
    /// <summary>An IPv4 client of a dual-stack socket appears as ::ffff:a.b.c.d; everything above wants a.b.c.d.</summary>
    public static IPAddress Unmapped(this IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    public static IPEndPoint? Unmapped(this EndPoint? endPoint) => endPoint switch
    {
        IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6 } ip when ip.Address.IsIPv4MappedToIPv6 =>
            new IPEndPoint(ip.Address.MapToIPv4(), ip.Port),
        IPEndPoint ip => ip,
        _ => null,
    };
}
