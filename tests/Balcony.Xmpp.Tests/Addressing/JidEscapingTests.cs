// XEP-0106: escaping of localparts, with its examples.
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class JidEscapingTests
{
    [Theory]
    [InlineData("space cadet", "space\\20cadet")]
    [InlineData("call me \"ishmael\"", "call\\20me\\20\\22ishmael\\22")]
    [InlineData("at&t guy", "at\\26t\\20guy")]
    [InlineData("d'artagnan", "d\\27artagnan")]
    [InlineData("/.fanboy", "\\2f.fanboy")]
    [InlineData("::foo::", "\\3a\\3afoo\\3a\\3a")]
    [InlineData("<foo>", "\\3cfoo\\3e")]
    [InlineData("user@host", "user\\40host")]
    [InlineData("c:\\net", "c\\3a\\net")]
    [InlineData("c:\\\\net", "c\\3a\\\\net")]
    [InlineData("c:\\cool stuff", "c\\3a\\cool\\20stuff")]
    [InlineData("c:\\5commas", "c\\3a\\5c5commas")]
    [InlineData("\\3and\\2is\\5cool", "\\5c3and\\2is\\5c5cool")]
    [InlineData("\\2plus\\2is\\4", "\\2plus\\2is\\4")]
    [InlineData("foo\\bar", "foo\\bar")]
    [InlineData("foob\\41r", "foob\\41r")]
    [InlineData("\\5c", "\\5c5c")]
    [InlineData("\\2F", "\\2F")]
    public void Text_is_escaped_and_comes_back(string text, string localpart)
    {
        Assert.Equal(localpart, JidEscaping.Escape(text));
        Assert.Equal(text, JidEscaping.Unescape(localpart));
    }

    [Theory]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData(" ")]
    public void A_space_at_either_end_has_no_escaped_form(string text) => Assert.Throws<FormatException>(() => JidEscaping.Escape(text));

    [Theory]
    [InlineData("\\20a")]
    [InlineData("a\\20")]
    [InlineData("\\20")]
    public void A_space_escape_at_either_end_is_none(string localpart) => Assert.Equal(localpart, JidEscaping.Unescape(localpart));

    [Fact]
    public void What_was_escaped_is_a_localpart() =>
        Assert.Equal("d\\27artagnan\\40gascon.fr", BareJid.Create(JidEscaping.Escape("d'artagnan@gascon.fr"), "gateway.lit").Local);
}
