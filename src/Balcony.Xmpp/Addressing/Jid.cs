// RFC 7622: an XMPP address, prepared once and immutable from then on.
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Addressing;

/// <summary>
/// An address, always in its prepared form: two addresses that RFC 7622 calls the same have the same bytes.
/// A <see cref="BareJid"/> has no resource, a <see cref="FullJid"/> has one. Any thread may use an instance.
/// </summary>
// One address, one array: the parts are strings made from it once.
//
//   juliet @ capulet.lit / balcony
//   local    domain        resource
//   └───── Bare ───────┘
public abstract class Jid : IEquatable<Jid>
{
    /// <summary>Most bytes of UTF-8 in one part, after preparation (RFC 7622 §3.1).</summary>
    public const int MaxPartBytes = 1023;

    private readonly byte[] _utf8;
    private readonly byte[] _escaped;
    private readonly int _hash;
    private string? _text;

    private protected Jid(byte[] utf8)
    {
        _utf8 = utf8;
        _escaped = AttributeEscaping.Escape(utf8);
        _hash = JidCache.Hash(utf8);
    }

    /// <summary>The localpart, prepared; null for a domain.</summary>
    public abstract string? Local { get; }

    /// <summary>The domainpart, prepared: U-labels, an IPv4 literal, or an IPv6 literal in brackets.</summary>
    public abstract string Domain { get; }

    /// <summary>The resource, prepared; null in a <see cref="BareJid"/>.</summary>
    public abstract string? Resource { get; }

    /// <summary>The address without its resource: this instance itself for a <see cref="BareJid"/>.</summary>
    public abstract BareJid Bare { get; }

    /// <summary>The domainpart alone as an address: this instance itself for a domain.</summary>
    public abstract BareJid Host { get; }

    /// <summary>There is neither a localpart nor a resource.</summary>
    public abstract bool IsDomain { get; }

    /// <summary>The whole address in UTF-8. The memory is shared and lives as long as the address.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The whole address in UTF-8, escaped for an XML attribute in single or double quotes.</summary>
    public ReadOnlySpan<byte> Utf8Escaped => _escaped;

    internal byte[] Key => _utf8;

    internal int KeyHash => _hash;

    /// <summary>Reads an address through the cache: a hot one costs a hash and a comparison, and is a shared instance.</summary>
    /// <param name="utf8">The address as sent, without XML escapes.</param>
    /// <param name="jid">A <see cref="BareJid"/> or a <see cref="FullJid"/>.</param>
    /// <returns>False for what RFC 7622 does not allow; a stream answers that with <c>jid-malformed</c>.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Jid? jid) => JidCache.Shared.TryGet(utf8, out jid);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Jid?)"/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Jid? jid)
    {
        jid = null;
        // A UTF-16 unit is at least one byte: what is too long here is too long in UTF-8.
        if (text is null || text.Length > JidReader.MaxRawBytes) return false;
        var buffer = text.Length <= 256 ? stackalloc byte[768] : new byte[text.Length * 3];
        return StrictUtf8.TryEncode(text, buffer, out var length) && TryParse(buffer[..length], out jid);
    }

    /// <summary>Reads an address through the cache.</summary>
    /// <exception cref="FormatException">RFC 7622 does not allow it.</exception>
    public static Jid Parse(string text) => TryParse(text, out var jid) ? jid : throw new FormatException("not an XMPP address");

    public static bool operator ==(Jid? left, Jid? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Jid? left, Jid? right) => !(left == right);

    /// <summary>Same prepared bytes. A bare and a full address are never equal.</summary>
    public bool Equals(Jid? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _utf8.AsSpan().SequenceEqual(other._utf8));

    public override bool Equals(object? obj) => Equals(obj as Jid);

    /// <summary>Differs from one run of the program to the next, so that nobody can prepare collisions.</summary>
    public override int GetHashCode() => _hash;

    /// <summary>The prepared address; the same string each time.</summary>
    public override string ToString() => _text ??= Encoding.UTF8.GetString(_utf8);
}
