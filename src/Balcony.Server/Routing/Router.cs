// Where a stanza goes by its address (RFC 6120 §10, RFC 6121 §8).
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Routing;

/// <summary>Sends stanzas to addresses. Any thread may call it; nothing here waits.</summary>
public interface IRouter
{
    /// <summary>Sends a stanza to its address: a local account's mailbox, a host of ours, or elsewhere.</summary>
    /// <param name="stanza">With its verified <see cref="Stanza.From"/>.</param>
    /// <param name="to">The address, for a stanza that is shared by many recipients; null: the stanza's own.</param>
    /// <param name="receipt">What the sender's acknowledgement waits for; null when nobody waits.</param>
    /// <param name="origin">The session that sent it, where a request to a host is answered; null: answers are routed.</param>
    void Route(Stanza stanza, Jid? to = null, Receipt? receipt = null, Session? origin = null);

    /// <summary>Answers a stanza with an error where one may be answered (RFC 6120 §8.3.1): never an error, a result, or presence from elsewhere.</summary>
    void Bounce(Stanza? stanza, StanzaError error, Jid? to = null, Session? origin = null);

    /// <summary>What is sent to the domain, or below it, goes to the service from now on.</summary>
    /// <returns>False when something else answers for the domain: a host, another service.</returns>
    bool Attach(BareJid domain, IDomainService service);

    /// <summary>Takes <see cref="Attach"/> back; nothing happens when another service has the domain by now.</summary>
    void Detach(BareJid domain, IDomainService service);

    /// <summary>The hosts that we serve.</summary>
    IReadOnlyCollection<BareJid> Hosts { get; }

    /// <summary>Whether it is a host that we serve.</summary>
    bool IsLocal(BareJid host);

    /// <summary>Whether we answer for it: a host, or the domain of an attached service.</summary>
    bool IsOurs(BareJid domain);
}

/// <inheritdoc cref="IRouter"/>
internal sealed class Router(IReadOnlyList<BareJid> hosts) : IRouter
{
    private readonly HashSet<BareJid> _hosts = [.. hosts];
    private readonly ConcurrentDictionary<BareJid, Account> _accounts = new();
    private readonly ConcurrentDictionary<BareJid, IDomainService> _domains = new();
    private AccountServices _services = null!;
    private IqRequests _requests = null!;

    public IReadOnlyCollection<BareJid> Hosts => _hosts;

    /// <summary>The accounts in memory: with sessions, or used lately.</summary>
    public ICollection<Account> Accounts => _accounts.Values;

    public void Attach(AccountServices services) => _services = services;

    public void Attach(IqRequests requests) => _requests = requests;

    /// <summary>Who answers for names below those of attached services; null: nobody.</summary>
    public Func<BareJid, IDomainService?>? Below { get; set; }

    /// <summary>Takes what is for none of our domains; null: nothing can be reached.</summary>
    public IDomainService? Elsewhere { get; set; }

    public bool Attach(BareJid domain, IDomainService service) => !_hosts.Contains(domain) && _domains.TryAdd(domain, service);

    public void Detach(BareJid domain, IDomainService service) => _domains.TryRemove(new KeyValuePair<BareJid, IDomainService>(domain, service));

    public bool IsLocal(BareJid host) => _hosts.Contains(host);

    public bool IsOurs(BareJid domain) => _hosts.Contains(domain) || _domains.ContainsKey(domain) || Below?.Invoke(domain) is not null;

    public void Route(Stanza stanza, Jid? to = null, Receipt? receipt = null, Session? origin = null)
    {
        to ??= stanza.To!;
        var address = to.Bare;
        // An account in memory is local, so the common case is one look-up.
        if (_accounts.TryGetValue(address, out var account))
        {
            PostTo(account, stanza, to, receipt);
        }
        else if (!_hosts.Contains(address.Host))
        {
            // RFC 6120 §10.4: what is not ours is another server's, or nobody's.
            if ((_domains.GetValueOrDefault(address.Host) ?? Below?.Invoke(address.Host)) is { } service)
            {
                service.Receive(stanza, to, receipt, origin);
            }
            else if (Elsewhere is { } elsewhere)
            {
                elsewhere.Receive(stanza, to, receipt, origin);
            }
            else
            {
                Bounce(stanza, StanzaError.RemoteServerNotFound, to, origin);
            }
        }
        else if (address.IsDomain)
        {
            ReceiveForHost(stanza, to, origin);
        }
        else
        {
            PostTo(Get(address), stanza, to, receipt);
        }
    }

    /// <summary>The mailbox of a local account, made if it is not in memory.</summary>
    public Account Get(BareJid address) =>
        _accounts.TryGetValue(address, out var account) ? account : _accounts.GetOrAdd(address, static (key, services) => new Account(key, services), _services);

    /// <summary>The mailbox of a local account if it is in memory; null otherwise.</summary>
    public Account? Find(BareJid address) => _accounts.GetValueOrDefault(address);

    public void Remove(Account account) => _accounts.TryRemove(new KeyValuePair<BareJid, Account>(account.Address, account));

    public void Repost(BareJid address, AccountItem item)
    {
        item.Receipt?.Hold();
        if (!Get(address).Post(item, isUrgent: true))
        {
            item.Receipt?.Release();
        }
    }

    public void Bounce(Stanza? stanza, StanzaError error, Jid? to = null, Session? origin = null)
    {
        if (stanza is null || stanza.IsError || stanza.From is null || stanza is Iq { IsRequest: false } || (stanza is Presence && origin is null))
        {
            return;
        }
        // The answer comes from the address that was written to.
        var reply = (to is null ? stanza : stanza.Readdress(to, stanza.From)).ErrorReply(error);
        if (origin is null || !origin.Deliver(reply))
        {
            Route(reply);
        }
    }

    /// <summary>A result or error came for one of our own addresses: the server itself may wait for it.</summary>
    public void Answer(Iq answer) => _requests.Answer(answer);

    private void PostTo(Account account, Stanza stanza, Jid to, Receipt? receipt)
    {
        receipt?.Hold();
        if (!account.Post(new AccountItem(stanza, to, null, receipt, null)))
        {
            receipt?.Release();
            Bounce(stanza, StanzaError.ResourceConstraint, to);
        }
    }

    private void ReceiveForHost(Stanza stanza, Jid to, Session? origin)
    {
        switch (stanza)
        {
            case Iq { IsRequest: true } iq when to.Resource is null:
                // Runs beside the requester's mailbox; a handler that waits must not stop what the requester does next.
                _ = _services.Dispatcher.AnswerAsync(IqTarget.Server, iq, null, origin).AsTask();
                break;
            case Iq { IsRequest: false } answer when to.Resource is null:
                Answer(answer);
                break;
            case Iq { IsRequest: true } or Message { Type: not MessageType.Headline }:
                // RFC 6121 §8.4 and §8.5.1: nobody reads messages to the host itself.
                Bounce(stanza, StanzaError.ServiceUnavailable, to, origin);
                break;
            default:
                break;
        }
    }
}
