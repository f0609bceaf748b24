// XEP-0153: presence says which picture the vCard holds.
using System.Security.Cryptography;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The update child of presence (§3).</summary>
/// <param name="PhotoHash">SHA-1 of the picture in lower-case hexadecimal; "" when there is no picture;
/// null when the client does not know yet (§4.1).</param>
public sealed record VCardUpdate(string? PhotoHash) : IPayload<VCardUpdate>
{
    public const string Ns = "vcard-temp:x:update";

    public static string ElementName => "x";

    public static string ElementNs => Ns;

    /// <summary>The update that goes with a vCard.</summary>
#pragma warning disable CA5350 // XEP-0153 §3.1 names SHA-1; it is an identifier here, not a proof
    public static VCardUpdate For(VCard card) => new(card.Photo is { Length: > 0 } photo ? Convert.ToHexStringLower(SHA1.HashData(photo)) : "");
#pragma warning restore CA5350

    public static VCardUpdate Read(XmlElement element)
    {
        // §3.1: upper case is to be understood, lower case to be written.
        var hash = element.ChildText("photo")?.Trim().ToLowerInvariant();
        if (hash?.Any(c => !char.IsAsciiHexDigitLower(c)) == true) throw Schema.BadRequest("a photo is named by its hash");
        return new VCardUpdate(hash);
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).OptionalText("photo", PhotoHash).End();
}
