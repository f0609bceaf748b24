// RFC 4013 §3 and the passwords that people type.
using Balcony.Xmpp.Sasl;
using Xunit;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslPrepTests
{
    [Theory]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("I\u00ADX", "IX")]
    [InlineData("\u00AA", "a")]
    [InlineData("\u2168", "IX")]
    [InlineData(" a b ", " a b ")]
    [InlineData("a\u00A0b\u3000c", "a b c")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\uFF21\uFB01", "Afi")]
    [InlineData("\U0001F511", "\U0001F511")]
    [InlineData("\u2764\uFE0F", "\u2764")]
    [InlineData("\u0627\u0031", "\u06271")]
    public void Prepared(string text, string prepared)
    {
        Assert.True(SaslPrep.TryPrepare(text, out var found));
        Assert.Equal(prepared, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00AD")]
    [InlineData("\u0007")]
    [InlineData("a\u0000b")]
    [InlineData("a\u007F")]
    [InlineData("a\uD800")]
    [InlineData("\uDC00a")]
    [InlineData("a\uE000")]
    [InlineData("a\uFFFE")]
    [InlineData("a\uFFFD")]
    [InlineData("a\u202E")]
    [InlineData("a\U0001FFFF")]
    [InlineData("a\U000E0041")]
    public void Not_a_password(string text) => Assert.False(SaslPrep.TryPrepare(text, out _));

    [Fact]
    public void Two_spellings_of_one_password_are_one_password()
    {
        var keys = ScramKeys.Create(ScramHash.Sha256, "\u00E9t\u00E9", 10);
        Assert.True(keys.Verify("e\u0301te\u0301"));
        Assert.False(keys.Verify("ete"));
    }
}
