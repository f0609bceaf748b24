// RFC 6120 §8.2.3: requests and their answers.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Stanzas;

/// <summary>The types of iq (RFC 6120 §8.2.3).</summary>
public enum IqType
{
    Get,
    Set,
    Result,
    Error,
}

/// <summary>A request or an answer.</summary>
public sealed class Iq : Stanza
{
    /// <summary>An iq of ours; a request has exactly one payload, a result at most one.</summary>
    public Iq(IqType type, Jid? to, Jid? from, string id, params ReadOnlySpan<IPayload> payloads)
        : this(Build("iq", TypeName(type), id, payloads, null), to, from)
    {
    }

    internal Iq(XmlElement element, Jid? to, Jid? from)
        : base(element, to, from)
    {
        Type = TypeOf(element) switch
        {
            "get" => IqType.Get,
            "set" => IqType.Set,
            "result" => IqType.Result,
            "error" => IqType.Error,
            // RFC 6120 §8.2.3: the type is required and no other is defined.
            _ => throw new StanzaException(StanzaError.BadRequest),
        };
        if (Id is null)
        {
            throw new StanzaException(StanzaError.BadRequest);
        }
        // RFC 6120 §8.2.3 rules 3 and 6: a request has one payload, a result none or one.
        int payloads = CountChildren(element);
        if (IsRequest ? payloads != 1 : Type == IqType.Result && payloads > 1)
        {
            throw new StanzaException(StanzaError.BadRequest);
        }
    }

    public IqType Type { get; }

    public override string Name => "iq";

    public bool IsRequest => Type is IqType.Get or IqType.Set;

    public override bool IsError => Type == IqType.Error;

    /// <summary>The answer to this request, from the address that was asked.</summary>
    public Iq Result(IPayload? payload = null) =>
        payload is null ? new Iq(IqType.Result, From, To, Id!) : new Iq(IqType.Result, From, To, Id!, payload);

    public override Stanza ErrorReply(StanzaError error) =>
        new Iq(Build("iq", "error", Id, [], error), From, To);

    private static int CountChildren(XmlElement element)
    {
        int count = 0;
        foreach (var _ in element.Children)
        {
            count++;
        }
        return count;
    }

    private static string TypeName(IqType type) => type switch
    {
        IqType.Get => "get",
        IqType.Set => "set",
        IqType.Result => "result",
        _ => "error",
    };
}
