// One place in a session's queue.
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Sessions;

/// <summary>
/// One thing to write: a stanza, perhaps under another <c>to</c>, perhaps in another form; or a nonza; or nothing but a receipt to wait for. A stanza that the
/// account's ledger has may be given by its position alone.
/// </summary>
internal record struct SessionItem
{
    /// <summary>The stanza; null when only its position is held, and for what is no stanza.</summary>
    public Stanza? Stanza;

    /// <summary>The <c>to</c> to write instead of the stanza's own; null: its own.</summary>
    public Jid? To;

    /// <summary>Not written before this is settled, and not at all when it failed; null: at once.</summary>
    public Receipt? Gate;

    /// <summary>How it is written when it is not the stanza itself.</summary>
    public DeliveryForm? Form;

    /// <summary>A nonza, serialised.</summary>
    public byte[]? Nonza;

    /// <summary>Its place in the ledger of the session's account; 0: none, or not known before the gate is settled.</summary>
    public long LedgerId;

    /// <summary>When the stanza came, in UTC ticks, for one that is written late; 0: in time.</summary>
    public long Came;

    /// <summary>The nonza begins XEP-0198: what follows is counted and kept until the client acknowledged it.</summary>
    public bool BeginsManagement;

    /// <summary>Taken out where it stood: presence that a later one replaced, a stanza whose commit failed.</summary>
    public bool IsVoid;

    /// <summary>There is something to write, or to count: no mere receipt.</summary>
    public readonly bool IsStanza => Stanza is not null || LedgerId != 0;

    public readonly int Bytes => Stanza?.Bytes ?? Nonza?.Length ?? 0;
}
