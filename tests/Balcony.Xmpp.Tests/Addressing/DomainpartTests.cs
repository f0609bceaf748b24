// RFC 7622 §3.2: domain names in U-labels, IP addresses.
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class DomainpartTests
{
    [Theory]
    [InlineData("localhost", "localhost")]
    [InlineData("EXAMPLE.Com", "example.com")]
    [InlineData("example.com.", "example.com")]
    [InlineData("1.example", "1.example")]
    [InlineData("a-b.example", "a-b.example")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("[2001:DB8::1]", "[2001:db8::1]")]
    [InlineData("[2001:0db8:0:0:0:0:0:1]", "[2001:db8::1]")]
    [InlineData("[::ffff:192.0.2.1]", "[::ffff:192.0.2.1]")]
    // A-labels and U-labels are one name, kept as U-labels
    [InlineData("b\u00FCcher.example", "b\u00FCcher.example")]
    [InlineData("xn--bcher-kva.example", "b\u00FCcher.example")]
    [InlineData("XN--BCHER-KVA.example", "b\u00FCcher.example")]
    [InlineData("B\u00DCCHER.example", "b\u00FCcher.example")]
    [InlineData("bu\u0308cher.example", "b\u00FCcher.example")]
    [InlineData("fu\u00DFball.example", "fu\u00DFball.example")]
    [InlineData("xn--fuball-cta.example", "fu\u00DFball.example")]
    [InlineData("xn--maana-pta.com", "ma\u00F1ana.com")]
    [InlineData("xn--ihqwcrb4cv8a8dqg056pqjye.example", "\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587.example")] // RFC 3492 §7.1 (B)
    [InlineData("xn--egbpdaj6bu4bxfgehfvwxn", "\u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F", false)] // (A): ends in a question mark
    [InlineData("xn--4dbcagdahymbxekheh6e0a7fei0b", "\u05DC\u05DE\u05D4\u05D4\u05DD\u05E4\u05E9\u05D5\u05D8\u05DC\u05D0\u05DE\u05D3\u05D1\u05E8\u05D9\u05DD\u05E2\u05D1\u05E8\u05D9\u05EA")] // (E)
    // RFC 5895: width and the ideographic full stop
    [InlineData("\uFF45\uFF58\u3002\uFF43\uFF4F\uFF4D", "ex.com")]
    [InlineData("ex\uFF0Ecom\u3002", "ex.com")]
    // Contextual rules
    [InlineData("col\u00B7la.cat", "col\u00B7la.cat")]
    [InlineData("co\u00B7lla.cat", null)]
    // Cherokee folds to its capitals
    [InlineData("\u13A0\u13A1.example", "\u13A0\u13A1.example")]
    [InlineData("\uAB70.example", null)]
    // Bidi: a digit in front is fine, but not beside a right-to-left label
    [InlineData("9abc.example", "9abc.example")]
    [InlineData("\u05D0\u05D1.example", "\u05D0\u05D1.example")]
    [InlineData("9abc.\u05D0\u05D1", null)]
    [InlineData("\u05D0a.example", null)]
    // What is no name
    [InlineData(".", null)]
    [InlineData("..", null)]
    [InlineData("a..", null)]
    [InlineData("a..b", null)]
    [InlineData(".a", null)]
    [InlineData("\u3002a", null)]
    [InlineData("-a.example", null)]
    [InlineData("a-.example", null)]
    [InlineData("ab--cd.example", null)]
    [InlineData("a_b.example", null)]
    [InlineData("a b.example", null)]
    [InlineData("a%.example", null)]
    [InlineData("xn--.example", null)]
    [InlineData("xn--a.example", null)]
    [InlineData("xn--abc-.example", null)]                     // an A-label for ASCII
    [InlineData("xn--i-7iq.example", null)]                    // I and a heart
    [InlineData("xn--99999999999.example", null)]
    [InlineData("\u2665.example", null)]
    [InlineData("\u0301a.example", null)]                      // begins with a mark
    [InlineData("\u00FC--a.example", "\u00FC--a.example")]
    [InlineData("a\u00FC--a.example", null)]                   // hyphens in third and fourth place
    [InlineData("\u1FB3.example", null)]                       // case folding would split the iota
    [InlineData("a\u200D.example", null)]
    [InlineData("[::1", null)]
    [InlineData("[]", null)]
    [InlineData("[::1]a", null)]
    [InlineData("[1.2.3.4]", null)]
    [InlineData("[fe80::1%eth0]", null)]
    [InlineData("[::1]:5222", null)]
    [InlineData("[:::]", null)]
    [InlineData("::1", null)]
    [InlineData("example.com:5222", null)]
    public void A_domain_becomes(string text, string? expected, bool isValid = true)
    {
        Jid.TryParse(text, out var jid);
        Assert.Equal(isValid ? expected : null, jid?.Domain);
    }

    [Fact]
    public void A_label_takes_at_most_63_bytes_as_the_DNS_writes_it()
    {
        Assert.True(Jid.TryParse(new string('a', 63) + ".example", out _));
        Assert.False(Jid.TryParse(new string('a', 64) + ".example", out _));
        Assert.True(Jid.TryParse(new string('\u00FC', 30) + ".example", out _));
        Assert.False(Jid.TryParse(new string('\u00FC', 60) + ".example", out _));
    }
}
