// XEP-0185: keys that only a server with the secret can make, and that it need not remember.
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <summary>Any thread may call.</summary>
/// <param name="secret">The same for all servers of the hosts; not to be guessed.</param>
internal sealed class DialbackKeys(ReadOnlySpan<byte> secret)
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData((byte[])[.. "dialback "u8, .. secret])));

    /// <summary>§3: bound to both domains and to the stream that it is sent on.</summary>
    public string KeyFor(BareJid receiving, BareJid originating, string streamId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{receiving.Domain} {originating.Domain} {streamId}")));

    public bool IsKey(string key, BareJid receiving, BareJid originating, string streamId) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(KeyFor(receiving, originating, streamId)));
}
