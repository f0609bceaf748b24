// XEP-0441: which of an account's messages are archived.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What happens to messages of addresses that no list names (§2.1.1).</summary>
public enum ArchivingDefault
{
    Always,
    Never,

    /// <summary>Archived when the contact is in the roster.</summary>
    Roster,
}

/// <summary>Asks for the preferences (§2.1).</summary>
public sealed record ArchivingPreferencesQuery : IPayload<ArchivingPreferencesQuery>, IIqGet<ArchivingPreferences>
{
    public static string ElementName => ArchivingPreferences.ElementName;

    public static string ElementNs => MamQuery.Ns;

    public static ArchivingPreferencesQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, MamQuery.Ns);
}

/// <summary>Changes the preferences; and what they are (§2.1). An address without a resource stands for all its resources (§2.3.1).</summary>
/// <param name="Default">For addresses that are in neither list.</param>
/// <param name="Always">Whose messages are archived.</param>
/// <param name="Never">Whose messages are not archived.</param>
public sealed record ArchivingPreferences(ArchivingDefault Default, IReadOnlyList<Jid> Always, IReadOnlyList<Jid> Never)
    : IPayload<ArchivingPreferences>, IIqSet<ArchivingPreferences>
{
    public static string ElementName => "prefs";

    public static string ElementNs => MamQuery.Ns;

    public static ArchivingPreferences Read(XmlElement element) => new(
        element.Required("default") switch
        {
            "always" => ArchivingDefault.Always,
            "never" => ArchivingDefault.Never,
            "roster" => ArchivingDefault.Roster,
            _ => throw Schema.BadRequest("the default is always, never or roster"),
        },
        ReadList(element, "always"), ReadList(element, "never"));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, MamQuery.Ns).Attribute("default", Default switch
        {
            ArchivingDefault.Always => "always",
            ArchivingDefault.Never => "never",
            _ => "roster",
        });
        WriteList(writer, "always", Always);
        WriteList(writer, "never", Never);
        writer.End();
    }

    private static IReadOnlyList<Jid> ReadList(XmlElement element, string name) => element.Child(name, MamQuery.Ns) is { } list
        ? [.. list.ChildrenNamed("jid").Select(ReadAddress).Distinct()] : [];

    private static Jid ReadAddress(XmlElement item) =>
        Jid.TryParse(item.Text, out var jid) ? jid : throw new StanzaException(StanzaError.JidMalformed);

    private static void WriteList(XmlWriter writer, string name, IReadOnlyList<Jid> addresses)
    {
        writer.Start(name);
        foreach (var address in addresses) writer.TextElement("jid", null, address.ToString());
        writer.End();
    }
}
