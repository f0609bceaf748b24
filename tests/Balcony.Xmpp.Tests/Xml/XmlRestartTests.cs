// RFC 6120 §4.3.3: one stream after another on the same connection.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public sealed class XmlRestartTests
{
    private const string Header = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    [Theory]
    [InlineData("\n")]
    [InlineData(" \r\n\t")]
    [InlineData("")]
    public void Whitespace_after_the_old_stream_is_not_part_of_the_new_one(string between)
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        Read(reader, Header + "<auth/>");
        reader.Restart();
        Assert.Equal(XmlReadKind.StreamOpen, Read(reader, between + Header));

        // However it is cut.
        reader.Restart();
        var kinds = (between + Header).Select(letter => Read(reader, letter.ToString())).ToList();
        Assert.Equal(XmlReadKind.StreamOpen, kinds[^1]);
        Assert.All(kinds[..^1], kind => Assert.Equal(XmlReadKind.NeedMoreData, kind));
    }

    [Fact]
    public void Before_the_first_stream_it_is_an_error()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        Assert.Throws<StreamException>(() => Read(reader, "\n" + Header));
    }

    private static XmlReadKind Read(XmlStreamReader reader, string text)
    {
        ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(text);
        var last = XmlReadKind.NeedMoreData;
        while (reader.Read(ref input) is { Kind: not XmlReadKind.NeedMoreData } next) last = next.Kind;
        return last;
    }

    [Fact]
    public void The_same_bytes_under_another_header_are_another_element()
    {
        foreach (var ns in new[] { "urn:xmpp:sm:3", "urn:xmpp:sm:2", "urn:xmpp:sm:3" })
        {
            using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
            ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(
                $"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:sm='{ns}'><sm:r/><sm:r/>");
            Assert.Equal(XmlReadKind.StreamOpen, reader.Read(ref input).Kind);
            Assert.Equal(ns, reader.Read(ref input).Element!.Namespace);
            Assert.Equal(ns, reader.Read(ref input).Element!.Namespace);
        }
    }
}
