// What a stanza inherits from its stream: the content namespace and the stream header's declarations.
using System.Text;

namespace Balcony.Xmpp.Xml;

/// <summary>The namespaces in scope at the top level of a stream.</summary>
internal sealed class XmlScope(string contentNs)
{
    private static readonly XmlScope Client = new("jabber:client");
    private static readonly XmlScope Server = new("jabber:server");
    private static readonly XmlScope UsualClient = Usual("jabber:client");
    private static readonly XmlScope UsualServer = Usual("jabber:server");

    public string ContentNs { get; } = contentNs;

    public byte[] ContentNsUtf8 { get; } = Encoding.UTF8.GetBytes(contentNs);

    /// <summary>RFC 6120 §4.8.5 forbids prefixes for elements in these two namespaces, and only in these.</summary>
    public bool ForbidsContentPrefix { get; } = contentNs is "jabber:client" or "jabber:server";

    /// <summary><see cref="XmlNsCode"/> of an unqualified child of the stream.</summary>
    public int DefaultNs { get; init; } = XmlNsCode.Content;

    /// <summary>The header's default namespace when it is not the content namespace; empty when it declares none.</summary>
    public string HeaderDefault { get; init; } = "";

    public (byte[] Prefix, string Ns)[] Prefixes { get; init; } = [];

    /// <summary>The stream's root as its end tag must name it; empty outside a stream.</summary>
    public byte[] RootName { get; init; } = [];

    /// <summary>A scope without stream header.</summary>
    public static XmlScope Of(string contentNs) => contentNs switch
    {
        "jabber:client" => Client,
        "jabber:server" => Server,
        _ => new XmlScope(contentNs),
    };

    /// <summary>The same scope for all streams whose headers say what nearly all say; otherwise this one.</summary>
    public XmlScope Shared() => IsSameAs(UsualClient) ? UsualClient : IsSameAs(UsualServer) ? UsualServer : this;

    /// <summary>For the header itself: nothing is declared before it.</summary>
    public static XmlScope Nothing(string contentNs) => new(contentNs) { DefaultNs = XmlNsCode.None };

    private static XmlScope Usual(string contentNs) => new(contentNs)
    {
        HeaderDefault = contentNs,
        Prefixes = [("stream"u8.ToArray(), XmlElement.StreamNs)],
        RootName = "stream:stream"u8.ToArray(),
    };

    private bool IsSameAs(XmlScope usual) =>
        ContentNs == usual.ContentNs && DefaultNs == usual.DefaultNs && HeaderDefault == usual.HeaderDefault && RootName.AsSpan().SequenceEqual(usual.RootName) &&
        Prefixes is [var only] && only.Prefix.AsSpan().SequenceEqual(usual.Prefixes[0].Prefix) && only.Ns == usual.Prefixes[0].Ns;
}
