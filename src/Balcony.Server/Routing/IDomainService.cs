// Domains that no accounts answer for: components, services, and all that is not ours.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Routing;

/// <summary>Takes what is sent to a domain and to every address below it. The router calls it; nothing in it may wait.</summary>
public interface IDomainService
{
    /// <summary>Takes a stanza, or answers it with an error by <see cref="IRouter.Bounce"/>. Any thread.</summary>
    /// <param name="stanza">With its verified <see cref="Stanza.From"/>.</param>
    /// <param name="to">Where it goes; the stanza's own <c>to</c> may be another one.</param>
    /// <param name="receipt">Held (<see cref="Receipt.Hold()"/>) until the stanza is placed, and told of every commit that its acknowledgement has to wait for;
    /// null when nobody waits.</param>
    /// <param name="origin">The session that sent it; null: from elsewhere.</param>
    void Receive(Stanza stanza, Jid to, Receipt? receipt, Session? origin);
}
