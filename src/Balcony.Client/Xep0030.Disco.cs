// XEP-0030: what an entity is, can do and holds.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Client;

public sealed partial class XmppClient
{
    /// <summary>Asks for identities and features.</summary>
    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public Task<DiscoInfo> DiscoverAsync(Jid to, string? node = null, CancellationToken cancel = default) =>
        AskAsync(new DiscoInfoQuery(node), to, cancel);

    /// <summary>Asks for the items of an entity: the services of a server, the rooms of a service.</summary>
    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Jid?, CancellationToken)"/>
    public Task<DiscoItems> DiscoverItemsAsync(Jid to, string? node = null, CancellationToken cancel = default) =>
        AskAsync(new DiscoItemsQuery(node), to, cancel);
}
