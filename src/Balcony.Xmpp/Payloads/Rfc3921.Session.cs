// RFC 3921 §3: session establishment, which RFC 6121 removed and older clients still ask for.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The request, which does nothing, and the stream feature.</summary>
/// <param name="IsOptional">In the feature: clients that know it may go on without asking (draft-cridland-xmpp-session).</param>
public sealed record LegacySession(bool IsOptional = false) : IPayload<LegacySession>, IIqSet<Empty>
{
    public const string Ns = "urn:ietf:params:xml:ns:xmpp-session";

    public static string ElementName => "session";

    public static string ElementNs => Ns;

    public static LegacySession Read(XmlElement element) => new(element.HasChild("optional"));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        if (IsOptional) writer.EmptyElement("optional");
        writer.End();
    }
}
