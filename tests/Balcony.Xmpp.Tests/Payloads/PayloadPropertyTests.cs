// What holds for every payload and any XML under its name: it is read or refused, never anything else; and what was read can be written.
using System.Reflection;
using System.Text;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class PayloadPropertyTests
{
    private static readonly string[] Values =
    [
        "", " ", "0", "1", "-1", "true", "sha-1", "99999999999999999999", "9223372036854775807", "form", "submit", "result", "next", "executing",
        "a@b", "a@b/c", "@", "2026-03-01T12:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "Z", "+14:00", "-14:00", "+99:99",
        "AQID", "zz", "FORM_TYPE", "jabber:iq:register", "list-single", "boolean", "\u03C0", "&lt;&amp;",
        "owner", "moderator", "110", "4294967295", "327.255249", "0.0000001", "mention", "xmpp:a@b/c?join",
    ];

    private static readonly string[] Attributes =
        ["id", "jid", "by", "from", "stamp", "seconds", "node", "ver", "hash", "var", "type", "category", "name", "action", "status", "subscription",
         "ask", "approved", "execute", "index", "sessionid", "xml:lang", "label", "affiliation", "role", "nick", "code", "to", "maxchars", "since",
         "uri", "title", "hue", "begin", "end", "counter", "delay", "autojoin", "continue", "address", "thread"];

    private static readonly string[] Elements =
        ["item", "group", "field", "value", "option", "required", "reported", "identity", "feature", "max", "first", "last", "count", "before", "after",
         "index", "actions", "next", "note", "utc", "tzo", "photo", "PHOTO", "BINVAL", "username", "remove", "registered", "resource", "jid", "name",
         "version", "max-bytes", "optional", "history", "password", "status", "invite", "decline", "destroy", "reason", "actor", "continue", "hat", "token",
         "nick", "extensions", "never", "always", "advanced", "nusers", "is-open", "mav xmlns='urn:xmpp:muc:affiliations:1'",
         "retract xmlns='urn:xmpp:message-retract:1'", "moderated xmlns='urn:xmpp:message-moderate:1'",
         "retract xmlns='urn:xmpp:message-retract:0'", "moderate xmlns='urn:xmpp:message-moderate:0'",
         "x xmlns='jabber:x:data'", "set xmlns='http://jabber.org/protocol/rsm'", "o xmlns='urn:other'"];

    public static TheoryData<Type> Payloads => [.. typeof(Bind).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IPayload<>)))];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Any_element_is_read_or_refused(Type payload) => typeof(PayloadPropertyTests).GetMethod(nameof(Try), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(payload).Invoke(null, null);

    private static void Try<T>()
        where T : IPayload<T>
    {
        var random = new Random(1);
        for (var round = 0; round < 3_000; round++)
        {
            var xml = new StringBuilder();
            Append(xml, random, $"{T.ElementName} xmlns='{T.ElementNs}'", depth: 0);
            T value;
            try
            {
                value = T.Read(XmlElement.Parse(xml.ToString()));
            }
            catch (StanzaException)
            {
                continue;
            }
            var written = Golden.Write(value);
            Assert.Equal(written, Golden.Write(T.Read(XmlElement.Parse(written))));
        }
    }

    private static void Append(StringBuilder xml, Random random, string start, int depth)
    {
        xml.Append('<').Append(start);
        foreach (var attribute in random.GetItems(Attributes, random.Next(5)).Distinct()) xml.Append(' ').Append(attribute).Append("='").Append(Pick(random, Values)).Append('\'');
        xml.Append('>');
        if (random.Next(3) == 0) xml.Append(Pick(random, Values));
        for (var children = depth < 4 ? random.Next(4) : 0; children > 0; children--) Append(xml, random, Pick(random, Elements), depth + 1);
        xml.Append("</").Append(start.Split(' ')[0]).Append('>');
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
