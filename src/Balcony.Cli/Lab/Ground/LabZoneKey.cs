// The key of a signed zone: ECDSA P-256 with SHA-256, algorithm 13 (RFC 6605), one key for all of it.
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabZoneKey
{
    private const byte Algorithm = 13;
    private const byte Sha256Digest = 2;
    private const int SecureEntryPoint = 257;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(14);
    private static readonly TimeSpan SignedBefore = TimeSpan.FromDays(7);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LabZoneKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        Data = new DnsWriter().Number16(SecureEntryPoint).Byte(3).Byte(Algorithm).Bytes(point.X).Bytes(point.Y).ToArray();
        Tag = TagOf(Data);
    }

    /// <summary>Data of the DNSKEY record.</summary>
    public byte[] Data { get; }

    private ushort Tag { get; }

    /// <summary>As a trust anchor file has it (and unbound, BIND and lua-unbound read it).</summary>
    public string AnchorFor(string origin) => $"{origin}. IN DNSKEY {SecureEntryPoint} 3 {Algorithm} {Convert.ToBase64String(Data.AsSpan(4))}";

    /// <summary>Data of the DS record at the parent (RFC 4034 §5.1).</summary>
    public byte[] FingerprintFor(string origin)
    {
        var digest = SHA256.HashData(new DnsWriter().Name(origin).Bytes(Data).ToArray());
        return new DnsWriter().Number16(Tag).Byte(Algorithm).Byte(Sha256Digest).Bytes(digest).ToArray();
    }

    /// <summary>The RRSIG record of a set (RFC 4034 §3.1).</summary>
    public LabRecord Sign(string origin, IReadOnlyList<LabRecord> set, LabSignature how, DateTimeOffset now)
    {
        var (owner, type, ttl) = (set[0].Owner, set[0].Type, set[0].Ttl);
        var ends = how == LabSignature.Expired ? now.AddDays(-1) : now + Validity;
        var head = new DnsWriter().Number16((int)type).Byte(Algorithm).Byte((byte)DnsWriter.LabelsOf(owner).Length).Number32(ttl)
            .Number32((uint)ends.ToUnixTimeSeconds()).Number32((uint)(now - SignedBefore).ToUnixTimeSeconds()).Number16(Tag).Name(origin);
        var signed = new DnsWriter().Bytes(head.ToArray());
        foreach (var record in set.OrderBy(record => record.Data, ByteOrder.Instance)) record.WriteTo(signed);
        var signature = _key.SignData(signed.ToArray(), HashAlgorithmName.SHA256);
        if (how == LabSignature.Wrong) signature[^1] ^= 0x55;
        return new LabRecord(owner, LabType.Rrsig, ttl, head.Bytes(signature).ToArray());
    }

    /// <summary>Data of an NSEC record (RFC 4034 §4.1): the next name, and the types of this one as bits.</summary>
    public static byte[] NsecData(string next, IEnumerable<LabType> types)
    {
        // All types of the lab are below 256: one window.
        var bits = new byte[32];
        foreach (var type in types) bits[(int)type / 8] |= (byte)(0x80 >> ((int)type % 8));
        var length = Array.FindLastIndex(bits, bit => bit != 0) + 1;
        return new DnsWriter().Name(next).Byte(0).Byte((byte)length).Bytes(bits.AsSpan(0, length)).ToArray();
    }

    // RFC 4034 appendix B.
    private static ushort TagOf(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i + 1 < data.Length; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(data[i..]);
        return (ushort)(sum + (sum >> 16));
    }

    // RFC 4034 §6.3: as left-justified unsigned octets.
    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
