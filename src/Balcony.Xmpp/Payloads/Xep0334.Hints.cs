// XEP-0334: what the sender wishes to happen to a message on its way.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A hint (§4). To be ignored in an error, which may carry those of the message that failed (§5).</summary>
public sealed record Hint : IPayload
{
    public const string Ns = "urn:xmpp:hints";

    private Hint(string name) => Name = name;

    /// <summary>Only for the address it goes to (§4.3).</summary>
    public static Hint NoCopy { get; } = new("no-copy");

    /// <summary>Neither into an archive nor into a queue for somebody who is away (§4.2).</summary>
    public static Hint NoStore { get; } = new("no-store");

    /// <summary>Not into an archive (§4.1).</summary>
    public static Hint NoPermanentStore { get; } = new("no-permanent-store");

    /// <summary>To be kept even if it does not look like it (§4.4).</summary>
    public static Hint Store { get; } = new("store");

    public string Name { get; }

    /// <summary>Whether the stanza has the hint, which no error has.</summary>
    public bool IsIn(Stanza stanza) => !stanza.IsError && stanza.Has(Name, Ns);

    public void Write(XmlWriter writer) => writer.EmptyElement(Name, Ns);
}
