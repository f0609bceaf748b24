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

    /// <summary>When the ledger took it, in UTC ticks; 0: it has not, or that is not known.</summary>
    public long Kept;

    /// <summary>The nonza begins XEP-0198: what follows is counted and kept until the client acknowledged it.</summary>
    public bool BeginsManagement;

    /// <summary>Taken out where it stood: presence that a later one replaced, a stanza whose commit failed.</summary>
    public bool IsVoid;

    /// <summary>Taken to be written, and kept in the queue until the client acknowledges it.</summary>
    public bool AwaitsAcknowledgement;

    /// <summary>Others have the same message, which no ledger has; null: this is the only one.</summary>
    public Fork? Fork;

    /// <summary>The account counts the session among those that hold the message: it has the message itself, not a copy for its information.</summary>
    public readonly bool IsHeldForAccount => LedgerId != 0 && Form is null;

    /// <summary>There is something to write, or to count: no mere receipt.</summary>
    public readonly bool IsStanza => Stanza is not null || LedgerId != 0;

    public readonly int Bytes => Stanza?.Bytes ?? Nonza?.Length ?? 0;
}

/// <summary>A message that is not in the ledger, in several sessions' queues: who gives it back last gives it back.</summary>
/// <param name="holders">How many have it.</param>
internal sealed class Fork(int holders)
{
    private int _holders = holders;

    /// <summary>One session did not take it.</summary>
    /// <returns>No session did.</returns>
    public bool Leave() => Interlocked.Decrement(ref _holders) == 0;
}
