// RFC 7711 §3.1: one certificate's fingerprints.
using System.Security.Cryptography;
using System.Text.Json;

namespace Balcony.Server.Federation.Trust.Posh;

/// <param name="Sha256">Of the certificate's DER; null when it is not given.</param>
/// <param name="Sha512">As well.</param>
internal sealed record PoshFingerprint(byte[]? Sha256, byte[]? Sha512)
{
    /// <returns>Null when it has no fingerprint that says anything.</returns>
    public static PoshFingerprint? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var sha256 = Bytes(element, "sha-256", SHA256.HashSizeInBytes);
        var sha512 = Bytes(element, "sha-512", SHA512.HashSizeInBytes);
        return sha256 is null && sha512 is null ? null : new PoshFingerprint(sha256, sha512);
    }

    /// <summary>All that are given are of the same certificate, so all must match.</summary>
    public bool Matches(ReadOnlySpan<byte> certificate) =>
        (Sha256 is null || SHA256.HashData(certificate).AsSpan().SequenceEqual(Sha256))
        && (Sha512 is null || SHA512.HashData(certificate).AsSpan().SequenceEqual(Sha512));

    private static byte[]? Bytes(JsonElement element, string name, int length) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) && bytes.Length == length
            ? bytes : null;
}
