// RFC 6120 §4.3: from a connection to a bound resource: STARTTLS (§5), SASL (§6), binding (§7).
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Client;

internal sealed class Negotiation(ClientStream stream, XmppClientOptions options, CancellationToken cancel)
{
    private const string TlsNs = "urn:ietf:params:xml:ns:xmpp-tls";

    /// <summary>Goes all the way.</summary>
    /// <returns>The address that the server bound.</returns>
    public async ValueTask<FullJid> RunAsync()
    {
        var domain = options.Account.Domain;
        if (options.Tls.IsDirect && !stream.Transport.IsSecure) await stream.Transport.StartTlsAsync(domain, cancel).ConfigureAwait(false);
        var features = await stream.OpenAsync(options, cancel).ConfigureAwait(false);
        if (!stream.Transport.IsSecure) features = await SecureAsync(features).ConfigureAwait(false);
        await LogInAsync(features).ConfigureAwait(false);
        features = await stream.OpenAsync(options, cancel).ConfigureAwait(false);
        return await BindAsync(features).ConfigureAwait(false);
    }

    private async ValueTask<XmlElement> SecureAsync(XmlElement features)
    {
        var isOffered = features.Child("starttls", TlsNs) is not null;
        if (!isOffered && options.AllowsPlaintext) return features;
        // Someone between us may have taken the offer out: never go on without.
        if (!isOffered) throw new StreamException(StreamCondition.PolicyViolation, "the server offers no TLS");
        await stream.WriteAsync(writer => writer.Start("starttls", TlsNs).End(), cancel).ConfigureAwait(false);
        if (!(await AnswerAsync().ConfigureAwait(false)).Is("proceed", TlsNs))
            throw new StreamException(StreamCondition.UndefinedCondition, "the server refuses TLS");
        await stream.Transport.StartTlsAsync(options.Account.Domain, cancel).ConfigureAwait(false);
        return await stream.OpenAsync(options, cancel).ConfigureAwait(false);
    }

    private async ValueTask LogInAsync(XmlElement features)
    {
        var offer = SaslOffer.Read(features) ?? throw new SaslException("the server offers no way to log in");
        await ExchangeAsync(SaslClient.Choose(offer, Credentials(), stream.Transport.Bindings)).ConfigureAwait(false);
    }

    private SaslCredentials Credentials() => new()
    {
        Name = options.Account.Local ?? "",
        Password = options.Account.IsDomain ? null : options.Password,
        HasCertificate = options.Tls.Certificate is not null,
        // §6.3.8: with a certificate of several addresses the server can't know which.
        AuthorizationId = options.Tls.Certificate is null || options.Account.IsDomain ? null : options.Account,
        // A password in the clear through a channel in the clear: never.
        AllowsPlain = options.AllowsPlain && stream.Transport.IsSecure,
    };

    private async ValueTask ExchangeAsync(SaslClient client)
    {
        var initial = SaslBase64.EncodePresent(client.Begin().Span);
        await stream.WriteAsync(
            writer => writer.Start("auth", SaslCondition.Ns).Attribute("mechanism", client.Mechanism).Text(initial).End(),
            cancel).ConfigureAwait(false);
        while (true)
        {
            var answer = await AnswerAsync().ConfigureAwait(false);
            if (answer.Is("failure", SaslCondition.Ns)) throw Refusal(answer);
            var isSuccess = answer.Is("success", SaslCondition.Ns);
            if (!isSuccess && !answer.Is("challenge", SaslCondition.Ns)) throw new StreamException(StreamCondition.BadFormat);
            if (!SaslBase64.TryDecode(answer.Text, out var data)) throw new SaslException("the server sends what is not base64");
            if (isSuccess)
            {
                client.Finish(data);
                return;
            }
            var response = await RespondAsync(client, data).ConfigureAwait(false);
            await stream.WriteAsync(writer => writer.TextElement("response", SaslCondition.Ns, response), cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask<string> RespondAsync(SaslClient client, byte[] challenge)
    {
        try
        {
            return Convert.ToBase64String(client.Respond(challenge).Span);
        }
        catch (SaslException)
        {
            // RFC 6120 §6.4.4: we give up, and say so.
            await stream.WriteAsync(writer => writer.Start("abort", SaslCondition.Ns).End(), cancel).ConfigureAwait(false);
            throw;
        }
    }

    private static SaslException Refusal(XmlElement failure)
    {
        var condition = SaslCondition.NotAuthorized;
        string? text = null;
        foreach (var child in failure.Children)
        {
            if (child.Name == "text") text = child.Text;
            else condition = new SaslCondition(child.Name);
        }
        return new SaslException(text is null ? condition.Name : $"{condition.Name}: {text}") { Condition = condition };
    }

    private async ValueTask<FullJid> BindAsync(XmlElement features)
    {
        if (features.Child(Bind.ElementName, Bind.Ns) is null)
            throw new StreamException(StreamCondition.UnsupportedFeature, "the server offers no resource binding");
        var bound = await AskAsync("bind", new Bind(options.Resource)).ConfigureAwait(false);
        var address = bound.Get<Bind>()?.Jid ?? throw new StreamException(StreamCondition.BadFormat, "the server bound nothing");
        // COMPAT(servers of RFC 3921): a session that is not optional must be asked for.
        if (features.Child(LegacySession.ElementName, LegacySession.ElementNs) is { } session && !LegacySession.Read(session).IsOptional)
            await AskAsync("session", new LegacySession()).ConfigureAwait(false);
        return address;
    }

    private async ValueTask<Iq> AskAsync(string id, IPayload payload)
    {
        var request = new Iq(IqType.Set, null, null, id, payload);
        await stream.WriteAsync(writer => request.WriteTo(writer), cancel).ConfigureAwait(false);
        while (true)
        {
            // Nothing but the answer is of interest before the resource is bound.
            var element = await AnswerAsync().ConfigureAwait(false);
            if (!element.Is("iq", "jabber:client") || element.Attribute("id") != id) continue;
            var answer = (Iq)Stanza.Read(element);
            if (answer.IsRequest) continue;
            return answer.IsError ? throw new StanzaException(answer.Error ?? StanzaError.UndefinedCondition) : answer;
        }
    }

    private async ValueTask<XmlElement> AnswerAsync() =>
        await stream.ReadAsync(cancel).ConfigureAwait(false) ?? throw new IOException("the server ended the stream");
}
