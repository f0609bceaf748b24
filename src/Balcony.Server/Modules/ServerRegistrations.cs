// What all modules declared, as the framework reads it.
using System.Collections.Frozen;
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

internal delegate ValueTask<IqReply> ElementIqHandler(IqContext context, XmlElement payload);

/// <summary>What disco#info of an address says, beside what all addresses of its kind say.</summary>
internal delegate DiscoInfo DescribeAddress(IqContext context, DiscoInfo info);

/// <summary>A page of what belongs to an address (XEP-0030 §4.1 with XEP-0059).</summary>
internal delegate ValueTask<DiscoItems> ListItems(IqContext context, PageRequest? page);

internal delegate ValueTask<IqReply> PreLoginIqHandler(StreamFeatureContext stream, Iq iq, XmlElement payload);

internal sealed record RegisteredFilter(Stage Stage, string Module, StanzaFilter Filter);

/// <summary>The filters of a flow: those that may keep a stanza, then those that see it when that is decided.</summary>
internal sealed record FlowFilters(RegisteredFilter[] BeforeKeeping, RegisteredFilter[] AfterKeeping)
{
    public static FlowFilters None { get; } = new([], []);

    // OrderBy is stable: within a stage the catalogue's order stays.
    public static FlowFilters Of(IReadOnlyCollection<RegisteredFilter> filters) => new(
        [.. filters.Where(f => f.Stage <= Stage.Archive).OrderBy(f => f.Stage)],
        [.. filters.Where(f => f.Stage is > Stage.Archive and < Stage.Undelivered).OrderBy(f => f.Stage)]);
}

/// <summary>Everything the modules of one server declared. Written while the server is built; read-only after <see cref="Freeze"/>.</summary>
public sealed class ServerRegistrations
{
    private static readonly IqTarget[] Targets = [IqTarget.Server, IqTarget.OwnAccount, IqTarget.Account, IqTarget.RoomService, IqTarget.Room, IqTarget.NoAccount];

    private readonly Dictionary<(IqTarget, IqType, string, string), ElementIqHandler> _iqs = [];
    private readonly Dictionary<(IqType, string, string), PreLoginIqHandler> _preLoginIqs = [];
    private readonly Dictionary<IqTarget, SortedSet<string>> _features = Targets.ToDictionary(t => t, _ => new SortedSet<string>(StringComparer.Ordinal));
    private readonly Dictionary<IqTarget, List<DiscoIdentity>> _identities = Targets.ToDictionary(t => t, _ => new List<DiscoIdentity>());
    private readonly Dictionary<IqTarget, List<Func<string, DataForm?>>> _extendedInfo = Targets.ToDictionary(t => t, _ => new List<Func<string, DataForm?>>());
    private readonly Dictionary<IqTarget, List<IDiscoNodes>> _nodes = Targets.ToDictionary(t => t, _ => new List<IDiscoNodes>());
    private readonly Dictionary<IqTarget, List<DescribeAddress>> _descriptions = Targets.ToDictionary(t => t, _ => new List<DescribeAddress>());
    private readonly Dictionary<IqTarget, ListItems> _lists = [];
    private readonly Dictionary<Flow, List<RegisteredFilter>> _filters = new() { [Flow.Inbound] = [], [Flow.Outbound] = [] };
    private readonly Dictionary<Type, List<(string Module, Func<object, ValueTask> Handler)>> _events = [];
    private readonly Dictionary<(string, string), NonzaHandler> _nonzas = [];
    private readonly List<(StreamPhase Phase, Action<StreamFeatureContext, XmlWriter> Write)> _streamFeatures = [];
    private int _infoVersion;
    private FrozenDictionary<(IqTarget, IqType, string, string), ElementIqHandler> _frozenIqs = FrozenDictionary<(IqTarget, IqType, string, string), ElementIqHandler>.Empty;

    internal Sasl2Registrations Sasl2 { get; } = new();

    internal List<(int Slot, string Module, Func<Account, ValueTask<object>> Load)> AccountStates { get; } = [];

    internal List<Func<Account, Jid, bool>> HidesPresence { get; } = [];

    internal List<Func<Account, Jid, bool>> Refusals { get; } = [];

    /// <summary>An account wants nothing from an address. Any thread.</summary>
    internal bool RefusesFrom(Account account, Jid from)
    {
        foreach (var refuses in Refusals)
        {
            if (refuses(account, from))
            {
                return true;
            }
        }
        return false;
    }

    internal List<Func<Session, Stanza, Urgency>> Urgencies { get; } = [];

    internal List<IRoomNews> RoomNews { get; } = [];

    internal List<IRoomPlaces> RoomPlaces { get; } = [];

    internal List<(string Module, TimeSpan Interval, Func<CancellationToken, ValueTask> Work)> Periodic { get; } = [];

    /// <summary>The filters of a flow before delivery, in the order of their stages.</summary>
    internal FlowFilters Inbound { get; private set; } = FlowFilters.None;

    internal FlowFilters Outbound { get; private set; } = FlowFilters.None;

    internal RegisteredFilter[] UndeliveredFilters { get; private set; } = [];

    public IReadOnlyCollection<string> Features(IqTarget target) => _features[target];

    public IReadOnlyList<DiscoIdentity> Identities(IqTarget target) => _identities[target];

    public IReadOnlyList<Func<string, DataForm?>> ExtendedInfo(IqTarget target) => _extendedInfo[target];

    public IReadOnlyList<IDiscoNodes> Nodes(IqTarget target) => _nodes[target];

    internal void AddIq(IqTarget targets, IqType type, string name, string ns, ElementIqHandler handler)
    {
        foreach (var target in Targets.Where(t => targets.HasFlag(t)))
        {
            if (!_iqs.TryAdd((target, type, name, ns), handler))
            {
                throw new InvalidOperationException($"Two modules answer iq {type} {{{ns}}}{name} for {target}.");
            }
        }
    }

    internal void AddPreLoginIq<TRequest>(IqType type, string module, Func<StreamFeatureContext, Iq, TRequest, ValueTask<IqReply>> handler)
        where TRequest : class, IPayload<TRequest>
    {
        if (!_preLoginIqs.TryAdd((type, TRequest.ElementName, TRequest.ElementNs), (stream, iq, payload) => handler(stream, iq, TRequest.Read(payload))))
        {
            throw new InvalidOperationException($"Module {module} answers {TRequest.ElementNs} before login, but another does already.");
        }
    }

    internal void AddFeature(IqTarget targets, string feature) => ForEach(targets, target => _features[target].Add(feature));

    internal void AddIdentity(IqTarget targets, DiscoIdentity identity) => ForEach(targets, target => _identities[target].Add(identity));

    internal void AddExtendedInfo(IqTarget targets, Func<string, DataForm?> form) => ForEach(targets, target => _extendedInfo[target].Add(form));

    internal void AddDescription(IqTarget targets, DescribeAddress describe) => ForEach(targets, target => _descriptions[target].Add(describe));

    internal void AddList(IqTarget targets, ListItems list) => ForEach(targets, target => _lists.Add(target, list));

    /// <summary>Who lists what belongs to an address; null: its items are those of all nodes.</summary>
    internal ListItems? ListOf(IqTarget target) => _lists.GetValueOrDefault(target);

    /// <summary>What an address that is not a host or account is.</summary>
    internal DiscoInfo Described(IqContext context)
    {
        var info = Edited(context.Target, context.Host, new DiscoInfo
        {
            Identities = _identities[context.Target],
            Features = [.. _features[context.Target]],
            Forms = [.. _extendedInfo[context.Target].Select(form => form(context.Host.Domain)).OfType<DataForm>()],
        });
        foreach (var describe in _descriptions[context.Target])
        {
            info = describe(context, info);
        }
        return info;
    }

    internal void AddNodes(IqTarget targets, IDiscoNodes nodes) => ForEach(targets, target => _nodes[target].Add(nodes));

    internal void AddFilter(Stage stage, Flow flow, string module, StanzaFilter filter) => _filters[flow].Add(new RegisteredFilter(stage, module, filter));

    internal void AddEvent<TEvent>(string module, Func<TEvent, ValueTask> handler)
        where TEvent : class
    {
        if (!_events.TryGetValue(typeof(TEvent), out var handlers))
        {
            _events.Add(typeof(TEvent), handlers = []);
        }
        handlers.Add((module, fact => handler((TEvent)fact)));
    }

    internal void AddAccountState(int slot, string module, Func<Account, ValueTask<object>> load) => AccountStates.Add((slot, module, load));

    internal void AddStreamFeature(StreamPhase phase, Action<StreamFeatureContext, XmlWriter> write) => _streamFeatures.Add((phase, write));

    internal void AddPeriodic(string module, TimeSpan interval, Func<CancellationToken, ValueTask> work) => Periodic.Add((module, interval, work));

    internal void AddNonza(string name, string ns, NonzaHandler handler) => _nonzas.Add((name, ns), handler);

    internal NonzaHandler? FindNonza(XmlElement element) => _nonzas.GetValueOrDefault((element.Name, element.Namespace));

    internal List<Func<Session, TimeSpan?>> Keeps { get; } = [];

    internal List<Func<IqContext, XmlElement, ElementIqHandler?>> Intercepts { get; } = [];

    internal List<Action<Account, RosterItem>> RosterPushes { get; } = [];

    internal List<Func<IqTarget, BareJid, DiscoInfo, DiscoInfo>> InfoEdits { get; } = [];

    /// <summary>Grows when <see cref="Edited"/> would say something else.</summary>
    internal int InfoVersion => Volatile.Read(ref _infoVersion);

    internal void InfoChanged() => Interlocked.Increment(ref _infoVersion);

    /// <summary>What a host or its accounts are, with what modules say of it at the moment.</summary>
    internal DiscoInfo Edited(IqTarget target, BareJid host, DiscoInfo info)
    {
        foreach (var edit in InfoEdits)
        {
            info = edit(target, host, info);
        }
        return info;
    }

    /// <summary>Who answers a request instead of its handler; null: nobody.</summary>
    internal ElementIqHandler? FindIntercept(IqContext context, XmlElement payload)
    {
        foreach (var intercept in Intercepts)
        {
            if (intercept(context, payload) is { } handler)
            {
                return handler;
            }
        }
        return null;
    }

    /// <summary>How long a session that lost its connection waits: as long as it was told, or longer when a module has a reason.</summary>
    internal TimeSpan ResumableFor(Session session, TimeSpan atLeast)
    {
        foreach (var keeps in Keeps)
        {
            if (keeps(session) is { } longer && longer > atLeast)
            {
                atLeast = longer;
            }
        }
        return atLeast;
    }

    /// <summary>How urgent a stanza is for an inactive client; the first module that holds or drops it decides.</summary>
    internal Urgency UrgencyOf(Session session, Stanza stanza)
    {
        foreach (var urgencyOf in Urgencies)
        {
            if (urgencyOf(session, stanza) is not Urgency.Now and var urgency)
            {
                return urgency;
            }
        }
        return Urgency.Now;
    }

    internal void Freeze()
    {
        _frozenIqs = _iqs.ToFrozenDictionary();
        Sasl2.Freeze();
        Inbound = FlowFilters.Of(_filters[Flow.Inbound]);
        Outbound = FlowFilters.Of(_filters[Flow.Outbound]);
        UndeliveredFilters = [.. _filters[Flow.Inbound].Where(f => f.Stage == Stage.Undelivered)];
    }

    internal ElementIqHandler? FindIq(IqTarget target, IqType type, XmlElement payload) =>
        _frozenIqs.GetValueOrDefault((target, type, payload.Name, payload.Namespace));

    internal PreLoginIqHandler? FindPreLoginIq(IqType type, XmlElement payload) =>
        _preLoginIqs.GetValueOrDefault((type, payload.Name, payload.Namespace));

    internal void WriteStreamFeatures(StreamPhase phase, StreamFeatureContext context, XmlWriter writer)
    {
        foreach (var (when, write) in _streamFeatures)
        {
            if (when == phase)
            {
                write(context, writer);
            }
        }
    }

    internal IReadOnlyList<(string Module, Func<object, ValueTask> Handler)> Handlers(Type fact) =>
        _events.TryGetValue(fact, out var handlers) ? handlers : [];

    private static void ForEach(IqTarget targets, Action<IqTarget> action)
    {
        foreach (var target in Targets)
        {
            if (targets.HasFlag(target))
            {
                action(target);
            }
        }
    }
}
