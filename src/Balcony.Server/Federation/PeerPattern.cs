// Names of peers in the configuration and in commands: a domain, everything below one, or everything.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Balcony.Server.Federation;

/// <summary><c>example.org</c>, <c>*.example.org</c> (all below it, not itself) or <c>*</c>, with A-labels in lower case.</summary>
internal sealed record PeerPattern
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    private PeerPattern(string text, string suffix, bool isWildcard)
    {
        Text = text;
        Suffix = suffix;
        IsWildcard = isWildcard;
    }

    /// <summary>One way to write it, which compares by bytes.</summary>
    public string Text { get; }

    public bool IsWildcard { get; }

    /// <summary>The more of a name it says the higher: an exact name is above all patterns.</summary>
    public int Specificity => IsWildcard ? Suffix.Length : int.MaxValue;

    private string Suffix { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out PeerPattern? pattern)
    {
        pattern = null;
        if (text == "*")
        {
            pattern = new PeerPattern(text, "", true);
            return true;
        }
        var isWildcard = text.StartsWith("*.", StringComparison.Ordinal);
        if (NameOf(isWildcard ? text[2..] : text) is not { Length: > 0 } name || name.Contains('*', StringComparison.Ordinal)) return false;
        pattern = isWildcard ? new PeerPattern("*." + name, "." + name, true) : new PeerPattern(name, name, false);
        return true;
    }

    /// <param name="name">From <see cref="NameOf"/>.</param>
    public bool Matches(string name) => IsWildcard
        ? name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
        : name == Suffix;

    /// <summary>A domain as patterns are compared with it; null for what is no name, which no pattern but * matches.</summary>
    public static string? NameOf(string domain)
    {
        const int MaxName = 253;
        var name = domain.TrimEnd('.');
        if (name.Length is 0 or > 1_023) return null;
        if (!System.Text.Ascii.IsValid(name))
        {
            try
            {
                name = Idn.GetAscii(name);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
        return name.Length > MaxName || name.AsSpan().ContainsAny(" \t@/\\") ? null : name.ToLowerInvariant();
    }

    public override string ToString() => Text;
}

internal static class PeerPatterns
{
    public static IEnumerable<(string Property, string Message)> Check(
        IReadOnlyList<string> allow, IReadOnlyList<string> deny, IReadOnlyDictionary<string, PeerOptions> peers)
    {
        foreach (var text in allow.Where(IsBad)) yield return (nameof(FederationOptions.Allow), Message(text));
        foreach (var text in deny.Where(IsBad)) yield return (nameof(FederationOptions.Deny), Message(text));
        foreach (var text in peers.Keys.Where(IsBad)) yield return (nameof(FederationOptions.Peers), Message(text));
    }

    private static bool IsBad(string text) => !PeerPattern.TryParse(text, out _);

    private static string Message(string text) => $"'{text}' is neither a domain nor a pattern like *.example.org";
}
