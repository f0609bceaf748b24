// What the rest of the server asks of push notifications (XEP-0357).
namespace Balcony.Server.Sessions;

/// <summary>Whether a client can be woken. Any thread may call.</summary>
public interface IPushState
{
    /// <summary>The session's client turned notifications on and publishing them works, so that it is worth holding the session longer while it has no
    /// connection.</summary>
    bool HoldsSession(Session session);
}
