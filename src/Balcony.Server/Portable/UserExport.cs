// XEP-0227: writes the accounts of our hosts, with what they own, into one file.
using System.Globalization;
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

/// <summary>What was exported.</summary>
internal sealed record ExportReport(string Path, long Bytes, int Users, int Contacts, int OfflineMessages, long ArchivedMessages);

/// <summary>
/// Reads committed state while the server runs or not: what changes meanwhile may or may not be in it; of one archive nothing is missing or twice. Each user is
/// written on the way, a page of his archive at a time.
/// </summary>
internal sealed class UserExport(UserStores stores, IAccounts accounts, StanzaIds ids, IProgress<CopyProgress>? progress, CancellationToken cancel)
{
    /// <summary>Of elements that are ours (§3): what the format has no place for.</summary>
    public const string OwnNs = "urn:balcony:pie:0";

    private const int PageSize = 200;
    private const string ResultNs = "urn:xmpp:mam:2";

    private static readonly (ScramHash Hash, string Mechanism)[] Mechanisms =
        [(ScramHash.Sha1, "SCRAM-SHA-1"), (ScramHash.Sha256, "SCRAM-SHA-256"), (ScramHash.Sha512, "SCRAM-SHA-512")];

    private int _users;
    private int _contacts;
    private int _offline;
    private long _archived;

    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="hosts">In the order in which they are written.</param>
    /// <param name="only">One account; null: all.</param>
    /// <exception cref="BackupException">Nothing was left.</exception>
    public async Task<ExportReport> RunAsync(string path, IReadOnlyList<BareJid> hosts, BareJid? only)
    {
        try
        {
            using var file = DurableFile.Create(path);
            using var writer = new PieWriter(file.Stream);
            writer.Declaration();
            writer.Begin("server-data", PieReader.Ns);
            foreach (var host in hosts) await WriteHostAsync(writer, host, only).ConfigureAwait(false);
            writer.End();
            writer.Flush();
            file.Publish();
            return new(file.Path, new FileInfo(file.Path).Length, _users, _contacts, _offline, _archived);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new BackupException(BackupFault.Failed, $"{path} cannot be written: {fault.Message}", fault);
        }
    }

    private async Task WriteHostAsync(PieWriter writer, BareJid host, BareJid? only)
    {
        writer.Begin("host", null, ("jid", host.ToString()));
        var summaries = new List<AccountSummary>();
        await foreach (var account in accounts.ListAsync(host, cancel).ConfigureAwait(false))
        {
            if (only is null || only.Equals(account.Address)) summaries.Add(account);
        }
        foreach (var (done, account) in summaries.Index())
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new("exporting", done, summaries.Count));
            await WriteUserAsync(writer, account).ConfigureAwait(false);
            _users++;
        }
        writer.End();
    }

    private async Task WriteUserAsync(PieWriter writer, AccountSummary account)
    {
        var owner = account.Address;
        writer.Begin("user", null, ("name", owner.Local));
        writer.Element(PieReader.Ns, xml => xml.Start("account", OwnNs)
            .Attribute("created", XmppDateTime.Format(account.Created)).Attribute("disabled", account.IsDisabled ? "true" : null).End());
        foreach (var (hash, mechanism) in Mechanisms)
        {
            var keys = await accounts.GetKeysAsync(owner, hash, cancel).ConfigureAwait(false);
            // Otherwise they are made up, for an account that has none of this hash.
            if (keys.MayLogIn || keys.IsDisabled) writer.Element(PieReader.Ns, xml => WriteKeys(xml, mechanism, keys.Keys));
        }
        await WriteRosterAsync(writer, owner).ConfigureAwait(false);
        if (await stores.VCard.GetAsync(owner, cancel).ConfigureAwait(false) is { } card) writer.Element(PieReader.Ns, xml => xml.Element(XmlElement.Parse(card)));
        await WriteAllAsync(writer, stores.PrivateXml.ListAsync(owner, cancel), ("query", "jabber:iq:private"),
            (xml, one) => xml.Element(XmlElement.Parse(one.Value))).ConfigureAwait(false);
        await WriteAllAsync(writer, stores.Blocklist.ListAsync(owner, cancel), (BlockList.ElementName, BlockList.Ns),
            (xml, one) => xml.Start("item").Attribute("jid", one.Key).End()).ConfigureAwait(false);
        await WriteOfflineAsync(writer, owner).ConfigureAwait(false);
        await WriteArchiveAsync(writer, owner).ConfigureAwait(false);
        writer.End();
    }

    private static void WriteKeys(XmlWriter xml, string mechanism, ScramKeys keys) => xml.Start("scram-credentials", PieReader.ScramNs).Attribute("mechanism", mechanism)
        .TextElement("iter-count", null, keys.Iterations.ToString(CultureInfo.InvariantCulture))
        .TextElement("salt", null, Convert.ToBase64String(keys.Salt))
        .TextElement("server-key", null, Convert.ToBase64String(keys.ServerKey))
        .TextElement("stored-key", null, Convert.ToBase64String(keys.StoredKey)).End();

    private async Task WriteRosterAsync(PieWriter writer, BareJid owner)
    {
        var entries = new List<RosterEntry>();
        await foreach (var (_, entry) in stores.Roster.ListAsync(owner, cancel).ConfigureAwait(false)) entries.Add(entry);
        var items = entries.Where(entry => entry.IsListed || entry.Subscription is { To: true } or { From: true } or { PendingOut: true } or { Approved: true })
            .Select(ToItem).ToArray();
        if (items.Length > 0) writer.Element(PieReader.Ns, new RosterQuery(items).Write);
        // §3.9: requests that wait.
        foreach (var entry in entries.Where(entry => entry.Request is not null)) writer.Element(PieReader.Ns, xml => xml.Element(XmlElement.Parse(entry.Request!)));
        _contacts += items.Length;
    }

    private static RosterItem ToItem(RosterEntry entry) => new(
        entry.Contact, entry.Name,
        entry.Subscription.Name switch
        {
            "both" => RosterSubscription.Both,
            "to" => RosterSubscription.To,
            "from" => RosterSubscription.From,
            _ => RosterSubscription.None,
        },
        entry.Subscription.PendingOut, entry.Subscription.Approved)
    {
        Groups = entry.Groups,
    };

    private static async Task WriteAllAsync<T>(PieWriter writer, IAsyncEnumerable<T> all, (string Name, string Ns) around, Action<XmlWriter, T> write)
    {
        var hasBegun = false;
        await foreach (var one in all.ConfigureAwait(false))
        {
            if (!hasBegun) writer.Begin(around.Name, around.Ns);
            hasBegun = true;
            writer.Element(around.Ns, xml => write(xml, one));
        }
        if (hasBegun) writer.End();
    }

    private async Task WriteOfflineAsync(PieWriter writer, BareJid owner)
    {
        var after = await stores.DeliveredUpToAsync(owner, cancel).ConfigureAwait(false);
        var hasBegun = false;
        while (await stores.Storage.Ledger.OfflineAsync(owner, PageSize, after, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            if (!hasBegun) writer.Begin("offline-messages");
            hasBegun = true;
            foreach (var entry in page)
            {
                writer.Element(PieReader.Ns, xml => WriteMessage(xml, entry, new Delay(entry.Time, owner.Host)));
                _offline++;
            }
            after = page[^1].Id;
        }
        if (hasBegun) writer.End();
    }

    private async Task WriteArchiveAsync(PieWriter writer, BareJid owner)
    {
        var query = LedgerQuery.All with { Limit = PageSize, After = long.MinValue };
        var hasBegun = false;
        while (await stores.Storage.Ledger.PageAsync(owner, query, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var entry in page.Where(entry => (entry.Owner.Flags & LedgerFlags.UntilDelivered) == 0))
            {
                if (!hasBegun) writer.Begin("archive", PieReader.ArchiveNs);
                hasBegun = true;
                writer.Element(PieReader.ArchiveNs, xml => WriteResult(xml, owner, entry));
                if (++_archived % 1_000 == 0) cancel.ThrowIfCancellationRequested();
            }
            query = query with { After = page[^1].Id };
        }
        if (hasBegun) writer.End();
    }

    private void WriteResult(XmlWriter xml, BareJid owner, LedgerEntry entry)
    {
        xml.Start("result", ResultNs).Attribute("id", ids.Of(owner, entry.Id)).Start(Forwarded.ElementName, Forwarded.Ns);
        xml.Start(Delay.ElementName, Delay.Ns).Attribute("stamp", PieTime.Format(entry.Time)).End();
        xml.Element(XmlElement.Parse(entry.Stanza.Span)).End().End();
    }

    private static void WriteMessage(XmlWriter xml, LedgerEntry entry, Delay delay)
    {
        var stanza = XmlElement.Parse(entry.Stanza.Span);
        // What was imported tells already when it was sent.
        var isDelayed = stanza.Child(Delay.ElementName, Delay.Ns)?.Attribute("from") == delay.From!.ToString();
        xml.Element(isDelayed ? stanza : XmlElement.Parse(Xmpp.Stanzas.Stanza.Read(stanza).With(delay).ToUtf8()));
    }
}
