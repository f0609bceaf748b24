// The client's half of SCRAM (RFC 5802) without channel binding. Not the library's own: a second opinion.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Testing.Scenarios;

/// <summary>One exchange. The strings are the messages themselves, before base64.</summary>
internal sealed class ScramLogin(string mechanism, string localpart, string password)
{
    private const string Gs2Header = "n,,";

    private readonly string _bare = $"n={localpart.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
    private byte[] _serverSignature = [];

    public string First() => Gs2Header + _bare;

    public string Answer(string challenge)
    {
        (var answer, _serverSignature) = Final(HashOf(mechanism), Gs2Header, _bare, password, challenge);
        return answer;
    }

    /// <summary>Whether the server knows the account's keys too.</summary>
    public bool Accepts(string final) => Fields(final).TryGetValue("v", out var v) && Convert.FromBase64String(v).AsSpan().SequenceEqual(_serverSignature);

    /// <summary>The client's final message, and the signature that the server must answer with.</summary>
    /// <param name="hash">The mechanism's hash.</param>
    /// <param name="gs2Header">Such as <c>n,,</c>.</param>
    /// <param name="bare">The first message without it.</param>
    /// <param name="password">As typed.</param>
    /// <param name="challenge">The server's first message.</param>
    public static (string Message, byte[] ServerSignature) Final(HashAlgorithmName hash, string gs2Header, string bare, string password, string challenge)
    {
        var fields = Fields(challenge);
        var withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(gs2Header))},r={fields["r"]}";
        var transcript = Encoding.UTF8.GetBytes($"{bare},{challenge},{withoutProof}");
        var size = CryptographicOperations.HashData(hash, []).Length;
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Convert.FromBase64String(fields["s"]),
            int.Parse(fields["i"], CultureInfo.InvariantCulture), hash, size);
        var clientKey = CryptographicOperations.HmacData(hash, salted, "Client Key"u8);
        var proof = CryptographicOperations.HmacData(hash, CryptographicOperations.HashData(hash, clientKey), transcript);
        for (var i = 0; i < size; i++) proof[i] ^= clientKey[i];
        var serverKey = CryptographicOperations.HmacData(hash, salted, "Server Key"u8);
        return ($"{withoutProof},p={Convert.ToBase64String(proof)}", CryptographicOperations.HmacData(hash, serverKey, transcript));
    }

    private static HashAlgorithmName HashOf(string mechanism) => mechanism switch
    {
        "SCRAM-SHA-1" => HashAlgorithmName.SHA1,
        "SCRAM-SHA-256" => HashAlgorithmName.SHA256,
        "SCRAM-SHA-512" => HashAlgorithmName.SHA512,
        _ => throw new ArgumentException($"{mechanism} is not a mechanism that scripts can log in with"),
    };

    private static Dictionary<string, string> Fields(string message) =>
        message.Split(',').Where(field => field.Length > 2 && field[1] == '=').ToDictionary(field => field[..1], field => field[2..]);
}
