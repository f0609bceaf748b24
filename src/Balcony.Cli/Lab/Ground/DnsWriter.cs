// Writes DNS messages and their parts (RFC 1035 §4). Names are lower-case text without the last dot; the root is "".
using System.Buffers.Binary;
using System.Text;

namespace Balcony.Cli.Lab.Ground;

internal sealed class DnsWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public DnsWriter Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public DnsWriter Number16(int value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        _bytes.AddRange(two);
        return this;
    }

    public DnsWriter Number32(uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        _bytes.AddRange(four);
        return this;
    }

    /// <summary>Never compressed: what is signed must not be (RFC 4034 §6.2), and the rest need not.</summary>
    public DnsWriter Name(string name)
    {
        foreach (var label in LabelsOf(name))
        {
            _bytes.Add((byte)label.Length);
            _bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }
        return Byte(0);
    }

    public DnsWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];

    public static string[] LabelsOf(string name) => name.Length == 0 ? [] : name.Split('.');
}
