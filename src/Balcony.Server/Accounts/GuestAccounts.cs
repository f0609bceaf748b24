// Accounts of ANONYMOUS logins (RFC 4505, XEP-0175): they live as long as their session.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>The guests that are logged in, no more than there are connections. Any thread.</summary>
internal sealed class GuestAccounts
{
    private readonly ConcurrentDictionary<BareJid, bool> _guests = new();

    /// <summary>Makes a guest, whose name nobody can guess.</summary>
    public BareJid Add(BareJid host)
    {
        var guest = BareJid.Create($"guest-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10))}", host.Domain);
        _guests[guest] = true;
        return guest;
    }

    public bool Contains(BareJid account) => !_guests.IsEmpty && _guests.ContainsKey(account);

    /// <returns>Whether it was one.</returns>
    public bool Remove(BareJid account) => !_guests.IsEmpty && _guests.TryRemove(account, out _);
}
