// XEP-0115: presence names what a client can do by a hash of its disco#info.
using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The child of presence (§4).</summary>
/// <param name="Node">A URI of the software.</param>
/// <param name="Ver">The verification string.</param>
/// <param name="Hash">How it was made; <c>sha-1</c> as a rule.</param>
public sealed record Caps(string Node, string Ver, string Hash = Caps.Sha1) : IPayload<Caps>
{
    public const string Ns = "http://jabber.org/protocol/caps";

    /// <summary>The hash that everybody must support (§5).</summary>
    public const string Sha1 = "sha-1";

    public static string ElementName => "c";

    public static string ElementNs => Ns;

    /// <summary>The node to ask for the disco#info that was hashed (§6.2).</summary>
    public string InfoNode => $"{Node}#{Ver}";

    /// <summary>What to send for this disco#info.</summary>
    public static Caps For(string node, DiscoInfo info) =>
        new(node, CapsHash.Compute(info) ?? throw new ArgumentException("the disco#info is ambiguous", nameof(info)));

    /// <summary>Without a hash it is the format of before 2008, which proves nothing and is not read (§11).</summary>
    public static Caps Read(XmlElement element) => new(element.Required("node"), element.Required("ver"), element.Required("hash"));

    public void Write(XmlWriter writer) =>
        writer.Start(ElementName, Ns).Attribute("hash", Hash).Attribute("node", Node).Attribute("ver", Ver).End();

    /// <summary>The disco#info is the one that was hashed (§5.4). False also for a hash that is not supported.</summary>
    public bool IsVerifiedBy(DiscoInfo info) => Hash == Sha1 && CapsHash.Compute(info) == Ver;
}

/// <summary>The verification string (§5.1).</summary>
public static class CapsHash
{
    // i;octet (RFC 4790 §9.3): UTF-8 bytes, which sort as code points do and UTF-16 does not.
    private static readonly IComparer<string> Octets =
        Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    /// <summary>SHA-1 in base64; null when the disco#info is ill-formed: an identity, a feature or a FORM_TYPE twice, or a FORM_TYPE with
    /// two values (§5.4).</summary>
    public static string? Compute(DiscoInfo info)
    {
        // §5.4: a form without a hidden FORM_TYPE is left out.
        var forms = info.Forms.Where(form => form.FormType is not null).OrderBy(form => form.FormType, Octets!).ToList();
        if (HasDuplicates(info.Identities) || HasDuplicates(info.Features) || HasDuplicates(forms.Select(form => form.FormType))
            || forms.Exists(form => form.Values(DataForm.FormTypeVar).Distinct(StringComparer.Ordinal).Count() > 1)) return null;

        var text = new ArrayBufferWriter<byte>(1024);
        var identities = info.Identities.OrderBy(identity => identity.Category, Octets).ThenBy(identity => identity.Type, Octets)
            .ThenBy(identity => identity.Lang ?? "", Octets);
        foreach (var identity in identities) Append(text, $"{identity.Category}/{identity.Type}/{identity.Lang}/{identity.Name}");
        foreach (var feature in info.Features.Order(Octets)) Append(text, feature);
        foreach (var form in forms) AppendForm(text, form);
#pragma warning disable CA5350 // XEP-0115 §5.1 names SHA-1; section 8 of it says what that is worth
        return Convert.ToBase64String(SHA1.HashData(text.WrittenSpan));
#pragma warning restore CA5350
    }

    private static void AppendForm(ArrayBufferWriter<byte> text, DataForm form)
    {
        Append(text, form.FormType!);
        foreach (var field in form.Fields.Where(field => field.Var is not null and not DataForm.FormTypeVar).OrderBy(field => field.Var, Octets!))
        {
            Append(text, field.Var!);
            foreach (var value in field.Values.Order(Octets)) Append(text, value);
        }
    }

    private static void Append(ArrayBufferWriter<byte> text, string part)
    {
        Encoding.UTF8.GetBytes(part, text);
        text.Write("<"u8);
    }

    private static bool HasDuplicates<T>(IEnumerable<T> all)
    {
        var seen = new HashSet<T>();
        return !all.All(seen.Add);
    }
}
