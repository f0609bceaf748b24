// Commands about what accounts reported (XEP-0377).
using System.Globalization;
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class ReportCommands
{
    private const int DefaultLimit = 100;

    private static readonly HostArgument Host = new("host", "Only this host") { IsPositional = true };
    private static readonly NumberArgument Limit = new("limit", $"At most so many, the newest; {DefaultLimit} unless said", 1, 10_000);
    private static readonly TextArgument Id = new("id", "The report, as the list names it") { IsPositional = true, IsRequired = true };
    private static readonly HostArgument HostOfOne = new("host", "The host whose account reported");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("reports list", "List the contacts that accounts reported when they blocked them", ListAsync)
        {
            Arguments = [Host, Limit],
            Place = CommandPlace.ServerOrStores,
        },
        new("reports show", "Show one report with its texts and messages", ShowAsync)
        {
            Arguments = [Id, HostOfOne],
            Place = CommandPlace.ServerOrStores,
        },
        new("reports remove", "Remove one report", RemoveAsync)
        {
            Arguments = [Id, HostOfOne],
            Place = CommandPlace.ServerOrStores,
            IsDestructive = true,
        },
    ];

    // The same name opens the same store: the server's own.
    private static AbuseReports Reports(CommandContext context) => new(context.Storage);

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        var limit = context.Has(Limit) ? context.Get(Limit) : DefaultLimit;
        var total = 0;
        var reports = new List<AbuseReport>();
        foreach (var host in HostsOf(context, context.Get(Host)))
        {
            total += await Reports(context).CountAsync(host, context.Cancel);
            reports.AddRange(await Reports(context).NewestAsync(host, limit, context.Cancel));
        }
        var shown = reports.OrderBy(report => report.Time).TakeLast(limit).ToList();
        var message = $"{total} {(total == 1 ? "report" : "reports")}{(shown.Count < total ? $", the newest {shown.Count} are shown" : "")}.";
        return CommandResult.Ok(message) with
        {
            Columns = ["id", "time", "reported", "by", "reason", "messages"],
            Rows = [.. shown.Select(report => (IReadOnlyList<string>)
            [
                report.Id, Text(report.Time), report.Contact.ToString(), report.Reporter.ToString(), Short(report.Reason),
                report.Messages.Count.ToString(CultureInfo.InvariantCulture),
            ])],
        };
    }

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context)
    {
        if (await FindAsync(context) is not { } found) return NotFound(context);
        var report = found.Report;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("id", report.Id),
            new("time", Text(report.Time)),
            new("reported", report.Contact.ToString()),
            new("by", report.Reporter.ToString()),
            new("reason", report.Reason),
            new("may be told to", (report.MayTellOrigin, report.MayTellThirdParties) switch
            {
                (true, true) => "the contact's server, third parties",
                (true, false) => "the contact's server",
                (false, true) => "third parties",
                _ => "nobody else",
            }),
        };
        fields.AddRange(report.Texts.GroupBy(text => text.Lang, text => text.Text).Select(texts =>
            KeyValuePair.Create(texts.Key is null ? "text" : $"text {texts.Key}", string.Join('\n', texts))));
        return CommandResult.Ok($"{report.Reporter} blocked and reported {report.Contact}.") with
        {
            Fields = fields,
            Columns = report.Messages.Count == 0 ? [] : ["message", "time", "body"],
            Rows = [.. report.Messages.Select(message => (IReadOnlyList<string>)[message.Id, Text(message.Time), message.Body ?? ""])],
        };
    }

    private static async ValueTask<CommandResult> RemoveAsync(CommandContext context)
    {
        if (await FindAsync(context) is not { } found) return NotFound(context);
        await Reports(context).Remove(found.Host, found.Report.Id);
        return CommandResult.Ok($"The report of {found.Report.Contact} was removed.");
    }

    private static async ValueTask<(BareJid Host, AbuseReport Report)?> FindAsync(CommandContext context)
    {
        foreach (var host in HostsOf(context, context.Get(HostOfOne)))
        {
            if (await Reports(context).GetAsync(host, context.Need(Id), context.Cancel) is { } report) return (host, report);
        }
        return null;
    }

    private static IEnumerable<BareJid> HostsOf(CommandContext context, BareJid? one) =>
        context.Services.Configuration.Options.AllHosts.Keys.Where(host => one is null || host.Equals(one));

    private static CommandResult NotFound(CommandContext context) => CommandResult.NotFound($"There is no report {context.Need(Id)}.");

    private static string Text(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);

    // The registered reasons are known by their last word.
    private static string Short(string reason) => reason.StartsWith("urn:xmpp:reporting:", StringComparison.Ordinal) ? reason["urn:xmpp:reporting:".Length..] : reason;
}
