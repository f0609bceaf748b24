// RFC 6120 §6.4.2: how SASL data travels in XML.
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Sasl;

/// <summary>Base64 as the SASL profile of XMPP has it: no whitespace, padding required, <c>=</c> for data that is present and empty.</summary>
public static class SaslBase64
{
    /// <summary>Decodes the text of <c>auth</c> (when it has any), <c>challenge</c>, <c>response</c> or <c>success</c>.</summary>
    /// <returns>False: answer with <see cref="SaslCondition.IncorrectEncoding"/>.</returns>
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? data)
    {
        if (text is "" or "=")
        {
            data = [];
            return true;
        }
        data = null;
        // Convert would skip whitespace; RFC 6120 §6.4.2 allows none.
        if (text.AsSpan().ContainsAny(" \t\r\n")) return false;
        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out var length)) return false;
        data = buffer.AsSpan(0, length).ToArray();
        return true;
    }

    /// <summary>Encodes data of an <c>auth</c> or <c>success</c>, where nothing and empty differ.</summary>
    public static string EncodePresent(ReadOnlySpan<byte> data) => data.IsEmpty ? "=" : Convert.ToBase64String(data);

    internal static byte[] ToUtf8(ReadOnlySpan<byte> data)
    {
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(data.Length)];
        Base64.EncodeToUtf8(data, text, out _, out _);
        return text;
    }

    /// <summary>Decodes an attribute of SCRAM, none of which may be empty.</summary>
    internal static bool TryDecodeUtf8(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? data) =>
        TryDecode(Encoding.ASCII.GetString(text), out data) && data.Length > 0;
}
