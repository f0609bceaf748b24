// RFC 6120 §8: the three routed elements, as immutable types over the bytes that were received.
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Stanzas;

/// <summary>
/// A message, presence or iq. Immutable; any thread may read it. <see cref="To"/> and <see cref="From"/> are what the stanza is routed and
/// written by; the bytes behind <see cref="Element"/> may still carry what the sender wrote and are shared by every copy.
/// </summary>
public abstract class Stanza
{
    // One of the two, or both: what is serialised is only read when somebody asks.
    private byte[]? _serialised;
    private XmlElement? _element;
    private StanzaEdits? _edits;
    private XmlElement? _edited;

    private protected Stanza(XmlElement element, Jid? to, Jid? from)
    {
        _element = element;
        To = to;
        From = from;
    }

    private protected Stanza(byte[] serialised, Jid? to, Jid? from)
    {
        _serialised = serialised;
        To = to;
        From = from;
    }

    public Jid? To { get; private set; }

    public Jid? From { get; private set; }

    /// <summary>The whole element with its payloads, edits applied. Its own <c>to</c> and <c>from</c> attributes may be stale.</summary>
    public XmlElement Element => _edits is null ? Root : _edited ?? Edit(_edits);

    /// <summary>The stanza's size as it came, in bytes; what it costs to hold it.</summary>
    public int Bytes => _serialised?.Length ?? Root.Utf8.Length;

    public string? Id => Root.Attribute("id");

    public string? Lang => Root.Lang ?? DefaultLang;

    /// <summary>The language of the sender's stream, which the stanza is written with when it has none of its own (RFC 6120 §8.1.5); null: none.
    /// A language tag of at most 35 ASCII letters, digits and hyphens.</summary>
    public string? DefaultLang { get; init; }

    public abstract bool IsError { get; }

    /// <summary>The element's name.</summary>
    public abstract string Name { get; }

    // Two threads may both read it; they get equal elements.
    private XmlElement Root => _element ??= XmlElement.Parse(_serialised);

    /// <summary>Reads a stanza. A missing or empty address attribute is null.</summary>
    /// <exception cref="StanzaException"><c>jid-malformed</c> for an address; <c>bad-request</c> for an unknown type of presence or iq, for an iq
    /// without id, or a request without exactly one payload (RFC 6120 §8.2.3).</exception>
    public static Stanza Read(XmlElement element)
    {
        var to = ReadAddress(element, "to"u8);
        var from = ReadAddress(element, "from"u8);
        return Read(element, to, from);
    }

    /// <summary>As <see cref="Read(XmlElement)"/>, with the addresses given by the caller, who has verified them.</summary>
    public static Stanza Read(XmlElement element, Jid? to, Jid? from, string? defaultLang = null) => element.Name switch
    {
        "message" => new Message(element, to, from) { DefaultLang = defaultLang },
        "presence" => new Presence(element, to, from) { DefaultLang = defaultLang },
        "iq" => new Iq(element, to, from) { DefaultLang = defaultLang },
        _ => throw new ArgumentException("not a stanza", nameof(element)),
    };

    /// <summary>The address in an attribute of the root; null when it is missing.</summary>
    /// <exception cref="StanzaException"><c>jid-malformed</c>.</exception>
    public static Jid? ReadAddress(XmlElement element, ReadOnlySpan<byte> attribute)
    {
        if (!element.TryGetAttributeUtf8(attribute, out var value, out bool isEscaped))
        {
            return null;
        }
        bool isValid = isEscaped
            ? Jid.TryParse(element.Attribute(attribute.SequenceEqual("to"u8) ? "to" : "from"), out var jid)
            : Jid.TryParse(value, out jid);
        return isValid ? jid : throw new StanzaException(StanzaError.JidMalformed);
    }

    /// <summary>The first payload of the type; null when there is none.</summary>
    /// <exception cref="StanzaException">The payload does not meet its schema.</exception>
    public T? Get<T>()
        where T : class, IPayload<T> =>
        Element.Child(T.ElementName, T.ElementNs) is { } child ? T.Read(child) : null;

    public bool Has(string name, string ns) => Element.Child(name, ns) is not null;

    /// <summary>The error of a stanza of type error; null for others.</summary>
    public StanzaError? Error => IsError ? StanzaError.Read(Element) : null;

    /// <summary>The stanza's payload of a request or result: its first child element; null when there is none.</summary>
    public XmlElement? Payload => Element.FirstChild;

    /// <summary>The same stanza under other addresses; the bytes are shared.</summary>
    public Stanza Readdress(Jid? to, Jid? from)
    {
        if (ReferenceEquals(to, To) && ReferenceEquals(from, From))
        {
            return this;
        }
        var copy = (Stanza)MemberwiseClone();
        // The serialised form has the addresses in it.
        copy._element = Root;
        copy._serialised = null;
        copy.To = to;
        copy.From = from;
        return copy;
    }

    /// <summary>The same stanza with one more payload at its end; the bytes before it are shared.</summary>
    public Stanza With(IPayload payload)
    {
        using var writer = new XmlWriter(Root.ContentNs);
        payload.Write(writer);
        var copy = (Stanza)MemberwiseClone();
        copy._edits = (_edits ?? StanzaEdits.None).Append(writer.Written.Span);
        copy._edited = null;
        return copy;
    }

    /// <summary>The same stanza without those of the children it came with that match; itself when none does.</summary>
    public Stanza Without(Predicate<XmlElement> match)
    {
        int[] before = _edits?.Omitted ?? [];
        List<int>? omitted = null;
        int index = 0;
        foreach (var child in Root.Children)
        {
            if (Array.IndexOf(before, index) < 0 && match(child))
            {
                (omitted ??= [.. before]).Add(index);
            }
            index++;
        }
        if (omitted is null)
        {
            return this;
        }
        omitted.Sort();
        var copy = (Stanza)MemberwiseClone();
        copy._edits = (_edits ?? StanzaEdits.None) with { Omitted = [.. omitted] };
        copy._edited = null;
        return copy;
    }

    /// <summary>Writes the stanza for a stream, addresses stamped; everything else is copied as it came.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="to">The address to write instead of <see cref="To"/>, for a stanza that is shared by many recipients; null: <see cref="To"/>.</param>
    /// <param name="stamp">Serialised elements to put at its end, each with its own xmlns.</param>
    public void WriteTo(IBufferWriter<byte> writer, Jid? to = null, ReadOnlySpan<byte> stamp = default)
    {
        if (_serialised is not null && _edits is null && stamp.IsEmpty && (to is null || to.Equals(To)))
        {
            writer.Write(_serialised);
            return;
        }
        Write(writer, Root, to ?? To, _edits, stamp);
    }

    /// <summary>The stanza as one stand-alone element with its addresses, for storing and forwarding.</summary>
    public byte[] ToUtf8()
    {
        using var writer = new XmlWriter(Root.ContentNs);
        WriteTo(writer);
        return writer.Written.ToArray();
    }

    /// <summary>Writes the stanza as a child of another element: its addresses and its namespace are there (XEP-0297 §3).</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="stamp">Serialised elements to put at its end, each with its own xmlns.</param>
    public void WriteForwarded(IBufferWriter<byte> writer, ReadOnlySpan<byte> stamp = default)
    {
        Span<byte> langUtf8 = stackalloc byte[64];
        Root.WriteTo(writer, new RootStamp
        {
            To = To is null ? AttributeStamp.Remove : AttributeStamp.Set(To.Utf8Escaped),
            From = From is null ? AttributeStamp.Remove : AttributeStamp.Set(From.Utf8Escaped),
            DefaultLang = Encoding.UTF8.TryGetBytes(DefaultLang, langUtf8, out int length) ? langUtf8[..length] : default,
            Xmlns = "jabber:client"u8,
            Append = _edits is null ? default : _edits.Appended.Span,
            Stamp = stamp,
            Without = _edits is null ? default : _edits.Omitted,
        });
    }

    /// <summary>An answer of type error (RFC 6120 §8.3.1), from the address that was written to.</summary>
    public abstract Stanza ErrorReply(StanzaError error);

    public override string ToString() => $"{Name} to {To} from {From}";

    // Two threads may both do this; they store equal values. Not in the property, whose every use would pay for the closure.
    private XmlElement Edit(StanzaEdits edits)
    {
        var (element, to) = (Root, To);
        return _edited = XmlElement.Build(writer => Write(writer, element, to, edits), element.ContentNs);
    }

    private void Write(IBufferWriter<byte> output, XmlElement element, Jid? to, StanzaEdits? edits, ReadOnlySpan<byte> stamp = default)
    {
        Span<byte> langUtf8 = stackalloc byte[64];
        element.WriteTo(output, new RootStamp
        {
            To = to is null ? AttributeStamp.Remove : AttributeStamp.Set(to.Utf8Escaped),
            From = From is null ? AttributeStamp.Remove : AttributeStamp.Set(From.Utf8Escaped),
            DefaultLang = Encoding.UTF8.TryGetBytes(DefaultLang, langUtf8, out int length) ? langUtf8[..length] : default,
            Append = edits is null ? default : edits.Appended.Span,
            Stamp = stamp,
            Without = edits is null ? default : edits.Omitted,
        });
    }

    private protected static XmlElement Build(string name, string? type, string? id, ReadOnlySpan<IPayload> payloads, StanzaError? error)
    {
        using var writer = new XmlWriter();
        writer.Start(name).Attribute("type", type).Attribute("id", id);
        foreach (var payload in payloads)
        {
            payload.Write(writer);
        }
        error?.Write(writer);
        writer.End();
        return XmlElement.Parse(writer.Written.Span);
    }

    private protected static string? TypeOf(XmlElement element) => element.Attribute("type");

    // What a copy changes in the shared bytes.
    private sealed record StanzaEdits(ReadOnlyMemory<byte> Appended, int[]? Omitted)
    {
        public static StanzaEdits None { get; } = new(default, null);

        public StanzaEdits Append(ReadOnlySpan<byte> xml)
        {
            byte[] all = new byte[Appended.Length + xml.Length];
            Appended.Span.CopyTo(all);
            xml.CopyTo(all.AsSpan(Appended.Length));
            return this with { Appended = all };
        }
    }
}

/// <summary>Reads of an optional payload that must not fail a stanza: a malformed one counts as absent.</summary>
public static class StanzaExtensions
{
    public static bool TryGet<T>(this Stanza stanza, [NotNullWhen(true)] out T? payload)
        where T : class, IPayload<T>
    {
        try
        {
            payload = stanza.Get<T>();
        }
        catch (StanzaException)
        {
            payload = null;
        }
        return payload is not null;
    }
}
