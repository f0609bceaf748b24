// Cuts the stream header, stanzas and the stream's end out of the bytes that arrive (RFC 6120 §4, §11).
using System.Buffers;

namespace Balcony.Xmpp.Xml;

/// <summary>Reads one direction of an XML stream. One caller at a time. Holds no buffer between stanzas.</summary>
public sealed class XmlStreamReader(XmlLimits limits, string contentNs) : IDisposable
{
    public XmlLimits Limits { get; set; } = limits;

    public string ContentNs { get; } = contentNs;

    /// <summary>A stanza has begun and is not complete: its bytes are held.</summary>
    public bool HoldsData => throw new NotImplementedException();

    /// <summary>Reads the next thing; call again until <see cref="XmlReadKind.NeedMoreData"/>.</summary>
    /// <param name="input">Advanced past what was used; empty after <see cref="XmlReadKind.NeedMoreData"/>: what is incomplete is kept by the reader.</param>
    /// <exception cref="Streams.StreamException">The stream is broken; the reader can't be used further.</exception>
    public XmlReadResult Read(ref ReadOnlySequence<byte> input) => throw new NotImplementedException();

    /// <inheritdoc cref="Read(ref ReadOnlySequence{byte})"/>
    public XmlReadResult Read(ref ReadOnlySpan<byte> input) => throw new NotImplementedException();

    /// <summary>A new stream begins: after STARTTLS and SASL success (RFC 6120 §4.3.3). Bytes held are dropped.</summary>
    public void Restart() => throw new NotImplementedException();

    /// <summary>Gives a held buffer back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
