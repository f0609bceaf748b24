// The OCSP response that came with a handshake (RFC 6066 §8, RFC 8446 §4.4.2.1).
using System.Net.Security;

namespace Balcony.Xmpp.Tls;

public static class OcspStaple
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>What the server stapled, in DER, not judged. Call it after a handshake as client: the runtime asks every server for it, and shows it to nobody.</summary>
    /// <returns>Empty when nothing came, more than 64 KiB came, or this runtime can't be asked (<see cref="TlsSupport.WhyNot"/>).</returns>
    public static ReadOnlyMemory<byte> Of(SslStream tls) => TlsSupport.IsTested ? OpenSsl.StapleOf(tls, MaxBytes) : default;
}
