// XEP-0227: reading files piece by piece, and saying what is wrong where.
using Balcony.Server.Portable;
using Xunit;

namespace Balcony.Server.Tests.Portable;

public sealed class PieReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-pie-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_and_elements_come_in_their_order()
    {
        Assert.Equal(
            [
                "+ServerData", "+Host a.example", "+User juliet", "User:query jabber:iq:roster", "+OfflineMessages", "OfflineMessages:message jabber:client", "-OfflineMessages",
                "+Archive", "Archive:result urn:xmpp:mam:2", "-Archive", "-User", "+User romeo", "-User", "-Host", "-ServerData",
            ],
            Read("""
                <?xml version='1.0' encoding='UTF-8'?>
                <!-- made by hand -->
                <server-data xmlns='urn:xmpp:pie:0'>
                  <host jid="a.example"><user name='juliet' password='&lt;&gt;>'>
                    <query xmlns='jabber:iq:roster'><item jid='romeo@b.example'/></query>
                    <offline-messages><message xmlns='jabber:client'><body> &amp; </body></message></offline-messages>
                    <archive xmlns='urn:xmpp:pie:0#mam'><!-- one --><result xmlns='urn:xmpp:mam:2'/></archive>
                  </user>
                  <user name='romeo'/></host>
                </server-data>
                """));
    }

    [Fact]
    public void Prefixes_declared_far_above_hold()
    {
        Assert.Equal(
            ["+ServerData", "+Host a.example", "+User juliet", "User:vCard vcard-temp", "-User", "-Host", "-ServerData"],
            Read("<p:server-data xmlns:p='urn:xmpp:pie:0' xmlns:v='vcard-temp'><p:host jid='a.example'><p:user name='juliet'><v:vCard><v:FN>J</v:FN></v:vCard></p:user></p:host></p:server-data>"));
    }

    [Fact]
    public void Included_files_stand_in_their_places()
    {
        Write("hosts/a.xml", "<host xmlns='urn:xmpp:pie:0' jid='a.example'><x:include xmlns:x='http://www.w3.org/2001/XInclude' href='a/juliet.xml'/></host>");
        Write("hosts/a/juliet.xml", "<?xml version='1.0'?><user xmlns='urn:xmpp:pie:0' name='juliet'><vCard xmlns='vcard-temp'/></user>");
        Assert.Equal(
            ["+ServerData", "+Host a.example", "+User juliet", "User:vCard vcard-temp", "-User", "-Host", "-ServerData"],
            Read("<server-data xmlns='urn:xmpp:pie:0' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='hosts/a.xml'/></server-data>"));
    }

    [Fact]
    public void An_include_in_a_users_data_is_data()
    {
        Assert.Contains(
            "OfflineMessages:include http://www.w3.org/2001/XInclude",
            Read("<server-data xmlns='urn:xmpp:pie:0'><host jid='a.example'><user name='j'><offline-messages><include xmlns='http://www.w3.org/2001/XInclude' href='/etc/passwd'/></offline-messages></user></host></server-data>"));
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("<html/>", 1, "root")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='a'>", 2, "ends before </host>")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='a'>\n</server-data>", 3, "should be")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n\n text</server-data>", 3, "text")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n<x><y></x></server-data>", 2, "not well-formed")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n<x>", 2, "in the middle")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'><host jid='a' jid='b'/></server-data>", 1, "not well-formed")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><server-data xmlns='urn:xmpp:pie:0'/>", 1, "document type")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'/><server-data/>", 1, "follows the root")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'><include xmlns='http://www.w3.org/2001/XInclude' href='../other.xml'/></server-data>", 1, "not below")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'><include xmlns='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/></server-data>", 1, "not below")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'>\n<include xmlns='http://www.w3.org/2001/XInclude' href='none.xml'/></server-data>", 2, "cannot be opened")]
    [InlineData("<server-data xmlns='urn:xmpp:pie:0'><include xmlns='http://www.w3.org/2001/XInclude' href='loop.xml'/></server-data>", 1, "too deep")]
    public void What_is_wrong_is_said_with_its_line(string xml, int line, string words)
    {
        var fault = Assert.Throws<PieException>(() => Read(xml));
        Assert.Contains($":{line}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_archive_costs_no_memory()
    {
        var path = Path.Combine(_folder, "large.xml");
        var body = new string('x', 4_000);
        using (var file = new StreamWriter(path))
        {
            file.Write("<server-data xmlns='urn:xmpp:pie:0'><host jid='a.example'><user name='juliet'><archive xmlns='urn:xmpp:pie:0#mam'>");
            for (var i = 0; i < 10_000; i++)
                file.Write($"<result xmlns='urn:xmpp:mam:2' id='{i}'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>{body}</body></message></forwarded></result>\n");
            file.Write("</archive></user></host></server-data>");
        }
        using var reader = new PieReader(path);
        var (count, most) = (0, 0L);
        while (reader.Next() is { } next)
        {
            if (next.Kind != PieKind.Archive || next.IsPart) continue;
            Assert.Equal($"{count++}", next.Element!.Attribute("id"));
            if (count % 2_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }
        Assert.Equal(10_000, count);
        Assert.True(most < 200_000_000, $"{most} bytes are held");
    }

    private List<string> Read(string xml)
    {
        Write("loop.xml", "<include xmlns='http://www.w3.org/2001/XInclude' href='loop.xml'/>");
        using var reader = new PieReader(Write("main.xml", xml));
        var seen = new List<string>();
        while (reader.Next() is { } next)
        {
            var id = next.IsBegin ? next.Element!.Attribute("jid") ?? next.Element.Attribute("name") : null;
            seen.Add(next.IsBegin ? $"+{next.Kind} {id}".TrimEnd() : next.IsEnd ? $"-{next.Kind}" : $"{next.Kind}:{next.Element!.Name} {next.Element.Namespace}");
        }
        return seen;
    }

    private string Write(string name, string xml)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, xml);
        return path;
    }
}
