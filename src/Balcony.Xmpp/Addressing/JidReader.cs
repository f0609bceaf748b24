// RFC 7622 §3.2: cuts an address into its parts, has each prepared, and puts the result together.
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class JidReader
{
    /// <summary>Longest address worth looking at: mapping makes a part at most three times shorter (full-width forms).</summary>
    public const int MaxRawBytes = (3 * 3 * Jid.MaxPartBytes) + 2;

    /// <param name="raw">The address as sent.</param>
    /// <param name="cache">Where the bare address and the host are looked up, so that they are shared.</param>
    /// <param name="jid">A new instance.</param>
    public static bool TryRead(ReadOnlySpan<byte> raw, JidCache cache, [NotNullWhen(true)] out Jid? jid)
    {
        jid = null;
        if (raw.IsEmpty || raw.Length > MaxRawBytes) return false;

        // §3.2: the resource begins at the first '/', whatever follows; then the localpart ends at the first '@'.
        var slash = raw.IndexOf((byte)'/');
        if (slash >= 0)
        {
            if (!cache.TryGet(raw[..slash], out var bare) || bare is not BareJid account) return false;
            if (!TryPrepare(raw[(slash + 1)..], OpaqueString.TryPrepare, out var resource)) return false;
            jid = new FullJid(Join(account.Utf8, '/', resource), account, resource);
            return true;
        }

        var at = raw.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (!TryPrepare(raw[..at], Localpart.TryPrepare, out var local)) return false;
            var rest = raw[(at + 1)..];
            if (rest.Contains((byte)'@') || !cache.TryGet(rest, out var host) || host is not BareJid { IsDomain: true } domain) return false;
            jid = new BareJid(Join(Encoding.UTF8.GetBytes(local), '@', domain.Domain), local, domain);
            return true;
        }

        if (!TryPrepare(raw, Domainpart.TryPrepare, out var name)) return false;
        jid = new BareJid(Encoding.UTF8.GetBytes(name), name);
        return true;
    }

    private delegate bool Profile(string text, [NotNullWhen(true)] out string? prepared);

    private static bool TryPrepare(ReadOnlySpan<byte> raw, Profile profile, [NotNullWhen(true)] out string? prepared)
    {
        prepared = null;
        return !raw.IsEmpty && StrictUtf8.TryDecode(raw, out var text) && profile(text, out prepared)
            && Encoding.UTF8.GetByteCount(prepared) is > 0 and <= Jid.MaxPartBytes;
    }

    private static byte[] Join(ReadOnlySpan<byte> left, char separator, string right)
    {
        var joined = new byte[left.Length + 1 + Encoding.UTF8.GetByteCount(right)];
        left.CopyTo(joined);
        joined[left.Length] = (byte)separator;
        Encoding.UTF8.GetBytes(right, joined.AsSpan(left.Length + 1));
        return joined;
    }
}
