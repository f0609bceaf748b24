// RFC 5802 §7: the attributes of SCRAM's messages, read strictly.
using System.Text;

namespace Balcony.Xmpp.Sasl;

// attr-val = ALPHA "=" value;  value = 1*( any character but NUL and "," ).  One after the other, separated by ",".
internal ref struct ScramAttributes
{
    private ReadOnlySpan<byte> _rest;
    private bool _isAtEnd;

    /// <summary>The caller has checked that the message is UTF-8 without NUL.</summary>
    public ScramAttributes(ReadOnlySpan<byte> message) => _rest = message;

    public readonly bool IsAtEnd => _isAtEnd;

    /// <summary>Reads the next attribute, which must have this name.</summary>
    public bool TryRead(byte name, out ReadOnlySpan<byte> value) => TryReadAny(out var found, out value) && found == name;

    /// <summary>Reads the next attribute.</summary>
    /// <returns>False at the end, and for what is not an attribute.</returns>
    public bool TryReadAny(out byte name, out ReadOnlySpan<byte> value)
    {
        name = 0;
        value = default;
        if (_isAtEnd || _rest is not [var letter, (byte)'=', _, ..] || !char.IsAsciiLetter((char)letter)) return false;
        var comma = _rest.IndexOf((byte)',');
        value = comma < 0 ? _rest[2..] : _rest[2..comma];
        _isAtEnd = comma < 0;
        _rest = comma < 0 ? default : _rest[(comma + 1)..];
        name = letter;
        return !value.IsEmpty;
    }

    /// <summary>Extensions that nobody knows are skipped; <c>m</c> is one that must be known, and no such one exists (§5.1).</summary>
    public bool TrySkipExtensions()
    {
        while (!_isAtEnd)
        {
            if (!TryReadAny(out var name, out _) || name == 'm') return false;
        }
        return true;
    }

    /// <summary>saslname: "," is written =2C and "=" is =3D, nothing else is escaped.</summary>
    public static bool TryUnescape(ReadOnlySpan<byte> saslname, out string name)
    {
        name = Encoding.UTF8.GetString(saslname);
        if (!saslname.Contains((byte)'=')) return true;
        var text = new StringBuilder(name.Length);
        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            if (rest[0] != '=')
            {
                text.Append(rest[0]);
                rest = rest[1..];
                continue;
            }
            if (rest is not ['=', '2', 'C', ..] and not ['=', '3', 'D', ..]) return false;
            text.Append(rest[1] == '2' ? ',' : '=');
            rest = rest[3..];
        }
        name = text.ToString();
        return true;
    }

    public static string Escape(string name) => name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
}
