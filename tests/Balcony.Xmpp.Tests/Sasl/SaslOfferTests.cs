// The stream features of RFC 6120 §6.4.1 and XEP-0440 §2, as XML.
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Sasl;

public sealed class SaslOfferTests
{
    [Theory]
    [InlineData("SCRAM-SHA-1-PLUS SCRAM-SHA-1", "tls-exporter tls-server-end-point",
        "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'><channel-binding type='tls-exporter'/><channel-binding type='tls-server-end-point'/>"
        + "</sasl-channel-binding><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1-PLUS</mechanism>"
        + "<mechanism>SCRAM-SHA-1</mechanism></mechanisms>")]
    [InlineData("PLAIN", "", "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>")]
    public void Golden(string mechanisms, string types, string xml)
    {
        var offer = new SaslOffer(mechanisms.Split(' '), types.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        using var writer = new XmlWriter();
        offer.Write(writer);
        Assert.Equal(xml, System.Text.Encoding.UTF8.GetString(writer.Written.Span));

        var read = SaslOffer.Read(XmlElement.Parse($"<stream:features xmlns:stream='{XmlElement.StreamNs}'>{xml}</stream:features>"))!;
        Assert.Equal(offer.Mechanisms, read.Mechanisms);
        Assert.Equal(offer.ChannelBindingTypes, read.ChannelBindingTypes);
    }

    [Fact]
    public void Features_without_mechanisms_are_no_offer() =>
        Assert.Null(SaslOffer.Read(XmlElement.Parse($"<stream:features xmlns:stream='{XmlElement.StreamNs}'/>")));

    [Fact]
    public void Without_a_channel_to_bind_to_nothing_of_it_is_offered()
    {
        var offer = SaslOffer.For(SaslMechanism.Scram, ChannelBindings.None);
        Assert.Equal(["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"], offer.Mechanisms);
        Assert.Empty(offer.ChannelBindingTypes);
    }
}
