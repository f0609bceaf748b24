// RFC 7622: an address with a resource.
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Xmpp.Addressing;

/// <summary>A session (<c>localpart@domainpart/resource</c>), an occupant of a room, or a resource of a host.</summary>
public sealed class FullJid : Jid, IEquatable<FullJid>
{
    private readonly BareJid _bare;
    private readonly string _resource;

    internal FullJid(byte[] utf8, BareJid bare, string resource) : base(utf8) => (_bare, _resource) = (bare, resource);

    public override string? Local => _bare.Local;

    public override string Domain => _bare.Domain;

    /// <summary>The resource, prepared; never null here.</summary>
    public override string Resource => _resource;

    public override BareJid Bare => _bare;

    public override BareJid Host => _bare.Host;

    public override bool IsDomain => false;

    /// <inheritdoc cref="Jid.TryParse(ReadOnlySpan{byte}, out Jid?)"/>
    /// <returns>False also for an address without a resource.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out FullJid? jid)
    {
        jid = TryParse(utf8, out Jid? any) ? any as FullJid : null;
        return jid is not null;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out FullJid?)"/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FullJid? jid)
    {
        jid = TryParse(text, out Jid? any) ? any as FullJid : null;
        return jid is not null;
    }

    /// <summary>Reads an address that must have a resource.</summary>
    /// <exception cref="FormatException">RFC 7622 does not allow it, or it has no resource.</exception>
    public static new FullJid Parse(string text) =>
        TryParse(text, out FullJid? jid) ? jid : throw new FormatException("not an XMPP address with a resource");

    public bool Equals(FullJid? other) => Equals((Jid?)other);

    public override bool Equals(object? obj) => Equals(obj as Jid);

    public override int GetHashCode() => base.GetHashCode();
}
