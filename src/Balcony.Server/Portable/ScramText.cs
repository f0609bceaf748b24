// XEP-0227 §3.3: SCRAM credentials, and those that ejabberd writes where a password should be.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

internal static class ScramText
{
    // What nobody uses and would keep a login busy for seconds.
    private const int MaxIterations = 10_000_000;
    private const int MaxSaltBytes = 255;

    public static bool TryRead(XmlElement credentials, [NotNullWhen(true)] out ScramKeys? keys) => TryMake(
        credentials.Attribute("mechanism"), Text(credentials, "salt"), Text(credentials, "iter-count"), Text(credentials, "stored-key"), Text(credentials, "server-key"),
        out keys);

    // COMPAT(ejabberd): scram:STORED,SERVER,SALT,ITERATIONS, or since 21.07 with a hash in front of all.
    public static bool TryRead(string password, [NotNullWhen(true)] out ScramKeys? keys)
    {
        keys = null;
        if (!password.StartsWith("scram:", StringComparison.Ordinal)) return false;
        var parts = password["scram:".Length..].Split(',');
        return parts.Length switch
        {
            4 => TryMake("SCRAM-SHA-1", parts[2], parts[3], parts[0], parts[1], out keys),
            5 => TryMake(Mechanism(parts[0]), parts[3], parts[4], parts[1], parts[2], out keys),
            _ => false,
        };
    }

    private static string? Mechanism(string hash) => hash switch
    {
        "sha" => "SCRAM-SHA-1",
        "sha256" => "SCRAM-SHA-256",
        "sha512" => "SCRAM-SHA-512",
        _ => null,
    };

    private static string? Text(XmlElement credentials, string name) => credentials.Child(name, PieReader.ScramNs)?.Text.Trim();

    private static bool TryMake(string? mechanism, string? salt, string? iterations, string? stored, string? server, [NotNullWhen(true)] out ScramKeys? keys)
    {
        keys = null;
        var (hash, length) = mechanism switch
        {
            "SCRAM-SHA-1" => (ScramHash.Sha1, 20),
            "SCRAM-SHA-256" => (ScramHash.Sha256, 32),
            "SCRAM-SHA-512" => (ScramHash.Sha512, 64),
            _ => (default, 0),
        };
        if (length == 0 || !int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MaxIterations) return false;
        // COMPAT(ejabberd 23.01): it encodes in base64 what it keeps in base64.
        if (Decode(stored) is { } twice && twice.Length != length && Again(stored) is { } inner && Decode(inner)?.Length == length)
            (stored, server, salt) = (inner, Again(server), Again(salt));
        if (Decode(salt) is not { Length: > 0 and <= MaxSaltBytes } saltBytes || Decode(stored) is not { } storedKey || Decode(server) is not { } serverKey) return false;
        if (storedKey.Length != length || serverKey.Length != length) return false;
        keys = new(hash, saltBytes, count, storedKey, serverKey);
        return true;
    }

    private static string? Again(string? text) => Decode(text) is { } bytes ? Encoding.ASCII.GetString(bytes) : null;

    private static byte[]? Decode(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
