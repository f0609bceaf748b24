// Pins as people write them.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Balcony.Server.Federation;

/// <param name="Message">What is wrong, for the person who wrote it.</param>
/// <param name="AboutUntil">Whether the day is wrong, and not the key.</param>
internal readonly record struct PinProblem(string Message, bool AboutUntil);

internal static class PinnedKeys
{
    private const int HashBytes = 32;

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss'Z'"];

    public static bool TryParse(string sha256, string? until, [NotNullWhen(true)] out PinnedKey? pin, out PinProblem problem)
    {
        pin = null;
        problem = default;
        // openssl prints colons between the bytes.
        var digits = sha256.Replace(":", "", StringComparison.Ordinal);
        var hash = new byte[HashBytes];
        if (digits.Length != 2 * HashBytes || Convert.FromHexString(digits, hash, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            problem = new PinProblem("a pin is the SHA-256 of a key: 64 hexadecimal digits", false);
            return false;
        }
        DateTimeOffset? end = null;
        if (until is not null)
        {
            if (!TryParseUntil(until, out var parsed))
            {
                problem = new PinProblem($"'{until}' is not a day; write it like 2027-01-01", true);
                return false;
            }
            end = parsed;
        }
        pin = new PinnedKey(hash, end);
        return true;
    }

    public static bool TryParseUntil(string text, out DateTimeOffset until) => DateTimeOffset.TryParseExact(
        text, Days, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out until);
}
