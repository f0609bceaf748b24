// Writes XML as UTF-8 into a pooled buffer.
using System.Buffers;
using System.Text;

namespace Balcony.Xmpp.Xml;

/// <summary>
/// Writes XML and declares namespaces where they change. Not for several threads. Dispose gives the buffer back: <see cref="Written"/> must
/// not be used after it. Text may hold anything: what XML forbids (control characters, U+FFFE, U+FFFF, lone surrogates) is written as U+FFFD.
/// </summary>
/// <param name="contentNs">Namespace of elements at the top that name none; it is implied, as in a stream.</param>
public sealed class XmlWriter(string contentNs = "jabber:client") : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 512;

    // One UTF-16 unit takes three bytes at most as UTF-8 and six as a reference.
    private const int BytesPerChar = 6;
    private const int ChunkChars = 1024;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\r\n<>&'\"=/");

    private byte[] _buffer = [];
    private int _length;
    private (string Name, string Ns)[] _open = [];
    private int _depth;
    private bool _isTagOpen;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            CloseTag();
            return _buffer.AsMemory(0, _length);
        }
    }

    private string CurrentNs => _depth == 0 ? contentNs : _open[_depth - 1].Ns;

    /// <param name="name">Trusted, but for characters that would end it.</param>
    /// <param name="ns">Null: that of the parent, or the content namespace.</param>
    /// <exception cref="ArgumentException">The name holds what no name may.</exception>
    public XmlWriter Start(string name, string? ns = null)
    {
        CloseTag();
        var outer = CurrentNs;
        Put((byte)'<');
        PutName(name);
        if (_depth == _open.Length)
            Array.Resize(ref _open, Math.Max(8, 2 * _depth));
        _open[_depth++] = (name, ns ?? outer);
        _isTagOpen = true;
        return ns is null || ns == outer ? this : RawAttribute("xmlns"u8, ns);
    }

    /// <summary>An attribute of the element just started; nothing is written when the value is null.</summary>
    /// <exception cref="InvalidOperationException">Something else was written since the start.</exception>
    public XmlWriter Attribute(string name, string? value)
    {
        if (value is null)
            return this;
        if (!_isTagOpen)
            throw new InvalidOperationException("no start tag to put the attribute in");
        Put((byte)' ');
        PutName(name);
        PutValue(value);
        return this;
    }

    /// <summary>xml:lang; nothing when null.</summary>
    public XmlWriter Lang(string? lang) => Attribute("xml:lang", lang);

    /// <summary>Character data; nothing when null or empty.</summary>
    public XmlWriter Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return this;
        CloseTag();
        PutEscaped(text, XmlEscapes.TextSpecials);
        return this;
    }

    /// <summary>Copies an element, declaring the namespaces that it had from around it and doesn't find here.</summary>
    public XmlWriter Element(XmlElement element)
    {
        CloseTag();
        element.CopyTo(this, CurrentNs);
        return this;
    }

    /// <summary>An element with nothing but text; an empty element when the text is null or empty.</summary>
    public XmlWriter TextElement(string name, string? ns, string? text)
    {
        Start(name, ns);
        if (!string.IsNullOrEmpty(text))
            Text(text);
        return End();
    }

    /// <exception cref="InvalidOperationException">Nothing is open.</exception>
    public XmlWriter End()
    {
        if (_depth == 0)
            throw new InvalidOperationException("nothing to end");
        var name = _open[--_depth].Name;
        if (_isTagOpen)
        {
            _isTagOpen = false;
            Put("/>"u8);
            return this;
        }
        Put("</"u8);
        PutName(name);
        Put((byte)'>');
        return this;
    }

    /// <summary>Serialised XML, trusted.</summary>
    public XmlWriter Raw(ReadOnlySpan<byte> xml)
    {
        CloseTag();
        Put(xml);
        return this;
    }

    /// <summary>Begins anew, keeping the buffer.</summary>
    public void Clear()
    {
        _length = _depth = 0;
        _isTagOpen = false;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        CloseTag();
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _length);
        _length += count;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Clear();
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>An attribute wherever the caller is in a tag.</summary>
    internal XmlWriter RawAttribute(ReadOnlySpan<byte> name, string value)
    {
        Put((byte)' ');
        Put(name);
        PutValue(value);
        return this;
    }

    private void CloseTag()
    {
        if (!_isTagOpen)
            return;
        _isTagOpen = false;
        Put((byte)'>');
    }

    private void PutValue(string value)
    {
        Put("='"u8);
        PutEscaped(value, XmlEscapes.AttributeSpecials);
        Put((byte)'\'');
    }

    private void PutName(string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny(NotInNames))
            throw new ArgumentException("not an XML name", nameof(name));
        Reserve(3 * name.Length);
        _length += Encoding.UTF8.GetBytes(name, _buffer.AsSpan(_length));
    }

    private void PutEscaped(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        // In pieces, so that a long text doesn't reserve six times its size; a surrogate pair is never cut.
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, ChunkChars);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length--;
            Reserve(BytesPerChar * length);
            _length += XmlEscapes.Escape(text[..length], _buffer.AsSpan(_length), specials);
            text = text[length..];
        }
    }

    private void Put(byte b)
    {
        Reserve(1);
        _buffer[_length++] = b;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBytes, Math.Max(_length + count, 2 * _length)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
