// The declared edits that routing makes to a stanza's root while its bytes are copied.
namespace Balcony.Xmpp.Xml;

/// <summary>What happens to one attribute of the root: left as it is (default), removed, or replaced.</summary>
public readonly ref struct AttributeStamp
{
    private AttributeStamp(ReadOnlySpan<byte> value, bool isSet, bool isRemoved)
    {
        Value = value;
        IsSet = isSet;
        IsRemoved = isRemoved;
    }

    public static AttributeStamp Remove => new(default, isSet: false, isRemoved: true);

    /// <summary>UTF-8, escaped for an attribute in single quotes.</summary>
    public ReadOnlySpan<byte> Value { get; }

    public bool IsSet { get; }

    public bool IsRemoved { get; }

    /// <param name="escaped">UTF-8, escaped for an attribute in single quotes, as <c>Jid.Utf8Escaped</c> is.</param>
    public static AttributeStamp Set(ReadOnlySpan<byte> escaped) => new(escaped, isSet: true, isRemoved: false);
}

/// <summary>Edits for <see cref="XmlElement.WriteTo(System.Buffers.IBufferWriter{byte}, in RootStamp)"/>; <c>default</c> copies the stanza as it is.</summary>
public readonly ref struct RootStamp
{
    public AttributeStamp From { get; init; }

    public AttributeStamp To { get; init; }

    public AttributeStamp Id { get; init; }

    /// <summary>xml:lang to add when the root has none (RFC 6120 §8.1.5); escaped UTF-8; empty adds nothing.</summary>
    public ReadOnlySpan<byte> DefaultLang { get; init; }

    /// <summary>Namespace to declare on a root that is in the content namespace (<c>&lt;forwarded/&gt;</c>, RFC 7395 §3.3.3); escaped UTF-8; empty declares none.</summary>
    public ReadOnlySpan<byte> Xmlns { get; init; }

    /// <summary>Serialised elements to put before the end tag, each with its own xmlns.</summary>
    public ReadOnlySpan<byte> Append { get; init; }

    /// <summary>More of the same, behind <see cref="Append"/>: what one recipient's copy has and no other's.</summary>
    public ReadOnlySpan<byte> Stamp { get; init; }

    /// <summary>Positions among <see cref="XmlElement.Children"/> of children to leave out; ascending.</summary>
    public ReadOnlySpan<int> Without { get; init; }
}
