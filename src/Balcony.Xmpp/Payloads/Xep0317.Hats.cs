// XEP-0317: titles that people in a room wear beside their role, such as "teacher".
using System.Globalization;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What an occupant wears; in presence from a room (§3.1).</summary>
public sealed record Hats(IReadOnlyList<Hat> Items) : IPayload<Hats>
{
    public const string Ns = "urn:xmpp:hats:0";

    public static string ElementName => "hats";

    public static string ElementNs => Ns;

    public static Hats Read(XmlElement element) => new([.. element.ChildrenNamed("hat").Select(Hat.Read)]);

    // On the path of presence fan-out, as MucUser is.
    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        for (var i = 0; i < Items.Count; i++) Items[i].Write(writer);
        writer.End();
    }
}

/// <summary>One of them.</summary>
/// <param name="Uri">What makes it this hat and no other.</param>
/// <param name="Title">For people.</param>
public sealed record Hat(string Uri, string Title)
{
    /// <summary>Its colour, as an angle from 0 to 360 (XEP-0392); null for none.</summary>
    public double? Hue { get; init; }

    /// <summary>The language of the title; null when not said.</summary>
    public string? Lang { get; init; }

    /// <summary>What others put into it, kept as it is.</summary>
    public IReadOnlyList<XmlElement> Extensions { get; init; } = [];

    /// <summary>A number of degrees.</summary>
    public static bool TryParseHue(string? text, out double hue) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out hue) && hue is >= 0 and <= 360;

    /// <summary>With six digits at most, as the specification's examples have.</summary>
    public static string FormatHue(double hue) => hue.ToString("0.######", CultureInfo.InvariantCulture);

    internal static Hat Read(XmlElement element) => new(element.Required("uri"), element.Required("title"))
    {
        // A colour that nobody can make out is no reason to take the hat off.
        Hue = TryParseHue(element.Attribute("hue"), out var hue) ? hue : null,
        Lang = element.Lang,
        Extensions = [.. element.ForeignChildren()],
    };

    internal void Write(XmlWriter writer)
    {
        writer.Start("hat").Attribute("title", Title).Attribute("uri", Uri).Attribute("hue", Hue is { } hue ? FormatHue(hue) : null).Lang(Lang);
        for (var i = 0; i < Extensions.Count; i++) writer.Element(Extensions[i]);
        writer.End();
    }
}

/// <summary>The ad-hoc commands of a room for hats, and what their forms hold (§3.2 to §3.8).</summary>
public static class HatCommands
{
    /// <summary>Makes a hat, or changes the one with that URI.</summary>
    public const string Create = "urn:xmpp:hats:commands:create";

    /// <summary>Ends a hat; nobody wears it any more.</summary>
    public const string Destroy = "urn:xmpp:hats:commands:destroy";
    public const string List = "urn:xmpp:hats:commands:list";
    public const string Assign = "urn:xmpp:hats:commands:assign";
    public const string Unassign = "urn:xmpp:hats:commands:unassign";
    public const string ListAssigned = "urn:xmpp:hats:commands:list-assigned";

    /// <summary>The FORM_TYPE of all of them.</summary>
    public const string Form = "urn:xmpp:hats:commands";

    public const string Jid = "hats#jid";
    public const string Title = "hats#title";
    public const string Uri = "hats#uri";
    public const string Hue = "hats#hue";

    /// <summary>In <see cref="MucForms.RoomInfo"/>: changes with the list of hats (§2).</summary>
    public const string Hash = "hats#hash";
}
