// XEP-0357: tells the push services of an account's clients that something waits for them.
using System.ComponentModel.DataAnnotations;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>What is told to push services, when, and how much of it.</summary>
public sealed record PushOptions
{
    /// <summary>Registrations of one account; one more takes the place of the oldest.</summary>
    [Range(1, 1_000)]
    public int MaxPerAccount { get; init; } = 10;

    /// <summary>Bytes of the publish options that a client may give with a registration.</summary>
    [Range(256, 65_536)]
    public int MaxOptionsBytes { get; init; } = 4_096;
}

/// <summary>XEP-0357: push notifications, the account's server's side.</summary>
internal sealed class PushModule(PushRegistrations registrations, PushOptions options, TimeProvider clock) : IModule
{
    // XEP-0060 gives none; what a key of the store may hold is far above.
    private const int MaxNodeBytes = 1_023;

    public static ModuleInfo Info => new("push", new Xep(357, "0.4.1"))
    {
        Summary = "Notifications to the push services of clients that are away.",
        Options = typeof(PushOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.AccountState(PushTargets.Key, registrations.LoadAsync);
        module.OnSet<PushEnable>(IqTarget.OwnAccount, Enable);
        module.OnSet<PushDisable>(IqTarget.OwnAccount, Disable);
        module.On<SessionBound>(Recognise);
        module.On<SessionEnded>(Forget);
    }

    private ValueTask<IqReply> Enable(IqContext context, PushEnable enable)
    {
        if (Encoding.UTF8.GetByteCount(enable.Node ?? "") > MaxNodeBytes)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With("the node's name is too long"));
        }
        if (enable.Options is { } form && XmlElement.Build(form.Write).Utf8.Length > options.MaxOptionsBytes)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With($"the publish options have more than {options.MaxOptionsBytes} bytes"));
        }
        var session = context.Session!;
        var registration = new PushRegistration(enable.Service, enable.Node, session.Address.Resource, clock.GetUtcNow())
        {
            Options = enable.Options,
            WantsUrgency = enable.WantsUrgency,
        };
        var (ticket, _) = registrations.Put(context.Account!, registration, session);
        return IqReply.Result().After(ticket);
    }

    // §6: one node, or all nodes of the service. What is not there is disabled already.
    private ValueTask<IqReply> Disable(IqContext context, PushDisable disable)
    {
        var account = context.Account!;
        var removed = PushRegistrations.Of(account).All
            .Where(target => target.Registration.Service.Equals(disable.Service) && (disable.Node is null || target.Registration.Node == disable.Node))
            .ToList();
        return registrations.Remove(account, removed) is { } ticket ? IqReply.Result().After(ticket) : IqReply.Result();
    }

    // A client that comes back has its registrations before it says so again.
    private ValueTask Recognise(SessionBound fact)
    {
        foreach (var target in PushRegistrations.Of(fact.Session.Account).All)
        {
            if (target.Registration.Resource == fact.Session.Address.Resource)
            {
                target.Session = fact.Session;
            }
        }
        return default;
    }

    private ValueTask Forget(SessionEnded fact)
    {
        foreach (var target in PushRegistrations.Of(fact.Session.Account).All)
        {
            if (ReferenceEquals(target.Session, fact.Session))
            {
                target.Session = null;
            }
        }
        return default;
    }
}
