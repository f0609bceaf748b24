// XEP-0054: the vCard, which a server keeps and hands out without understanding it.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for a vCard.</summary>
public sealed record VCardQuery : IPayload<VCardQuery>, IIqGet<VCard>
{
    public static string ElementName => VCard.ElementName;

    public static string ElementNs => VCard.Ns;

    public static VCardQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, VCard.Ns);
}

/// <summary>A vCard as its owner wrote it.</summary>
/// <param name="Content">The whole <c>vCard</c> element.</param>
public sealed record VCard(XmlElement Content) : IPayload<VCard>, IIqSet<Empty>
{
    public const string Ns = "vcard-temp";

    public static string ElementName => "vCard";

    public static string ElementNs => Ns;

    /// <summary>Size on the wire.</summary>
    public int Bytes => Content.Utf8.Length;

    /// <summary>The picture's bytes; null when there is none or it is not base64.</summary>
    public byte[]? Photo
    {
        get
        {
            // Clients break the lines.
            if (Content.Child("PHOTO", Ns)?.ChildText("BINVAL") is not { } text || string.IsNullOrWhiteSpace(text)) return null;
            var photo = new byte[text.Length];
            return Convert.TryFromBase64String(text, photo, out var length) ? photo[..length] : null;
        }
    }

    public static VCard Read(XmlElement element) => new(element);

    /// <summary>Reads a vCard to be stored.</summary>
    /// <exception cref="StanzaException"><c>policy-violation</c> when it is larger than <paramref name="maxBytes"/>.</exception>
    public static VCard Read(XmlElement element, int maxBytes)
    {
        var card = Read(element);
        return card.Bytes <= maxBytes ? card
            : throw new StanzaException(StanzaError.PolicyViolation.With($"a vCard may have {maxBytes} bytes"));
    }

    public void Write(XmlWriter writer) => writer.Element(Content);
}
