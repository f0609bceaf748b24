// Commands that end the process, or begin it anew.
namespace Balcony.Server.Commands;

/// <summary>The program around the server.</summary>
public interface IServerProcess
{
    /// <summary>Begins a graceful stop, now.</summary>
    /// <param name="isRestart">Afterwards everything is read and opened anew.</param>
    void Stop(bool isRestart);
}

internal static class ProcessCommands
{
    // The answer goes out first.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private static readonly NumberArgument Delay = new("delay", "How many seconds to wait", 0, 86_400);
    private static readonly TextArgument Announcement = new("announcement", "What everybody who is online is told at once") { HasLines = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("restart", "Stop the server and start it again, with the configuration as it is now", context => End(context, isRestart: true))
        {
            Arguments = [Delay, Announcement],
            Permission = CommandPermission.ServerAdmin,
            AdHocNode = "http://jabber.org/protocol/admin#restart",
        },
        new("stop", "Stop the server", context => End(context, isRestart: false))
        {
            Arguments = [Delay, Announcement],
            Permission = CommandPermission.ServerAdmin,
            AdHocNode = "http://jabber.org/protocol/admin#shutdown",
        },
    ];

    private static ValueTask<CommandResult> End(CommandContext context, bool isRestart)
    {
        if (context.Services.Process is not { } process) return new(CommandResult.Refused("This server runs inside another program, which has to end it."));
        // Better no restart than a server that does not come back.
        if (isRestart && context.Services.Configuration.Read() is { IsValid: false } read)
        {
            var problem = read.Problems[0];
            return new(CommandResult.Failed($"The configuration is wrong, so nothing was done: {problem.At}: {problem.Message}"));
        }
        if (context.Get(Announcement) is { } text) context.Sessions.Announce(null, null, text);
        var delay = TimeSpan.FromSeconds(context.Get(Delay));
        // Whoever asks again meanwhile does so in addition: the first that is due ends the server.
        process.StopAfter(context.Services.Clock, delay + Moment, isRestart);
        return new(CommandResult.Ok($"The server {(isRestart ? "restarts" : "stops")}{(delay == TimeSpan.Zero ? " now" : $" in {context.Get(Delay)} s")}."));
    }

    private static void StopAfter(this IServerProcess process, TimeProvider clock, TimeSpan delay, bool isRestart) =>
        _ = Task.Delay(delay, clock).ContinueWith(_ => process.Stop(isRestart), TaskScheduler.Default);
}
