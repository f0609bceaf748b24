// Design decision 4: the named stages that a stanza passes in a mailbox, and what a filter may say.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Routing;

/// <summary>The steps of a stanza through an account, in order. Within a stage, catalogue order.</summary>
public enum Stage
{
    /// <summary>May refuse. A failure refuses.</summary>
    Guard,

    /// <summary>Stamps and strips. A failure refuses.</summary>
    Rewrite,

    /// <summary>Keeps. A failure refuses, because what follows would acknowledge the stanza.</summary>
    Archive,

    /// <summary>Carbons and push. A failure is logged, counted and passed.</summary>
    Copy,

    /// <summary>Hands over to sessions (inbound) or to the router (outbound). The framework does the work after the filters.</summary>
    Deliver,

    /// <summary>Nobody took it: offline storage, or a bounce. A failure refuses.</summary>
    Undelivered,
}

/// <summary>The direction of a stanza, seen from the local account.</summary>
public enum Flow
{
    Inbound,
    Outbound,
}

/// <summary>What a filter says of a stanza.</summary>
public readonly struct Verdict
{
    private enum Kind : byte
    {
        Continue,
        Drop,
        Refuse,
        Replace,
    }

    private readonly Kind _kind;
    private readonly object? _value;

    private Verdict(Kind kind, object? value = null)
    {
        _kind = kind;
        _value = value;
    }

    public static Verdict Continue => default;

    /// <summary>The stanza ends here and nobody is told: it was taken, or must vanish.</summary>
    public static Verdict Drop => new(Kind.Drop);

    public bool IsContinue => _kind == Kind.Continue;

    /// <summary>The error to answer with, when refused.</summary>
    public StanzaError? Error => _kind == Kind.Refuse ? (StanzaError)_value! : null;

    /// <summary>The stanza to go on with, when replaced.</summary>
    public Stanza? Replacement => _kind == Kind.Replace ? (Stanza)_value! : null;

    /// <summary>The stanza ends here; the sender is answered, if its kind may be answered at all (RFC 6120 §8.3.1).</summary>
    public static Verdict Refuse(StanzaError error) => new(Kind.Refuse, error);

    /// <summary>The following filters and stages see the other stanza.</summary>
    public static Verdict Replace(Stanza stanza) => new(Kind.Replace, stanza);
}
