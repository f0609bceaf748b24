// Writes XML as UTF-8 into a pooled buffer.
using System.Buffers;

namespace Balcony.Xmpp.Xml;

/// <summary>Writes XML. Not for several threads. Dispose gives the buffer back: <see cref="Written"/> must not be used after it.</summary>
public sealed class XmlWriter(string contentNs = "jabber:client") : IBufferWriter<byte>, IDisposable
{
    private readonly string _contentNs = contentNs;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => throw new NotImplementedException();

    /// <param name="ns">Null: that of the parent, or the content namespace.</param>
    public XmlWriter Start(string name, string? ns = null) => throw new NotImplementedException(_contentNs + name + ns);

    /// <summary>Nothing is written when the value is null. Characters that XML forbids become U+FFFD.</summary>
    public XmlWriter Attribute(string name, string? value) => throw new NotImplementedException();

    /// <summary>xml:lang; nothing when null.</summary>
    public XmlWriter Lang(string? lang) => throw new NotImplementedException();

    /// <summary>Character data. Characters that XML forbids become U+FFFD.</summary>
    public XmlWriter Text(string? text) => throw new NotImplementedException();

    /// <summary>Copies an element, declaring what it needs where the context differs.</summary>
    public XmlWriter Element(XmlElement element) => throw new NotImplementedException();

    /// <summary>An element with nothing but text; an empty element when the text is null or empty.</summary>
    public XmlWriter TextElement(string name, string? ns, string? text) => throw new NotImplementedException();

    public XmlWriter End() => throw new NotImplementedException();

    /// <summary>Serialised XML, trusted.</summary>
    public XmlWriter Raw(ReadOnlySpan<byte> xml) => throw new NotImplementedException();

    public void Clear() => throw new NotImplementedException();

    public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotImplementedException();

    public Span<byte> GetSpan(int sizeHint = 0) => throw new NotImplementedException();

    public void Advance(int count) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
