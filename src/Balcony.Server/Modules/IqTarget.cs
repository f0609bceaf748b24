// Who a request is addressed to, what its handler gets and returns.
using Balcony.Server.Accounts;
using Balcony.Server.Rooms;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Whom a request is for.</summary>
[Flags]
public enum IqTarget
{
    /// <summary>A host that we serve.</summary>
    Server = 1,

    /// <summary>The account's own bare address, or none, asked by one of its own sessions. Runs in the account's mailbox.</summary>
    OwnAccount = 2,

    /// <summary>The bare address of an account, asked by anybody else; the server answers on its behalf. Runs in that account's mailbox.</summary>
    Account = 4,

    /// <summary>A service with rooms (XEP-0045). Runs in no mailbox.</summary>
    RoomService = 8,

    /// <summary>A room. Runs in its mailbox.</summary>
    Room = 16,

    /// <summary>The bare address of an account that is not there. For answers that must not differ from those of accounts that keep to themselves.</summary>
    NoAccount = 32,
}

/// <summary>A request that is being answered.</summary>
/// <param name="Iq">The request.</param>
/// <param name="Target">Which target it was matched for: exactly one flag.</param>
/// <param name="Account">The account that was asked, in its mailbox; null for the server, and when there is none.</param>
/// <param name="Session">The local session that asked; null when it is not one of ours.</param>
/// <param name="Host">The host or service that was asked, or that the account or room belongs to.</param>
/// <param name="Cancel">Signalled when the server stops.</param>
public sealed record IqContext(Iq Iq, IqTarget Target, Account? Account, Session? Session, BareJid Host, CancellationToken Cancel)
{
    /// <summary>Who asks.</summary>
    public Jid From => Iq.From!;

    /// <summary>The room that was asked, in its mailbox; null: it was none.</summary>
    internal Room? Room { get; init; }

    /// <summary>The service that was asked, or that the room belongs to; null: neither was.</summary>
    internal RoomService? Service { get; init; }
}

/// <summary>A handler's answer. The framework writes id, to and from, and sends exactly one.</summary>
public sealed class IqReply
{
    private static readonly IqReply Empty = new(null, null);

    private IqReply(IPayload? payload, StanzaError? error)
    {
        Payload = payload;
        Fault = error;
    }

    internal IPayload? Payload { get; }

    internal StanzaError? Fault { get; }

    internal bool IsResult => Fault is null;

    internal CommitTicket? Ticket { get; private init; }

    internal Action? Then { get; private init; }

    internal Action? Afterwards { get; private init; }

    internal Task<IqReply>? Pending { get; private init; }

    public static IqReply Result(IPayload? payload = null) => payload is null ? Empty : new IqReply(payload, null);

    public static IqReply Error(StanzaError error) => new(null, error);

    /// <summary>An error that says what of the request it is about.</summary>
    internal static IqReply Error(StanzaError error, IPayload about) => new(about, error);

    internal Stanza Answer(Iq iq) => Fault is not { } fault ? iq.Result(Payload) : Payload is null ? iq.ErrorReply(fault) : iq.ErrorReply(fault).With(Payload);

    /// <summary>The same reply, sent only when the commit is done, since a result acknowledges the change (design decision 3); if it fails, the
    /// requester gets <c>resource-constraint</c>.</summary>
    /// <param name="ticket">The commit.</param>
    /// <param name="then">What else the change causes (pushes), run before the result is sent, when the commit has succeeded.</param>
    public IqReply After(CommitTicket ticket, Action? then = null) => new(Payload, Fault) { Ticket = ticket, Then = then, Afterwards = Afterwards };

    /// <summary>The same reply, and something to do once it is in the requester's queue.</summary>
    public IqReply AndThen(Action afterwards) => new(Payload, Fault) { Ticket = Ticket, Then = Then, Afterwards = afterwards };

    /// <summary>The reply comes later: for work that is slow or needs this mailbox, which goes on meanwhile.</summary>
    public static IqReply Later(Task<IqReply> pending) => new(null, null) { Pending = pending };

    public static implicit operator ValueTask<IqReply>(IqReply reply) => new(reply);
}
