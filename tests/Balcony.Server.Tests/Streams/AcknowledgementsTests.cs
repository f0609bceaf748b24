// XEP-0198 §4: what is owed is told once, the latest counts, and nothing that was said is taken back.
using System.Text;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Streams;

public class AcknowledgementsTests
{
    private readonly Acknowledgements _acknowledgements = new(new TestClock());

    [Fact]
    public void Only_the_first_of_several_makes_a_debt()
    {
        Assert.True(_acknowledgements.Owe(1));
        Assert.False(_acknowledgements.Owe(3));
        Assert.False(_acknowledgements.Owe(2));
        Assert.Equal("<a xmlns='urn:xmpp:sm:3' h='3'/>", Written());
        Assert.Equal("", Written());
        Assert.Null(_acknowledgements.OwedSince);
    }

    [Fact]
    public void A_count_that_was_overtaken_takes_nothing_back()
    {
        _acknowledgements.Owe(5);
        Written();
        _acknowledgements.Owe(4);
        Assert.Equal("<a xmlns='urn:xmpp:sm:3' h='5'/>", Written());
    }

    [Fact]
    public void Counts_go_round()
    {
        _acknowledgements.Owe(uint.MaxValue);
        Written();
        _acknowledgements.Owe(0);
        Assert.Equal("<a xmlns='urn:xmpp:sm:3' h='0'/>", Written());
    }

    [Fact]
    public void The_other_end_is_asked_once_until_it_answers()
    {
        var pace = new AcknowledgementPace(2, TimeSpan.FromMinutes(1));
        Assert.Equal(["", "<r xmlns='urn:xmpp:sm:3'/>", ""], new[] { 1, 1, 2 }.Select(stanzas => Written(writer => _acknowledgements.AskAfter(writer, stanzas, pace))));
        _acknowledgements.Answered();
        Assert.Equal("<r xmlns='urn:xmpp:sm:3'/>", Written(writer => _acknowledgements.AskAfter(writer, 1, pace)));
    }

    private string Written() => Written(_acknowledgements.WriteOwed);

    private static string Written(Action<XmlWriter> write)
    {
        using var writer = new XmlWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
