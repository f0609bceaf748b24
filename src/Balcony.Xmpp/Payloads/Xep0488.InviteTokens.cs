// XEP-0488: a token that makes whoever enters a members-only room with it a member.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks a room for a token (§3.2, §3.3).</summary>
/// <param name="Counter">How many may use it; null leaves it to the room.</param>
/// <param name="Delay">For how long, in whole seconds; null leaves it to the room.</param>
public sealed record InviteTokenRequest(uint? Counter = null, TimeSpan? Delay = null) : IPayload<InviteTokenRequest>, IIqSet<InviteToken>
{
    public static string ElementName => "request";

    public static string ElementNs => InviteToken.Ns;

    public static InviteTokenRequest Read(XmlElement element) => new(InviteToken.ReadCounter(element), InviteToken.ReadDelay(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, InviteToken.Ns);
        InviteToken.WriteLimits(writer, Counter, Delay);
        writer.End();
    }
}

/// <summary>A token: what is given as the password to enter (§3.5).</summary>
/// <param name="Token">Opaque.</param>
/// <param name="Counter">How many may still use it; null: any number.</param>
/// <param name="Delay">For how long from now; null: for ever.</param>
/// <param name="Creator">Who asked for it; null when it is not said.</param>
public sealed record InviteToken(string Token, uint? Counter = null, TimeSpan? Delay = null, string? Creator = null) : IPayload<InviteToken>
{
    /// <summary>Also the feature of a room.</summary>
    public const string Ns = "urn:xmpp:muc-token-invite:0";

    public static string ElementName => "token";

    public static string ElementNs => Ns;

    public static InviteToken Read(XmlElement element) =>
        new(ReadToken(element), ReadCounter(element), ReadDelay(element), element.Attribute("creator"));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        WriteLimits(writer, Counter, Delay);
        writer.Attribute("creator", Creator).Text(Token).End();
    }

    internal static string ReadToken(XmlElement element) => element.Text is { Length: > 0 } token ? token : throw Schema.BadRequest("no token");

    internal static uint? ReadCounter(XmlElement element) => ReadUnsigned(element.Attribute("counter"));

    internal static TimeSpan? ReadDelay(XmlElement element) =>
        ReadUnsigned(element.Attribute("delay")) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    internal static void WriteLimits(XmlWriter writer, uint? counter, TimeSpan? delay) => writer
        .Attribute("delay", Schema.WriteNumber((long?)delay?.TotalSeconds)).Attribute("counter", Schema.WriteNumber(counter));

    // §12: xs:unsignedInt.
    private static uint? ReadUnsigned(string? text)
    {
        var number = Schema.ReadNumber(text);
        return number <= uint.MaxValue ? (uint)number : number is null ? null : throw Schema.BadRequest("the number is too large");
    }
}

/// <summary>By get, and empty: asks for the tokens that the asker may revoke; and the answer (§3.6).</summary>
public sealed record InviteTokens(IReadOnlyList<InviteToken> Items) : IPayload<InviteTokens>, IIqGet<InviteTokens>
{
    public static string ElementName => "tokens";

    public static string ElementNs => InviteToken.Ns;

    public static InviteTokens Read(XmlElement element) => new([.. element.ChildrenNamed(InviteToken.ElementName).Select(InviteToken.Read)]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, InviteToken.Ns);
        foreach (var item in Items) item.Write(writer);
        writer.End();
    }
}

/// <summary>Ends a token (§3.7).</summary>
public sealed record InviteTokenRevocation(string Token) : IPayload<InviteTokenRevocation>, IIqSet<Empty>
{
    public static string ElementName => "revoke";

    public static string ElementNs => InviteToken.Ns;

    public static InviteTokenRevocation Read(XmlElement element) => new(InviteToken.ReadToken(element));

    public void Write(XmlWriter writer) => writer.TextElement(ElementName, InviteToken.Ns, Token);
}

/// <summary>The condition beside <c>not-authorized</c> when somebody enters with a token that is no longer one (§3.5).</summary>
public sealed record ExpiredInviteToken : IPayload<ExpiredInviteToken>
{
    public static string ElementName => "expired-token";

    public static string ElementNs => InviteToken.Ns;

    /// <summary>The whole error.</summary>
    public static StanzaError Error { get; } = StanzaError.NotAuthorized.With(XmlElement.Build(new ExpiredInviteToken().Write));

    public static ExpiredInviteToken Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, InviteToken.Ns);
}
