// The form of an address inside an XML attribute, made once per address so that routing copies bytes.
using System.Buffers;

namespace Balcony.Xmpp.Addressing;

internal static class AttributeEscaping
{
    // Both quotes, so that one form serves attributes quoted either way. Control characters are in no address.
    private static readonly SearchValues<byte> Special = SearchValues.Create("&<>'\""u8);

    /// <returns>The same array when there is nothing to escape.</returns>
    public static byte[] Escape(byte[] utf8)
    {
        if (utf8.AsSpan().IndexOfAny(Special) < 0) return utf8;
        var escaped = new List<byte>(utf8.Length + 16);
        foreach (var b in utf8)
        {
            var entity = b switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'\'' => "&apos;"u8,
                (byte)'"' => "&quot;"u8,
                _ => default,
            };
            if (entity.IsEmpty) escaped.Add(b);
            else escaped.AddRange(entity);
        }
        return [.. escaped];
    }
}
