// The mechanisms we speak and what their names say.
namespace Balcony.Xmpp.Sasl;

/// <summary>Names of SASL mechanisms.</summary>
public static class SaslMechanism
{
    public const string Anonymous = "ANONYMOUS";
    public const string External = "EXTERNAL";
    public const string Plain = "PLAIN";
    public const string ScramSha1 = "SCRAM-SHA-1";
    public const string ScramSha1Plus = "SCRAM-SHA-1-PLUS";
    public const string ScramSha256 = "SCRAM-SHA-256";
    public const string ScramSha256Plus = "SCRAM-SHA-256-PLUS";
    public const string ScramSha512 = "SCRAM-SHA-512";
    public const string ScramSha512Plus = "SCRAM-SHA-512-PLUS";

    /// <summary>Those that prove a password without sending it, strongest first.</summary>
    public static IReadOnlyList<string> Scram { get; } =
        [ScramSha512Plus, ScramSha256Plus, ScramSha1Plus, ScramSha512, ScramSha256, ScramSha1];

    /// <summary>The mechanism binds the exchange to the TLS channel.</summary>
    public static bool IsPlus(string mechanism) => mechanism.EndsWith("-PLUS", StringComparison.Ordinal);

    /// <summary>The hash of a SCRAM mechanism; null for other mechanisms.</summary>
    public static ScramHash? HashOf(string mechanism) => mechanism switch
    {
        ScramSha1 or ScramSha1Plus => ScramHash.Sha1,
        ScramSha256 or ScramSha256Plus => ScramHash.Sha256,
        ScramSha512 or ScramSha512Plus => ScramHash.Sha512,
        _ => null,
    };

    /// <summary>The SCRAM mechanism of a hash, without channel binding.</summary>
    public static string Of(ScramHash hash) => hash switch
    {
        ScramHash.Sha1 => ScramSha1,
        ScramHash.Sha256 => ScramSha256,
        ScramHash.Sha512 => ScramSha512,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };
}
