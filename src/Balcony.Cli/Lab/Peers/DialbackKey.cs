// XEP-0185: dialback keys, which only who knows the secret can make and check.
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Cli.Lab.Peers;

/// <summary>The keys of one scripted server.</summary>
internal sealed class DialbackKey(string secret)
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))));

    /// <summary>§3: over receiving domain, sending domain and the stream's id.</summary>
    public string For(string to, string from, string streamId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{to} {from} {streamId}")));

    public static string Forged() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
