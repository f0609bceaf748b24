// The points of a client stream at which features are offered (RFC 6120 §4.3.2).
using Balcony.Server.Net;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Streams;

/// <summary>When a stream feature is offered.</summary>
public enum StreamPhase
{
    /// <summary>Before TLS: nothing but STARTTLS may be done here.</summary>
    Plain,

    /// <summary>Protected, not authenticated.</summary>
    Login,

    /// <summary>Authenticated, not bound.</summary>
    Binding,
}

/// <summary>What a module sees of a stream that is being negotiated.</summary>
/// <param name="Host">The host that the client named.</param>
/// <param name="Transport">The bytes below.</param>
/// <param name="Account">Who authenticated; null before.</param>
public sealed record StreamFeatureContext(BareJid Host, Transport Transport, BareJid? Account)
{
    /// <summary>The session that was bound with the login (XEP-0386), before these features are written; null otherwise.</summary>
    public Session? Session { get; init; }
}
