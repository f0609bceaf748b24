// RFC 6121 §2: the account's contacts.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Client;

public sealed partial class XmppClient
{
    /// <summary>Asks for the roster; from then on this session gets roster pushes (§2.2).</summary>
    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Xmpp.Addressing.Jid?, CancellationToken)"/>
    public async Task<IReadOnlyList<RosterItem>> GetRosterAsync(CancellationToken cancel = default) =>
        (await AskAsync(new RosterQuery(), cancel: cancel).ConfigureAwait(false)).Items;

    /// <summary>Adds, changes or removes a contact.</summary>
    /// <inheritdoc cref="AskAsync{TResult}(IIqGet{TResult}, Xmpp.Addressing.Jid?, CancellationToken)"/>
    public Task SetRosterItemAsync(RosterItem item, CancellationToken cancel = default) => AskAsync(new RosterSet(item), cancel: cancel);

    /// <summary>Sees each change of the roster (§2.1.6). It runs as the handlers of requests do.</summary>
    public void OnRosterPush(Action<RosterItem> changed) => OnSet<RosterQuery>((push, roster) =>
    {
        // §2.1.6: a push from anyone but our own account is an attack, and is not told that it was understood.
        if (push.From is not null && push.From != Address.Bare) throw new StanzaException(StanzaError.ServiceUnavailable);
        foreach (var item in roster.Items) changed(item);
        return null;
    });
}
