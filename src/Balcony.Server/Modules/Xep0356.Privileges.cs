// XEP-0356: what a component does in the name of accounts, as far as the configuration lets it.
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Modules;

/// <summary>XEP-0356: rosters, messages, requests and presence. What is sent in the name of an account passes the stages that its own stanzas pass.</summary>
internal sealed class PrivilegesModule(
    ComponentDirectory components, Router router, IqRequests requests, PrivilegedPresenceFeed presence, ILogger<PrivilegesModule> logger) : IModule
{
    private const string ClientNs = "jabber:client";
    private const string RosterNs = "jabber:iq:roster";

    private readonly Dictionary<Component, HashSet<BareJid>> _hosts = components.All.Where(component => component.Options.Privileges.IsAny)
        .ToDictionary(component => component, component => ComponentChecks.HostsOf(component.Domain, component.Options.Privileges.Hosts, router.Hosts).ToHashSet());

    public static ModuleInfo Info => new(
        "privileges", new Xep(356, "0.4.1", "Contacts' presence that came before the component is asked for again where somebody of the account is online."))
    {
        Summary = "Components read rosters, and send messages and requests, in the name of accounts.",
    };

    public void Register(ModuleBuilder module)
    {
        if (components.All.Count == 0)
        {
            return;
        }
        module.Intercept(Find);
        components.Services.OnMessage = TakeMessage;
        if (_hosts.Count == 0)
        {
            return;
        }
        components.Appeared += Tell;
        module.OnRosterPush(Push);
        presence.Register(module, _hosts);
    }

    private bool Has(Component component, BareJid host) => _hosts.TryGetValue(component, out var hosts) && hosts.Contains(host);

    // §4.2, §5.2, §6.2, §7.2
    private void Tell(Component component)
    {
        if (!_hosts.TryGetValue(component, out var hosts))
        {
            return;
        }
        var options = component.Options.Privileges;
        var payload = new Privileges
        {
            Roster = options.Roster,
            RosterPushes = options.RosterPushes && options.MayReadRosters,
            Messages = options.Message,
            Presence = options.Presence,
            Iq = [.. options.Iq.Where(one => one.Access != PrivilegeAccess.None).Select(one => (one.Namespace, one.Access))],
        };
        foreach (var host in hosts)
        {
            router.Route(new Message(MessageType.Normal, component.Domain, host, $"privilege-{Guid.NewGuid():N}", payload));
        }
        presence.Begin(component, hosts);
    }

    private ElementIqHandler? Find(IqContext context, XmlElement payload)
    {
        if (context.Target != IqTarget.Account
            || !(payload.Is("query", RosterNs) || payload.Is(PrivilegedIq.ElementName, PrivilegedIq.ElementNs))
            || components.OwnerOf(context.From.Bare.Host) is not { } component)
        {
            return null;
        }
        return payload.Namespace == RosterNs ? (request, query) => Roster(request, query, component) : (request, query) => Request(request, query, component);
    }

    // §4.3
    private ValueTask<IqReply> Roster(IqContext context, XmlElement query, Component component)
    {
        if (!Has(component, context.Host) || !Allows(component.Options.Privileges.Roster, context.Iq.Type))
        {
            ComponentLog.NoPrivilege(logger, component.Domain.ToString(), $"{Word(context.Iq.Type)} rosters");
            return IqReply.Error(StanzaError.Forbidden);
        }
        return context.Iq.Type == IqType.Get ? RosterModule.Get(context, RosterQuery.Read(query)) : RosterModule.Set(context, RosterSet.Read(query).Item);
    }

    // §4.4
    private void Push(Account account, RosterItem item)
    {
        foreach (var (component, hosts) in _hosts)
        {
            var options = component.Options.Privileges;
            if (options is { RosterPushes: true, MayReadRosters: true } && component.IsConnected && hosts.Contains(account.Host))
            {
                router.Route(new Iq(IqType.Set, component.Domain, account.Address, $"push-{Guid.NewGuid():N}", new RosterQuery([item])));
            }
        }
    }

    // §5.3
    private bool TakeMessage(Component component, Message message, Receipt receipt)
    {
        if (message.IsError || !message.Has(PrivilegedStanza.ElementName, PrivilegedStanza.ElementNs))
        {
            return false;
        }
        var host = message.To!.Bare;
        if (!Has(component, host) || component.Options.Privileges.Message != PrivilegedMessages.Outgoing)
        {
            ComponentLog.NoPrivilege(logger, component.Domain.ToString(), "send messages for others");
            router.Bounce(message, StanzaError.Forbidden);
            return true;
        }
        try
        {
            if (Unwrap(message.Get<PrivilegedStanza>()!.Stanza) is not Message inner || inner.From is not BareJid from || !from.Host.Equals(host))
            {
                // Rule 1: a bare address of this host.
                throw new StanzaException(StanzaError.Forbidden);
            }
            SendAs(from, inner, receipt, fault => router.Bounce(message, fault));
        }
        catch (StanzaException fault)
        {
            router.Bounce(message, fault.Error);
        }
        return true;
    }

    private void SendAs(BareJid from, Message message, Receipt receipt, Action<StanzaError> refused)
    {
        if (from.IsDomain)
        {
            router.Route(message.To is null ? throw new StanzaException(StanzaError.BadRequest) : message, receipt: receipt);
        }
        else
        {
            // RFC 6120 §8.1.1.1: without 'to' it is for the sender's own account.
            router.Get(from).SendInName(message.To is null ? message.Readdress(from, from) : message, receipt, refused);
        }
    }

    // §6.3: every condition is a refusal.
    private ValueTask<IqReply> Request(IqContext context, XmlElement payload, Component component)
    {
        var account = context.Account!;
        if (PrivilegedIq.Read(payload).Stanza is not { } element || !element.Is("iq", ClientNs))
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        if (Unwrap(element) is not Iq { IsRequest: true } inner)
        {
            return IqReply.Error(StanzaError.BadRequest);
        }
        if (inner.Type != context.Iq.Type || (inner.From is not null && !inner.From.Equals(account.Address)) || !Has(component, context.Host))
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        string ns = inner.Payload!.Namespace;
        if (component.Options.Privileges.Iq.FirstOrDefault(one => one.Namespace == ns) is not { } granted || !Allows(granted.Access, inner.Type))
        {
            ComponentLog.NoPrivilege(logger, component.Domain.ToString(), $"{Word(inner.Type)} {ns} for others");
            return IqReply.Error(StanzaError.Forbidden);
        }
        return IqReply.Later(AskAsync(account, inner, component));
    }

    private async Task<IqReply> AskAsync(Account account, Iq inner, Component component)
    {
        var to = inner.To ?? account.Address;
        string? used = null;
        var answer = await requests.AskAsync(account.Address, to, component.Options.Limits.AnswerTimeout, id =>
        {
            components.InName[used = id] = component;
            var request = new Iq(inner.Type, to, account.Address, id, new CopiedElement(inner.Payload!));
            account.SendInName(request, null, fault => router.Answer((Iq)request.ErrorReply(fault)));
        }).ConfigureAwait(false);
        if (used is not null)
        {
            components.InName.TryRemove(used, out _);
        }
        // The id is the component's own again.
        var forwarded = XmlElement.Build(writer =>
        {
            writer.Start("iq").Attribute("type", answer.Error is null ? "result" : "error").Attribute("id", inner.Id).Attribute("from", to.ToString()).Attribute("to", account.Address.ToString());
            if (answer.Payload is not null)
            {
                writer.Element(answer.Payload);
            }
            answer.Error?.Write(writer);
            writer.End();
        });
        return IqReply.Result(new PrivilegedStanza(forwarded));
    }

    // A stanza inside another becomes one of its own.
    private static Stanza Unwrap(XmlElement element)
    {
        try
        {
            var own = XmlElement.Parse(Encoding.UTF8.GetBytes(element.ToXml()), element.Namespace).InContent(ClientNs);
            return Stanza.Read(own);
        }
        catch (StreamException)
        {
            // RFC 6120 §4.8.5: prefixes that may not be there.
            throw new StanzaException(StanzaError.BadRequest);
        }
    }

    private static bool Allows(PrivilegeAccess access, IqType type) => access == PrivilegeAccess.Both || access == (type == IqType.Get ? PrivilegeAccess.Get : PrivilegeAccess.Set);

    private static string Word(IqType type) => type == IqType.Get ? "read" : "set";
}
