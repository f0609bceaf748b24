// XEP-0082: how XMPP writes points in time.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Balcony.Xmpp.Payloads;

/// <summary>XEP-0082 §3: dateTime, as in <c>2026-03-01T12:00:00.25Z</c>.</summary>
public static class XmppDateTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>In UTC; milliseconds only where there are any.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a dateTime; the offset is required (§3.2). Digits past a tenth of a microsecond are not understood.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c>.</exception>
    internal static DateTimeOffset Read(string text) => TryParse(text, out var time) ? time : throw Schema.BadRequest("not a dateTime");
}
