// One resource record of the lab's zones, and how the data of each type is written.
using System.Net;
using System.Text;

namespace Balcony.Cli.Lab.Ground;

/// <summary>Types that the lab's zones hold.</summary>
internal enum LabType : ushort
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
    Opt = 41,
    Ds = 43,
    Rrsig = 46,
    Nsec = 47,
    DnsKey = 48,
    Tlsa = 52,
}

/// <param name="Owner">Lower-case, without the last dot.</param>
internal sealed record LabRecord(string Owner, LabType Type, uint Ttl, byte[] Data)
{
    public static LabRecord Address(string owner, IPAddress address, uint ttl) =>
        new(owner, address.GetAddressBytes().Length == 4 ? LabType.A : LabType.Aaaa, ttl, address.GetAddressBytes());

    public static LabRecord Alias(string owner, string target, uint ttl) => new(owner, LabType.Cname, ttl, new DnsWriter().Name(target).ToArray());

    public static LabRecord NameServer(string owner, string server, uint ttl) => new(owner, LabType.Ns, ttl, new DnsWriter().Name(server).ToArray());

    public static LabRecord Service(string owner, LabTarget target, uint ttl) => new(
        owner, LabType.Srv, ttl, new DnsWriter().Number16(target.Priority).Number16(target.Weight).Number16(target.Port).Name(target.Host).ToArray());

    public static LabRecord Tlsa(string owner, LabTlsa tlsa, ReadOnlySpan<byte> data, uint ttl) => new(
        owner, LabType.Tlsa, ttl, new DnsWriter().Byte(tlsa.Usage).Byte(tlsa.Selector).Byte(tlsa.Matching).Bytes(data).ToArray());

    public static LabRecord Text(string owner, string text, uint ttl) => new(
        owner, LabType.Txt, ttl, new DnsWriter().Byte((byte)text.Length).Bytes(Encoding.ASCII.GetBytes(text)).ToArray());

    public static LabRecord Authority(string origin, uint ttl) => new(
        origin, LabType.Soa, ttl,
        new DnsWriter().Name(LabZone.ServerName).Name("hostmaster." + LabNames.SecureZone).Number32(1).Number32(3600).Number32(600).Number32(86400).Number32(ttl).ToArray());

    public void WriteTo(DnsWriter writer) => writer.Name(Owner).Number16((int)Type).Number16(1).Number32(Ttl).Number16(Data.Length).Bytes(Data);
}

internal sealed record LabTarget(string Host, int Port, int Priority = 10, int Weight = 10);
