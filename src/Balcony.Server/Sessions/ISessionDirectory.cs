// What commands need of sessions across accounts.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sessions;

/// <summary>A session as a list shows it.</summary>
/// <param name="Address">The bound address.</param>
/// <param name="RemoteAddress">The client's, for people.</param>
/// <param name="Security">How the stream is protected, such as TLS 1.3; null when it is not.</param>
/// <param name="Since">When it was bound.</param>
/// <param name="Priority">Of its last presence; null when it is not available.</param>
public sealed record SessionSummary(FullJid Address, string RemoteAddress, string? Security, DateTimeOffset Since, int? Priority);

/// <summary>Any thread may call.</summary>
public interface ISessionDirectory
{
    /// <summary>The sessions of a host; of all hosts when it is null.</summary>
    IReadOnlyList<SessionSummary> List(BareJid? host);

    /// <summary>Ends a session, or all sessions of an account, with a stream error (RFC 6120 §4.9.3.12).</summary>
    /// <returns>How many there were.</returns>
    int Kick(Jid address, string? reason);

    /// <summary>Sends a message from the host (XEP-0133 §4.23) to every available session of it; of all hosts when it is null.</summary>
    /// <returns>How many it was sent to.</returns>
    int Announce(BareJid? host, string? subject, string text);
}
