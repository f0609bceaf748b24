// XEP-0202: what time it is at an address.
using System.Globalization;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for <see cref="EntityTime"/>.</summary>
public sealed record EntityTimeQuery : IPayload<EntityTimeQuery>, IIqGet<EntityTime>
{
    public static string ElementName => EntityTime.ElementName;

    public static string ElementNs => EntityTime.Ns;

    public static EntityTimeQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, EntityTime.Ns);
}

/// <param name="Time">The time there, with the offset there.</param>
public sealed record EntityTime(DateTimeOffset Time) : IPayload<EntityTime>
{
    public const string Ns = "urn:xmpp:time";

    public static string ElementName => "time";

    public static string ElementNs => Ns;

    public static EntityTime Read(XmlElement element)
    {
        var utc = XmppDateTime.Read(element.ChildText("utc") ?? throw Schema.BadRequest("no time"));
        var offset = ReadOffset(element.ChildText("tzo") ?? throw Schema.BadRequest("no offset"));
        // At either end of the calendar there is no local time.
        var local = utc.UtcTicks + offset.Ticks;
        if (local < DateTime.MinValue.Ticks || local > DateTime.MaxValue.Ticks) throw Schema.BadRequest("no time of this world");
        return new EntityTime(utc.ToOffset(offset));
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .TextElement("tzo", null, Time.ToString("zzz", CultureInfo.InvariantCulture))
        .TextElement("utc", null, XmppDateTime.Format(Time)).End();

    // XEP-0082 §3.2: Z, +hh:mm or -hh:mm; DateTimeOffset knows offsets of up to fourteen hours.
    private static TimeSpan ReadOffset(string text)
    {
        if (text == "Z") return TimeSpan.Zero;
        return text is ['+' or '-', ..] && TimeSpan.TryParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14) ? text[0] == '-' ? -offset : offset : throw Schema.BadRequest("not an offset");
    }
}
