// XEP-0280: copies what one device of an account sends or receives to its others.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>XEP-0280: message carbons, by the rules of <see cref="CarbonRules"/>.</summary>
public sealed class CarbonsModule : IModule
{
    private static readonly SessionKey<bool> IsEnabled = new("carbons") { IsResumable = true };
    private static readonly AccountKey<CopiedMessages> Copied = new("messages that were copied");
    private static readonly CarbonForm Received = new(CarbonReceived.ElementName);
    private static readonly CarbonForm Sent = new(CarbonSent.ElementName);

    public static ModuleInfo Info => new(
        "carbons",
        new Xep(280, "1.0.1", "All rules (urn:xmpp:carbons:rules:0); copies that clients make up are taken out."),
        new Xep(297, "1.0"))
    {
        Summary = "Every device sees both sides of every conversation.",
    };

    public void Register(ModuleBuilder module)
    {
        // §3, §6.2
        module.Feature(IqTarget.Server, CarbonReceived.Ns);
        module.Feature(IqTarget.Server, "urn:xmpp:carbons:rules:0");
        module.OnSet<CarbonsEnable>(IqTarget.OwnAccount | IqTarget.Account, (context, _) => Enable(context, true));
        module.OnSet<CarbonsDisable>(IqTarget.OwnAccount | IqTarget.Account, (context, _) => Enable(context, false));
        module.BindInline(CarbonsEnable.ElementName, CarbonReceived.Ns, static (session, _) =>
        {
            session.Set(IsEnabled, true);
            return default;
        });
        module.AccountState(Copied, _ => new ValueTask<CopiedMessages>(new CopiedMessages()));
        module.Filter(Stage.Rewrite, Flow.Inbound, TakeOut);
        module.Filter(Stage.Rewrite, Flow.Outbound, TakeOut);
        module.Filter(Stage.Copy, Flow.Inbound, CopyReceived);
        module.Filter(Stage.Copy, Flow.Outbound, CopySent);
    }

    private static ValueTask<IqReply> Enable(IqContext context, bool isEnabled)
    {
        // §4.1, §5.1: for nobody else's sessions.
        if (context.Target != IqTarget.OwnAccount || context.Session is not { } session)
        {
            return IqReply.Error(StanzaError.NotAllowed);
        }
        session.Set(IsEnabled, isEnabled);
        return IqReply.Result();
    }

    // §11: clients have believed copies from anybody (CVE-2017-5589 and later ones). Only this server writes them, and on the way out of a session.
    private static ValueTask<Verdict> TakeOut(StanzaFlow flow) => new(
        flow.Stanza is Message message && CarbonRules.LooksLikeCopy(message)
            ? Verdict.Replace(message.Without(static child =>
                child.Is(CarbonReceived.ElementName, CarbonReceived.Ns) || child.Is(CarbonSent.ElementName, CarbonReceived.Ns)))
            : Verdict.Continue);

    // §7
    private static ValueTask<Verdict> CopyReceived(StanzaFlow flow)
    {
        if (flow.Stanza is not Message message)
        {
            return new(Verdict.Continue);
        }
        var account = flow.Account;
        var sessions = account.Sessions;
        Jid? to = null;
        bool isBound = false;
        bool? isEligible = null;
        for (int i = 0; i < sessions.Count; i++)
        {
            var session = sessions[i];
            if (!session.Get(IsEnabled))
            {
                continue;
            }
            if (to is null)
            {
                to = message.To is { } own && own.Bare.Equals(account.Address) ? own : account.Address;
                isBound = to is FullJid full && account.Find(full) is not null;
            }
            // A message to the own account: its sender has it.
            if (session.Address.Equals(message.From) || CarbonRules.TakesOriginal(session, message, to, isBound)
                || (session.IsCatchingUp && account.KeepsForLater))
            {
                // The last: it comes to the message itself, in its place among the older ones.
                continue;
            }
            isEligible ??= !CarbonRules.IsMissed(message, to, isBound, account.KeepsForLater) && IsEligible(message, Flow.Inbound, account, message.From);
            if (isEligible == false)
            {
                break;
            }
            session.Deliver(message, to, flow.Receipt, Received);
        }
        return new(Verdict.Continue);
    }

    // §8
    private static ValueTask<Verdict> CopySent(StanzaFlow flow)
    {
        // What goes to the own account is copied when it comes in; a client's error about a copy goes there and nowhere else (§10.3).
        var account = flow.Account;
        if (flow.Stanza is not Message { To: { } to } message || to.Bare.Equals(account.Address))
        {
            return new(Verdict.Continue);
        }
        bool? isEligible = null;
        var sessions = account.Sessions;
        for (int i = 0; i < sessions.Count; i++)
        {
            var session = sessions[i];
            if (!session.Get(IsEnabled) || ReferenceEquals(session, flow.Session))
            {
                continue;
            }
            isEligible ??= IsEligible(message, Flow.Outbound, account, to);
            if (isEligible == false)
            {
                break;
            }
            if (!CarbonRules.IsToOccupant(message) || IsIn(session, to.Bare))
            {
                session.Deliver(message, null, flow.Receipt, Sent);
            }
        }
        return new(Verdict.Continue);
    }

    private static bool IsEligible(Message message, Flow flow, Account account, Jid? contact)
    {
        var copied = account.Get(Copied);
        bool isEligible = CarbonRules.IsEligible(message, flow, message.IsError && copied.Contains(message, contact));
        if (isEligible && !message.IsError)
        {
            copied.Add(message, contact);
        }
        return isEligible;
    }

    // §6.1: the session shares the nickname, as far as can be known.
    private static bool IsIn(Session session, BareJid room)
    {
        if (session.Directed is { } directed)
        {
            foreach (var address in directed)
            {
                if (address.Bare.Equals(room))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
