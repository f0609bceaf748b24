// Resource binding (RFC 6120 §7), and requests that are allowed before a stream is bound.
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private const string BindNs = "urn:ietf:params:xml:ns:xmpp-bind";

    private async ValueTask BindAsync(XmlElement element)
    {
        if (!TryReadRequest(element, out var iq))
        {
            return;
        }
        var bind = iq.Payload!;
        if (iq.Type != IqType.Set || !bind.Is("bind", BindNs))
        {
            // §7.1: until a resource is bound nothing else may be sent.
            throw new StreamException(StreamCondition.NotAuthorized, "bind a resource first");
        }
        string? wanted = bind.Child("resource", BindNs)?.Text;
        if (wanted?.Length == 0)
        {
            wanted = null;
        }
        if (wanted is not null && !FullJid.TryParse($"{_account}/{wanted}", out _))
        {
            // §7.7.2.1
            WriteReply(iq.ErrorReply(StanzaError.BadRequest));
            return;
        }
        Session session;
        try
        {
            var account = _services.Router.Get(_account!);
            var request = new BindRequest(wanted is null ? null : FullJid.Parse($"{_account}/{wanted}").Resource, _userAgent, []) { MissedSince = _missedSince };
            session = (await account.BindAsync(request, this).ConfigureAwait(false)).Session;
        }
        catch (StanzaException fault)
        {
            WriteReply(iq.ErrorReply(fault.Error));
            return;
        }
        var result = XmlElement.Build(writer =>
            writer.Start("iq").Attribute("type", "result").Attribute("id", iq.Id)
                .Start("bind", BindNs).TextElement("jid", null, session.Address.ToString()).End().End());
        WriteControl(writer => writer.Element(result));
        Carry(session);
    }

    // In-band registration and the like (XEP-0077 §3.1).
    private async ValueTask AnswerBeforeLoginAsync(XmlElement element)
    {
        if (!TryReadRequest(element, out var iq))
        {
            return;
        }
        if (_services.Registrations.FindPreLoginIq(iq.Type, iq.Payload!) is not { } handler)
        {
            throw new StreamException(StreamCondition.NotAuthorized);
        }
        var context = new StreamFeatureContext(_host!, Transport, null);
        WriteReply(await _services.Dispatcher.AnswerBeforeLoginAsync(handler, context, iq).ConfigureAwait(false));
    }

    private bool TryReadRequest(XmlElement element, out Iq iq)
    {
        try
        {
            iq = (Iq)Stanza.Read(element, Stanza.ReadAddress(element, "to"u8), null);
            return iq.IsRequest;
        }
        catch (StanzaException fault)
        {
            iq = null!;
            var reply = XmlElement.Build(writer =>
            {
                writer.Start("iq").Attribute("type", "error").Attribute("id", element.Attribute("id"));
                fault.Error.Write(writer);
                writer.End();
            });
            WriteControl(writer => writer.Element(reply));
            return false;
        }
    }

    private void WriteReply(Stanza reply) => WriteControl(writer => reply.WriteTo(writer));
}
