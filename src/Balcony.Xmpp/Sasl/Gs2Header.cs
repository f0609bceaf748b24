// RFC 5802 §7: how a client begins: whether it binds to the channel, and for whom it acts.
using System.Text;

namespace Balcony.Xmpp.Sasl;

// gs2-header = ( "p=" cb-name / "n" / "y" ) "," [ "a=" saslname ] ","
internal readonly ref struct Gs2Header
{
    /// <summary>The header's own bytes, both commas included.</summary>
    public required ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>p: binds; y: could, but thinks that the server cannot; n: cannot.</summary>
    public required char Flag { get; init; }

    /// <summary>The type of p; empty for the others.</summary>
    public required string BindingType { get; init; }

    /// <summary>Null when absent.</summary>
    public required string? AuthorizationId { get; init; }

    public static bool TryRead(ReadOnlySpan<byte> message, out Gs2Header header)
    {
        header = default;
        var first = message.IndexOf((byte)',');
        if (first < 0) return false;
        var second = message[(first + 1)..].IndexOf((byte)',');
        if (second < 0) return false;
        second += first + 1;

        var flag = message[..first];
        var type = "";
        if (flag is [(byte)'p', (byte)'=', _, ..])
        {
            foreach (var letter in flag[2..])
            {
                if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'.' or (byte)'-')) return false;
            }
            type = Encoding.ASCII.GetString(flag[2..]);
        }
        else if (flag is not [(byte)'n'] and not [(byte)'y'])
        {
            return false;
        }

        string? authzid = null;
        var authorization = message[(first + 1)..second];
        if (!authorization.IsEmpty)
        {
            if (authorization is not [(byte)'a', (byte)'=', _, ..]) return false;
            if (!ScramAttributes.TryUnescape(authorization[2..], out authzid)) return false;
        }
        header = new Gs2Header
        {
            Bytes = message[..(second + 1)],
            Flag = (char)flag[0],
            BindingType = type,
            AuthorizationId = authzid,
        };
        return true;
    }
}
