// XEP-0199: are you there?
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Client;

public sealed partial class XmppClient
{
    /// <summary>Waits for any sign of life.</summary>
    /// <param name="to">Null: our own account.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="Balcony.Xmpp.Stanzas.StanzaException">It is there and refuses, or the server knows that it is not.</exception>
    /// <exception cref="TimeoutException">Nothing came.</exception>
    public Task PingAsync(Jid? to = null, CancellationToken cancel = default) => AskAsync(new Ping(), to, cancel);
}
