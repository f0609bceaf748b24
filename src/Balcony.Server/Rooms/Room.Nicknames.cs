// XEP-0045 §7.2.9, §7.6, §7.10, §17.1: under which names occupants are in a room.
using Balcony.Server.Rooms.Features;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    /// <summary>What is reserved with a nickname: all that look like it.</summary>
    public string ReservedAs(string nickname) => _services.Options.GuardNicknames ? Nicknames.Seen(nickname) : nickname;

    /// <summary>§7.10: where nicknames are locked, those who are here under another one than is registered for them get that.</summary>
    public void GiveRegisteredNicknames()
    {
        if (!Configuration.LocksNicknames)
        {
            return;
        }
        foreach (var occupant in _occupants.Values.ToArray())
        {
            if (_members.TryGetValue(occupant.Account, out var member) && member.Nickname is { } own && own != occupant.Nickname && !_occupants.ContainsKey(own))
            {
                Rename(occupant, Address.WithResource(own));
                occupant.Changed();
                Announce(occupant, new Change { Statuses = [MucStatus.NickAssigned] });
            }
        }
    }

    // What was written is not what it became: by preparation (RFC 7622 §3.4), or because another one is registered.
    private static bool IsModified(Presence presence, FullJid given)
    {
        string? written = presence.Element.Attribute("to");
        int slash = written?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash >= 0 && !written.AsSpan(slash + 1).SequenceEqual(given.Resource);
    }

    private FullJid Assigned(BareJid account, FullJid wanted)
    {
        foreach (var feature in _services.Features)
        {
            if (feature.AssignNickname(this, account) is { } nickname)
            {
                return Address.WithResource(nickname);
            }
        }
        return wanted;
    }

    // §7.2.9, §7.6
    private void CheckNickname(BareJid account, FullJid wanted, MucAffiliation affiliation, Occupant? other)
    {
        if (other is not null && !other.Account.Equals(account))
        {
            throw new StanzaException(StanzaError.Conflict);
        }
        string nickname = wanted.Resource!;
        if (string.IsNullOrWhiteSpace(nickname))
        {
            // §17.1: an invisible nickname is none.
            throw new StanzaException(StanzaError.JidMalformed);
        }
        if (nickname.Length > _services.Options.MaxNicknameLength)
        {
            throw new StanzaException(StanzaError.NotAcceptable.With($"a nickname has at most {_services.Options.MaxNicknameLength} characters"));
        }
        foreach (var feature in _services.Features)
        {
            if (feature.CheckNickname(this, new BareNickname(account, nickname, affiliation)) is { } error)
            {
                throw new StanzaException(error);
            }
        }
    }

    // §7.6. Sessions under one nickname are one occupant: where one changes it, all do (XEP-0410 §4 expects it so).
    private void ChangeNickname(OccupantSession session, Presence presence, FullJid wanted)
    {
        var occupant = session.Occupant;
        _occupants.TryGetValue(wanted.Resource!, out var other);
        CheckNickname(occupant.Account, wanted, occupant.Affiliation, other);
        if (other is not null)
        {
            // It is the account's own, under which others of its sessions are here.
            throw new StanzaException(StanzaError.Conflict);
        }
        Rename(occupant, wanted);
        SetPresence(session, presence);
        Announce(occupant, IsModified(presence, wanted) ? new Change { Statuses = [MucStatus.NickAssigned] } : Change.None);
    }

    private void Rename(Occupant occupant, FullJid wanted)
    {
        Announce(occupant, new Change { IsGone = true, NewNickname = wanted.Resource, Statuses = [MucStatus.NickChanged] });
        _occupants.Remove(occupant.Nickname);
        string before = occupant.Nickname;
        occupant.Address = wanted;
        _occupants.Add(occupant.Nickname, occupant);
        ForEachFeature((Room: this, Occupant: occupant, Before: before), static (feature, named) => feature.OnNamed(named.Room, named.Occupant, named.Before));
        foreach (var session in occupant.Sessions)
        {
            TellPlace(session, isInside: true);
        }
    }
}
