// XEP-0494: the owner of an account sees which clients have access to it, and takes it away.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Modules;

/// <summary>XEP-0494: Client Access Management.</summary>
public sealed class ClientAccessModule(ClientAccess clients, SessionDirectory sessions, TimeProvider clock) : IModule
{
    private const int IdBytes = 9;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(6);

    public static ModuleInfo Info => new(
        "client-access", new Xep(494, "0.1.0", "a client that knows the password loses its tokens and sessions, and is answered that the password must change"))
    {
        Summary = "Lists of the clients that have access to an account, and the end of it.",
        Options = typeof(ClientAccessOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.RemembersClients();
        module.OnGet<ClientListQuery>(IqTarget.OwnAccount, ListAsync);
        module.OnSet<RevokeClient>(IqTarget.OwnAccount, (context, request) => IqReply.Later(RevokeAsync(context, request.Id)));
        module.Every(SweepInterval, clients.ForgetOldAsync);
    }

    // §3.1: clients that said who they are, and sessions of others.
    private async ValueTask<IqReply> ListAsync(IqContext context, ClientListQuery query)
    {
        var open = context.Account!.Sessions;
        var known = await clients.ListAsync(context.Account.Address, context.Cancel).ConfigureAwait(false);
        var ids = known.Select(client => client.UserAgent.Id).ToHashSet();
        return IqReply.Result(new ClientList(
        [
            .. known.Select(client => Show(client, open.Any(session => IsOf(session, client)))),
            .. open.Where(session => !ids.Contains(AgentOf(session)?.Id)).Select(Show),
        ]));
    }

    // §3.2. Outside of the mailbox, which waits for no commit.
    private async Task<IqReply> RevokeAsync(IqContext context, string id)
    {
        var account = context.Account!;
        var revoked = await clients.RevokeAsync(account.Address, id, context.Cancel).ConfigureAwait(false);
        var ended = account.Sessions.Where(session => revoked is null ? IdOf(session) == id : IsOf(session, revoked)).ToList();
        if (revoked is null && ended.Count == 0)
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        foreach (var session in ended.Where(session => session != context.Session))
        {
            End(session);
        }
        // What came without a user agent came by password.
        var reply = revoked is { HasPassword: false } ? IqReply.Result() : IqReply.Error(RevokeClient.PasswordResetRequired);
        return ended.Contains(context.Session!) ? reply.AndThen(() => End(context.Session!)) : reply;
    }

    private void End(Session session) => sessions.Close(session.Address, StreamCondition.NotAuthorized, "the access of this client was revoked");

    private ClientEntry Show(ClientSummary client, bool isConnected) => new(
        client.Id, isConnected, (client.HasPassword ? ClientAuth.Password : 0) | (client.TokenExpires is null ? 0 : ClientAuth.Fast))
    {
        FirstSeen = client.FirstSeen,
        LastSeen = isConnected ? clock.GetUtcNow() : client.LastSeen,
        Software = client.UserAgent.Software,
        Device = client.UserAgent.Device,
    };

    private ClientEntry Show(Session session) => new(IdOf(session), IsConnected: true, ClientAuth.Password)
    {
        FirstSeen = session.Since,
        LastSeen = clock.GetUtcNow(),
        Software = AgentOf(session)?.Software,
        Device = AgentOf(session)?.Device,
    };

    private static UserAgent? AgentOf(Session session) => session.Get(ClientOfSession.UserAgent);

    private static bool IsOf(Session session, ClientSummary client) => AgentOf(session)?.Id == client.UserAgent.Id;

    // Nothing else names it: the same for the session's life, and no other's.
    private static string IdOf(Session session) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{session.Address}\0{session.Since.UtcTicks}")).AsSpan(0, IdBytes));
}
