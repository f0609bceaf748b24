// How much memory an idle TLS connection holds.
using System.Net.Security;

namespace Balcony.Xmpp.Tls;

public static class TlsMemory
{
    /// <summary>Lets OpenSSL free its two 16 kB record buffers whenever they are empty. Call it once, after the handshake.</summary>
    /// <returns>False when that can't be done here (<see cref="TlsSupport.WhyNot"/>): the connection works all the same.</returns>
    public static bool ReleaseBuffersWhenIdle(SslStream tls) => TlsSupport.IsTested && OpenSsl.TryReleaseBuffers(tls);
}
