// One client's stream with a server of the lab: TLS, SASL (RFC 6120 §5, §6), binding (§7), ping and an echo.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal sealed class ClientFacingStream(PeerStream stream, string domain, IPeerTls tls, bool isDirect)
{
    private const string ContentNs = "jabber:client";
    private const string BindNs = "urn:ietf:params:xml:ns:xmpp-bind";
    private const int Iterations = 4096;

    private static readonly SaslOffer Offer = new([SaslMechanism.ScramSha256, SaslMechanism.ScramSha1, SaslMechanism.Plain], []);

    private SaslServer? _exchange;
    private BareJid? _account;
    private string _address = "";

    /// <summary>Hears of each client that has proved itself.</summary>
    public Action LoggedIn { get; init; } = () => { };

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            if (isDirect) await SecureAsync(cancel).ConfigureAwait(false);
            await GreetAsync(cancel).ConfigureAwait(false);
            while (await stream.ReadAsync(cancel).ConfigureAwait(false) is { } element) await HandleAsync(element, cancel).ConfigureAwait(false);
            await stream.WriteAsync("</stream:stream>", cancel).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or StreamException or OperationCanceledException or ObjectDisposedException or PeerEndsException)
        {
            stream.Trace.Note(gone.Message);
        }
    }

    private Task HandleAsync(XmlElement element, CancellationToken cancel) => (element.Name, element.Namespace) switch
    {
        ("starttls", PeerWords.TlsNs) => StartTlsAsync(cancel),
        ("auth", PeerWords.SaslNs) => BeginAsync(element, cancel),
        ("response", PeerWords.SaslNs) => StepAsync(element, cancel),
        ("iq", ContentNs) when _account is not null && element.Child("bind", BindNs) is { } bind => BindAsync(element, bind, cancel),
        (_, ContentNs) when _address.Length > 0 => AnswerAsync(element, cancel),
        (_, ContentNs) => throw new StreamException(StreamCondition.NotAuthorized),
        _ => Task.CompletedTask,
    };

    private async Task StartTlsAsync(CancellationToken cancel)
    {
        await stream.WriteAsync($"<proceed xmlns='{PeerWords.TlsNs}'/>", cancel).ConfigureAwait(false);
        await SecureAsync(cancel).ConfigureAwait(false);
        await GreetAsync(cancel).ConfigureAwait(false);
    }

    private Task SecureAsync(CancellationToken cancel) => stream.SecureAsync(raw => tls.AcceptAsync(raw, isDirect, cancel));

    private async Task GreetAsync(CancellationToken cancel)
    {
        await stream.ReadHeaderAsync(cancel).ConfigureAwait(false);
        await stream.WriteAsync(
            $"<?xml version='1.0'?><stream:stream xmlns='{ContentNs}' xmlns:stream='{XmlElement.StreamNs}' from='{domain}' id='{PeerSelf.NewId()}' version='1.0'>"
            + $"<stream:features>{Features()}</stream:features>",
            cancel).ConfigureAwait(false);
    }

    private string Features()
    {
        if (!stream.IsSecure && stream.Script.Tls != TlsUse.None) return $"<starttls xmlns='{PeerWords.TlsNs}'><required/></starttls>";
        if (_account is not null) return $"<bind xmlns='{BindNs}'/>";
        using var writer = new XmlWriter();
        Offer.Write(writer);
        return System.Text.Encoding.UTF8.GetString(writer.Written.Span);
    }

    private async Task BeginAsync(XmlElement auth, CancellationToken cancel)
    {
        _exchange = SaslServer.Create(auth.Attribute("mechanism") ?? "", new SaslContext { Host = BareJid.Parse(domain), Offer = Offer });
        if (_exchange is null)
            await FailAsync("invalid-mechanism", cancel).ConfigureAwait(false);
        else if (auth.Text.Length == 0)
            await TellAsync(_exchange.Begin(), cancel).ConfigureAwait(false);
        else
            await StepAsync(auth, cancel).ConfigureAwait(false);
    }

    private async Task StepAsync(XmlElement message, CancellationToken cancel)
    {
        if (_exchange is null || !SaslBase64.TryDecode(message.Text.Trim(), out var data))
        {
            await FailAsync("incorrect-encoding", cancel).ConfigureAwait(false);
            return;
        }
        await TellAsync(_exchange.Step(data), cancel).ConfigureAwait(false);
    }

    private async Task TellAsync(SaslStep step, CancellationToken cancel)
    {
        if (step.Kind == SaslStepKind.NeedCredentials)
            step = _exchange!.Provide(ScramKeys.Create(_exchange.Hash ?? ScramHash.Sha256, ClientFacingServer.Password, Iterations));
        switch (step.Kind)
        {
            case SaslStepKind.Challenge:
                await stream.WriteAsync($"<challenge xmlns='{PeerWords.SaslNs}'>{Convert.ToBase64String(step.Data.Span)}</challenge>", cancel).ConfigureAwait(false);
                break;
            case SaslStepKind.Success:
                _account = _exchange!.Account;
                LoggedIn();
                await stream.WriteAsync($"<success xmlns='{PeerWords.SaslNs}'>{Convert.ToBase64String(step.Data.Span)}</success>", cancel).ConfigureAwait(false);
                stream.Restart();
                await GreetAsync(cancel).ConfigureAwait(false);
                break;
            default:
                await FailAsync(step.Condition.Name, cancel).ConfigureAwait(false);
                break;
        }
    }

    private Task FailAsync(string condition, CancellationToken cancel) =>
        stream.WriteAsync($"<failure xmlns='{PeerWords.SaslNs}'><{condition}/></failure>", cancel);

    private async Task BindAsync(XmlElement iq, XmlElement bind, CancellationToken cancel)
    {
        var resource = bind.Child("resource", BindNs)?.Text is { Length: > 0 } asked ? asked : PeerSelf.NewId();
        _address = $"{_account}/{resource}";
        await stream.WriteAsync(
            $"<iq type='result' id='{PeerWords.Escape(iq.Attribute("id") ?? "")}'><bind xmlns='{BindNs}'><jid>{PeerWords.Escape(_address)}</jid></bind></iq>",
            cancel).ConfigureAwait(false);
    }

    // RFC 6120 §8.1.1, §8.1.2: without addresses it is from the client to its own account.
    private async Task AnswerAsync(XmlElement stanza, CancellationToken cancel)
    {
        var to = stanza.Attribute("to") ?? _account!.ToString();
        if (PeerAnswers.To(stanza, _address, to) is { } answer) await stream.WriteAsync(answer, cancel).ConfigureAwait(false);
    }
}
