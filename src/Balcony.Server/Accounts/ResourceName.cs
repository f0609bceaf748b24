// Resources that the server makes (RFC 6120 §7.6).
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Balcony.Server.Accounts;

internal static class ResourceName
{
    /// <summary>§7.6.1: not to be guessed, since knowing a full address is enough to reach the client.</summary>
    public static string Next()
    {
        Span<byte> random = stackalloc byte[12];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }
}
