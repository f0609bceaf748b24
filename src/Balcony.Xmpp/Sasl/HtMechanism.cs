// draft-ietf-kitten-sasl-ht-00: the Hashed Token mechanisms, each for one channel binding.
using System.Security.Cryptography;
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Sasl;

/// <summary>Names of the mechanisms that prove a token (XEP-0484), and what they compute.</summary>
public static class HtMechanism
{
    public const string Exporter = "HT-SHA-256-EXPR";
    public const string Unique = "HT-SHA-256-UNIQ";
    public const string EndPoint = "HT-SHA-256-ENDP";
    public const string None = "HT-SHA-256-NONE";

    internal const int ProofBytes = HMACSHA256.HashSizeInBytes;

    private static readonly (string Name, string Binding)[] All =
        [(Exporter, ChannelBindings.Exporter), (Unique, ChannelBindings.Unique), (EndPoint, ChannelBindings.ServerEndPoint), (None, "")];

    internal static ReadOnlySpan<byte> Initiator => "Initiator"u8;

    internal static ReadOnlySpan<byte> Responder => "Responder"u8;

    /// <summary>Those that a channel can do, strongest first; the one without binding is always the last.</summary>
    public static IReadOnlyList<string> For(ChannelBindings bindings) =>
        [.. All.Where(one => one.Binding.Length == 0 || bindings.Types.Contains(one.Binding)).Select(one => one.Name)];

    /// <summary>The channel-binding type of a mechanism, "" for none; null when it is no mechanism of these.</summary>
    public static string? BindingOf(string mechanism)
    {
        foreach (var (name, binding) in All)
        {
            if (name == mechanism) return binding;
        }
        return null;
    }

    // initiator-hashed-token, responder-msg := HMAC(token, "Initiator" or "Responder" || cb-data)
    internal static void Compute(ReadOnlySpan<byte> token, ReadOnlySpan<byte> role, ReadOnlySpan<byte> binding, Span<byte> output)
    {
        Span<byte> input = stackalloc byte[role.Length + binding.Length];
        role.CopyTo(input);
        binding.CopyTo(input[role.Length..]);
        HMACSHA256.HashData(token, input, output);
    }
}
