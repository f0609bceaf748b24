// The log of the process itself: events 9000 to 9099.
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal static partial class ServeLog
{
    [LoggerMessage(9000, LogLevel.Information, "The configuration was read again: {Changed} options changed, {NeedRestart} wait for a restart, {Certificates} certificates changed")]
    public static partial void Reloaded(ILogger logger, int changed, int needRestart, int certificates);

    [LoggerMessage(9002, LogLevel.Error, "Accounts that were removed are not erased wholly; that goes on at the next start")]
    public static partial void RemovalFault(ILogger logger, Exception fault);

    [LoggerMessage(9003, LogLevel.Warning, "These options are others than those in force, and wait for a restart: {Options}")]
    public static partial void NeedRestart(ILogger logger, string options);

    [LoggerMessage(9001, LogLevel.Error, "The configuration was not changed. {Where}: {Problem}")]
    public static partial void BadReload(ILogger logger, string where, string problem);
}
