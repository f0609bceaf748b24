// How options are called in the file, and which one was probably meant.
using System.Text;
using System.Text.Json;

namespace Balcony.Server.Hosting.Options;

public static class OptionNames
{
    /// <summary><c>MaxDepth</c> is written <c>maxDepth</c>.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary><c>ClientTls</c> is written <c>client-tls</c>.</summary>
    public static string ValueOf(string member)
    {
        var text = new StringBuilder(member.Length + 4);
        foreach (var c in member)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>Equal but for case, hyphens and underscores.</summary>
    public static bool AreLooselyEqual(string a, string b) => string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>The candidate that was probably meant, as the end of a sentence; empty when none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (Candidate: candidate, Distance: AreLooselyEqual(written, candidate) ? 0 : Distance(written, candidate)))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return best.Candidate is not null && best.Distance <= Math.Max(1, written.Length / 3) ? $"; did you mean '{best.Candidate}'?" : "";
    }

    private static string Bare(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    // Optimal string alignment: one insertion, deletion, substitution or swap of neighbours is one mistake.
    private static int Distance(string a, string b)
    {
        // Beyond any name of ours there is nothing to mean, and the table would grow with what was written.
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = table[i - 1, j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                var best = Math.Min(substituted, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] = isSwap ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
            }
        }
        return table[a.Length, b.Length];
    }
}
