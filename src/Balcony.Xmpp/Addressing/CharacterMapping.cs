// The mappings of RFC 8265 §3.3: full-width and half-width forms to their ordinary ones, upper case to lower.
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class CharacterMapping
{
    /// <summary>Maps full-width ASCII and half-width katakana. Other width variants map to what no identifier may hold, and stay.</summary>
    public static string MapWidth(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF9F')) return text;
        return string.Create(text.Length, text, static (mapped, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                mapped[i] = source[i] switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                    >= '\uFF61' and <= '\uFF9F' => source.Substring(i, 1).Normalize(NormalizationForm.FormKC)[0],
                    var other => other,
                };
            }
        });
    }

    /// <summary>Unicode toLowerCase without context: a capital sigma becomes U+03C3 everywhere, so that mapping twice changes nothing.</summary>
    public static string MapCase(string text)
    {
        var lower = new StringBuilder(text.Length + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            // The one code point whose full lower case is two; the framework leaves it alone, for Turkish.
            if (rune.Value == 0x130) lower.Append("i\u0307");
            else lower.Append(Rune.ToLowerInvariant(rune));
        }
        return lower.ToString();
    }
}
