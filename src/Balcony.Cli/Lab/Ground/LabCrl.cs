// The certificate revocation lists of a lab (RFC 5280 §5), right and wrong.
using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

internal static class LabCrl
{
    // Eleven megabytes. (.NET's own builder needs two minutes for so many: AsnWriter grows by a kilobyte at a time.)
    private const int HugeEntries = 300_000;
    private const int SerialBytes = 16;
    private const int EntryBytes = 40;
    private const string CrlNumber = "2.5.29.20";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <param name="about">Whose certificates the list is about.</param>
    /// <param name="by">Who signs; another than <paramref name="about"/> is a forger.</param>
    public static byte[] Make(LabIssuer about, LabIssuer by, IReadOnlyList<byte[]> serials, DateTimeOffset now)
    {
        var algorithm = by.Generator.GetSignatureAlgorithmIdentifier(HashAlgorithmName.SHA256);
        var list = Encode(writer =>
        {
            writer.WriteInteger(1); // version 2
            writer.WriteEncodedValue(algorithm);
            writer.WriteEncodedValue(about.Certificate.SubjectName.RawData);
            writer.WriteUtcTime(now.AddMinutes(-5));
            writer.WriteUtcTime(now.AddDays(1));
            // Left out when it is empty (§5.1.2.6).
            if (serials.Count > 0) writer.WriteEncodedValue(Entries(serials, now.AddHours(-1)));
            using (writer.PushSequence(Zero)) writer.WriteEncodedValue(Encode(extensions => WriteExtensions(extensions, about)));
        });
        return Encode(writer =>
        {
            writer.WriteEncodedValue(list);
            writer.WriteEncodedValue(algorithm);
            writer.WriteBitString(by.Generator.SignData(list, HashAlgorithmName.SHA256));
        });
    }

    public static byte[] MakeHuge(LabIssuer about, DateTimeOffset now)
    {
        var serials = new byte[HugeEntries][];
        for (var i = 0; i < HugeEntries; i++)
        {
            serials[i] = new byte[SerialBytes];
            serials[i][0] = 0x20; // no certificate of the lab begins so
            BinaryPrimitives.WriteInt32BigEndian(serials[i].AsSpan(SerialBytes - 4), i);
        }
        return Make(about, about, serials, now);
    }

    private static byte[] Entries(IReadOnlyList<byte[]> serials, DateTimeOffset since) => Encode(writer =>
    {
        foreach (var serial in serials)
        {
            using var entry = writer.PushSequence();
            writer.WriteInteger(serial);
            writer.WriteUtcTime(since);
        }
    }, serials.Count * EntryBytes);

    private static void WriteExtensions(AsnWriter writer, LabIssuer about)
    {
        var number = new AsnWriter(AsnEncodingRules.DER);
        number.WriteInteger(BigInteger.One);
        X509Extension[] extensions =
        [
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(about.Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false),
            new X509Extension(CrlNumber, number.Encode(), critical: false),
        ];
        foreach (var extension in extensions)
        {
            using var sequence = writer.PushSequence();
            writer.WriteObjectIdentifier(extension.Oid!.Value!);
            writer.WriteOctetString(extension.RawData);
        }
    }

    private static byte[] Encode(Action<AsnWriter> write, int expectedBytes = 0)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: expectedBytes);
        using (writer.PushSequence()) write(writer);
        return writer.Encode();
    }
}
