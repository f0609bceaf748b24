// Writes docs/xeps.md and doap.xml (XEP-0453): what is implemented, by modules and by the core, and what XEP-0479 asks for beyond it.
using System.Globalization;
using System.Xml.Linq;
using Balcony.Server.Modules;

namespace Balcony.Server.Tests.Modules;

/// <summary>A XEP and what implements it: a module's name, or where it is in the core.</summary>
internal sealed record Implemented(Xep Xep, string Where, bool IsOn);

internal static class SpecificationDocuments
{
    private const string Remade = "Made from what the modules say of themselves. BALCONY_WRITE_DOCS=1 ./test unit writes it anew.";

    // What no module can do: it is part of the stream, the login or the formats that all use.
    private static readonly Implemented[] Core =
    [
        new(new Xep(4, "2.13.2"), "`Balcony.Xmpp`", true),
        new(new Xep(59, "1.0"), "`Balcony.Xmpp`", true),
        new(new Xep(68, "1.3.0"), "`Balcony.Xmpp`", true),
        new(new Xep(82, "1.1.1"), "`Balcony.Xmpp`", true),
        new(new Xep(106, "1.1.1", "escaping and unescaping for programs; addresses pass as they are"), "`Balcony.Xmpp`", true),
        new(new Xep(227, "1.1", "PEP is not taken over; privacy lists as far as they are blocklists"), "`balcony export`, `balcony import`", true),
        new(new Xep(368, "1.1.0", "direct TLS connections of clients; the records are the operator's"), "listeners", true),
        new(new Xep(438, "0.2.0", "SCRAM keys only"), "accounts", true),
        new(new Xep(440, "1.0.0"), "SASL", true),
        new(new Xep(474, "0.5.0"), "SASL", true),
        new(new Xep(480, "0.2.0", "SCRAM-SHA-256 and SCRAM-SHA-512, after a login by password"), "`sasl2`", true),
        new(new Xep(515, "0.1.0", "the server's part; the client library does not look at it"), "SASL", true),
    ];

    // RFCs, with what is left out of them.
    private static readonly (int Number, string Title, string? Missing)[] Rfcs =
    [
        (6120, "XMPP: Core", "streams between servers"),
        (6121, "XMPP: Instant Messaging and Presence", "contacts on other servers"),
        (7590, "Use of TLS in XMPP", "streams between servers"),
        (7622, "XMPP: Address Format", null),
        (7395, "An XMPP Subprotocol for WebSocket", "all of it"),
    ];

    // XEP-0479 §2: the rows that ask something of a server. The level is the lowest that asks it.
    private static readonly (string Suite, string Feature, bool IsAdvanced, int[] Rfcs, int[] Xeps)[] Suites =
    [
        ("Core", "Core features", false, [6120], []),
        ("Core", "TLS", false, [7590], []),
        ("Core", "Feature discovery", false, [], [30]),
        ("Core", "Server extensibility", false, [], [114]),
        ("Core", "Direct TLS", true, [], [368]),
        ("Core", "Feature broadcasts", true, [], [115]),
        ("Core", "Event publishing", true, [], [163]),
        ("Web", "Web connection mechanisms", false, [7395], [206]),
        ("IM", "Core features", false, [6121], []),
        ("IM", "vcard-temp", false, [], [54]),
        ("IM", "Outbound message synchronization", false, [], [280]),
        ("IM", "Group chat", false, [], [45, 249]),
        ("IM", "File upload", false, [], [363]),
        ("IM", "User avatar compatibility", true, [], [398, 153]),
        ("IM", "User blocking", true, [], [191]),
        ("IM", "Advanced group chat", true, [], [48, 313, 402, 410]),
        ("IM", "Persistent storage of private data via PubSub", true, [], [223]),
        ("IM", "Private XML storage", true, [], [49]),
        ("IM", "Stream management", true, [], [198]),
        ("IM", "History storage and retrieval", true, [], [313]),
        ("Mobile", "Stream management", false, [], [198]),
        ("Mobile", "Client state indication", false, [], [352]),
        ("Mobile", "Third-party push notifications", true, [], [357]),
        ("A/V calling", "STUN/TURN server discovery", false, [], [215]),
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Implemented> All { get; } =
    [
        .. ModuleCatalog.All.SelectMany(entry => entry.Info.Xeps.Select(xep => new Implemented(xep, $"`{entry.Info.Name}`", entry.Info.IsOnByDefault)))
            .Concat(Core).OrderBy(one => one.Xep.Number),
    ];

    public static string Xeps()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"# Specifications\n\n<!-- {Remade} -->\n\n## RFCs\n\n| RFC | title | missing |\n| --- | --- | --- |");
        foreach (var (number, title, missing) in Rfcs.Where(rfc => rfc.Missing != "all of it").OrderBy(rfc => rfc.Number))
        {
            text.WriteLine($"| [{number}](https://www.rfc-editor.org/rfc/rfc{number}) | {title} | {missing} |");
        }
        text.WriteLine("\n## XEPs\n\nThe version is the one that was read. A module is turned off by `modules: NAME: off` in the configuration.\n");
        text.WriteLine("| XEP | title | version | module | notes |\n| --- | --- | --- | --- | --- |");
        foreach (var (xep, where, isOn) in All)
        {
            text.WriteLine($"| {Link(xep.Number)} | {XepTitles.All[xep.Number]} | {xep.Version} | {where}{(isOn ? "" : ", off by default")} | {xep.Notes} |");
        }
        text.WriteLine("\n## Compliance\n\nWhat [XEP-0479](https://xmpp.org/extensions/xep-0479.html), the compliance suites of 2023, asks of a server.");
        foreach (var suite in Suites.GroupBy(row => row.Suite))
        {
            var (some, more) = (suite.Count(row => !row.IsAdvanced && Missing(row.Rfcs, row.Xeps).Length > 0), suite.Count(row => Missing(row.Rfcs, row.Xeps).Length > 0));
            text.WriteLine($"\n### {suite.Key}\n\nServer: {Verdict(some)}. Advanced server: {Verdict(more)}.\n\n| feature | level | specifications | missing |\n| --- | --- | --- | --- |");
            foreach (var row in suite)
            {
                var specifications = row.Rfcs.Select(number => $"RFC {number}").Concat(row.Xeps.Select(Link));
                text.WriteLine($"| {row.Feature} | {(row.IsAdvanced ? "advanced" : "server")} | {string.Join(", ", specifications)} | {Missing(row.Rfcs, row.Xeps)} |");
            }
        }
        return text.ToString();
    }

    public static string Doap()
    {
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", doap = "http://usefulinc.com/ns/doap#", xmpp = "https://linkmauve.fr/ns/xmpp-doap#";
        XAttribute Resource(string uri) => new(rdf + "resource", uri);
        XElement Implements(params object[] content) => new(doap + "implements", content);
        var project = new XElement(
            doap + "Project",
            new XElement(doap + "name", "Balcony"),
            new XElement(doap + "shortdesc", new XAttribute(XNamespace.Xml + "lang", "en"), "XMPP platform for .NET: server, client library, tools"),
            new XElement(doap + "license", Resource("https://spdx.org/licenses/Apache-2.0")),
            new XElement(doap + "programming-language", "C#"),
            new XElement(doap + "os", "Linux"),
            new XElement(doap + "category", Resource(xmpp.NamespaceName + "category-server")),
            Rfcs.Where(rfc => rfc.Missing != "all of it").OrderBy(rfc => rfc.Number)
                .Select(rfc => Implements(Resource($"https://www.rfc-editor.org/info/rfc{rfc.Number}"))),
            All.Select(one => Implements(new XElement(
                xmpp + "SupportedXep",
                new XElement(xmpp + "xep", Resource($"https://xmpp.org/extensions/xep-{one.Xep.Number:0000}.html")),
                new XElement(xmpp + "status", one.Xep.Notes is null ? "complete" : "partial"),
                new XElement(xmpp + "version", one.Xep.Version),
                one.Xep.Notes is { } notes ? new XElement(xmpp + "note", new XAttribute(XNamespace.Xml + "lang", "en"), notes) : null))));
        var root = new XElement(
            rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", rdf), new XAttribute("xmlns", doap), new XAttribute(XNamespace.Xmlns + "xmpp", xmpp), project);
        return $"<?xml version='1.0' encoding='UTF-8'?>\n<!-- {Remade} -->\n{root.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static string Verdict(int missing) => missing == 0 ? "all of it" : $"{missing} missing";

    private static string Link(int number) => $"[{number:0000}](https://xmpp.org/extensions/xep-{number:0000}.html)";

    // Half an RFC is missing, too.
    private static string Missing(int[] rfcs, int[] xeps) => string.Join(", ", Rfcs.Where(rfc => rfcs.Contains(rfc.Number) && rfc.Missing is not null)
        .Select(rfc => $"{rfc.Missing} (RFC {rfc.Number})")
        .Concat(xeps.Where(number => All.All(one => one.Xep.Number != number)).Select(number => $"XEP-{number:0000} {XepTitles.All[number]}")));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Balcony.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run the tests from a checkout");
        }
        return folder;
    }
}
