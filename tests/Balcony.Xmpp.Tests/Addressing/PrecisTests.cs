// RFC 8264 and 8265: what the two profiles make of a string.
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class PrecisTests
{
    [Theory] // RFC 8265 §3.5, tables 1 and 2
    [InlineData("juliet@example.com", "juliet@example.com")]
    [InlineData("fussball", "fussball")]
    [InlineData("fu\u00DFball", "fu\u00DFball")]
    [InlineData("\u03C0", "\u03C0")]
    [InlineData("\u03A3", "\u03C3")]
    [InlineData("\u03C3", "\u03C3")]
    [InlineData("\u03C2", "\u03C2")]
    [InlineData("foo bar", null)]
    [InlineData("", null)]
    [InlineData("henry\u2163", null)]
    [InlineData("\u265A", null)]
    // Mapping and normalization
    [InlineData("\uFF2A\uFF35\uFF2C\uFF29\uFF25\uFF34", "juliet")]
    [InlineData("\uFF76\uFF9E", "\u30AC")]                     // half-width ka and voiced mark: one katakana ga
    [InlineData("A\u030A", "\u00E5")]
    [InlineData("\u0391\u03A3", "\u03B1\u03C3")]              // no final sigma: mapping has no context
    [InlineData("\u0130", "i\u0307")]
    [InlineData("\u0410\u0411", "\u0430\u0431")]
    // Categories
    [InlineData("\u212A", null)]                               // KELVIN SIGN has a compatibility form
    [InlineData("\uFB01", null)]                               // ligature fi
    [InlineData("\u1100\u1161", null)]                         // conjoining jamo
    [InlineData("\uAC00", "\uAC00")]
    [InlineData("a\u00AD", null)]                              // SOFT HYPHEN is ignorable
    [InlineData("a\u200B", null)]
    [InlineData("a\uFE0F", null)]
    [InlineData("\u0640", null)]
    [InlineData("\u3007", "\u3007")]
    [InlineData("\u0378", null)]                               // unassigned
    [InlineData("\uFDD0", null)]                               // noncharacter
    [InlineData("\uE000", null)]                               // private use
    [InlineData("\uD83D\uDC34", null)]                         // a horse is a symbol
    [InlineData("\uD801\uDC00", "\uD801\uDC28")]               // DESERET CAPITAL LETTER LONG I
    [InlineData("a\u20DD", null)]                              // enclosing mark
    // Contextual rules
    [InlineData("l\u00B7l", "l\u00B7l")]
    [InlineData("L\u00B7L", null)]                             // rule A.3 asks for small letters, and is asked before case mapping
    [InlineData("a\u00B7l", null)]
    [InlineData("\u0375\u03B1", "\u0375\u03B1")]
    [InlineData("\u0375a", null)]
    [InlineData("\u05D0\u05F3", "\u05D0\u05F3")]
    [InlineData("a\u05F3", null)]
    [InlineData("\u30AB\u30FB", "\u30AB\u30FB")]
    [InlineData("a\u30FB", null)]
    [InlineData("\u0627\u0661", "\u0627\u0661")]
    [InlineData("\u0627\u0661\u06F1", null)]
    [InlineData("\u0915\u094D\u200D", "\u0915\u094D\u200D")]   // virama, ZWJ
    [InlineData("\u0915\u200D", null)]
    [InlineData("\u0628\u200C\u0628", "\u0628\u200C\u0628")]   // dual-joining on both sides
    [InlineData("\u0628\u064B\u200C\u064B\u0628", "\u0628\u064B\u200C\u064B\u0628")]
    [InlineData("\u0627\u200C\u0628", null)]                   // alef does not join forward
    [InlineData("a\u200Cb", null)]
    // Directionality (RFC 5893 §2)
    [InlineData("\u05D0\u05D1", "\u05D0\u05D1")]
    [InlineData("\u05D0a", null)]
    [InlineData("a\u05D0", null)]
    [InlineData("1\u05D0", null)]
    [InlineData("\u05D01", "\u05D01")]
    [InlineData("\u05D0.", null)]
    [InlineData("\u05D0.1", "\u05D0.1")]
    [InlineData("\u0627\u06611", null)]
    public void A_user_name_becomes(string text, string? expected)
    {
        UsernameCaseMapped.TryPrepare(text, out var prepared);
        Assert.Equal(expected, prepared);
    }

    [Theory] // RFC 8265 §4.3, tables 3 and 4
    [InlineData("correct horse battery staple", "correct horse battery staple")]
    [InlineData("Correct Horse Battery Staple", "Correct Horse Battery Staple")]
    [InlineData("\u03C0\u00DF\u00E5", "\u03C0\u00DF\u00E5")]
    [InlineData("Jack of \u2666s", "Jack of \u2666s")]
    [InlineData("foo\u1680bar", "foo bar")]
    [InlineData("", null)]
    [InlineData("my cat is a \u0009by", null)]
    // more
    [InlineData("\u3000", " ")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u2163\uFF21", "\u2163\uFF21")]               // compatibility forms stay as they are
    [InlineData("\uD83D\uDC34", "\uD83D\uDC34")]
    [InlineData("\u05D0a", "\u05D0a")]                         // no directionality rule
    [InlineData("a\u200Db", null)]
    [InlineData("\u1100", null)]
    [InlineData("\u2028", null)]                               // LINE SEPARATOR
    [InlineData("\u007F", null)]
    [InlineData("a\uFFFE", null)]                              // a noncharacter
    public void Free_text_becomes(string text, string? expected)
    {
        OpaqueString.TryPrepare(text, out var prepared);
        Assert.Equal(expected, prepared);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Assert.False(OpaqueString.TryPrepare("a\uDC00", out _));
        Assert.False(UsernameCaseMapped.TryPrepare("\uD83Da", out _));
    }
}
