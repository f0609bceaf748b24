// What holds for any address whatever: preparation is stable, and nothing else comes out of it.
using System.Text;
using Balcony.Xmpp.Addressing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class JidPropertyTests
{
    // Any code point, with those that the rules are about more often than chance would have them.
    private static readonly int[] Interesting =
    [
        'a', 'Z', '0', '-', '.', '@', '/', '[', ' ', '&', 'l', 0xAD, 0xB7, 0xDF, 0x130, 0x131, 0x301, 0x307, 0x308, 0x345, 0x375, 0x391,
        0x3A3, 0x3C2, 0x3C3, 0x5D0, 0x5F3, 0x627, 0x628, 0x661, 0x6F1, 0x915, 0x94D, 0x1100, 0x1161, 0x13A0, 0x13F8, 0x1E9E, 0x1FB3, 0x1FBC,
        0x200B, 0x200C, 0x200D, 0x212A, 0x2163, 0x265A, 0x3000, 0x3002, 0x30AB, 0x30FB, 0xAB70, 0xAC00, 0xFB01, 0xFE0F, 0xFF0E, 0xFF21,
        0xFF76, 0xFF9E, 0xFFFD, 0x10400, 0x1F434, 0xE0001,
    ];

    private static readonly Gen<string> AnyText = Gen.Frequency(
            (3, Gen.Elements(Interesting)), (2, Gen.Choose(0x20, 0x7E)), (2, Gen.Choose(0x80, 0x2FFF)), (1, Gen.Choose(0, 0x10FFFF)))
        .Where(Rune.IsValid).Select(value => new Rune(value).ToString()).ListOf().Select(string.Concat);

    private static readonly Gen<string> AnyAddress = Gen.Frequency(
        (1, AnyText),
        (3, AnyText.Select(local => local + "@capulet.lit")),
        (2, AnyText.Select(domain => "juliet@" + domain)),
        (2, AnyText.Select(resource => "juliet@capulet.lit/" + resource)));

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(8);

    [Fact]
    public void An_address_reads_back_as_itself() => Prop.ForAll(AnyAddress.ToArbitrary(), text =>
    {
        if (!Jid.TryParse(text, out var jid)) return true;
        return Jid.Parse(jid.ToString()) == jid && Jid.Parse(jid.ToString()).ToString() == jid.ToString()
            && jid.GetType() == Jid.Parse(jid.ToString()).GetType() && Encoding.UTF8.GetString(jid.Utf8) == jid.ToString();
    }).Check(Thorough);

    [Fact]
    public void Every_single_code_point_is_prepared_stably_in_every_part()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value)) continue;
            var text = new Rune(value).ToString();
            if (UsernameCaseMapped.TryPrepare(text, out var name))
                Assert.True(UsernameCaseMapped.TryPrepare(name, out var again) && again == name, $"U+{value:X4} in a name");
            if (OpaqueString.TryPrepare(text, out var free))
                Assert.True(OpaqueString.TryPrepare(free, out var again) && again == free, $"U+{value:X4} in a resource");
            if (Domainpart.TryPrepare(text, out var domain))
                Assert.True(Domainpart.TryPrepare(domain, out var again) && again == domain, $"U+{value:X4} in a domain");
        }
    }

    [Fact]
    public void The_parts_make_the_address() => Prop.ForAll(AnyAddress.ToArbitrary(), text =>
    {
        if (!Jid.TryParse(text, out var jid)) return true;
        var bare = BareJid.Create(jid.Local, jid.Domain);
        return bare == jid.Bare && (jid.Resource is null ? jid == bare : bare.WithResource(jid.Resource) == jid);
    }).Check(Thorough);

    [Fact]
    public void Escaping_comes_back() => Prop.ForAll(AnyText.Where(text => !text.StartsWith(' ') && !text.EndsWith(' ')).ToArbitrary(),
        text => JidEscaping.Unescape(JidEscaping.Escape(text)) == text).Check(Thorough);

    [Fact]
    public void Every_domain_survives_the_way_through_the_DNS() => Prop.ForAll(AnyText.ToArbitrary(), text =>
    {
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal)) return true;
        if (!Domainpart.TryPrepare(text, out var domain) || Ascii.IsValid(domain) || domain.Contains('.', StringComparison.Ordinal)) return true;
        return Punycode.TryEncode(domain, out var encoded) && Domainpart.TryPrepare(Idna.Prefix + encoded, out var back) && back == domain;
    }).Check(Thorough);
}
