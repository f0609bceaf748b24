// RFC 5802 §3: what a server keeps instead of a password.
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Xmpp.Sasl;

/// <summary>
/// What is kept of a password. It lets a server verify a proof and prove itself; it does not let anyone log in, and the password comes
/// out of it only by guessing at the price of <paramref name="Iterations"/> hashes a guess.
/// </summary>
/// <param name="Hash">The one hash that these keys serve.</param>
/// <param name="Salt">Sent to who asks to log in.</param>
/// <param name="Iterations">Of PBKDF2.</param>
/// <param name="StoredKey">As long as the hash.</param>
/// <param name="ServerKey">As long as the hash.</param>
public sealed record ScramKeys(ScramHash Hash, byte[] Salt, int Iterations, byte[] StoredKey, byte[] ServerKey)
{
    /// <summary>Length of the salts that we make.</summary>
    public const int SaltBytes = 16;

    /// <summary>Makes the keys of a new password, with a random salt.</summary>
    /// <exception cref="ArgumentException">The text cannot be a password (<see cref="SaslPrep.TryPrepare"/>).</exception>
    public static ScramKeys Create(ScramHash hash, string password, int iterations) =>
        Derive(hash, password, RandomNumberGenerator.GetBytes(SaltBytes), iterations);

    /// <summary>Computes the keys of a password: about a millisecond per 4,000 iterations, on purpose.</summary>
    /// <exception cref="ArgumentException">The text cannot be a password (<see cref="SaslPrep.TryPrepare"/>).</exception>
    public static ScramKeys Derive(ScramHash hash, string password, byte[] salt, int iterations)
    {
        if (!SaslPrep.TryPrepare(password, out var prepared)) throw new ArgumentException("not a password", nameof(password));
        Span<byte> salted = stackalloc byte[hash.Length()];
        SaltPassword(hash, prepared, salt, iterations, salted);
        var keys = FromSalted(hash, salt, iterations, salted);
        CryptographicOperations.ZeroMemory(salted);
        return keys;
    }

    /// <summary>What is sent to who computes the salted password himself (XEP-0480 §3): a new salt, and keys that nothing fits.</summary>
    public static ScramKeys Ask(ScramHash hash, int iterations) => new(hash, RandomNumberGenerator.GetBytes(SaltBytes), iterations, [], []);

    /// <summary>The keys of a salted password (RFC 5802 §3).</summary>
    /// <exception cref="ArgumentException">It is not as long as the hash.</exception>
    public static ScramKeys FromSalted(ScramHash hash, byte[] salt, int iterations, ReadOnlySpan<byte> salted)
    {
        if (salted.Length != hash.Length()) throw new ArgumentException("not as long as the hash", nameof(salted));
        Span<byte> clientKey = stackalloc byte[hash.Length()];
        hash.Hmac(salted, "Client Key"u8, clientKey);
        var storedKey = new byte[hash.Length()];
        hash.Digest(clientKey, storedKey);
        var serverKey = new byte[hash.Length()];
        hash.Hmac(salted, "Server Key"u8, serverKey);
        CryptographicOperations.ZeroMemory(clientKey);
        return new ScramKeys(hash, salt, iterations, storedKey, serverKey);
    }

    /// <summary>The password is the one these keys were made of. Costs as much as <see cref="Derive"/>, whatever the answer.</summary>
    public bool Verify(string password)
    {
        var isPassword = SaslPrep.TryPrepare(password, out var prepared);
        // What cannot be a password is computed all the same, so that the answer takes as long.
        var derived = Derive(Hash, isPassword ? prepared! : "-", Salt, Iterations);
        return CryptographicOperations.FixedTimeEquals(derived.StoredKey, StoredKey) & isPassword;
    }

    internal static void SaltPassword(ScramHash hash, string prepared, ReadOnlySpan<byte> salt, int iterations, Span<byte> salted)
    {
        var utf8 = Encoding.UTF8.GetBytes(prepared);
        Rfc2898DeriveBytes.Pbkdf2(utf8, salt, salted, iterations, hash.AlgorithmName());
        CryptographicOperations.ZeroMemory(utf8);
    }
}
