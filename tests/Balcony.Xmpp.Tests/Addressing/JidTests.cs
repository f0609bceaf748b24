// RFC 7622: addresses as a whole, with the examples of §3.5.
using System.Text;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class JidTests
{
    [Theory] // §3.5 table 1
    [InlineData("juliet@example.com", "juliet", "example.com", null)]
    [InlineData("juliet@example.com/foo", "juliet", "example.com", "foo")]
    [InlineData("juliet@example.com/foo bar", "juliet", "example.com", "foo bar")]
    [InlineData("juliet@example.com/foo@bar", "juliet", "example.com", "foo@bar")]
    [InlineData("foo\\20bar@example.com", "foo\\20bar", "example.com", null)]
    [InlineData("fussball@example.com", "fussball", "example.com", null)]
    [InlineData("fu\u00DFball@example.com", "fu\u00DFball", "example.com", null)]
    [InlineData("\u03C0@example.com", "\u03C0", "example.com", null)]
    [InlineData("\u03A3@example.com/foo", "\u03C3", "example.com", "foo")]
    [InlineData("\u03C3@example.com/foo", "\u03C3", "example.com", "foo")]
    [InlineData("\u03C2@example.com/foo", "\u03C2", "example.com", "foo")]
    [InlineData("king@example.com/\u265A", "king", "example.com", "\u265A")]
    [InlineData("example.com", null, "example.com", null)]
    [InlineData("example.com/foobar", null, "example.com", "foobar")]
    [InlineData("a.example.com/b@example.net", null, "a.example.com", "b@example.net")]
    // Erratum 4560: table 2 calls it wrong, but no rule of OpaqueString forbids a space in front.
    [InlineData("juliet@example.com/ foo", "juliet", "example.com", " foo")]
    [InlineData("juliet@example.com//@/", "juliet", "example.com", "/@/")]
    [InlineData("Juliet@EXAMPLE.com/Balcony", "juliet", "example.com", "Balcony")]
    public void An_address_has_these_parts(string text, string? local, string domain, string? resource)
    {
        var jid = Jid.Parse(text);
        Assert.Equal((local, domain, resource), (jid.Local, jid.Domain, jid.Resource));
    }

    [Theory] // §3.5 table 2, and more of the kind
    [InlineData("\"juliet\"@example.com")]
    [InlineData("foo bar@example.com")]
    [InlineData("@example.com/")]
    [InlineData("henry\u2163@example.com")]
    [InlineData("\u265A@example.com")]
    [InlineData("juliet@")]
    [InlineData("/foobar")]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("/")]
    [InlineData("@/")]
    [InlineData("@example.com")]
    [InlineData("example.com/")]
    [InlineData("juliet@example.com/")]
    [InlineData("juliet@/foo")]
    [InlineData("a@b@example.com")]
    [InlineData("juliet@example.com/a\tb")]
    [InlineData("juliet@example.com/\u200B")]
    [InlineData("juli\uD800et@example.com")]
    public void These_are_not_addresses(string text)
    {
        Assert.False(Jid.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Jid.Parse(text));
    }

    [Theory]
    [InlineData('"')]
    [InlineData('&')]
    [InlineData('\'')]
    [InlineData('/')]
    [InlineData(':')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('@')]
    public void Eight_characters_are_in_no_localpart_nor_are_their_full_width_forms(char excluded)
    {
        Assert.Throws<FormatException>(() => BareJid.Create($"a{excluded}b", "example.com"));
        Assert.Throws<FormatException>(() => BareJid.Create($"a{(char)(excluded + 0xFEE0)}b", "example.com"));
    }

    [Fact]
    public void A_part_has_at_most_1023_bytes_after_preparation()
    {
        var longest = new string('a', 1023);
        Assert.Equal(longest, Jid.Parse($"{longest}@example.com/{longest}").Local);
        Assert.False(Jid.TryParse($"{longest}a@example.com", out _));
        Assert.False(Jid.TryParse($"a@example.com/{longest}a", out _));
        // Full-width letters are three bytes before and one byte after.
        Assert.Equal(longest, Jid.Parse($"{new string('\uFF21', 1023)}@example.com").Local);
        // Two bytes a letter: 511 fit, 512 do not.
        Assert.True(Jid.TryParse($"{new string('\u03C0', 511)}@example.com", out _));
        Assert.False(Jid.TryParse($"{new string('\u03C0', 512)}@example.com", out _));
        var longName = string.Join('.', Enumerable.Repeat(new string('a', 63), 16))[..1023];
        Assert.Equal(longName, Jid.Parse(longName).Domain);
        Assert.False(Jid.TryParse(longName + "a", out _));
        Assert.False(Jid.TryParse(new string('a', 1_000_000), out _));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_no_address()
    {
        Assert.False(Jid.TryParse([(byte)'a', 0xC0, 0xAF, (byte)'@', (byte)'b'], out Jid? _));
        Assert.False(Jid.TryParse([(byte)'b', (byte)'/', 0xED, 0xA0, 0x80], out Jid? _));
    }

    [Fact]
    public void The_type_says_whether_there_is_a_resource()
    {
        var full = Assert.IsType<FullJid>(Jid.Parse("romeo@example.net/orchard"));
        Assert.Equal(BareJid.Parse("romeo@example.net"), full.Bare);
        Assert.Same(full.Bare, full.Bare.Bare);
        Assert.Equal(BareJid.Parse("example.net"), full.Host);
        Assert.Same(full.Host, full.Host.Host);
        Assert.Equal((true, false, false), (full.Host.IsDomain, full.Bare.IsDomain, full.IsDomain));
        Assert.False(BareJid.TryParse("romeo@example.net/orchard", out BareJid? _));
        Assert.False(FullJid.TryParse("romeo@example.net", out FullJid? _));
        Assert.False(Jid.Parse("example.net/x").IsDomain);
    }

    [Fact]
    public void Equal_addresses_are_equal_however_they_were_written()
    {
        Jid a = Jid.Parse("Romeo@Example.NET/x"), b = Jid.Parse("romeo@example.net./x"), c = Jid.Parse("romeo@example.net/X");
        Assert.True(a == b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a != c);
        Assert.False(a.Bare == a);
        Assert.False(a == null);
        Assert.True((Jid?)null == null);
    }

    [Fact]
    public void A_resource_is_prepared_when_it_is_added()
    {
        var bare = BareJid.Parse("juliet@example.com");
        Assert.Equal("juliet@example.com/a b", bare.WithResource("a\u00A0b").ToString());
        Assert.Equal("juliet@example.com/a@b/c", bare.WithResource("a@b/c").ToString());
        Assert.Throws<FormatException>(() => bare.WithResource(""));
        Assert.Throws<FormatException>(() => bare.WithResource("\u0007"));
        Assert.Throws<FormatException>(() => bare.WithResource(new string('a', 1024)));
    }

    [Theory]
    [InlineData("Juliet", "Capulet.LIT", "juliet@capulet.lit")]
    [InlineData(null, "Capulet.LIT", "capulet.lit")]
    public void An_address_can_be_made_from_its_parts(string? local, string domain, string address) =>
        Assert.Equal(address, BareJid.Create(local, domain).ToString());

    [Theory]
    [InlineData("", "example.com")]
    [InlineData("a@b", "example.com")]
    [InlineData("a/b", "example.com")]
    [InlineData("a", "b@example.com")]
    [InlineData("a", "example.com/b")]
    [InlineData(null, "a@example.com")]
    [InlineData("a", "")]
    public void A_part_cannot_bring_another_part_with_it(string? local, string domain) =>
        Assert.Throws<FormatException>(() => BareJid.Create(local, domain));

    [Fact]
    public void The_bytes_are_ready_for_text_and_for_attributes()
    {
        var jid = Jid.Parse("a@example.com/<\u03C0 & 'x' \"y\">");
        Assert.Equal("a@example.com/<\u03C0 & 'x' \"y\">", Encoding.UTF8.GetString(jid.Utf8));
        Assert.Equal("a@example.com/&lt;\u03C0 &amp; &apos;x&apos; &quot;y&quot;&gt;", Encoding.UTF8.GetString(jid.Utf8Escaped));
        Assert.True(jid.Bare.Utf8Escaped == jid.Bare.Utf8);
    }
}
