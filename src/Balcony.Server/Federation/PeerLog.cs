// What strangers can make us write: so many lines a minute, and then how many more there were. The diary has them all.
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Federation;

/// <summary>Any thread may call.</summary>
/// <param name="logger">Where the lines go.</param>
/// <param name="maxLines">A minute.</param>
/// <param name="clock">The time.</param>
internal sealed class PeerLog(ILogger logger, int maxLines, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _began = clock.GetTimestamp();
    private int _lines;

    public void Refused(string peer, string address, string host, string code, string explanation)
    {
        if (Take()) FederationLog.Refused(logger, peer, address, host, code, explanation);
    }

    public void Failed(BareJid host, BareJid peer, string code, string explanation)
    {
        if (Take()) FederationLog.Failed(logger, host, peer, code, explanation);
    }

    private bool Take()
    {
        int unwritten = 0;
        bool isWritten;
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_began, now) >= Window)
            {
                unwritten = Math.Max(0, _lines - maxLines);
                (_began, _lines) = (now, 0);
            }
            isWritten = _lines++ < maxLines;
        }
        if (unwritten > 0) FederationLog.Unwritten(logger, unwritten);
        return isWritten;
    }
}
