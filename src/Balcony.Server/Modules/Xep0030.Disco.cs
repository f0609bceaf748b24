// XEP-0030: says what the server, accounts, services and rooms are and can do, from what the modules registered. With 0115 for the server and 0128 forms.
using System.Collections.Concurrent;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>XEP-0030: disco#info and disco#items of hosts, accounts, services with rooms, and rooms.</summary>
public sealed class DiscoModule(ServerRegistrations registrations) : IModule
{
    private const string CapsNode = "https://balcony.im/server";

    // By host: forms may differ between hosts. Bounded by the hosts that are configured.
    private readonly ConcurrentDictionary<BareJid, (int Version, DiscoInfo Info, Caps Caps)> _servers = new();

    public static ModuleInfo Info => new("disco", new Xep(30, "2.5.0"), new Xep(115, "1.6.0"), new Xep(128, "1.0.1"))
    {
        Summary = "Service discovery of hosts, accounts and rooms.",
    };

    public void Register(ModuleBuilder module)
    {
        module.Identity(IqTarget.Server, "server", "im", "Balcony");
        module.Identity(IqTarget.OwnAccount | IqTarget.Account, "account", "registered");
        module.OnGet<DiscoInfoQuery>(IqTarget.Server, (context, query) => ServerInfo(context, query));
        module.OnGet<DiscoInfoQuery>(IqTarget.OwnAccount | IqTarget.Account, (context, query) => AccountInfo(context, query));
        module.OnGet<DiscoItemsQuery>(IqTarget.Server, (context, query) => Items(context, query));
        module.OnGet<DiscoItemsQuery>(IqTarget.OwnAccount | IqTarget.Account, (context, query) => AccountItems(context, query));
        module.OnGet<DiscoItemsQuery>(IqTarget.NoAccount, (_, query) => IqReply.Result(new DiscoItems(query.Node)));
        module.OnGet<DiscoInfoQuery>(
            IqTarget.RoomService | IqTarget.Room,
            (context, query) => query.Node is null ? IqReply.Result(registrations.Described(context)) : NodeInfo(context, query.Node));
        module.OnGet<DiscoItemsQuery>(IqTarget.RoomService | IqTarget.Room, PageAsync);
        module.Feature(IqTarget.Server, Caps.Ns);
        // XEP-0115 §6.3: the server's own capabilities, so that clients need not ask at each login.
        module.StreamFeature(StreamPhase.Login, (stream, writer) => Server(stream.Host).Caps.Write(writer));
        module.StreamFeature(StreamPhase.Binding, (stream, writer) => Server(stream.Host).Caps.Write(writer));
    }

    private IqReply ServerInfo(IqContext context, DiscoInfoQuery query)
    {
        var (_, info, caps) = Server(context.Host);
        // XEP-0115 §6.2: the node that our own caps name.
        return query.Node is null || query.Node == caps.InfoNode ? IqReply.Result(info with { Node = query.Node }) : NodeInfo(context, query.Node);
    }

    // §7: a node that nobody has is not found.
    private IqReply NodeInfo(IqContext context, string node) =>
        registrations.Nodes(context.Target).Select(nodes => nodes.InfoOf(context, node)).FirstOrDefault(info => info is not null) is { } info
            ? IqReply.Result(info with { Node = node })
            : IqReply.Error(StanzaError.ItemNotFound);

    private IqReply AccountInfo(IqContext context, DiscoInfoQuery query)
    {
        // §8: only who may see an account's presence may learn that the account is there at all.
        if (!MaySee(context))
        {
            return IqReply.Error(StanzaError.ServiceUnavailable);
        }
        return query.Node is null
            ? IqReply.Result(registrations.Edited(context.Target, context.Host, new DiscoInfo
            {
                Identities = registrations.Identities(context.Target),
                Features = [.. registrations.Features(context.Target)],
            }))
            : NodeInfo(context, query.Node);
    }

    // §8: for others it has none, like an account that is not there.
    private IqReply AccountItems(IqContext context, DiscoItemsQuery query) =>
        MaySee(context) ? Items(context, query) : IqReply.Result(new DiscoItems(query.Node));

    private static bool MaySee(IqContext context) =>
        context.Target != IqTarget.Account
        || context.From.Bare.Equals(context.Account!.Address)
        || context.Account.Roster.Find(context.From.Bare) is { Subscription.From: true };

    // §4.2: an entity without items answers with none; a node that is not there is not found.
    private IqReply Items(IqContext context, DiscoItemsQuery query)
    {
        var known = registrations.Nodes(context.Target).Select(nodes => nodes.ItemsOf(context, query.Node)).OfType<IReadOnlyList<DiscoItem>>().ToList();
        return query.Node is null || known.Count > 0
            ? IqReply.Result(new DiscoItems(query.Node) { Items = [.. known.SelectMany(items => items)] })
            : IqReply.Error(StanzaError.ItemNotFound);
    }

    private async ValueTask<IqReply> PageAsync(IqContext context, DiscoItemsQuery query) =>
        query.Node is null && registrations.ListOf(context.Target) is { } list
            ? IqReply.Result(await list(context, query.Set).ConfigureAwait(false)) : Items(context, query);

    private (int Version, DiscoInfo Info, Caps Caps) Server(BareJid host)
    {
        int version = registrations.InfoVersion;
        if (_servers.TryGetValue(host, out var known) && known.Version == version)
        {
            return known;
        }
        var info = registrations.Edited(IqTarget.Server, host, new DiscoInfo
        {
            Identities = registrations.Identities(IqTarget.Server),
            Features = [.. registrations.Features(IqTarget.Server)],
            Forms = [.. registrations.ExtendedInfo(IqTarget.Server).Select(form => form(host.Domain)).OfType<DataForm>()],
        });
        return _servers[host] = (version, info, Caps.For(CapsNode, info));
    }
}
