// Addresses that a stranger may have us connect to: those of the Internet, and none of the networks that we are inside of.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Server.Federation.Trust;

internal static class PublicAddresses
{
    // The IANA registries of special-purpose addresses (RFC 6890), what is not globally reachable.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96"), SixToFour = IPNetwork.Parse("2002::/16");

    /// <param name="address">Of whatever family.</param>
    /// <param name="allowed">Networks that the operator allows although they are not public.</param>
    public static bool IsAllowed(IPAddress address, IReadOnlyList<IPNetwork> allowed)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        foreach (var network in allowed)
        {
            if (network.Contains(address)) return true;
        }
        return IsPublic(address);
    }

    private static bool IsPublic(IPAddress address)
    {
        if (Array.Exists(Special, network => network.Contains(address))) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork) return true;
        // Where an IPv4 address is inside, that one is where it ends.
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(12)));
        if (SixToFour.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        return GlobalUnicast.Contains(address) && address.ScopeId == 0;
    }
}
