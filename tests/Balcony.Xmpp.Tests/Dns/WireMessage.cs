// Writes DNS messages for tests, whole and broken.
using System.Buffers.Binary;
using System.Text;
using Balcony.Xmpp.Dns;

namespace Balcony.Xmpp.Tests.Dns;

/// <summary>A response, section by section, in the order in which they are called.</summary>
internal sealed class WireMessage
{
    private readonly List<byte> _bytes = [0, 7, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0];

    public WireMessage(string name, DnsType type, int code = 0, ushort id = 7)
    {
        (_bytes[0], _bytes[1]) = ((byte)(id >> 8), (byte)id);
        _bytes[3] |= (byte)code;
        Name(name).Number((ushort)type).Number(1);
    }

    /// <summary>Where the next byte goes.</summary>
    public int Here => _bytes.Count;

    public byte[] Bytes => [.. _bytes];

    public static byte[] NameOf(string name)
    {
        var bytes = new List<byte>();
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries)) bytes.AddRange([(byte)label.Length, .. Encoding.Latin1.GetBytes(label)]);
        return [.. bytes, 0];
    }

    public static byte[] Pointer(int to) => [(byte)(0xC0 | (to >> 8)), (byte)to];

    public static byte[] Soa(uint minimum) => [.. NameOf("ns"), .. NameOf("me"), .. new byte[16], .. Big(minimum)];

    public static byte[] Service(ushort priority, ushort weight, ushort port, byte[] target) =>
        [.. Big16(priority), .. Big16(weight), .. Big16(port), .. target];

    public WireMessage Truncated()
    {
        _bytes[2] |= 2;
        return this;
    }

    public WireMessage Answer(string name, DnsType type, uint ttl, params byte[] data) => Record(7, NameOf(name), type, ttl, data);

    /// <param name="name">As it is to stand there: pointers, too.</param>
    public WireMessage Answer(byte[] name, DnsType type, uint ttl, params byte[] data) => Record(7, name, type, ttl, data);

    public WireMessage Authority(string name, DnsType type, uint ttl, params byte[] data) => Record(9, NameOf(name), type, ttl, data);

    private WireMessage Record(int count, byte[] name, DnsType type, uint ttl, byte[] data)
    {
        _bytes[count]++;
        _bytes.AddRange(name);
        Number((ushort)type).Number(1);
        _bytes.AddRange(Big(ttl));
        Number((ushort)data.Length);
        _bytes.AddRange(data);
        return this;
    }

    private WireMessage Name(string name)
    {
        _bytes.AddRange(NameOf(name));
        return this;
    }

    private WireMessage Number(ushort number)
    {
        _bytes.AddRange(Big16(number));
        return this;
    }

    private static byte[] Big16(ushort number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
