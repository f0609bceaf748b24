// XEP-0355: requests in a delegated namespace are answered by a component, and nobody who asks sees that.
using System.Collections.Frozen;
using Balcony.Server.Components;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Modules;

/// <summary>XEP-0355, in admin mode: the configuration says what is delegated.</summary>
internal sealed class DelegationModule(
    ComponentDirectory components, IRouter router, IIqSender requests, ServerRegistrations registrations, ILogger<DelegationModule> logger) : IModule
{
    private readonly NestedInfo _nested = new(registrations, requests);
    private FrozenDictionary<(BareJid Host, string Namespace), Delegated> _delegated = FrozenDictionary<(BareJid, string), Delegated>.Empty;

    public static ModuleInfo Info => new("delegation", new Xep(355, "0.5", "Admin mode."))
    {
        Summary = "Components answer requests in namespaces that are delegated to them.",
    };

    public void Register(ModuleBuilder module)
    {
        // §5: who asks for more than the configuration gives is refused; for this namespace itself §8, rule 5, says how.
        module.OnGet<DelegationQuery>(IqTarget.Server, (_, _) => IqReply.Error(StanzaError.Forbidden));
        var delegated = components.All.SelectMany(component => component.Options.Delegates.SelectMany(options =>
            ComponentChecks.HostsOf(component.Domain, options.Hosts, router.Hosts).Select(host => new Delegated(host, component, options)))).ToList();
        if (delegated.Count == 0)
        {
            return;
        }
        _delegated = delegated.DistinctBy(one => (one.Host, one.Options.Namespace)).ToFrozenDictionary(one => (one.Host, one.Options.Namespace));
        module.Intercept(Find);
        module.EditInfo(_nested.Edit);
        components.Appeared += component => Tell(component, delegated.Where(one => one.Component == component));
        components.Disappeared += _nested.Forget;
        _nested.Add(delegated);
    }

    // §4.2, and §10, note 2: what there is to nest is asked for at once.
    private void Tell(Component component, IEnumerable<Delegated> delegated)
    {
        foreach (var host in delegated.GroupBy(one => one.Host))
        {
            var payload = new Delegation([.. host.Select(one => new DelegatedNamespace(one.Options.Namespace, one.Options.Attributes))]);
            router.Route(new Message(MessageType.Normal, component.Domain, host.Key, $"delegation-{Guid.NewGuid():N}", payload));
            foreach (var one in host)
            {
                _ = _nested.AskAsync(one);
            }
        }
    }

    private ElementIqHandler? Find(IqContext context, XmlElement payload)
    {
        var delegated = _delegated.GetValueOrDefault((context.Host, payload.Namespace));
        if (delegated is not null && delegated.Options.Attributes.Any(attribute => payload.Attribute(attribute) is null))
        {
            // §4.3, note 3
            delegated = null;
        }
        delegated ??= FindDisco(context, payload);
        // §4.3.1: what the component asks itself the server answers; else they would ask each other for ever.
        return delegated is null || components.MakerOf(context.Iq) == delegated.Component
            ? null : (request, _) => IqReply.Later(ForwardAsync(request, delegated.Component));
    }

    // §7.2.4, §7.2.5: what nobody here knows of bare addresses.
    private Delegated? FindDisco(IqContext context, XmlElement payload)
    {
        if (context.Target == IqTarget.Server || payload.Name != "query")
        {
            return null;
        }
        string? node = payload.Attribute("node");
        return payload.Namespace switch
        {
            DiscoInfo.Ns when node is not null && _delegated.GetValueOrDefault((context.Host, Delegation.BareInfo)) is { } one =>
                IsKnown(context, nodes => nodes.InfoOf(context, node) is not null) ? null : one,
            DiscoItems.Ns when _delegated.GetValueOrDefault((context.Host, Delegation.BareItems)) is { } one =>
                node is not null && IsKnown(context, nodes => nodes.ItemsOf(context, node) is not null) ? null : one,
            _ => null,
        };
    }

    private bool IsKnown(IqContext context, Func<IDiscoNodes, bool> isKnown)
    {
        try
        {
            return registrations.Nodes(context.Target).Any(isKnown);
        }
        catch (StanzaException)
        {
            // It is, but not to everybody.
            return true;
        }
    }

    // §4.3
    private async Task<IqReply> ForwardAsync(IqContext context, Component component)
    {
        var iq = context.Iq;
        var within = component.Options.Limits.AnswerTimeout;
        var answer = await requests.AskAsync(IqType.Set, context.Host, component.Domain, new ForwardedRequest(iq), within).ConfigureAwait(false);
        if (answer.Error is not null)
        {
            // Notes 1 and 2: whatever ails the component.
            return IqReply.Error(StanzaError.ServiceUnavailable);
        }
        if (WhyWrong(iq, context, answer.Payload, out var result) is { } reason)
        {
            ComponentLog.BadAnswer(logger, component.Domain.ToString(), reason);
            return IqReply.Error(StanzaError.ServiceUnavailable);
        }
        return IqReply.Result(result is null ? null : new CopiedElement(result));
    }

    private static string? WhyWrong(Iq request, IqContext context, XmlElement? payload, out XmlElement? result)
    {
        result = null;
        XmlElement answer;
        try
        {
            answer = payload?.Is(DelegatedStanza.ElementName, DelegatedStanza.ElementNs) == true ? DelegatedStanza.Read(payload).Stanza : throw new StanzaException(StanzaError.BadRequest);
        }
        catch (StanzaException)
        {
            return "no stanza is in it";
        }
        if (answer.Name != "iq" || answer.Attribute("type") != "result")
        {
            return "it is no result";
        }
        if (answer.Attribute("id") != request.Id)
        {
            return "the id is another";
        }
        if (!Jid.TryParse(answer.Attribute("to"), out var to) || !to.Equals(request.From))
        {
            return "it is to somebody else";
        }
        // The server speaks for the account that a client did not have to name.
        string? from = answer.Attribute("from");
        if (from is not null && (!Jid.TryParse(from, out var sender) || !sender.Equals(request.To ?? context.Account?.Address)))
        {
            return "it is from somebody else";
        }
        var children = answer.Children.Take(2).ToList();
        result = children.FirstOrDefault();
        return children.Count > 1 ? "it has more than one payload" : null;
    }

    /// <summary>The request as it came, inside.</summary>
    private sealed class ForwardedRequest(Iq iq) : IPayload
    {
        public void Write(XmlWriter writer)
        {
            writer.Start(Delegation.ElementName, Delegation.Ns).Start(Forwarded.ElementName, Forwarded.Ns);
            iq.WriteForwarded(writer);
            writer.End().End();
        }
    }
}

/// <summary>One namespace of one host, and who answers.</summary>
internal sealed record Delegated(BareJid Host, Component Component, DelegationOptions Options);

/// <summary>An element that somebody else wrote.</summary>
internal sealed record CopiedElement(XmlElement Element) : IPayload
{
    public void Write(XmlWriter writer) => writer.Element(Element);
}
