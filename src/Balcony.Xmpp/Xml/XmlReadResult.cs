// What one call of the stream reader gave.
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Xml;

public enum XmlReadKind
{
    /// <summary>The input is used up; nothing is complete yet.</summary>
    NeedMoreData,

    /// <summary>The stream header was read; <see cref="XmlReadResult.Element"/> holds its name, attributes and namespace declarations.</summary>
    StreamOpen,

    /// <summary>A stanza or nonza: a complete child of the stream's root.</summary>
    Element,

    /// <summary>The input ended with whitespace between stanzas (a keepalive, RFC 6120 §4.6.1).</summary>
    Whitespace,

    /// <summary>The stream's end tag was read.</summary>
    StreamClose,
}

/// <summary>What was read. <see cref="Element"/> is set for <see cref="XmlReadKind.StreamOpen"/> and <see cref="XmlReadKind.Element"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct XmlReadResult(XmlReadKind Kind, XmlElement? Element = null);
