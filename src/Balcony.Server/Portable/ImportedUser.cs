// XEP-0227: one user on the way in; his messages are in ImportedUser.Messages.cs.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

/// <summary>Everything but messages is held until the user is whole, and committed in one unit with the account.</summary>
internal sealed partial class ImportedUser
{
    // XEP-0160 and others keep requests of this size; what is larger is kept without what it carries.
    private const int MaxRequestBytes = 4_096;

    private readonly UserStores _stores;
    private readonly IAccountImport _accounts;
    private readonly ImportStart _start;
    private readonly TimeProvider _clock;
    private readonly bool _isDryRun;
    private readonly ImportReport _report;
    private readonly UnitOfWork _unit = new();
    private readonly List<ScramKeys> _keys = [];
    private readonly Dictionary<BareJid, RosterEntry> _roster = [];
    private readonly HashSet<string> _seen = [];
    private string? _password;
    private DateTimeOffset? _created;
    private bool _isDisabled;

    private ImportedUser(UserStores stores, IAccountImport accounts, BareJid owner, ImportStart start, TimeProvider clock, bool isDryRun, ImportReport report)
    {
        (_stores, _accounts, Owner, _start, _clock, _isDryRun, _report) = (stores, accounts, owner, start, clock, isDryRun, report);
    }

    public BareJid Owner { get; }

    public static async ValueTask<ImportedUser> OpenAsync(
        UserStores stores, IAccountImport accounts, BareJid owner, ImportStart start, TimeProvider clock, bool isDryRun, ImportReport report, CancellationToken cancel)
    {
        var user = new ImportedUser(stores, accounts, owner, start, clock, isDryRun, report);
        await user.OpenMessagesAsync(cancel).ConfigureAwait(false);
        return user;
    }

    public void AddAccount(XmlElement element)
    {
        if (XmppDateTime.TryParse(element.Attribute("created"), out var created)) _created = created;
        _isDisabled = element.Attribute("disabled") == "true";
    }

    public void AddPassword(PieEvent at, string password)
    {
        if (ScramText.TryRead(password, out var keys)) Add(at, keys);
        else _password = password;
    }

    // §3.3
    public void AddKeys(PieEvent at)
    {
        var element = at.Element!;
        if (element.Attribute("mechanism") is not ("SCRAM-SHA-1" or "SCRAM-SHA-256" or "SCRAM-SHA-512"))
            _report.AddOnce(at, $"credentials for {element.Attribute("mechanism")}, which this server does not offer, are not taken over");
        else if (ScramText.TryRead(element, out var keys)) Add(at, keys);
        else _report.Add(at, $"the credentials of {Owner} cannot be read, and are not taken over");
    }

    public async ValueTask AddRosterAsync(PieEvent at, CancellationToken cancel)
    {
        foreach (var item in at.Element!.Children)
        {
            if (!item.Is("item", RosterQuery.Ns)) continue;
            if (!BareJid.TryParse(item.Attribute("jid"), out BareJid? contact))
            {
                _report.Add(at, $"'{item.Attribute("jid")}' in the roster of {Owner} is no address, and is not taken over");
                continue;
            }
            if (contact.Equals(Owner) || item.Attribute("subscription") == "remove") continue;
            var entry = await EntryAsync(contact, cancel).ConfigureAwait(false);
            if (entry.IsListed)
            {
                _report.AlreadyThere++;
                continue;
            }
            _roster[contact] = entry with
            {
                IsListed = true,
                Name = item.Attribute("name"),
                Groups = [.. item.Children.Where(child => child.Is("group", RosterQuery.Ns)).Select(group => group.Text).Where(group => group.Length > 0).Distinct()],
                Subscription = Merge(entry.Subscription, item),
            };
            _report.Contacts++;
        }
    }

    // §3.9
    public async ValueTask AddRequestAsync(PieEvent at, CancellationToken cancel)
    {
        var request = at.Element!.Namespace == PieReader.Ns ? at.Element : Alone(at.Element);
        if (request.Attribute("type") != "subscribe" || !BareJid.TryParse(BareOf(request.Attribute("from")), out BareJid? contact))
        {
            _report.Add(at, $"a presence of {Owner} that is no request for a subscription is not taken over");
            return;
        }
        var entry = await EntryAsync(contact, cancel).ConfigureAwait(false);
        if (entry.Subscription is { From: true } or { PendingIn: true })
        {
            _report.AlreadyThere++;
            return;
        }
        var stanza = request.Namespace == "jabber:client" && request.Utf8.Length <= MaxRequestBytes ? Stanza.Read(request, Owner, contact) : new Presence(PresenceType.Subscribe, Owner, contact);
        _roster[contact] = entry with { Subscription = entry.Subscription with { PendingIn = true }, Request = stanza.ToUtf8() };
        _report.Requests++;
    }

    public async ValueTask AddVCardAsync(XmlElement card, CancellationToken cancel)
    {
        if (!_seen.Add("vcard") || await _stores.VCard.GetAsync(Owner, cancel).ConfigureAwait(false) is not null)
        {
            _report.AlreadyThere++;
            return;
        }
        _unit.Set(_stores.VCard, Owner, System.Text.Encoding.UTF8.GetBytes(card.ToXml()));
        _report.VCards++;
    }

    public async ValueTask AddPrivateAsync(XmlElement query, CancellationToken cancel)
    {
        foreach (var element in query.Children)
        {
            var key = $"{element.Namespace} {element.Name}";
            if (!_seen.Add("private " + key) || await _stores.PrivateXml.GetAsync(Owner, key, cancel).ConfigureAwait(false) is not null)
            {
                _report.AlreadyThere++;
                continue;
            }
            _unit.Set(_stores.PrivateXml, Owner, key, System.Text.Encoding.UTF8.GetBytes(element.ToXml()));
            _report.PrivateElements++;
        }
    }

    public async ValueTask AddBlocklistAsync(PieEvent at, CancellationToken cancel)
    {
        foreach (var item in at.Element!.Children)
        {
            if (Jid.TryParse(item.Attribute("jid"), out var contact)) await BlockAsync(contact, cancel).ConfigureAwait(false);
            else _report.Add(at, $"'{item.Attribute("jid")}' in the blocklist of {Owner} is no address, and is not taken over");
        }
    }

    public async ValueTask AddPrivacyAsync(PieEvent at, CancellationToken cancel)
    {
        var blocked = PrivacyLists.Blocked(at.Element!, out var isWhole);
        foreach (var contact in blocked) await BlockAsync(contact, cancel).ConfigureAwait(false);
        if (!isWhole) _report.Add(at, $"of the privacy lists of {Owner} only what is a blocklist is taken over");
    }

    /// <summary>All of the user was read: now he is.</summary>
    public async ValueTask EndAsync(PieEvent at, CancellationToken cancel)
    {
        await FlushAsync().ConfigureAwait(false);
        TellOfMessages(at);
        await AddChangedRosterAsync(cancel).ConfigureAwait(false);
        if (_isDryRun) return;
        var login = new ImportedLogin(_keys, _password, _created, _isDisabled);
        if (!await _accounts.EndImportAsync(Owner, _start, login, _unit, cancel).ConfigureAwait(false))
            _report.Add(at, $"{Owner} has no password that could be taken over: set one with `balcony user password {Owner}`");
        else if (_start != ImportStart.Exists && _keys is [{ Hash: ScramHash.Sha1 }])
            _report.AddOnce(at, "accounts with keys for SCRAM-SHA-1 only, such as the one that ends here, can log in by it and by PLAIN, and by nothing better until their password is set anew");
    }

    private void Add(PieEvent at, ScramKeys keys)
    {
        if (_keys.Exists(one => one.Hash == keys.Hash)) _report.Add(at, $"{Owner} has credentials twice; the first are taken");
        else _keys.Add(keys);
    }

    private async ValueTask AddChangedRosterAsync(CancellationToken cancel)
    {
        if (_roster.Count == 0) return;
        foreach (var (contact, entry) in _roster) _unit.Set(_stores.Roster, Owner, contact.ToString(), entry);
        var version = await _stores.RosterVersion.GetAsync(Owner, cancel).ConfigureAwait(false);
        var next = version is null ? 1 : long.Parse(version, System.Globalization.CultureInfo.InvariantCulture) + 1;
        _unit.Set(_stores.RosterVersion, Owner, RosterStore.Format(next));
    }

    private async ValueTask<RosterEntry> EntryAsync(BareJid contact, CancellationToken cancel) =>
        _roster.TryGetValue(contact, out var entry) ? entry
            : await _stores.Roster.GetAsync(Owner, contact.ToString(), cancel).ConfigureAwait(false) ?? new RosterEntry(contact, default);

    private async ValueTask BlockAsync(Jid contact, CancellationToken cancel)
    {
        if (!_seen.Add("blocked " + contact) || await _stores.Blocklist.GetAsync(Owner, contact.ToString(), cancel).ConfigureAwait(false) is not null)
        {
            _report.AlreadyThere++;
            return;
        }
        _unit.Set(_stores.Blocklist, Owner, contact.ToString(), "");
        _report.Blocked++;
    }

    private static Subscription Merge(Subscription known, XmlElement item)
    {
        var word = item.Attribute("subscription");
        var (to, from) = (word is "to" or "both", word is "from" or "both");
        return new(
            To: to, From: from, PendingOut: !to && item.Attribute("ask") == "subscribe", PendingIn: !from && known.PendingIn,
            Approved: !from && item.Attribute("approved") is ("true" or "1"));
    }

    // An element inside of another, as it would come on a stream.
    private static XmlElement Alone(XmlElement element) => XmlElement.Parse(element.ToXml());

    private static string? BareOf(string? address) => address?.Split('/', 2)[0];
}
