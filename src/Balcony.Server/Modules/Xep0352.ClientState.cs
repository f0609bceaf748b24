// XEP-0352: what an inactive client is not to be woken for waits.
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>What waits while a client is inactive. Everything else is written at once, and what waits before it: messages with content, calls (XEP-0353),
/// what mentions the user in a room, subscription requests, and every iq.</summary>
public sealed record ClientStateOptions
{
    /// <summary>Presence waits; of each sender only the last is kept.</summary>
    public bool HoldPresence { get; init; } = true;

    /// <summary>Chat states and other messages without content: drop, hold, or now (written at once).</summary>
    public Urgency ChatStates { get; init; } = Urgency.Drop;

    /// <summary>Published items wait (XEP-0060): bookmarks, avatars, device lists.</summary>
    public bool HoldEvents { get; init; } = true;

    /// <summary>Receipts and markers wait (XEP-0184, XEP-0333).</summary>
    public bool HoldReceipts { get; init; } = true;

    /// <summary>Messages in rooms wait that do not mention the user. Encrypted ones do not wait, since nobody sees whom they mention.</summary>
    public bool HoldRoomMessages { get; init; } = true;

    /// <summary>Copies of what the user writes on another device wait.</summary>
    public bool HoldOwnMessages { get; init; } = true;

    /// <summary>Messages with content that wait are written after this time at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan HoldMessagesFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Stanzas that wait for one client; then all are written.</summary>
    [Range(1, 10_000)]
    public int MaxHeld { get; init; } = 500;
}

/// <summary>XEP-0352: client state indication.</summary>
public sealed class ClientStateModule(TimeProvider clock, ClientStateOptions options) : IModule, IRoomPlaces
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly SessionKey<RoomNicks> Rooms = new("rooms and nicknames")
    {
        IsResumable = true,
        Text = (static rooms => rooms.ToString(), RoomNicks.Parse),
    };

    // Sessions with messages that wait, and since when. At most one entry for each session; it goes with the session.
    private readonly ConcurrentDictionary<Session, long> _waiting = new();

    public static ModuleInfo Info => new("client-state", new Xep(352, "1.0.0"))
    {
        Summary = "Clients that nobody looks at are only woken for what matters.",
        Options = typeof(ClientStateOptions),
    };

    public void Register(ModuleBuilder module)
    {
        // §4.1
        module.StreamFeature(StreamPhase.Binding, static (_, writer) => new ClientStateFeature().Write(writer));
        module.OnNonza(ClientActive.ElementName, ClientStateFeature.Ns, (context, _) => Indicate(context.Session, isInactive: false));
        module.OnNonza(ClientInactive.ElementName, ClientStateFeature.Ns, (context, _) => Indicate(context.Session, isInactive: true));
        // XEP-0386 §4
        module.BindInline(ClientActive.ElementName, ClientStateFeature.Ns, static (_, _) => default);
        module.BindInline(ClientInactive.ElementName, ClientStateFeature.Ns, (session, _) =>
        {
            Set(session, isInactive: true);
            return default;
        });
        module.Urgency(UrgencyOf);
        module.Filter(Stage.Copy, Flow.Outbound, TrackSent);
        module.Filter(Stage.Copy, Flow.Inbound, TrackReceived);
        module.OnRoomPlaces(this);
        module.On<SessionEnded>(fact =>
        {
            _waiting.TryRemove(fact.Session, out _);
            return default;
        });
        module.Every(Tick, FlushLate);
    }

    // §5.1: in the mailbox, so that what the client sends next is handled after it.
    private ValueTask Indicate(Session? session, bool isInactive)
    {
        session?.Account.Run(_ =>
        {
            Set(session, isInactive);
            return default;
        });
        return default;
    }

    private void Set(Session session, bool isInactive)
    {
        _waiting.TryRemove(session, out _);
        session.SetInactive(isInactive, options.MaxHeld);
    }

    private Urgency UrgencyOf(Session session, Stanza stanza)
    {
        var kind = StanzaClasses.Of(stanza, session.Account.Address, session.Get(Rooms));
        bool isHeld = kind switch
        {
            StanzaClass.Presence => options.HoldPresence,
            StanzaClass.Event => options.HoldEvents,
            StanzaClass.Receipt => options.HoldReceipts,
            StanzaClass.RoomMessage => options.HoldRoomMessages,
            StanzaClass.OwnMessage => options.HoldOwnMessages,
            _ => false,
        };
        if (kind == StanzaClass.ChatState)
        {
            return options.ChatStates;
        }
        if (!isHeld)
        {
            // Everything that waits goes with it.
            _waiting.TryRemove(session, out _);
            return Urgency.Now;
        }
        if (kind is StanzaClass.RoomMessage or StanzaClass.OwnMessage)
        {
            _waiting.TryAdd(session, clock.GetTimestamp());
        }
        return Urgency.Hold;
    }

    private ValueTask FlushLate(CancellationToken cancel)
    {
        foreach (var (session, since) in _waiting)
        {
            if (session.IsClosed)
            {
                _waiting.TryRemove(session, out _);
            }
            else if (clock.GetElapsedTime(since) >= options.HoldMessagesFor)
            {
                session.Account.Run(_ =>
                {
                    if (session.IsInactive && !session.IsClosed)
                    {
                        Set(session, isInactive: false);
                        Set(session, isInactive: true);
                    }
                    return default;
                });
            }
        }
        return default;
    }

    private static ValueTask<Verdict> TrackSent(StanzaFlow flow)
    {
        if (flow is { Stanza: Presence presence, Session: { } session })
        {
            var rooms = session.Get(Rooms) ?? RoomNicks.Empty;
            Track(session, rooms, rooms.Sent(presence));
        }
        return new(Verdict.Continue);
    }

    private static ValueTask<Verdict> TrackReceived(StanzaFlow flow)
    {
        if (flow.Stanza is Presence { To: FullJid to } presence && flow.Account.Find(to) is { } session && session.Get(Rooms) is { } rooms)
        {
            Track(session, rooms, rooms.Received(presence));
        }
        return new(Verdict.Continue);
    }

    // Rooms of ours write into the queue of the session, past the filters.
    void IRoomPlaces.Placed(Session session, FullJid occupant, bool isInside)
    {
        var known = session.Get(Rooms) ?? RoomNicks.Empty;
        if (ReferenceEquals(known.Placed(occupant, isInside), known))
        {
            return;
        }
        session.Account.Run(_ =>
        {
            var rooms = session.Get(Rooms) ?? RoomNicks.Empty;
            Track(session, rooms, rooms.Placed(occupant, isInside));
            return default;
        });
    }

    private static void Track(Session session, RoomNicks before, RoomNicks after)
    {
        if (!ReferenceEquals(before, after))
        {
            session.Set(Rooms, ReferenceEquals(after, RoomNicks.Empty) ? null : after);
        }
    }
}
