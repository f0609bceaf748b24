// Commands about what a host says to people: announcements now, and messages that wait for them.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class MessageCommands
{
    private static readonly HostArgument AnnounceHost = new("host", "Only to this host");
    private static readonly HostArgument Host = new("host", "Only this host's");
    private static readonly TextArgument Text = new("text", "The message") { IsPositional = true, IsRequired = true, HasLines = true };
    private static readonly TextArgument Subject = new("subject", "Its subject");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("announce", "Send a message to everybody who is online", Announce)
        {
            Arguments = [Text, Subject, AnnounceHost],
            AdHocNode = "http://jabber.org/protocol/admin#announce",
        },
        new("motd show", "Show the message of the day", context => ShowAsync(context, messages => messages.OfTheDay, "message of the day"))
        {
            Arguments = [Host],
        },
        new("motd set", "Set a message of the day: everybody gets it once, now or at the next login", SetOfTheDayAsync)
        {
            Arguments = [Text, Subject, Host],
            AdHocNode = "http://jabber.org/protocol/admin#set-motd",
        },
        new("motd edit", "Correct the message of the day; who has got it does not get it again", EditOfTheDayAsync)
        {
            Arguments = [Text, Subject, Host],
            AdHocNode = "http://jabber.org/protocol/admin#edit-motd",
        },
        new("motd delete", "Delete the message of the day", context => DeleteAsync(context, Messages(context).DeleteOfTheDayAsync, "message of the day"))
        {
            Arguments = [Host],
            AdHocNode = "http://jabber.org/protocol/admin#delete-motd",
        },
        new("welcome show", "Show the welcome message", context => ShowAsync(context, messages => messages.Welcome, "welcome message"))
        {
            Arguments = [Host],
        },
        new("welcome set", "Set the message that new accounts get at their first login", SetWelcomeAsync)
        {
            Arguments = [Text, Subject, Host],
            AdHocNode = "http://jabber.org/protocol/admin#set-welcome",
        },
        new("welcome delete", "Delete the welcome message", context => DeleteAsync(context, Messages(context).DeleteWelcomeAsync, "welcome message"))
        {
            Arguments = [Host],
            AdHocNode = "http://jabber.org/protocol/admin#delete-welcome",
        },
    ];

    private static StandingMessages Messages(CommandContext context) =>
        context.Services.Messages ?? throw new InvalidOperationException("This command needs a running server.");

    // All hosts, or the one that was named; none when that is not ours.
    private static IReadOnlyList<BareJid> HostsOf(CommandContext context, HostArgument argument)
    {
        var hosts = context.Services.Configuration.Options.AllHosts.Keys;
        return context.Get(argument) is { } one ? hosts.Contains(one) ? [one] : [] : [.. hosts];
    }

    private static CommandResult NoHost(CommandContext context, HostArgument argument) =>
        CommandResult.NotFound($"{context.Get(argument)} is no host of this server.");

    private static ValueTask<CommandResult> Announce(CommandContext context)
    {
        if (HostsOf(context, AnnounceHost).Count == 0) return new(NoHost(context, AnnounceHost));
        var count = context.Sessions.Announce(context.Get(AnnounceHost), context.Get(Subject), context.Need(Text));
        return new(CommandResult.Ok($"Sent to {count} {(count == 1 ? "session" : "sessions")}."));
    }

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context, Func<HostMessages, StandingMessage?> pick, string what)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var host in HostsOf(context, Host))
        {
            if (pick(await Messages(context).OfAsync(host, context.Cancel)) is { } message)
            {
                rows.Add([host.ToString(), message.Since.ToString("u", System.Globalization.CultureInfo.InvariantCulture), message.Subject ?? "", message.Text]);
            }
        }
        return rows.Count == 0
            ? CommandResult.NotFound($"There is no {what}.")
            : CommandResult.Ok("") with { Columns = ["host", "since", "subject", "text"], Rows = rows };
    }

    private static async ValueTask<CommandResult> SetOfTheDayAsync(CommandContext context)
    {
        var hosts = HostsOf(context, Host);
        foreach (var host in hosts) await Messages(context).SetOfTheDayAsync(host, context.Need(Text), context.Get(Subject), context.Cancel);
        return hosts.Count == 0 ? NoHost(context, Host) : CommandResult.Ok("The message of the day is set; who is online has got it.");
    }

    private static async ValueTask<CommandResult> EditOfTheDayAsync(CommandContext context)
    {
        var isDone = false;
        foreach (var host in HostsOf(context, Host))
        {
            isDone |= await Messages(context).EditOfTheDayAsync(host, context.Need(Text), context.Get(Subject), context.Cancel);
        }
        return isDone ? CommandResult.Ok("The message of the day is changed.") : CommandResult.NotFound("There is no message of the day to change.");
    }

    private static async ValueTask<CommandResult> SetWelcomeAsync(CommandContext context)
    {
        var hosts = HostsOf(context, Host);
        foreach (var host in hosts) await Messages(context).SetWelcomeAsync(host, context.Need(Text), context.Get(Subject), context.Cancel);
        return hosts.Count == 0 ? NoHost(context, Host) : CommandResult.Ok("The welcome message is set, for accounts that are made from now on.");
    }

    private static async ValueTask<CommandResult> DeleteAsync(CommandContext context, Func<BareJid, CancellationToken, Task<bool>> delete, string what)
    {
        var isDone = false;
        foreach (var host in HostsOf(context, Host)) isDone |= await delete(host, context.Cancel);
        return isDone ? CommandResult.Ok($"The {what} is deleted.") : CommandResult.NotFound($"There is no {what}.");
    }
}
