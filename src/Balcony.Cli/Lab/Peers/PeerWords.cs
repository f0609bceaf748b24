// The XML that scripted servers write, right or wrong.
using System.Globalization;
using System.Security;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal static class PeerWords
{
    public const string TlsNs = "urn:ietf:params:xml:ns:xmpp-tls";
    public const string SaslNs = "urn:ietf:params:xml:ns:xmpp-sasl";
    public const string DialbackNs = "jabber:server:dialback";
    public const string BidiNs = "urn:xmpp:bidi";
    public const string BidiFeatureNs = "urn:xmpp:features:bidi";
    public const string ManagementNs = "urn:xmpp:sm:3";
    public const string PingNs = "urn:xmpp:ping";

    private const int HugeHeaderBytes = 2 * 1024 * 1024;

    /// <summary>RFC 6120 §4.7, but for what <paramref name="fault"/> asks for.</summary>
    public static string Header(HeaderFault fault, string from, string to, string? id, string contentNs = PeerStream.ServerNs)
    {
        if (fault == HeaderFault.NotXml) return "GET / HTTP/1.1\r\nHost: " + to + "\r\n\r\n";
        var stream = fault == HeaderFault.WrongStreamNamespace ? "http://etherx.jabber.org/rivers" : XmlElement.StreamNs;
        var content = fault == HeaderFault.WrongContentNamespace ? "jabber:nobody" : contentNs;
        var version = fault switch { HeaderFault.NoVersion => "", HeaderFault.FutureVersion => " version='2.0'", _ => " version='1.0'" };
        var sender = fault == HeaderFault.WrongFrom ? "somebody-else." + from : from;
        var recipient = fault switch { HeaderFault.NoTo => "", HeaderFault.WrongTo => " to='nobody." + to + "'", _ => $" to='{to}'" };
        var huge = fault == HeaderFault.Huge ? $" huge='{new string('x', HugeHeaderBytes)}'" : "";
        return $"<?xml version='1.0'?><stream:stream xmlns='{content}' xmlns:stream='{stream}' xmlns:db='{DialbackNs}' from='{sender}'{recipient}"
            + (id is null ? "" : $" id='{id}'") + version + huge + ">";
    }

    public static string Ping(string from, string to, string id) =>
        $"<iq type='get' from='{Escape(from)}' to='{Escape(to)}' id='{Escape(id)}'><ping xmlns='{PingNs}'/></iq>";

    public static string Message(string from, string to, string id, string body) =>
        $"<message type='chat' from='{Escape(from)}' to='{Escape(to)}' id='{Escape(id)}'><body>{Escape(body)}</body></message>";

    public static string Escape(string text) => SecurityElement.Escape(text) ?? "";

    /// <summary>What a stream error or a dialback or SASL failure says, in a few words.</summary>
    public static string Describe(XmlElement element)
    {
        if (element.Is("error", XmlElement.StreamNs)) return "stream error " + Condition(element, StreamCondition.Ns);
        if (element.Is("failure", SaslNs)) return "SASL failure " + Condition(element, SaslNs);
        if (element.Is("failure", TlsNs)) return "STARTTLS failure";
        if (element.Namespace == DialbackNs && element.Attribute("type") == "error")
            return "dialback error " + Condition(element.Child("error", PeerStream.ServerNs) ?? element, "urn:ietf:params:xml:ns:xmpp-stanzas");
        return element.Namespace == DialbackNs ? $"dialback {element.Name} {element.Attribute("type")}" : $"<{element.Name} xmlns='{element.Namespace}'/>";
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    private static string Condition(XmlElement element, string ns)
    {
        string condition = "without a condition", text = "";
        foreach (var child in element.Children)
        {
            if (child.Namespace != ns) continue;
            if (child.Name == "text") text = $" ('{child.Text}')";
            else condition = child.Name;
        }
        return condition + text;
    }
}
