// What every account's mailbox works with, held once.
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Accounts;

/// <summary>What every account's mailbox works with.</summary>
internal sealed record AccountServices(
    Router Router,
    IqDispatcher Dispatcher,
    ServerRegistrations Registrations,
    IAccounts Accounts,
    GuestAccounts Guests,
    RosterStore Rosters,
    IStorage Storage,
    StanzaIds StanzaIds,
    SessionOptions Options,
    ServerMetrics Metrics,
    TimeProvider Clock,
    ILogger Logger)
{
    /// <summary>Up to which ledger entry an account's devices have everything (ADR 006).</summary>
    public IValueStore<long> Marks { get; } = Storage.OpenValue("inbox-marks", NumberCodec.Instance);

    /// <summary>Sessions that wait for their clients while the server restarts.</summary>
    public IMapStore<DormantSession> Dormant { get; } = Storage.OpenMap("dormant-sessions", DormantSessionCodec.Instance);

    /// <summary>Those that waited when the server started.</summary>
    public DormantSessions Dormants { get; private set; } = null!;

    /// <summary>Reads them; accounts are loaded when they are there.</summary>
    public void ReadDormant(AcknowledgementPace pace) => Dormants = new DormantSessions(Storage, Dormant, pace);

    /// <summary>Accounts whose mark moved; each is there once at most.</summary>
    public ConcurrentQueue<Account> Unsaved { get; } = new();
}

/// <summary>Limits of accounts and their sessions: <c>sessions:</c> in the configuration.</summary>
public sealed record SessionOptions
{
    /// <summary>Most sessions that one account may have at a time.</summary>
    [Range(1, 1_000)]
    public int MaxSessionsPerAccount { get; init; } = 30;

    /// <summary>Stanzas that may wait for a client to read them; one more ends its session.</summary>
    [Range(16, 1_000_000)]
    public int MaxQueuedStanzasPerSession { get; init; } = 10_000;

    /// <summary>Bytes that may wait for a client to read them; more ends its session.</summary>
    [Range(65_536, 1_073_741_824)]
    public int MaxQueuedBytesPerSession { get; init; } = 8 * 1024 * 1024;

    /// <summary>Stanzas that are not in the ledger and wait for a client that is away (XEP-0198) or inactive (XEP-0352). Away: one more gives the session up. Inactive:
    /// then all are written.</summary>
    [Range(16, 100_000)]
    public int MaxHeldStanzas { get; init; } = 1_000;

    /// <summary>Stanzas that may wait for an account; the sender of one more is answered resource-constraint.</summary>
    [Range(16, 1_000_000)]
    public int MaxQueuedStanzasPerAccount { get; init; } = 4_096;

    /// <summary>Most contacts of one account, requests that wait included.</summary>
    [Range(10, 1_000_000)]
    public int MaxRosterItems { get; init; } = 10_000;

    /// <summary>Most entities that one session may have sent directed presence to.</summary>
    [Range(10, 1_000_000)]
    public int MaxDirectedPresence { get; init; } = 2_000;

    /// <summary>What happens when a resource is asked for that is in use.</summary>
    public ResourceConflict ResourceConflict { get; init; } = ResourceConflict.ReplaceOld;
}
