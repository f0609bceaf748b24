// What arrives on a client's stream and where it goes: answers to who asked, requests to handlers, the rest to the inbox.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Client;

public sealed partial class XmppClient
{
    // The one task of a client. It ends when the stream does, and never throws.
    private async Task ReadAsync()
    {
        Exception? end = null;
        try
        {
            while (await _stream.ReadAsync(_whenGone).ConfigureAwait(false) is { } element) await HandleAsync(element).ConfigureAwait(false);
            await _stream.EndAsync(null, _whenGone).ConfigureAwait(false);
        }
        catch (StreamException fault)
        {
            end = fault;
            // RFC 6120 §4.9.1.1: also who was told of an error ends its side.
            await EndQuietlyAsync(fault).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever ended the stream is given to everyone who waits for it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            end = fault is OperationCanceledException or ObjectDisposedException ? null : fault;
        }
        Fail(end ?? new IOException("the stream has ended"));
        // What the user ended has no reason to be told.
        _inbox.Writer.TryComplete(_closing.IsCancellationRequested ? null : end);
        await _stream.Transport.CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask EndQuietlyAsync(StreamException fault)
    {
        try
        {
            await _stream.EndAsync(fault.Condition, _whenGone).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The user did not want to wait.
        }
    }

    private async ValueTask HandleAsync(XmlElement element)
    {
        // Nonzas are not ours unless an extension that asked for them takes them.
        if (element.Namespace != "jabber:client" || element.Name is not ("message" or "presence" or "iq")) return;
        Stanza stanza;
        try
        {
            stanza = Stanza.Read(element);
        }
        catch (StanzaException fault)
        {
            await RefuseAsync(element, fault.Error).ConfigureAwait(false);
            return;
        }
        if (stanza is Iq iq)
        {
            if (iq.IsRequest) await SendAsync(Answer(iq)).ConfigureAwait(false);
            else Complete(iq);
            return;
        }
        if (_inbox.Writer.TryWrite(stanza)) return;
        try
        {
            // Nobody reads: nothing more is taken from the connection until someone does.
            await _inbox.Writer.WriteAsync(stanza, _closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Closing: what nobody waited for is dropped.
        }
    }

    // What is no proper stanza is dropped; only a request must be answered all the same (RFC 6120 §8.2.3), if there is someone to answer.
    private async ValueTask RefuseAsync(XmlElement element, StanzaError error)
    {
        if (element.Name != "iq" || element.Attribute("type") is not ("get" or "set") || element.Attribute("id") is not { } id) return;
        var from = element.Attribute("from");
        if (from is not null && !Jid.TryParse(from, out Jid? _)) return;
        await _stream.WriteAsync(
            writer =>
            {
                writer.Start("iq").Attribute("type", "error").Attribute("id", id).Attribute("to", from);
                error.Write(writer);
                writer.End();
            },
            _whenGone).ConfigureAwait(false);
    }
}
