// XEP-0500: how long one has to wait between two messages to a room.
using System.Globalization;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The fields of the forms and the error. In whole seconds; zero is off.</summary>
public static class SlowMode
{
    /// <summary>In <see cref="MucForms.RoomConfig"/> (§5.1).</summary>
    public const string ConfigField = "muc#roomconfig_slow_mode_duration";

    /// <summary>In <see cref="MucForms.RoomInfo"/> (§5.2).</summary>
    public const string InfoField = "muc#roominfo_slow_mode_duration";

    /// <summary>The field for owners, with the range that is allowed (XEP-0122).</summary>
    public static FormField Config(TimeSpan duration, TimeSpan max) => new(ConfigField, FormFieldType.TextSingle, Seconds(duration))
    {
        Extensions =
        [
            XmlElement.Build(writer => writer.Start("validate", "http://jabber.org/protocol/xdata-validate").Attribute("datatype", "xs:integer")
                .Start("range").Attribute("min", "0").Attribute("max", Seconds(max)).End().End()),
        ],
    };

    /// <summary>The field for everyone.</summary>
    public static FormField Info(TimeSpan duration) => new(InfoField, FormFieldType.TextSingle, Seconds(duration));

    /// <summary>Reads the value of either field.</summary>
    /// <returns>False for what is no whole number of seconds, or more than 68 years: to be ignored, <paramref name="duration"/> is zero (§8).</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        var isValid = int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        duration = TimeSpan.FromSeconds(seconds);
        return isValid;
    }

    /// <summary>For a message that came too early (§6).</summary>
    public static StanzaError Error(TimeSpan duration) => new(StanzaErrorType.Wait, StanzaError.PolicyViolation.Condition,
        $"This room is in slow mode: you may send one message every {Seconds(duration)} seconds. Please try again later.");

    private static string Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
