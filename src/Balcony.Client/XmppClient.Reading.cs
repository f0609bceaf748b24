// What arrives on a client's stream and where it goes: answers to who asked, requests to handlers, the rest to the inbox.
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
            while (await _stream.ReadAsync(_gone.Token).ConfigureAwait(false) is { } element) await HandleAsync(element).ConfigureAwait(false);
            await _stream.EndAsync(null, _gone.Token).ConfigureAwait(false);
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
            await _stream.EndAsync(fault.Condition, _gone.Token).ConfigureAwait(false);
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
        catch (StanzaException)
        {
            // A server that sends such a stanza can't be told: the address to answer to is what is broken.
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
}
