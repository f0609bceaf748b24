// A session that hibernates has no connection (XEP-0198 §5): what it shows of the last one.
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Sessions;

/// <summary>Takes the place of the connection while there is none.</summary>
/// <param name="remoteAddress">Of the last one.</param>
/// <param name="security">How the last one was protected.</param>
/// <param name="lastHeard">When the client was last heard of on it.</param>
internal sealed class NoShell(string remoteAddress, string? security, long lastHeard) : ISessionShell
{
    /// <summary>Whatever ends a session ends it here, too: nobody is there to be told.</summary>
    public Action? Closed { get; init; }

    public string RemoteAddress => remoteAddress;

    public string? Security => security;

    public long LastHeard => lastHeard;

    public void Flush()
    {
    }

    // Whoever resumes is told the count anyway.
    public void Acknowledge(uint count)
    {
    }

    public void Close(StreamCondition condition, string? text = null) => Closed?.Invoke();
}
