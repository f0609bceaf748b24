// RFC 5802 §5.1: the random part of an exchange, one from each end.
using System.Buffers;
using System.Security.Cryptography;

namespace Balcony.Xmpp.Sasl;

internal static class ScramNonce
{
    // printable = %x21-2B / %x2D-7E: ASCII that is seen, without the comma.
    private static readonly SearchValues<byte> Printable =
        SearchValues.Create([.. Enumerable.Range(0x21, 0x7F - 0x21).Where(value => value != ',').Select(value => (byte)value)]);

    /// <summary>144 random bits in 24 characters.</summary>
    public static string Create()
    {
        Span<byte> random = stackalloc byte[18];
        RandomNumberGenerator.Fill(random);
        return Convert.ToBase64String(random);
    }

    public static bool IsValid(ReadOnlySpan<byte> nonce) => !nonce.IsEmpty && !nonce.ContainsAnyExcept(Printable);
}
