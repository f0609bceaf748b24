// The compact index that follows a stanza's bytes in the same array.
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Xml;

/*
    byte[] of a stanza
    +--------------------------+-----+-----------+-------+----------------+---------------------+
    | UTF-8, as it was sent    | pad | node count| flags | nodes, 32 each | attributes, 16 each |
    +--------------------------+-----+-----------+-------+----------------+---------------------+
    0                     length   mult. of 4
    Nodes are elements in document order, so a node's subtree is [k, Next), its first child k + 1, its next sibling Next.
    Attributes follow in the same order: those of node k are [k.Attributes, (k + 1).Attributes).
    Text needs no entries: it is what lies between the children.
*/
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct XmlNode
{
    public const int SelfClosing = 1 << 26;

    /// <summary>Own text holds references, CDATA or carriage returns.</summary>
    public const int EscapedText = 1 << 27;

    public int Start;
    public int End;

    /// <summary>After the start tag; <see cref="End"/> when self-closing.</summary>
    public int Content;

    private int _names;

    /// <summary>The node after this one's subtree.</summary>
    public int Next;

    /// <summary>The element around this one; -1 for the root.</summary>
    public int Parent;

    /// <summary>An <see cref="XmlNsCode"/>, or the attribute that declares the namespace.</summary>
    public int Ns;

    /// <summary>Position of the first attribute.</summary>
    public int Attributes;

    /// <summary>Length of the name with its prefix.</summary>
    public readonly int NameLength => _names & 0x1FFF;

    /// <summary>Length of the prefix with its colon.</summary>
    public readonly int PrefixLength => (_names >> 13) & 0x1FFF;

    public readonly bool IsSelfClosing => (_names & SelfClosing) != 0;

    public readonly bool HasEscapedText => (_names & EscapedText) != 0;

    public readonly ReadOnlySpan<byte> Local(ReadOnlySpan<byte> text) => text.Slice(Start + 1 + PrefixLength, NameLength - PrefixLength);

    public readonly ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text) =>
        PrefixLength == 0 ? default : text.Slice(Start + 1, PrefixLength - 1);

    /// <summary>Start of the end tag, or <see cref="End"/> when self-closing: an end tag holds no other '&lt;'.</summary>
    public readonly int ContentEnd(ReadOnlySpan<byte> text) => IsSelfClosing ? End : Content + text[Content..End].LastIndexOf((byte)'<');

    public void MoveEnd(int by)
    {
        Content += by;
        End += by;
    }

    public void SetName(int length, int prefix) => _names = length | prefix << 13;

    public void Set(int flag) => _names |= flag;
}

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct XmlAttributeEntry
{
    private const int EscapedFlag = 1 << 24;
    private const int DeclarationFlag = 1 << 25;
    private const int LengthMask = EscapedFlag - 1;

    public int Name;
    private int _names;
    public int Value;
    private int _value;

    public XmlAttributeEntry(int name, int nameLength, int prefixLength)
    {
        Name = name;
        _names = nameLength | prefixLength << 16;
    }

    public readonly int NameLength => _names & 0xFFFF;

    /// <summary>Length of the prefix with its colon.</summary>
    public readonly int PrefixLength => _names >> 16;

    public readonly int LocalStart => Name + PrefixLength;

    public readonly int LocalLength => NameLength - PrefixLength;

    public readonly int ValueLength => _value & LengthMask;

    public readonly bool IsEscaped => (_value & EscapedFlag) != 0;

    /// <summary>xmlns or xmlns:prefix.</summary>
    public readonly bool IsDeclaration => (_value & DeclarationFlag) != 0;

    /// <summary>After the closing quote.</summary>
    public readonly int End => Value + ValueLength + 1;

    public readonly ReadOnlySpan<byte> FullName(ReadOnlySpan<byte> text) => text.Slice(Name, NameLength);

    public readonly ReadOnlySpan<byte> Local(ReadOnlySpan<byte> text) => text.Slice(LocalStart, LocalLength);

    public readonly ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text) => PrefixLength == 0 ? default : text.Slice(Name, PrefixLength - 1);

    public readonly ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> text) => text.Slice(Value, ValueLength);

    public void SetValue(int start, int length, bool escaped)
    {
        Value = start;
        _value |= length | (escaped ? EscapedFlag : 0);
    }

    public void MarkDeclaration() => _value |= DeclarationFlag;
}

/// <summary>Namespaces that no attribute of the stanza declares.</summary>
internal static class XmlNsCode
{
    /// <summary>The stream's content namespace, which the bytes don't mention.</summary>
    public const int Content = -1;
    public const int Xml = -2;
    public const int None = -3;

    /// <summary>The stream header's default namespace, or none, where it is not the content namespace: goes when the stanza is made canonical.</summary>
    public const int HeaderDefault = -4;

    /// <summary>HeaderPrefix - i: the i-th prefix declared by the stream header; goes when the stanza is made canonical.</summary>
    public const int HeaderPrefix = -16;
}

/// <summary>Views on the parts of a stanza's array.</summary>
internal readonly ref struct XmlIndex
{
    private const int HeaderBytes = 8;
    private const int NodeBytes = 32;

    private XmlIndex(byte[] data, int length)
    {
        var index = data.AsSpan(Align(length));
        var head = MemoryMarshal.Cast<byte, int>(index[..HeaderBytes]);
        UsesPrefixes = head[1] != 0;
        var nodeBytes = head[0] * NodeBytes;
        Text = data.AsSpan(0, length);
        Nodes = MemoryMarshal.Cast<byte, XmlNode>(index.Slice(HeaderBytes, nodeBytes));
        Attributes = MemoryMarshal.Cast<byte, XmlAttributeEntry>(index[(HeaderBytes + nodeBytes)..]);
    }

    public ReadOnlySpan<byte> Text { get; }

    public ReadOnlySpan<XmlNode> Nodes { get; }

    public ReadOnlySpan<XmlAttributeEntry> Attributes { get; }

    /// <summary>Some name has a prefix other than xml: copying a part of the stanza may have to declare it.</summary>
    public bool UsesPrefixes { get; }

    public static XmlIndex Of(byte[] data, int length) => new(data, length);

    public static byte[] Build(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> tail, ReadOnlySpan<XmlNode> nodes, ReadOnlySpan<XmlAttributeEntry> attributes, bool usesPrefixes)
    {
        var length = text.Length + tail.Length;
        var indexAt = Align(length);
        var nodeBytes = MemoryMarshal.AsBytes(nodes);
        var attributeBytes = MemoryMarshal.AsBytes(attributes);
        var data = GC.AllocateUninitializedArray<byte>(indexAt + HeaderBytes + nodeBytes.Length + attributeBytes.Length);
        text.CopyTo(data);
        tail.CopyTo(data.AsSpan(text.Length));
        var head = MemoryMarshal.Cast<byte, int>(data.AsSpan(indexAt, HeaderBytes));
        head[0] = nodes.Length;
        head[1] = usesPrefixes ? 1 : 0;
        nodeBytes.CopyTo(data.AsSpan(indexAt + HeaderBytes));
        attributeBytes.CopyTo(data.AsSpan(indexAt + HeaderBytes + nodeBytes.Length));
        return data;
    }

    public ReadOnlySpan<XmlAttributeEntry> AttributesOf(int node)
    {
        var from = Nodes[node].Attributes;
        var to = node + 1 < Nodes.Length ? Nodes[node + 1].Attributes : Attributes.Length;
        return Attributes[from..to];
    }

    private static int Align(int length) => (length + 3) & ~3;
}
