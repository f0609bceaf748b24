// Why a peer is not believed. Codes are what scripts, the diary and other programs know it by: they never change.
using System.Collections.Frozen;
using System.Text;

namespace Balcony.Server.Federation.Trust;

public enum TrustFault
{
    None,
    NoCertificate,
    Expired,
    NotYetValid,
    SelfSigned,
    UntrustedRoot,
    IncompleteChain,
    BadSignature,
    PathLength,
    NameConstraints,
    UnknownCriticalExtension,
    WeakKey,
    WeakSignature,
    WrongUsage,
    WrongName,
    Revoked,
    RevocationUnknown,
    NoDane,
    DaneMismatch,
    DaneUnusable,
    DaneBogus,
    DaneLookupFailed,
    PoshMismatch,
    PinMismatch,
    PinExpired,
    Malformed,
}

public static class TrustFaults
{
    private static readonly FrozenDictionary<TrustFault, string> Codes = Enum.GetValues<TrustFault>().ToFrozenDictionary(fault => fault, Kebab);

    /// <summary>The lasting code: <c>wrong-name</c>.</summary>
    public static string Code(this TrustFault fault) => Codes[fault];

    private static string Kebab(TrustFault fault)
    {
        var text = new StringBuilder();
        foreach (var c in fault.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
