// XEP-0377: why contacts are blocked, kept for the admins of the reporter's host.
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Metering;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>How many reports are kept, for how long, and who is told.</summary>
public sealed record ReportOptions
{
    /// <summary>Reports that are kept for one host; then the oldest go.</summary>
    [Range(10, 1_000_000)]
    public int MaxPerHost { get; init; } = 10_000;

    /// <summary>Older reports go.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Reports of one account that are kept in a day: nobody crowds out what others report. Blocking goes on.</summary>
    [Range(1, 10_000)]
    public int MaxPerAccountAndDay { get; init; } = 20;

    /// <summary>Longer texts of reporters and messages are cut.</summary>
    [Range(100, 100_000)]
    public int MaxTextCharacters { get; init; } = 2_000;

    /// <summary>Messages and texts of one report; more are left out.</summary>
    [Range(1, 100)]
    public int MaxMessages { get; init; } = 20;

    /// <summary>The admins of the host get a message about each report.</summary>
    public bool TellAdmins { get; init; }
}

/// <summary>An account blocked contacts, and reports some of them. In the account's mailbox, before the block is stored.</summary>
internal sealed record ContactsReported(Account Account, IReadOnlyList<BlockReport> Reports);

/// <summary>XEP-0377: reports that come with blocks.</summary>
public sealed class ReportsModule(
    AbuseReports store, ReportOptions options, IStorage storage, StanzaIds ids, IRouter router, IServerConfiguration configuration, ServerMetrics metrics, TimeProvider clock) : IModule
{
    private const int MaxReasonCharacters = 200;

    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(6);


    public static ModuleInfo Info => new("reports", new Xep(377, "0.4.1", "Reports are not passed on to other servers or third parties."))
    {
        Summary = "Reports of spam and abuse that come with blocks, for admins.",
        Options = typeof(ReportOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.Feature(IqTarget.Server | IqTarget.OwnAccount, Report.Ns);
        module.On<ContactsReported>(KeepAsync);
        module.Every(TrimInterval, cancel =>
        {
            foreach (var host in router.Hosts)
            {
                _ = store.Trim(host, Retention(clock.GetUtcNow()));
            }
            return default;
        });
    }

    private Retention Retention(DateTimeOffset now) => new(now - options.KeepFor, options.MaxPerHost);

    private async ValueTask KeepAsync(ContactsReported fact)
    {
        var account = fact.Account;
        var now = clock.GetUtcNow();
        int made = await store.CountAsync(account.Address, now - TimeSpan.FromDays(1)).ConfigureAwait(false);
        foreach (var (contact, report) in fact.Reports)
        {
            if (made >= options.MaxPerAccountAndDay)
            {
                metrics.Reported(ReportResult.Dropped);
                continue;
            }
            made++;
            metrics.Reported(ReportResult.Kept);
            var kept = new AbuseReport(account.Address, contact, Shorten(report.Reason, MaxReasonCharacters)!)
            {
                Texts = [.. report.Texts.Take(options.MaxMessages).Select(text => text with { Text = Shorten(text.Text, options.MaxTextCharacters)! })],
                Messages = await VerifyAsync(account.Address, contact, report.StanzaIds).ConfigureAwait(false),
                MayTellOrigin = report.MayTellOrigin,
                MayTellThirdParties = report.MayTellThirdParties,
            };
            var ticket = store.Add(account.Host, kept, now, Retention(now));
            if (options.TellAdmins)
            {
                account.AfterCommit(ticket, () => Tell(account.Host, kept));
            }
        }
    }

    // §6: only what is in the reporter's own archive, and came from whom he reports. The rest says nothing that can be trusted.
    private async ValueTask<IReadOnlyList<ReportedMessage>> VerifyAsync(BareJid reporter, Jid contact, IReadOnlyList<StanzaId> reported)
    {
        var messages = new List<ReportedMessage>();
        foreach (var id in reported.Where(id => id.By.Equals(reporter)).Select(id => id.Id).Distinct().Take(options.MaxMessages))
        {
            if (ids.TryRead(reporter, id, out long position)
                && await storage.Ledger.GetAsync(reporter, position).ConfigureAwait(false) is { Owner.Direction: LedgerDirection.Inbound } entry
                && (contact.IsDomain ? entry.Contact.Host : entry.Contact).Equals(contact.Bare))
            {
                var stanza = entry.Read();
                messages.Add(new ReportedMessage(id, entry.Time, Shorten((stanza as Message)?.Body, options.MaxTextCharacters)));
            }
        }
        return messages;
    }

    private void Tell(BareJid host, AbuseReport report)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{report.Reporter} blocked and reported {report.Contact}: {report.Reason}");
        foreach (var one in report.Texts)
        {
            text.Append('\n').Append(one.Text);
        }
        foreach (var message in report.Messages)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n> {message.Time:u} {message.Body ?? "(nothing that can be read)"}");
        }
        var current = configuration.Options;
        var own = current.AllHosts.TryGetValue(host, out var named) ? named.Admins : [];
        foreach (var admin in current.Admins.Concat(own).Distinct())
        {
            router.Route(new Message(MessageType.Normal, admin, host, null, new Subject("A contact was reported"), new Body(text.ToString())));
        }
    }

    private static string? Shorten(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }
        // Not between the halves of a pair.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
