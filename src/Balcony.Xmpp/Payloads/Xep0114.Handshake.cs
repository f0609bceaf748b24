// XEP-0114: what a component proves that it knows the secret with.
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The proof, or, empty, that it was right (§3).</summary>
/// <param name="Value">Null in the answer.</param>
public sealed record ComponentHandshake(string? Value) : IPayload
{
    /// <summary>The namespace of streams that the component opens.</summary>
    public const string AcceptNs = "jabber:component:accept";

    /// <summary>The namespace of streams that the server opens.</summary>
    public const string ConnectNs = "jabber:component:connect";

    public const string ElementName = "handshake";

    /// <summary>The proof for a stream: the SHA-1 hash of its id and the secret, as lowercase hexadecimal digits.</summary>
    /// <param name="streamId">Unescaped, from the header of whoever accepted the connection.</param>
    /// <param name="secret">As it is written in both configurations.</param>
#pragma warning disable CA5350 // XEP-0114 §3 knows no other hash; nobody else chooses what is hashed
    public static string ValueFor(string streamId, string secret) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(streamId + secret)));
#pragma warning restore CA5350

    public void Write(XmlWriter writer) => writer.TextElement(ElementName, null, Value);
}
