// The hash functions of SCRAM: RFC 5802 (SHA-1), RFC 7677 (SHA-256), draft-melnikov-scram-sha-512.
using System.Security.Cryptography;

namespace Balcony.Xmpp.Sasl;

/// <summary>The hash of a SCRAM mechanism. The values are stored with keys and never change.</summary>
public enum ScramHash
{
    Sha1 = 1,
    Sha256 = 2,
    Sha512 = 3,
}

internal static class ScramHashes
{
    public const int MaxLength = 64;

    public static int Length(this ScramHash hash) => hash switch
    {
        ScramHash.Sha1 => 20,
        ScramHash.Sha256 => 32,
        ScramHash.Sha512 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };

    // One-shot calls: no object, no finalizer, one native call each.
#pragma warning disable CA5350 // SCRAM-SHA-1 is what RFC 6120 §13.8.1 makes mandatory; its use in HMAC and PBKDF2 is not broken.
    public static void Digest(this ScramHash hash, ReadOnlySpan<byte> data, Span<byte> output) => _ = hash switch
    {
        ScramHash.Sha1 => SHA1.HashData(data, output),
        ScramHash.Sha256 => SHA256.HashData(data, output),
        ScramHash.Sha512 => SHA512.HashData(data, output),
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };

    public static void Hmac(this ScramHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> output) => _ = hash switch
    {
        ScramHash.Sha1 => HMACSHA1.HashData(key, data, output),
        ScramHash.Sha256 => HMACSHA256.HashData(key, data, output),
        ScramHash.Sha512 => HMACSHA512.HashData(key, data, output),
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };
#pragma warning restore CA5350

    public static HashAlgorithmName AlgorithmName(this ScramHash hash) => hash switch
    {
        ScramHash.Sha1 => HashAlgorithmName.SHA1,
        ScramHash.Sha256 => HashAlgorithmName.SHA256,
        ScramHash.Sha512 => HashAlgorithmName.SHA512,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };
}
