// What of an account's keys shows from outside: how many iterations, and for which hashes there are none.
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <summary>One number, which is also how it is stored: the iterations, and above them a bit for each hash that is lacking. Complete keys are just their iterations.</summary>
internal readonly record struct KeyShape(int Value)
{
    private const int IterationBits = 24;

    public static IReadOnlyList<ScramHash> AllHashes { get; } = [ScramHash.Sha1, ScramHash.Sha256, ScramHash.Sha512];

    /// <summary>Of keys of one password; empty ones lack everything.</summary>
    public static KeyShape Of(IReadOnlyList<ScramKeys> keys)
    {
        var value = keys.Count == 0 ? 0 : keys[0].Iterations & ((1 << IterationBits) - 1);
        foreach (var hash in AllHashes)
        {
            if (keys.All(one => one.Hash != hash)) value |= Bit(hash);
        }
        return new KeyShape(value);
    }

    public int Iterations => Value & ((1 << IterationBits) - 1);

    public bool IsComplete => Value >> IterationBits == 0;

    /// <summary>The hashes that there are keys for.</summary>
    public IReadOnlyList<ScramHash> Hashes
    {
        get
        {
            var value = Value;
            return IsComplete ? AllHashes : [.. AllHashes.Where(hash => (value & Bit(hash)) == 0)];
        }
    }

    public bool Lacks(ScramHash hash) => (Value & Bit(hash)) != 0;

    private static int Bit(ScramHash hash) => 1 << (IterationBits + (int)hash);
}
