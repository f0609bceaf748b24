// XEP-0191: the list of addresses that an account does not want to hear from.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for the blocklist (§3.2).</summary>
public sealed record BlockListQuery : IPayload<BlockListQuery>, IIqGet<BlockList>
{
    public static string ElementName => BlockList.ElementName;

    public static string ElementNs => BlockList.Ns;

    public static BlockListQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, BlockList.Ns);
}

/// <summary>All blocked addresses: with or without a resource, whole domains among them (§3.1).</summary>
public sealed record BlockList(IReadOnlyList<Jid> Contacts) : IPayload<BlockList>
{
    public const string Ns = "urn:xmpp:blocking";

    public static string ElementName => "blocklist";

    public static string ElementNs => Ns;

    public static BlockList Read(XmlElement element) => new(ReadItems(element));

    public void Write(XmlWriter writer) => WriteItems(writer, ElementName, Contacts);

    internal static IReadOnlyList<Jid> ReadItems(XmlElement element) =>
        [.. element.ChildrenNamed("item").Select(item => item.RequiredJid()).Distinct()];

    internal static void WriteItems(XmlWriter writer, string name, IReadOnlyList<Jid> contacts, IReadOnlyList<BlockReport>? reports = null)
    {
        writer.Start(name, Ns);
        foreach (var contact in contacts)
        {
            writer.Start("item").Attribute("jid", contact.ToString());
            foreach (var (_, report) in reports?.Where(report => report.Contact.Equals(contact)) ?? []) report.Write(writer);
            writer.End();
        }
        writer.End();
    }
}

/// <summary>Blocks addresses (§3.3): a request, and the push to the account's sessions. Never empty.</summary>
public sealed record Block(IReadOnlyList<Jid> Contacts) : IPayload<Block>, IIqSet<Empty>
{
    public static string ElementName => "block";

    public static string ElementNs => BlockList.Ns;

    /// <summary>XEP-0377 §6: what is reported of some of them.</summary>
    public IReadOnlyList<BlockReport> Reports { get; init; } = [];

    public static Block Read(XmlElement element) =>
        BlockList.ReadItems(element) is { Count: > 0 } contacts
            ? new Block(contacts) { Reports = [.. ReadReports(element)] } : throw Schema.BadRequest("nobody to block");

    public void Write(XmlWriter writer) => BlockList.WriteItems(writer, ElementName, Contacts, Reports);

    private static IEnumerable<BlockReport> ReadReports(XmlElement element) =>
        from item in element.ChildrenNamed("item")
        from report in item.Children
        where report.Is(Report.ElementName, Report.Ns)
        select new BlockReport(item.RequiredJid(), Report.Read(report));
}

/// <summary>Unblocks addresses (§3.4), or with an empty list all of them (§3.5): a request, and the push to the account's sessions.</summary>
public sealed record Unblock(IReadOnlyList<Jid> Contacts) : IPayload<Unblock>, IIqSet<Empty>
{
    public static string ElementName => "unblock";

    public static string ElementNs => BlockList.Ns;

    public static Unblock Read(XmlElement element) => new(BlockList.ReadItems(element));

    public void Write(XmlWriter writer) => BlockList.WriteItems(writer, ElementName, Contacts);
}

/// <summary>The condition beside <c>not-acceptable</c> in the answer to a stanza for a blocked contact (§3.3).</summary>
public sealed record Blocked : IPayload<Blocked>
{
    public const string Ns = "urn:xmpp:blocking:errors";

    public static string ElementName => "blocked";

    public static string ElementNs => Ns;

    /// <summary>The whole error.</summary>
    public static StanzaError Error { get; } =
        (StanzaError.NotAcceptable with { Type = StanzaErrorType.Cancel }).With(XmlElement.Build(new Blocked().Write));

    public static Blocked Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, Ns);
}
