// What modules do together with a login: inside SASL2's <authenticate/> (XEP-0388) and inside Bind 2's <bind/> (XEP-0386).
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Turns a feature of a session on in the moment of its binding. In the account's mailbox: nothing can be delivered to the session before.</summary>
/// <returns>What <c>&lt;bound/&gt;</c> is to say of it; null: nothing.</returns>
public delegate ValueTask<XmlElement?> BindInlineHandler(Session session, XmlElement request);

/// <summary>Answers a request inside <c>&lt;authenticate/&gt;</c> once the client is authenticated, before a resource is bound. Not in a mailbox.</summary>
public delegate ValueTask<Sasl2Answer> Sasl2InlineHandler(Sasl2Login login, XmlElement request);

/// <summary>A login by SASL2 that has succeeded.</summary>
/// <param name="Account">Who it is.</param>
/// <param name="Shell">The stream. It writes nothing of a session before the success has been written.</param>
/// <param name="UserAgent">What the client says of itself; null when it does not.</param>
public sealed record Sasl2Login(BareJid Account, ISessionShell Shell, UserAgent? UserAgent);

/// <summary>What became of a request inside <c>&lt;authenticate/&gt;</c>.</summary>
/// <param name="Answer">What <c>&lt;success/&gt;</c> is to say; null: nothing.</param>
/// <param name="Resumed">The session that the stream carries from now on (XEP-0198 §6): no other is bound, and no features are sent. Null: none.</param>
public readonly record struct Sasl2Answer(XmlElement? Answer, Session? Resumed = null);
