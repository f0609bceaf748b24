// Stream headers and features (RFC 6120 §4.2, §4.3, §4.7) and STARTTLS (§5).
using System.Globalization;
using System.Security.Cryptography;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private BareJid? _host;
    private string? _lang;

    private async ValueTask OpenStreamAsync(XmlElement header)
    {
        // §4.8.1: the reader has checked the namespaces; here the name is.
        if (header.Name != "stream")
        {
            throw new StreamException(StreamCondition.BadFormat, "the root element must be 'stream'");
        }
        CheckVersion(header.Attribute("version"));
        string? to = header.Attribute("to");
        // Our own streams say 'en', so that need not be repeated on each stanza.
        _lang = LanguageTag(header.Lang) is { } lang and not "en" ? lang : null;
        if (to is null)
        {
            throw new StreamException(StreamCondition.ImproperAddressing, "the stream header needs a 'to'");
        }
        if (!Jid.TryParse(to, out var host) || !host.IsDomain || !_services.IsHost(host.Bare))
        {
            throw new StreamException(StreamCondition.HostUnknown);
        }
        if (_account is not null && !host.Bare.Equals(_account.Host))
        {
            // §4.3.3: a restarted stream goes on with the same host.
            throw new StreamException(StreamCondition.NotAuthorized, "the stream was authenticated for another host");
        }
        if (_services.OtherHost(host.Bare) is { } other)
        {
            throw new StreamException(StreamCondition.SeeOtherHost) { OtherHost = other };
        }
        _host = host.Bare;
        string? from = header.Attribute("from");
        if (_phase == Phase.Login)
        {
            CheckFromHost(from);
        }
        await LookUpHashesAsync(from).ConfigureAwait(false);
        WriteControl(writer =>
        {
            WriteHeader(writer, from);
            WriteFeatures(writer);
        });
    }

    // XEP-0388 §2.1: a client of another host is not ours to log in.
    private void CheckFromHost(string? from)
    {
        if (OffersSasl2 && from is { Length: > 0 } && Jid.TryParse(from, out var client) && !client.Bare.Host.Equals(_host))
        {
            throw new StreamException(StreamCondition.InvalidFrom);
        }
    }

    // §4.7.5: a version above ours is answered with ours, and the client goes on or does not; below ours there are no features.
    private static void CheckVersion(string? version)
    {
        string[] parts = (version ?? "0.9").Split('.');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || major < 1)
        {
            throw new StreamException(StreamCondition.UnsupportedVersion);
        }
    }

    // What we put into other people's stanzas must be a language tag and nothing else (RFC 5646 §2.1).
    private static string? LanguageTag(string? lang) =>
        lang is { Length: > 0 and <= 35 } && lang.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? lang : null;

    protected override void WriteHeader(XmlWriter writer) => WriteHeader(writer, null);

    private void WriteHeader(XmlWriter writer, string? to)
    {
        IsOpen = true;
        writer.Raw("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' xml:lang='en' id='"u8);
        // §4.7.3: not to be guessed.
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        writer.Raw(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(id))).Raw("'"u8);
        if (_host is not null)
        {
            writer.Raw(" from='"u8).Raw(_host.Utf8Escaped).Raw("'"u8);
        }
        // §4.7.2: the client's own address, when it gave one.
        if (to is not null && Jid.TryParse(to, out var client))
        {
            writer.Raw(" to='"u8).Raw(client.Bare.Utf8Escaped).Raw("'"u8);
        }
        writer.Raw(">"u8);
    }

    private void WriteFeatures(XmlWriter writer, Session? bound = null)
    {
        writer.Raw("<stream:features>"u8);
        var context = new StreamFeatureContext(_host!, Transport, _account) { Session = bound };
        switch (_phase)
        {
            case Phase.Plain:
                // §5.3.1: nothing else is offered before TLS.
                writer.Start("starttls", TlsNs).Start("required").End().End();
                _services.Registrations.WriteStreamFeatures(StreamPhase.Plain, context, writer);
                break;
            case Phase.Login:
                var offer = Offer();
                offer.Write(writer);
                WriteSasl2Feature(writer, offer);
                _services.Registrations.WriteStreamFeatures(StreamPhase.Login, context, writer);
                break;
            default:
                if (_phase == Phase.Binding)
                {
                    writer.Start("bind", BindNs).End();
                }
                _services.Registrations.WriteStreamFeatures(StreamPhase.Binding, context, writer);
                break;
        }
        writer.Raw("</stream:features>"u8);
    }

    private ValueTask NegotiateAsync(XmlElement element)
    {
        if (_host is null)
        {
            throw new StreamException(StreamCondition.BadFormat);
        }
        switch (_phase)
        {
            case Phase.Plain when element.Is("starttls", TlsNs):
                return StartTlsAsync();
            case Phase.Plain when element.Is("auth", SaslNs):
                Refuse(Exchange.Fail(SaslCondition.EncryptionRequired));
                return default;
            case Phase.Plain when element.Is(Authenticate.ElementName, Authenticate.Ns):
                RefuseSasl2(Exchange.Fail(SaslCondition.EncryptionRequired));
                return default;
            case Phase.Login when element.Namespace == Authenticate.Ns || _authenticate is not null:
                return AuthenticateAsync(element);
            case Phase.Login when element.Namespace == SaslNs:
                return LogInAsync(element);
            case Phase.Login when element.Is("iq", ClientNs):
                return AnswerBeforeLoginAsync(element);
            case Phase.Plain or Phase.Login when _services.Registrations.FindNonza(element) is not null
                && (element.Is(EnableManagement.ElementName, StreamManagementFeature.Ns) || element.Is(ResumeSession.ElementName, StreamManagementFeature.Ns)):
                // XEP-0198 §3: not before authentication; said in its own words, and the stream goes on.
                WriteControl(new ManagementFailed(StanzaError.UnexpectedRequest).Write);
                return default;
            case Phase.Binding when element.Is("iq", ClientNs):
                return BindAsync(element);
            default:
                // §4.9.3.12: stanzas before authentication, or anything else out of its turn.
                throw new StreamException(StreamCondition.NotAuthorized);
        }
    }

    private async ValueTask StartTlsAsync()
    {
        DiscardsRest = true;
        await Transport.WriteAsync("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"u8.ToArray(), CancellationToken.None).ConfigureAwait(false);
        await Transport.StartTlsAsync(_host!.Domain, CancellationToken.None).ConfigureAwait(false);
        _phase = Phase.Login;
        Restart();
    }
}
