// Commands about the archive of one account or room (XEP-0313).
using System.Globalization;
using Balcony.Server.Modules;
using Balcony.Server.Rooms.Features;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class ArchiveCommands
{
    private const int MaxDays = 36_500;

    private static readonly AccountArgument Address = new("jid", "The address of the account or room") { IsPositional = true, IsRequired = true };
    private static readonly NumberArgument Days = new("days", "Messages of the last so many days stay", 0, MaxDays);
    private static readonly NumberArgument Messages = new("messages", "So many of the newest messages stay", 0, int.MaxValue);
    private static readonly NumberArgument KeepDays = new("days", "How long its messages are kept; 0 for ever", 0, MaxDays);
    private static readonly NumberArgument KeepMessages = new("messages", "How many of its messages are kept; 0 for all", 0, int.MaxValue);

    public static IReadOnlyList<Command> All { get; } =
    [
        new("archive show", "Show how much the archive of an account or room has, and how long it keeps it", ShowAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
        },
        new("archive keep", "Say how long the archive of an account or room keeps messages; without days and messages, as its host's", KeepAsync)
        {
            Arguments = [Address, KeepDays, KeepMessages],
            Place = CommandPlace.ServerOrStores,
        },
        new("archive trim", "Remove old messages from the archive of an account or room; what no device has taken stays", TrimAsync)
        {
            Arguments = [Address, Days, Messages],
            Place = CommandPlace.ServerOrStores,
            IsDestructive = true,
        },
        new("archive erase", "Remove all messages of an account or room, and what waits for the account's devices", EraseAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            IsDestructive = true,
        },
    ];

    private static ArchiveStore Archives(CommandContext context) =>
        new(context.Services.Storage ?? throw new InvalidOperationException("This command needs the stores."));

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (!await IsThereAsync(context, address)) return NoAccount(address);
        var archives = Archives(context);
        var (count, first, last) = await archives.ShowAsync(address, context.Cancel);
        var own = await archives.RetentionAsync(address, context.Cancel);
        return CommandResult.Ok($"The archive of {address} has {count} {(count == 1 ? "message" : "messages")}.") with
        {
            Fields =
            [
                new("messages", count.ToString(CultureInfo.InvariantCulture)),
                new("first", Time(first)),
                new("last", Time(last)),
                new("kept days", own?.KeepFor is { } keepFor ? ((int)keepFor.TotalDays).ToString(CultureInfo.InvariantCulture) : "as for the host"),
                new("kept messages", own?.MaxMessages is { } most ? most.ToString(CultureInfo.InvariantCulture) : "as for the host"),
            ],
        };
    }

    private static async ValueTask<CommandResult> KeepAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (!await IsThereAsync(context, address)) return NoAccount(address);
        TimeSpan? keepFor = context.Has(KeepDays) ? TimeSpan.FromDays(context.Get(KeepDays)) : null;
        int? most = context.Has(KeepMessages) ? context.Get(KeepMessages) : null;
        await Archives(context).SetRetentionAsync(address, keepFor is null && most is null ? null : new AccountRetention(keepFor, most));
        return CommandResult.Ok(keepFor is null && most is null
            ? $"The archive of {address} keeps messages as its host says." : $"The archive of {address} has its own retention, in force within a day.");
    }

    private static async ValueTask<CommandResult> TrimAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (!context.Has(Days) && !context.Has(Messages)) return CommandResult.Invalid("Say what stays: --days, --messages, or both.");
        if (!await IsThereAsync(context, address)) return NoAccount(address);
        var retention = new Retention(
            context.Has(Days) ? context.Services.Clock.GetUtcNow() - TimeSpan.FromDays(context.Get(Days)) : null,
            context.Has(Messages) ? context.Get(Messages) : null);
        // What is said in a room waits for nobody's device.
        bool isAccount = await context.Accounts.ExistsAsync(address, context.Cancel);
        long removed = await Archives(context).TrimAsync(address, retention, isDelivered: isAccount, context.Cancel);
        ForgetIn(context, address);
        return Removed(address, removed);
    }

    private static async ValueTask<CommandResult> EraseAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (!await IsThereAsync(context, address)) return NoAccount(address);
        long removed = await Archives(context).TrimAsync(address, new Retention(Keep: 0), isDelivered: false, context.Cancel);
        ForgetIn(context, address);
        return Removed(address, removed);
    }

    // A room has the last of what was said at hand.
    private static void ForgetIn(CommandContext context, BareJid address) =>
        context.Services.Rooms?.ServiceOf(address)?.Find(address)?.Run(DiscussionHistory.ForgetTrimmedAsync);

    private static CommandResult NoAccount(BareJid address) => CommandResult.NotFound($"There is no account {address}, and no room in which anything was said.");

    // A room is known by its archive: its stores are the server's, and this runs without one, too.
    private static async ValueTask<bool> IsThereAsync(CommandContext context, BareJid address) =>
        await context.Accounts.ExistsAsync(address, context.Cancel) || (await Archives(context).ShowAsync(address, context.Cancel)).Count > 0;

    private static CommandResult Removed(BareJid address, long count) =>
        CommandResult.Ok($"{count} {(count == 1 ? "message was" : "messages were")} removed from the archive of {address}.") with
        {
            Fields = [new("removed", count.ToString(CultureInfo.InvariantCulture))],
        };

    private static string Time(DateTimeOffset? time) => time?.ToString("u", CultureInfo.InvariantCulture) ?? "";
}
