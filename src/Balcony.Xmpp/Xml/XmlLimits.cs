// What a stream may send before it is cut off with policy-violation.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Xmpp.Xml;

/// <summary>Bounds on what a peer may send; exceeding one is <c>policy-violation</c> (RFC 6120 §4.9.3.14).</summary>
public sealed record XmlLimits
{
    /// <summary>Limits for a peer that has not authenticated: what a login needs, and no more.</summary>
    public static XmlLimits BeforeAuthentication { get; } = new() { MaxStanzaBytes = 16 * 1024, MaxDepth = 10, MaxElements = 256 };

    /// <summary>Largest stanza, nonza or stream header, in bytes. RFC 6120 §13.12 asks for at least 10,000.</summary>
    [Range(10_000, 16 * 1024 * 1024)]
    public int MaxStanzaBytes { get; init; } = 256 * 1024;

    /// <summary>Deepest nesting of elements inside a stanza, the stanza itself counted.</summary>
    [Range(4, 1_000)]
    public int MaxDepth { get; init; } = 64;

    /// <summary>Most attributes on one element, namespace declarations counted.</summary>
    [Range(8, 1_000)]
    public int MaxAttributes { get; init; } = 64;

    /// <summary>Longest element or attribute name, prefix included, in bytes.</summary>
    [Range(32, 4_096)]
    public int MaxNameBytes { get; init; } = 256;

    /// <summary>Most elements in one stanza.</summary>
    [Range(64, 1_000_000)]
    public int MaxElements { get; init; } = 8_192;
}
