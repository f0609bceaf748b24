// What a client stream may cost: limits: in the configuration.
using System.ComponentModel.DataAnnotations;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

/// <summary>Bounds on one client stream.</summary>
public sealed record StreamLimits
{
    /// <summary>From being accepted to a bound resource; RFC 6120 §4.6 and the attacks of §13.12 ask for an end.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan NegotiationTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a client may leave what was sent to it unread before its connection is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:30:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the closing of a stream may take, from our closing tag to the end of the connection.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Failed logins on one stream before it is closed; RFC 6120 §6.4.5 asks for 2 to 5.</summary>
    [Range(2, 5)]
    public int MaxLoginAttempts { get; init; } = 3;

    /// <summary>Bytes a second that a client may send over a longer time; faster ones are read more slowly. Zero: no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int BytesPerSecond { get; init; } = 2_000_000;

    /// <summary>Before authentication.</summary>
    public XmlLimits BeforeLogin { get; init; } = XmlLimits.BeforeAuthentication;

    /// <summary>After authentication.</summary>
    public XmlLimits AfterLogin { get; init; } = new();
}
