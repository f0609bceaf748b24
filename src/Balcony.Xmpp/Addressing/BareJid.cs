// RFC 7622: an address without a resource.
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Xmpp.Addressing;

/// <summary>An account, a room, a service (<c>localpart@domainpart</c>) or a host (<c>domainpart</c>).</summary>
public sealed class BareJid : Jid, IEquatable<BareJid>
{
    private readonly string? _local;
    private readonly string _domain;
    private readonly BareJid? _host;

    /// <summary>A host.</summary>
    internal BareJid(byte[] utf8, string domain) : base(utf8) => _domain = domain;

    /// <summary>A localpart at a host.</summary>
    internal BareJid(byte[] utf8, string local, BareJid host) : base(utf8) => (_local, _domain, _host) = (local, host._domain, host);

    public override string? Local => _local;

    public override string Domain => _domain;

    public override string? Resource => null;

    public override BareJid Bare => this;

    public override BareJid Host => _host ?? this;

    public override bool IsDomain => _local is null;

    /// <inheritdoc cref="Jid.TryParse(ReadOnlySpan{byte}, out Jid?)"/>
    /// <returns>False also for an address with a resource.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out BareJid? jid)
    {
        jid = TryParse(utf8, out Jid? any) ? any as BareJid : null;
        return jid is not null;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out BareJid?)"/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BareJid? jid)
    {
        jid = TryParse(text, out Jid? any) ? any as BareJid : null;
        return jid is not null;
    }

    /// <summary>Reads an address that must have no resource.</summary>
    /// <exception cref="FormatException">RFC 7622 does not allow it, or it has a resource.</exception>
    public static new BareJid Parse(string text) =>
        TryParse(text, out BareJid? jid) ? jid : throw new FormatException("not an XMPP address without a resource");

    /// <summary>Makes an address from its parts, which are prepared.</summary>
    /// <param name="local">Null for a host.</param>
    /// <param name="domain">As in an address: no localpart, no resource.</param>
    /// <exception cref="FormatException">A part is not allowed.</exception>
    public static BareJid Create(string? local, string domain)
    {
        // '@' and '/' would move the borders of the parts.
        if (local is not null && (local.Length == 0 || local.AsSpan().ContainsAny('@', '/')) || domain.AsSpan().ContainsAny('@', '/'))
            throw new FormatException("not a localpart or domainpart");
        return Parse(local is null ? domain : $"{local}@{domain}");
    }

    /// <summary>The address of one of this account's (or room's) resources.</summary>
    /// <exception cref="FormatException">OpaqueString (RFC 8265 §4.2) does not allow the resource.</exception>
    public FullJid WithResource(string resource) =>
        TryParse($"{this}/{resource}", out Jid? jid) && jid is FullJid full ? full : throw new FormatException("not a resource");

    public bool Equals(BareJid? other) => Equals((Jid?)other);

    public override bool Equals(object? obj) => Equals(obj as Jid);

    public override int GetHashCode() => base.GetHashCode();
}
