// Keys for accounts that do not exist, so that nobody can find out which ones do.
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;

namespace Balcony.Xmpp.Sasl;

/// <summary>Keys that look and cost like real ones, always the same for one account, and that no password fits.</summary>
public static class FakeScramKeys
{
    /// <param name="secret">At least 32 random bytes, kept with the accounts: a salt that changed at a restart would betray itself.</param>
    /// <param name="account">The whole address: accounts of one name at two hosts have unrelated salts, as real ones have.</param>
    /// <param name="hash">That of the mechanism in use.</param>
    /// <param name="iterations">What an account made today would have.</param>
    public static ScramKeys Derive(ReadOnlySpan<byte> secret, BareJid account, ScramHash hash, int iterations) => new(
        hash,
        Bytes(secret, account, hash, (byte)'s')[..ScramKeys.SaltBytes],
        iterations,
        Bytes(secret, account, hash, (byte)'k')[..hash.Length()],
        Bytes(secret, account, hash, (byte)'v')[..hash.Length()]);

    private static byte[] Bytes(ReadOnlySpan<byte> secret, BareJid account, ScramHash hash, byte purpose)
    {
        var address = account.Utf8;
        Span<byte> input = stackalloc byte[2 + address.Length];
        input[0] = purpose;
        input[1] = (byte)hash;
        address.CopyTo(input[2..]);
        return HMACSHA512.HashData(secret, input);
    }
}
