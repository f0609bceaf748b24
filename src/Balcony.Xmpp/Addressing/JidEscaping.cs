// XEP-0106: puts characters into a localpart that a localpart cannot hold.
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Addressing;

/// <summary>XEP-0106: user@other.example as a localpart is <c>user\40other.example</c>. For gateways and forms; routing never unescapes.</summary>
public static class JidEscaping
{
    private const string Escapable = " \"&'/:<>@\\";

    /// <summary>Makes a localpart out of any text. Escapes that the text seems to hold already are themselves escaped (§4.2).</summary>
    /// <exception cref="FormatException">The text begins or ends with a space (§4.1): the escaped form would not be a localpart's.</exception>
    public static string Escape(string text)
    {
        if (text.StartsWith(' ') || text.EndsWith(' ')) throw new FormatException("begins or ends with a space");
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            // §4.2: a backslash needs escaping only where it would otherwise be read as the start of an escape.
            if (Escapable.Contains(text[i], StringComparison.Ordinal) && (text[i] != '\\' || IsEscape(text, i)))
                escaped.Append(CultureInfo.InvariantCulture, $"\\{(int)text[i]:x2}");
            else escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> was given. What is no escape sequence stays as it is.</summary>
    public static string Unescape(string localpart)
    {
        if (!localpart.Contains('\\', StringComparison.Ordinal)) return localpart;
        var text = new StringBuilder(localpart.Length);
        for (var i = 0; i < localpart.Length; i++)
        {
            // §4.1: \20 at the beginning or end is not an escape.
            if (IsEscape(localpart, i) && Code(localpart, i) is var code && (code != ' ' || (i > 0 && i + 3 < localpart.Length)))
            {
                text.Append(code);
                i += 2;
            }
            else text.Append(localpart[i]);
        }
        return text.ToString();
    }

    // §3: exactly these ten, in lower case: \20 \22 \26 \27 \2f \3a \3c \3e \40 \5c.
    private static bool IsEscape(string text, int at) =>
        text[at] == '\\' && at + 2 < text.Length && char.IsAsciiHexDigitLower(text[at + 1]) && char.IsAsciiHexDigitLower(text[at + 2])
        && Escapable.Contains(Code(text, at), StringComparison.Ordinal);

    private static char Code(string text, int at) => (char)Convert.ToByte(text.Substring(at + 1, 2), 16);
}
