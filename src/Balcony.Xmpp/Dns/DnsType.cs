// The kinds of DNS records that are asked for here.
namespace Balcony.Xmpp.Dns;

#pragma warning disable CA1028 // the values are the 16 bits of RFC 1035 §3.2.2
public enum DnsType : ushort
#pragma warning restore CA1028
{
    None = 0,

    /// <summary>An IPv4 address.</summary>
    A = 1,

    NS = 2,

    Cname = 5,

    Soa = 6,

    Ptr = 12,

    MX = 15,

    Txt = 16,

    /// <summary>An IPv6 address (RFC 3596).</summary>
    Aaaa = 28,

    /// <summary>Where a service is (RFC 2782).</summary>
    Srv = 33,

    Dname = 39,

    DS = 43,

    Dnskey = 48,

    /// <summary>Which certificate or key a service has (RFC 6698).</summary>
    Tlsa = 52,
}
