// Cuts the stream header, stanzas and the stream's end out of the bytes that arrive (RFC 6120 §4, §11).
using System.Buffers;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

/// <summary>Reads one direction of an XML stream. One caller at a time. Holds no buffer between stanzas.</summary>
public sealed class XmlStreamReader(XmlLimits limits, string contentNs) : IDisposable
{
    // Bytes are added to a held stanza in pieces of this size, so that little is copied of what follows it.
    private const int PieceBytes = 4096;
    private const int FirstBytes = 1024;
    private const int MaxRepeatedBytes = 64;

    // Streams say the same few words all day: "<r xmlns='urn:xmpp:sm:3'/>" follows every few stanzas. The same bytes on a stream with the same header
    // are the same element, and need not be read again.
    [ThreadStatic]
    private static Repeated? _repeated;

    private XmlScope _scope = XmlScope.Nothing(contentNs);
    private Phase _phase = Phase.Start;
    private byte[] _held = [];
    private int _heldLength;
    private XmlParser? _parser;
    private bool _isRestarted;

    private enum Phase : byte { Start, Prolog, Stream, Closing, Closed }

    public XmlLimits Limits { get; set; } = limits;

    public string ContentNs { get; } = contentNs;

    /// <summary>Something has begun and is not complete: its bytes are held.</summary>
    public bool HoldsData => _heldLength > 0;

    /// <summary>Reads the next thing; call again until <see cref="XmlReadKind.NeedMoreData"/>.</summary>
    /// <param name="input">Advanced past what was used; empty after <see cref="XmlReadKind.NeedMoreData"/>: what is incomplete is kept by the reader.</param>
    /// <exception cref="StreamException">The stream is broken; the reader can't be used further.</exception>
    public XmlReadResult Read(ref ReadOnlySequence<byte> input)
    {
        while (true)
        {
            var segment = input.FirstSpan;
            var rest = segment;
            var result = Read(ref rest);
            if (!segment.IsEmpty)
            {
                input = input.Slice(segment.Length - rest.Length);
            }
            else
            {
                var next = input.Start;
                input.TryGet(ref next, out _);
                input = input.IsEmpty ? input : input.Slice(next);
            }
            if (input.IsEmpty || result.Kind is not (XmlReadKind.NeedMoreData or XmlReadKind.Whitespace))
                return result;
        }
    }

    /// <inheritdoc cref="Read(ref ReadOnlySequence{byte})"/>
    public XmlReadResult Read(ref ReadOnlySpan<byte> input)
    {
        try
        {
            while (true)
            {
                switch (_phase)
                {
                    case Phase.Start:
                        if (!ReadDeclaration(ref input))
                            return default;
                        break;
                    case Phase.Prolog:
                    case Phase.Stream:
                        return ReadElement(ref input);
                    case Phase.Closing:
                        _phase = Phase.Closed;
                        return new XmlReadResult(XmlReadKind.StreamClose);
                    default:
                        // RFC 6120 §4.4: nothing counts after the end tag.
                        input = default;
                        return default;
                }
            }
        }
        catch (StreamException)
        {
            Release();
            throw;
        }
    }

    /// <summary>A new stream begins: after STARTTLS and SASL success (RFC 6120 §4.3.3). Bytes held are dropped.</summary>
    public void Restart()
    {
        Release();
        _scope = XmlScope.Nothing(ContentNs);
        _phase = Phase.Start;
        _isRestarted = true;
    }

    /// <summary>Gives a held buffer back.</summary>
    public void Dispose() => Release();

    // The declaration or byte order mark that may begin a stream; what is held until it is complete is a few bytes.
    private bool ReadDeclaration(ref ReadOnlySpan<byte> input)
    {
        // COMPAT(go-sendxmpp): it ends <auth/> with a newline, which still belongs to the stream before.
        if (_isRestarted && _heldLength == 0)
        {
            SkipSpace(ref input);
            if (input.IsEmpty) return false;
        }
        var heldBefore = _heldLength;
        var view = input;
        if (heldBefore > 0)
            view = Hold(input[..Math.Min(input.Length, XmlDeclaration.MaxBytes)]);
        if (!XmlDeclaration.TrySkip(view, out var skipped))
        {
            if (heldBefore == 0)
                Hold(view);
            input = default;
            return false;
        }
        _phase = Phase.Prolog;
        if (skipped >= heldBefore)
        {
            _heldLength = 0;
            input = input[(skipped - heldBefore)..];
        }
        else
        {
            _held.AsSpan(skipped, heldBefore - skipped).CopyTo(_held);
            _heldLength = heldBefore - skipped;
        }
        if (_heldLength == 0)
            Release();
        return true;
    }

    private XmlReadResult ReadElement(ref ReadOnlySpan<byte> input)
    {
        if (_heldLength > 0)
            return ReadHeld(ref input);
        var isSpace = SkipSpace(ref input);
        if (input.IsEmpty)
            return isSpace && _phase == Phase.Stream ? new XmlReadResult(XmlReadKind.Whitespace) : default;
        if (_phase == Phase.Stream && _repeated is { } repeated && ReferenceEquals(repeated.Scope, _scope) && input.StartsWith(repeated.Text))
        {
            input = input[repeated.Text.Length..];
            return new XmlReadResult(XmlReadKind.Element, repeated.Element);
        }
        CheckMarkup(input[0]);
        var parser = NewParser();
        var most = Limits.MaxStanzaBytes;
        var window = input.Length > most ? input[..most] : input;
        if (parser.Read(window))
        {
            input = input[parser.Position..];
            return Complete(parser, window[..parser.Position]);
        }
        if (window.Length == most)
            throw TooLarge();
        _parser = parser;
        Hold(window);
        input = default;
        return default;
    }

    private XmlReadResult ReadHeld(ref ReadOnlySpan<byte> input)
    {
        while (!input.IsEmpty)
        {
            var before = _heldLength;
            var piece = input[..Math.Min(Math.Min(input.Length, PieceBytes), Math.Max(0, Limits.MaxStanzaBytes - before))];
            if (piece.IsEmpty)
                throw TooLarge();
            var all = Hold(piece);
            if (_parser is null)
            {
                CheckMarkup(all[0]);
                _parser = NewParser();
            }
            if (_parser.Read(all))
            {
                input = input[(_parser.Position - before)..];
                var result = Complete(_parser, all[.._parser.Position]);
                _parser = null;
                Release();
                return result;
            }
            input = input[piece.Length..];
            if (_heldLength == Limits.MaxStanzaBytes)
                throw TooLarge();
        }
        return default;
    }

    private XmlReadResult Complete(XmlParser parser, ReadOnlySpan<byte> text)
    {
        XmlReadResult result;
        if (parser.IsStreamEnd)
        {
            _phase = Phase.Closed;
            result = new XmlReadResult(XmlReadKind.StreamClose);
        }
        else if (_phase == Phase.Prolog)
        {
            result = new XmlReadResult(XmlReadKind.StreamOpen, Open(parser, text));
        }
        else
        {
            var element = XmlDocument.ToElement(parser, text);
            result = new XmlReadResult(XmlReadKind.Element, element);
            if (text.Length <= MaxRepeatedBytes && parser.IsBare && element.Namespace != ContentNs)
                _repeated = new Repeated(_scope, text.ToArray(), element);
        }
        XmlParser.Return(parser);
        return result;
    }

    private XmlElement Open(XmlParser parser, ReadOnlySpan<byte> text)
    {
        var isClosed = parser.IsSelfClosedHeader;
        var header = XmlDocument.ToHeader(parser, text);
        // RFC 6120 §4.8.1: whatever its prefix; §4.8.2: the content namespace is the default one, or every stanza declares its own.
        if (header.Namespace != XmlElement.StreamNs)
            throw new StreamException(StreamCondition.InvalidNamespace);
        _scope = header.HeaderScope();
        if (_scope.DefaultNs == XmlNsCode.HeaderDefault && _scope.HeaderDefault is not ("" or XmlElement.StreamNs))
            throw new StreamException(StreamCondition.InvalidNamespace);
        _phase = isClosed ? Phase.Closing : Phase.Stream;
        return header;
    }

    private XmlParser NewParser() => XmlParser.Rent(_scope, Limits, isHeader: _phase == Phase.Prolog);

    private static bool SkipSpace(ref ReadOnlySpan<byte> input)
    {
        var at = 0;
        while (at < input.Length && XmlChars.IsSpace(input[at]))
            at++;
        input = input[at..];
        return at > 0;
    }

    // Between stanzas only whitespace may stand. Before the header anything else is no XML document at all (XML 1.0 §2.8); inside
    // the stream it is well-formed XML that can't be processed (RFC 6120 §4.9.3.1). One byte decides, however the input is cut.
    private void CheckMarkup(byte first)
    {
        if (first == '<')
            return;
        throw first is < 0x20 ? XmlChars.Forbidden()
            : first is >= 0x80 and < 0xC2 or > 0xF4 ? XmlChars.BadUtf8()
            : new StreamException(_phase == Phase.Prolog ? StreamCondition.NotWellFormed : StreamCondition.BadFormat, "text between stanzas");
    }

    private ReadOnlySpan<byte> Hold(ReadOnlySpan<byte> bytes)
    {
        var needed = _heldLength + bytes.Length;
        if (needed > _held.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBytes, Math.Max(needed, 2 * _heldLength)));
            _held.AsSpan(0, _heldLength).CopyTo(larger);
            if (_held.Length > 0)
                ArrayPool<byte>.Shared.Return(_held);
            _held = larger;
        }
        bytes.CopyTo(_held.AsSpan(_heldLength));
        _heldLength = needed;
        return _held.AsSpan(0, needed);
    }

    private void Release()
    {
        if (_held.Length > 0)
            ArrayPool<byte>.Shared.Return(_held);
        _held = [];
        _heldLength = 0;
        if (_parser is { } parser)
            XmlParser.Return(parser);
        _parser = null;
    }

    private sealed record Repeated(XmlScope Scope, byte[] Text, XmlElement Element);

    private static StreamException TooLarge() => new(StreamCondition.PolicyViolation, "stanza too large");
}
