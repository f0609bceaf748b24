// Names: from a domain of XMPP to what is asked for, and on the wire.
using Balcony.Xmpp.Dns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Xmpp.Tests.Dns;

public class DnsNamesTests
{
    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData("Example.ORG.", "example.org")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData("bücher。example", "xn--bcher-kva.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("faß.example", "xn--fa-hia.example")] // IDNA2008 keeps it; IdnMapping would make "fass" of it
    [InlineData("_xmpp-server._tcp.bücher.example", "_xmpp-server._tcp.xn--bcher-kva.example")]
    [InlineData("_5269._tcp.xmpp.example.org", "_5269._tcp.xmpp.example.org")]
    [InlineData(".", ".")]
    public void A_domain_becomes_the_name_to_ask_for(string domain, string name)
    {
        Assert.True(DnsNames.TryPrepare(domain, out var prepared));
        Assert.Equal(name, prepared);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".example")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a\\.b")]
    [InlineData("192.0.2.1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("2001:db8::1")]
    [InlineData("♥.example")] // a symbol is in no U-label
    [InlineData("a@b")]
    [InlineData("*.example")]
    public void What_can_be_no_name_is_not_asked_for(string domain) => Assert.False(DnsNames.TryPrepare(domain, out _));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_at_most_63_bytes(int length, bool isName) => Assert.Equal(isName, DnsNames.TryPrepare(new string('a', length) + ".example", out _));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void A_name_has_at_most_255_bytes_on_the_wire(int length, bool isName)
    {
        var name = string.Concat(Enumerable.Repeat("aaaaaaaaa.", 40))[..(length - 1)] + "a";

        Assert.Equal(isName, DnsNames.TryPrepare(name, out _));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("[2001:DB8::1]", "2001:db8::1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void An_address_is_recognised(string text, string address)
    {
        Assert.True(DnsNames.TryAddress(text, out var read));
        Assert.Equal(address, read.ToString());
    }

    [Theory]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("2130706433")]
    [InlineData("[192.0.2.1]")]
    [InlineData("1.2.3.4.example")]
    public void What_only_inet_aton_takes_for_an_address_is_a_name(string text) => Assert.False(DnsNames.TryAddress(text, out _));

    [Fact]
    public void Any_name_is_read_as_it_was_written()
    {
        var label = from length in Gen.Choose(1, 20) from text in Gen.Elements("abcz019-_".ToCharArray()).ArrayOf(length) select new string(text);
        var name = from count in Gen.Choose(1, 8) from labels in label.ArrayOf(count) select string.Join('.', labels);
        Check.QuickThrowOnFailure(Prop.ForAll(name.ToArbitrary(), text =>
        {
            var wire = new byte[255];
            int length = DnsNames.Write(text, wire), at = 0;
            return DnsNames.TryRead(wire.AsSpan(0, length), ref at, out var read) && read == text && at == length;
        }));
    }

    [Fact]
    public void Labels_with_odd_bytes_are_told_from_two_labels()
    {
        byte[] wire = [3, (byte)'a', (byte)'.', (byte)'B', 2, 0xFF, (byte)'\\', 0];
        var at = 0;

        Assert.True(DnsNames.TryRead(wire, ref at, out var name));
        Assert.Equal(@"a\046b.\255\092", name);
    }

    [Theory]
    [InlineData("C000")] // at itself
    [InlineData("0161C000")] // a loop through a label
    [InlineData("C002C000")] // forward, and back
    [InlineData("C0")] // half a pointer
    [InlineData("C00F")] // behind the end
    [InlineData("03616200")] // a label that is cut off
    [InlineData("0161")] // no end
    [InlineData("")]
    [InlineData("4161")] // the two bits that mean nothing
    [InlineData("8161")]
    public void A_broken_name_is_not_read(string hex)
    {
        var at = 0;

        Assert.False(DnsNames.TryRead(Convert.FromHexString(hex), ref at, out _));
    }

    [Fact]
    public void Pointers_cannot_make_a_name_longer_than_a_name()
    {
        // Each name is a label and a pointer to the name before: the 128th would have 256 bytes.
        var wire = new List<byte> { 0 };
        var last = 0;
        for (var i = 0; i < 200; i++)
        {
            var here = wire.Count;
            wire.AddRange([1, (byte)'a', .. WireMessage.Pointer(last)]);
            last = here;
        }
        var at = last;

        Assert.False(DnsNames.TryRead(wire.ToArray(), ref at, out _));
    }
}
