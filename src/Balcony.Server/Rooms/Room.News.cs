// XEP-0357, XEP-0492: who else learns that something was said: clients that sleep, and members that are not in the room.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    // So long an account that wanted to hear nothing is not asked again.
    private static readonly TimeSpan DeafFor = TimeSpan.FromMinutes(10);

    private Dictionary<BareJid, long>? _deaf;

    private void TellModules(Message message, Occupant? sender, Receipt? gate)
    {
        if (PushRules.UrgencyOf(message) is null)
        {
            return;
        }
        var registrations = _services.Registrations;
        foreach (var news in registrations.RoomNews)
        {
            foreach (var one in _audience)
            {
                if (one.Local is { IsClosed: false } local && one.Occupant != sender && news.Cares(local.Account)
                    && IsWanted(one.Occupant.Account, one.Occupant.Nickname, message, NotifyWhen.Always) && !registrations.RefusesFrom(local.Account, message.From!))
                {
                    var its = (Message)message.Readdress(one.Address, message.From);
                    local.Account.Run(_ =>
                    {
                        news.Delivered(local, its, gate);
                        return default;
                    });
                }
            }
        }
        // Without an archive there would be nothing to come for.
        if (gate is not null)
        {
            TellAbsentMembers(message, sender, gate);
        }
    }

    private void TellAbsentMembers(Message message, Occupant? sender, Receipt gate)
    {
        int left = _services.Options.MaxMembersTold;
        HashSet<BareJid>? present = null;
        var unlessSet = Configuration.IsMembersOnly ? NotifyWhen.Always : NotifyWhen.OnMention;
        foreach (var (account, member) in _members)
        {
            if (member.Affiliation < MucAffiliation.Member || account.IsDomain || !_services.Router.IsLocal(account.Host) || account.Equals(sender?.Account))
            {
                continue;
            }
            present ??= [.. _occupants.Values.Select(occupant => occupant.Account)];
            if (present.Contains(account) || IsDeaf(account) || !IsWanted(account, member.Nickname ?? account.Local, message, unlessSet))
            {
                continue;
            }
            if (left-- == 0)
            {
                return;
            }
            TellMissed(account, (Message)message.Readdress(account, message.From), gate);
        }
    }

    private void TellMissed(BareJid account, Message message, Receipt gate) => _services.Router.Get(account).Run(owner =>
    {
        bool isHeard = false;
        foreach (var news in _services.Registrations.RoomNews)
        {
            if (news.Cares(owner))
            {
                isHeard = true;
                if (!_services.Registrations.RefusesFrom(owner, message.From!))
                {
                    news.Missed(owner, message, gate);
                }
            }
        }
        if (!isHeard)
        {
            // Not loaded for each message only to learn that it has no device to wake.
            Run(room =>
            {
                var deaf = room._deaf ??= [];
                if (deaf.Count >= room._services.Options.MaxAffiliations)
                {
                    deaf.Clear();
                }
                deaf[account] = room._services.Clock.GetTimestamp();
                return default;
            });
        }
        return default;
    });

    private bool IsDeaf(BareJid account) => _deaf is not null && _deaf.TryGetValue(account, out long since) && _services.Clock.GetElapsedTime(since) < DeafFor;

    // XEP-0492 §3: what the member has set, else what holds without it.
    private bool IsWanted(BareJid account, string? nick, Message message, NotifyWhen unlessSet) =>
        ((_members.TryGetValue(account, out var member) ? member.Notify : null) ?? unlessSet) switch
        {
            NotifyWhen.Never => false,
            NotifyWhen.OnMention => StanzaClasses.Mentions(message, account, nick),
            _ => true,
        };
}
