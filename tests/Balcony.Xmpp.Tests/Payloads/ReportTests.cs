// XEP-0377: reports in blocks.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class ReportTests
{
    private static readonly Jid Romeo = Jid.Parse("romeo@example.net");

    [Fact]
    public void A_report()
    {
        Golden.Check(new Report(Report.Spam), "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/>");
        Golden.Check(
            new Report(Report.Abuse)
            {
                StanzaIds = [new StanzaId("28482", Romeo)],
                Texts = [new ReportText("Never came trouble.", "en"), new ReportText("...")],
                MayTellOrigin = true,
                MayTellThirdParties = true,
            },
            "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'><stanza-id xmlns='urn:xmpp:sid:0' id='28482' by='romeo@example.net'/>"
            + "<text xml:lang='en'>Never came trouble.</text><text>...</text><report-origin/><third-party/></report>");
    }

    [Fact]
    public void A_report_in_a_block()
    {
        var read = Golden.Check(
            new Block([Romeo, Jid.Parse("iago.lit")]) { Reports = [new BlockReport(Romeo, new Report(Report.Spam))] },
            "<block xmlns='urn:xmpp:blocking'><item jid='romeo@example.net'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/></item>"
            + "<item jid='iago.lit'/></block>");
        Assert.Equal((Romeo, Report.Spam), (Assert.Single(read.Reports).Contact, read.Reports[0].Report.Reason));
    }

    [Theory]
    [InlineData("<report xmlns='urn:xmpp:reporting:1'/>", "bad-request")]
    [InlineData("<report xmlns='urn:xmpp:reporting:1' reason='r'><stanza-id xmlns='urn:xmpp:sid:0' id='1' by='@'/></report>", "jid-malformed")]
    public void A_broken_report_is_refused(string xml, string condition) => Assert.Equal(condition, Golden.ReadError<Report>(xml));
}
