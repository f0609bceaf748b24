// All that a module author learns.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>
/// Where a module declares what it does. Everything declared here is data: the framework applies it when the server starts, advertises what it implies,
/// and drops it when the server stops. Only usable during <see cref="IModule.Register"/>.
/// </summary>
public sealed class ModuleBuilder
{
    private readonly ServerRegistrations _registrations;
    private readonly string _module;

    internal ModuleBuilder(ServerRegistrations registrations, string module)
    {
        _registrations = registrations;
        _module = module;
    }

    /// <summary>Answers iq gets with payload <typeparamref name="TRequest"/>, and advertises its namespace in disco#info of the target.</summary>
    /// <param name="target">Who is asked.</param>
    /// <param name="handler">Returns the reply. May throw <see cref="StanzaException"/>, whose error is sent; any other exception is logged and answered
    /// <c>internal-server-error</c>. Runs in the mailbox of the account that is asked; for the server, in the requester's.</param>
    /// <param name="isAdvertised">False: something else says where it is answered.</param>
    public void OnGet<TRequest>(IqTarget target, IqHandler<TRequest> handler, bool isAdvertised = true)
        where TRequest : class, IPayload<TRequest> => OnIq(target, IqType.Get, handler, isAdvertised);

    /// <summary>Answers iq sets; otherwise as <see cref="OnGet"/>.</summary>
    public void OnSet<TRequest>(IqTarget target, IqHandler<TRequest> handler, bool isAdvertised = true)
        where TRequest : class, IPayload<TRequest> => OnIq(target, IqType.Set, handler, isAdvertised);

    /// <summary>Advertises a feature in disco#info of the targets, beside those of the handlers.</summary>
    public void Feature(IqTarget target, string feature) => _registrations.AddFeature(target, feature);

    /// <summary>Advertises an identity (XEP-0030 §3.1).</summary>
    public void Identity(IqTarget target, string category, string type, string? name = null) =>
        _registrations.AddIdentity(target, new DiscoIdentity(category, type, name));

    /// <summary>Adds an extended information form to the disco#info of the targets (XEP-0128).</summary>
    /// <param name="target">Whose.</param>
    /// <param name="form">Makes the form for a host; null where there is none.</param>
    public void ExtendedInfo(IqTarget target, Func<string, DataForm?> form) => _registrations.AddExtendedInfo(target, form);

    /// <summary>Answers disco#info and disco#items for nodes of the targets (XEP-0030 §3.2, §4.2).</summary>
    public void Nodes(IqTarget target, IDiscoNodes nodes) => _registrations.AddNodes(target, nodes);

    /// <summary>Adds to the disco#info of services and rooms what differs from one to the next.</summary>
    internal void Describes(IqTarget target, DescribeAddress describe) => _registrations.AddDescription(target, describe);

    /// <summary>Lists what belongs to services or rooms, in pages: one module for each target.</summary>
    internal void Lists(IqTarget target, ListItems list) => _registrations.AddList(target, list);

    /// <summary>Sees, stops or replaces stanzas in every account's mailbox at a stage. Runs for each stanza: return without awaiting where possible.</summary>
    public void Filter(Stage stage, Flow flow, StanzaFilter filter) => _registrations.AddFilter(stage, flow, _module, filter);

    /// <summary>Keeps an account's presence from contacts who would see it by their subscription. Asked for every contact of every broadcast.</summary>
    public void HidesPresence(Func<Account, Jid, bool> isHidden) => _registrations.HidesPresence.Add(isHidden);

    /// <summary>Says from whom an account gets nothing, for what is delivered to its sessions past its mailbox (rooms). Asked for each recipient, on any thread: must be
    /// quick, and must agree with the module's filter of <see cref="Stage.Guard"/>.</summary>
    public void Refuses(Func<Account, Jid, bool> refuses) => _registrations.Refusals.Add(refuses);

    /// <summary>May answer any request to hosts and accounts before its handler is looked for.</summary>
    /// <param name="find">Asked on the thread of whoever answers, for every request: must be quick. Null: not this one.</param>
    internal void Intercept(Func<IqContext, XmlElement, ElementIqHandler?> find) => _registrations.Intercepts.Add(find);

    /// <summary>Changes what service discovery says of hosts and accounts; <see cref="ServerRegistrations.InfoChanged"/> says that it does so differently now.</summary>
    internal void EditInfo(Func<IqTarget, BareJid, DiscoInfo, DiscoInfo> edit) => _registrations.InfoEdits.Add(edit);

    /// <summary>Hears of every change that clients see in a roster, when it is committed; in the account's mailbox.</summary>
    internal void OnRosterPush(Action<Account, RosterItem> handler) => _registrations.RosterPushes.Add(handler);

    /// <summary>Hears a typed fact. Cannot stop anything; runs where the fact happens, in the account's mailbox for facts of an account.</summary>
    public void On<TEvent>(Func<TEvent, ValueTask> handler)
        where TEvent : class => _registrations.AddEvent(_module, handler);

    /// <summary>State of an account that is loaded before its first stanza is handled, and dropped with the mailbox.</summary>
    public void AccountState<T>(AccountKey<T> key, Func<Account, ValueTask<T>> load)
        where T : class => _registrations.AddAccountState(key.Slot, _module, async account => await load(account).ConfigureAwait(false));

    /// <summary>An element of the stream features (RFC 6120 §4.3.2).</summary>
    /// <param name="phase">When it is offered.</param>
    /// <param name="write">Writes it, or nothing.</param>
    public void StreamFeature(StreamPhase phase, Action<StreamFeatureContext, XmlWriter> write) => _registrations.AddStreamFeature(phase, write);

    /// <summary>A request that a client may make before it has authenticated (in-band registration).</summary>
    public void OnIqBeforeLogin<TRequest>(IqType type, Func<StreamFeatureContext, Iq, TRequest, ValueTask<IqReply>> handler)
        where TRequest : class, IPayload<TRequest> => _registrations.AddPreLoginIq(type, _module, handler);

    /// <summary>A feature that a client may turn on with the binding of its resource (XEP-0386 §3.2), and advertises its namespace there.</summary>
    /// <param name="name">The name of the element inside <c>&lt;bind/&gt;</c>.</param>
    /// <param name="ns">Its namespace, which is what is advertised.</param>
    /// <param name="handler">Runs in the account's mailbox, after <see cref="SessionBound"/> and before anything is delivered to the session. If it throws,
    /// that is logged, and the resource is bound without the feature.</param>
    public void BindInline(string name, string ns, BindInlineHandler handler) => _registrations.Sasl2.AddBind(name, ns, handler);

    /// <summary>Something that is done, and perhaps said in <c>&lt;bound/&gt;</c>, with each binding by XEP-0386.</summary>
    /// <param name="handler">Runs like that of <see cref="BindInline"/>, before all of those.</param>
    public void OnBind2(Func<Session, ValueTask<XmlElement?>> handler) => _registrations.Sasl2.AddBound(handler);

    /// <summary>Something that a client may ask for with its authentication (XEP-0388 §2.3), done before a resource is bound.</summary>
    /// <param name="name">The name of the element inside <c>&lt;authenticate/&gt;</c>.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="feature">The name of the element, in the same namespace, that advertises it; null: not advertised.</param>
    /// <param name="handler">Runs on the stream, in no mailbox, which it may wait for. If it throws, that is logged, and the login goes on.</param>
    public void Sasl2Inline(string name, string ns, string? feature, Sasl2InlineHandler handler) => _registrations.Sasl2.AddInline(
        name, ns, feature is null ? null : XmlElement.Build(writer => writer.Start(feature, ns).End()), handler);

    internal void OffersSasl2() => _registrations.Sasl2.IsOffered = true;

    internal void OffersBind2() => _registrations.Sasl2.HasBind = true;

    internal void OffersTokens() => _registrations.Sasl2.HasTokens = true;

    internal void RemembersClients() => _registrations.Sasl2.RemembersClients = true;

    /// <summary>Handles an element at stream level, after login, that is no stanza. Known ones are not stream errors any more.</summary>
    public void OnNonza(string name, string ns, NonzaHandler handler) => _registrations.AddNonza(name, ns, handler);

    /// <summary>Says what an inactive client (<see cref="Session.IsInactive"/>) is to get at once. Asked on the thread of whoever delivers: must be quick.</summary>
    public void Urgency(Func<Session, Stanza, Urgency> urgencyOf) => _registrations.Urgencies.Add(urgencyOf);

    /// <summary>Hears of what is said in rooms, which does not come through the accounts' filters.</summary>
    internal void OnRoomNews(IRoomNews news) => _registrations.RoomNews.Add(news);

    internal void OnRoomPlaces(IRoomPlaces places) => _registrations.RoomPlaces.Add(places);

    /// <summary>A session without a connection is kept so long, if that is longer than it would be; null: no reason to. Asked when the connection is lost.</summary>
    public void Keeps(Func<Session, TimeSpan?> keeps) => _registrations.Keeps.Add(keeps);

    /// <summary>Work that is repeated on the server's clock, never twice at a time.</summary>
    public void Every(TimeSpan interval, Func<CancellationToken, ValueTask> work) => _registrations.AddPeriodic(_module, interval, work);

    private void OnIq<TRequest>(IqTarget target, IqType type, IqHandler<TRequest> handler, bool isAdvertised)
        where TRequest : class, IPayload<TRequest>
    {
        _registrations.AddIq(target, type, TRequest.ElementName, TRequest.ElementNs, (context, payload) => handler(context, TRequest.Read(payload)));
        if (isAdvertised)
        {
            _registrations.AddFeature(target, TRequest.ElementNs);
        }
    }
}
