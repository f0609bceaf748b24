// The client's half of SCRAM (RFC 5802) without channel binding. Not the library's own: a second opinion.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Testing.Scenarios;

/// <summary>One exchange. The strings are the messages themselves, before base64.</summary>
internal sealed class ScramLogin(string mechanism, string localpart, string password)
{
    private const string Gs2Header = "n,,";

    private readonly HashAlgorithmName _hash = mechanism switch
    {
        "SCRAM-SHA-1" => HashAlgorithmName.SHA1,
        "SCRAM-SHA-256" => HashAlgorithmName.SHA256,
        "SCRAM-SHA-512" => HashAlgorithmName.SHA512,
        _ => throw new ArgumentException($"{mechanism} is not a mechanism that scripts can log in with"),
    };

    private readonly string _bare = $"n={localpart.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
    private byte[] _serverSignature = [];

    public string First() => Gs2Header + _bare;

    public string Answer(string challenge)
    {
        var fields = Fields(challenge);
        var withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(Gs2Header))},r={fields["r"]}";
        var transcript = Encoding.UTF8.GetBytes($"{_bare},{challenge},{withoutProof}");
        var size = Hash([]).Length;
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Convert.FromBase64String(fields["s"]),
            int.Parse(fields["i"], CultureInfo.InvariantCulture), _hash, size);
        var clientKey = Hmac(salted, "Client Key"u8);
        var proof = Hmac(Hash(clientKey), transcript);
        for (var i = 0; i < size; i++) proof[i] ^= clientKey[i];
        _serverSignature = Hmac(Hmac(salted, "Server Key"u8), transcript);
        return $"{withoutProof},p={Convert.ToBase64String(proof)}";
    }

    /// <summary>Whether the server knows the account's keys too.</summary>
    public bool Accepts(string final) => Fields(final).TryGetValue("v", out var v) && Convert.FromBase64String(v).AsSpan().SequenceEqual(_serverSignature);

    private static Dictionary<string, string> Fields(string message) =>
        message.Split(',').Where(field => field.Length > 2 && field[1] == '=').ToDictionary(field => field[..1], field => field[2..]);

    private byte[] Hash(ReadOnlySpan<byte> data) => CryptographicOperations.HashData(_hash, data);

    private byte[] Hmac(byte[] key, ReadOnlySpan<byte> data) => CryptographicOperations.HmacData(_hash, key, data);
}
