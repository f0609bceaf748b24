// XEP-0386: binding a resource as part of the login.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private const int ClientDigestBytes = 9;

    // The client is authenticated whatever comes of this: if there can be no session it is told why, and may bind by RFC 6120 §7.
    private async ValueTask<(XmlElement Answer, Session? Session)> BindInlineAsync(Bind2 request)
    {
        var bind = new BindRequest(NameResource(request.Tag, _userAgent?.Id), _userAgent, Sasl2.Bind(request.Features))
        {
            ReplacesEarlier = true,
            Otherwise = NameResource(request.Tag, null),
            MissedSince = _missedSince,
        };
        try
        {
            var bound = await _services.Router.Get(_account!).BindAsync(bind, this).ConfigureAwait(false);
            return (XmlElement.Build(new Bound(bound.Answers).Write), bound.Session);
        }
        catch (StanzaException fault)
        {
            return (XmlElement.Build(writer =>
            {
                writer.Start("failed", Bind2.Ns);
                fault.Error.Write(writer);
                writer.End();
            }), null);
        }
    }

    // §3.2.1: the tag as it is, if a resource can have it, and behind it something of ours: always the same for an installation that says which it is,
    // so that its contacts do not see a new address each day. Its id cannot be had from that.
    private string NameResource(string? tag, Guid? client)
    {
        string own = client is { } id ? Digest($"{_account}\0{id}\0{tag}") : ResourceName.Next();
        return tag is not null && FullJid.TryParse($"{_account}/{tag}/{own}", out FullJid? address) ? address.Resource : own;
    }

    private static string Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return Base64Url.EncodeToString(digest[..ClientDigestBytes]);
    }
}
