// SASL on a client stream as RFC 6120 §6 has it; what both dialects offer.
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private const string SaslNs = SaslCondition.Ns;
    private const int MaxCachedOffers = 64;

    // Streams that can be bound in the same ways share an offer, and with it the hash over it (XEP-0474).
    private static readonly ConcurrentDictionary<(IReadOnlyList<string> Types, bool Plain, bool Anonymous, string Hashes), SaslOffer> Offers = new();

    private BareJid? _account;

    // From the first attempt until the login.
    private LoginExchange? _exchange;

    private LoginExchange Exchange =>
        _exchange ??= new LoginExchange(_services, RemoteAddress, _services.FailedLogins.KeyOf(Transport.RemoteEndPoint));

    private SaslOffer Offer()
    {
        var bindings = Bindings();
        var key = (bindings.Types, Plain: Transport.Tls is not null && _services.Login.AllowPlain, Anonymous: _services.Login.AllowAnonymous,
            Hashes: _hashes.Count == KeyShape.AllHashes.Count ? "" : string.Join(' ', _hashes));
        if (Offers.TryGetValue(key, out var offer))
        {
            return offer;
        }
        var mechanisms = new List<string>(SaslMechanism.Scram.Where(name => _hashes.Contains(SaslMechanism.HashOf(name)!.Value)));
        // RFC 6120 §13.8.3, RFC 4616 §4: a password in the clear only where the channel is not.
        if (key.Plain)
        {
            mechanisms.Add(SaslMechanism.Plain);
        }
        if (key.Anonymous)
        {
            mechanisms.Add(SaslMechanism.Anonymous);
        }
        offer = SaslOffer.For(mechanisms, bindings);
        if (Offers.Count < MaxCachedOffers)
        {
            Offers.TryAdd(key, offer);
        }
        return offer;
    }

    private ChannelBindings Bindings() => Transport.Tls?.ChannelBindings ?? ChannelBindings.None;

    private SaslContext LoginContext() => new()
    {
        Host = _host!,
        Offer = Offer(),
        Bindings = Bindings(),
        TlsVersion = Transport.Tls?.Version ?? 0,
        AllowsMissedBinding = _services.Login.AllowMissedChannelBinding,
    };

    private async ValueTask LogInAsync(XmlElement element)
    {
        var exchange = Exchange;
        var step = element.Name switch
        {
            "auth" when !exchange.IsUnderWay => await exchange.BeginAsync(
                element.Attribute("mechanism") ?? "", LoginContext(), element.Text.Length > 0, Decode(element.Text)).ConfigureAwait(false),
            "response" when exchange.IsUnderWay => await exchange.RespondAsync(Decode(element.Text)).ConfigureAwait(false),
            "abort" when exchange.IsUnderWay => exchange.Fail(SaslCondition.Aborted, isAttempt: false),
            // §6.4: out of turn.
            _ => exchange.Fail(SaslCondition.MalformedRequest),
        };
        switch (step.Kind)
        {
            case LoginStepKind.Challenge:
                WriteControl(writer => writer.TextElement("challenge", SaslNs, Convert.ToBase64String(step.Data.Span)));
                break;
            case LoginStepKind.Success:
                WriteControl(writer =>
                {
                    writer.TextElement("success", SaslNs, step.Data.IsEmpty ? "" : Convert.ToBase64String(step.Data.Span));
                    // §6.4.6: the stream starts again with this; an error that another thread writes behind it has a header of its own.
                    Restart();
                });
                EnterAccount(exchange);
                break;
            default:
                Refuse(step);
                break;
        }
    }

    private void Refuse(LoginStep failure)
    {
        WriteControl(writer =>
        {
            writer.Start("failure", SaslNs).Start(failure.Condition.Name).End();
            if (failure.Text is not null)
            {
                writer.Start("text").Lang("en").Text(failure.Text).End();
            }
            writer.End();
        });
        Exchange.CheckAttempts();
    }

    // The client may say more from now on.
    private void EnterAccount(LoginExchange exchange)
    {
        _account = exchange.Account ?? _services.Guests.Add(_host!);
        _exchange = null;
        _phase = Phase.Binding;
        Reader.Limits = _services.Limits.AfterLogin;
    }

    private static byte[]? Decode(string text) => SaslBase64.TryDecode(text, out byte[]? data) ? data : null;
}
