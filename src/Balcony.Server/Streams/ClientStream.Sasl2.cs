// XEP-0388 on a client stream: the exchange, and what the client wants done with it.
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    // From <authenticate/> until the success or the failure.
    private Authenticate? _authenticate;
    private UserAgent? _userAgent;

    private Sasl2Registrations Sasl2 => _services.Registrations.Sasl2;

    // §4: only under TLS.
    private bool OffersSasl2 => Sasl2.IsOffered && Transport.Tls is not null;

    private void WriteSasl2Feature(XmlWriter writer, SaslOffer offer)
    {
        if (OffersSasl2)
        {
            new AuthenticationFeature(offer.Mechanisms) { Inline = InlineFeatures(), Upgrades = UpgradeTasks() }.Write(writer);
        }
    }

    private async ValueTask AuthenticateAsync(XmlElement element)
    {
        var exchange = Exchange;
        if (_tasks is not null)
        {
            await GoOnWithTaskAsync(exchange, element).ConfigureAwait(false);
            return;
        }
        LoginStep step;
        if (element.Is(Authenticate.ElementName, Authenticate.Ns) && !exchange.IsUnderWay && !_hasContinued)
        {
            step = await BeginAsync(exchange, element).ConfigureAwait(false);
        }
        else if (element.Is("response", Authenticate.Ns) && _authenticate is not null)
        {
            step = await exchange.RespondAsync(DecodeElement(element.Text)).ConfigureAwait(false);
        }
        else if (element.Is("abort", Authenticate.Ns) && _authenticate is not null)
        {
            step = exchange.Fail(SaslCondition.Aborted, isAttempt: false);
        }
        else
        {
            // §2.4: whoever says anything else is disconnected; §5.9: so is who begins again after a <continue/>.
            throw new StreamException(StreamCondition.NotAuthorized, "the login is not complete");
        }
        switch (step.Kind)
        {
            case LoginStepKind.Challenge:
                WriteControl(writer => writer.TextElement("challenge", Authenticate.Ns, Convert.ToBase64String(step.Data.Span)));
                break;
            case LoginStepKind.Success when await BeginTasksAsync(exchange, _authenticate!, step.Data).ConfigureAwait(false):
                break;
            case LoginStepKind.Success:
                EnterAccount(exchange);
                await CompleteAsync(exchange, _authenticate!, step.Data).ConfigureAwait(false);
                break;
            default:
                RefuseSasl2(step);
                break;
        }
    }

    private ValueTask<LoginStep> BeginAsync(LoginExchange exchange, XmlElement element)
    {
        if (!OffersSasl2)
        {
            return new(exchange.Fail(Transport.Tls is null ? SaslCondition.EncryptionRequired : SaslCondition.InvalidMechanism));
        }
        Authenticate request;
        TokenLogin? token;
        try
        {
            request = Authenticate.Read(element);
            if (ReadTokenLogin(exchange, request, out token) is { } fault)
            {
                return new(fault);
            }
        }
        catch (StanzaException fault)
        {
            return new(exchange.Fail(SaslCondition.MalformedRequest, fault.Error.Text));
        }
        _authenticate = request;
        string? initial = request.InitialResponse;
        byte[]? data = DecodeElement(initial ?? "");
        return token is null
            ? exchange.BeginAsync(request.Mechanism, LoginContext(), initial is not null, data)
            : exchange.BeginByTokenAsync(request.Mechanism, LoginContext(), initial is not null, data, token);
    }

    private void RefuseSasl2(LoginStep failure)
    {
        _authenticate = null;
        WriteControl(new AuthenticationFailure(failure.Condition, failure.Text).Write);
        Exchange.CheckAttempts();
    }

    // §2.6.1: what was asked for is done first, then the success says it all.
    private async ValueTask CompleteAsync(LoginExchange exchange, Authenticate request, ReadOnlyMemory<byte> additionalData)
    {
        _authenticate = null;
        _userAgent = request.UserAgent;
        var (answers, session) = await AnswerInlineAsync(request).ConfigureAwait(false);
        bool isResumed = session is not null;
        // XEP-0386 §3.2: a resumed session is bound already.
        if (!isResumed && Sasl2.HasBind && request.Feature(Bind2.ElementName, Bind2.Ns) is { } bind)
        {
            (var answer, session) = await BindInlineAsync(Bind2.Read(bind)).ConfigureAwait(false);
            answers.Add(answer);
        }
        var token = exchange.Proved is { } proved ? await RememberClientAsync(request, proved).ConfigureAwait(false) : exchange.NextToken;
        if (token is not null)
        {
            answers.Add(XmlElement.Build(token.Write));
        }
        var success = new AuthenticationSuccess(session?.Address.ToString() ?? _account!.ToString(), additionalData.IsEmpty ? null : additionalData.ToArray())
        {
            Features = answers,
        };
        if (session is not null)
        {
            _phase = Phase.Bound;
        }
        WriteControl(writer =>
        {
            success.Write(writer);
            // XEP-0198 §8.2: but no features after a resumption, where stanzas follow at once.
            if (!isResumed)
            {
                WriteFeatures(writer, session);
            }
        });
        if (session is not null)
        {
            Carry(session);
        }
    }

    private async ValueTask<(List<XmlElement> Answers, Session? Resumed)> AnswerInlineAsync(Authenticate request)
    {
        var answers = new List<XmlElement>();
        var login = new Sasl2Login(_account!, this, request.UserAgent);
        foreach (var (element, handler) in Sasl2.Inline(request.Features))
        {
            try
            {
                var answer = await handler(login, element).ConfigureAwait(false);
                if (answer.Answer is not null)
                {
                    answers.Add(answer.Answer);
                }
                if (answer.Resumed is not null)
                {
                    return (answers, answer.Resumed);
                }
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or StreamException))
            {
                StreamsLog.InlineFault(_services.Logger, element.Name, element.Namespace, fault);
            }
        }
        return (answers, null);
    }

    private static byte[]? DecodeElement(string text) => Sasl2Data.TryDecode(text, out byte[]? data) ? data : null;
}
