// How much memory an idle TLS connection holds.
using System.Net.Security;

namespace Balcony.Xmpp.Tls;

public static class TlsMemory
{
    /// <summary>Lets OpenSSL free its two 16 kB record buffers whenever they are empty. Call it once, after the handshake.</summary>
    /// <returns>False when that can't be done here (<see cref="TlsSupport.WhyNot"/>): the connection works all the same.</returns>
    public static bool ReleaseBuffersWhenIdle(SslStream tls) => TlsSupport.IsTested && OpenSsl.TryReleaseBuffers(tls);

    /// <summary>
    /// Turns off session resumption for all connections that share this one's OpenSSL context (SSL_CTX). The runtime shares a context only where it may resume sessions, and a
    /// context of its own costs a connection about 30 kB: whoever wants each handshake whole shares all the same, and calls this after the handshake.
    /// </summary>
    /// <param name="tls">After its handshake.</param>
    /// <returns>False when that can't be done here (<see cref="TlsSupport.WhyNot"/>): then <c>AllowTlsResume</c> must be off.</returns>
    public static bool TurnOffResumption(SslStream tls) => TlsSupport.IsTested && OpenSsl.TryTurnOffResumption(tls);
}
