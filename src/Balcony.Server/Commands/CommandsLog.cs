// The log of commands: events 4000 to 4099.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Commands;

internal static partial class CommandsLog
{
    // Never its arguments: one may be a password.
    [LoggerMessage(4000, LogLevel.Information, "{Command} was run by {Caller}: {Status}")]
    public static partial void Ran(ILogger logger, string command, string caller, CommandStatus status);

    [LoggerMessage(4001, LogLevel.Error, "{Command} failed")]
    public static partial void Failed(ILogger logger, string command, Exception fault);

    [LoggerMessage(4002, LogLevel.Warning, "A process of user {UserId} was refused on the admin socket")]
    public static partial void PeerRefused(ILogger logger, uint userId);

    [LoggerMessage(4003, LogLevel.Warning, "The admin socket accepts nothing for a moment: {Problem}")]
    public static partial void AcceptFailed(ILogger logger, string problem);

    [LoggerMessage(4004, LogLevel.Debug, "A connection to the admin socket ended: {Problem}")]
    public static partial void ConnectionEnded(ILogger logger, string problem);
}
