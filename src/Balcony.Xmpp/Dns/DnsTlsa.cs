// RFC 6698 §2: a TLSA record.
namespace Balcony.Xmpp.Dns;

/// <summary>The numbers as they came, known or not; what to make of them is the verifier's business (RFC 7671).</summary>
/// <param name="Usage">0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE.</param>
/// <param name="Selector">0 the certificate, 1 its SubjectPublicKeyInfo.</param>
/// <param name="MatchingType">0 all of it, 1 SHA-256, 2 SHA-512.</param>
/// <param name="Data">What must match.</param>
public sealed record DnsTlsa(byte Usage, byte Selector, byte MatchingType, ReadOnlyMemory<byte> Data)
{
    public override string ToString() => $"{Usage} {Selector} {MatchingType} {Convert.ToHexStringLower(Data.Span)}";

    internal static bool TryRead(ReadOnlySpan<byte> data, out DnsTlsa tlsa)
    {
        tlsa = null!;
        if (data.Length < 4) return false;
        tlsa = new DnsTlsa(data[0], data[1], data[2], data[3..].ToArray());
        return true;
    }
}

// RFC 1035 §3.3.14: strings with their lengths before them.
internal static class DnsText
{
    public static bool TryRead(ReadOnlySpan<byte> data, out string text)
    {
        var read = new System.Text.StringBuilder();
        text = "";
        while (!data.IsEmpty)
        {
            var length = data[0];
            if (data.Length < 1 + length) return false;
            read.Append(System.Text.Encoding.Latin1.GetString(data.Slice(1, length)));
            data = data[(1 + length)..];
        }
        text = read.ToString();
        return true;
    }
}
