// Log events of client streams: ids 2000 to 2099.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Streams;

internal static partial class StreamsLog
{
    [LoggerMessage(2000, LogLevel.Error, "The stream from {Address} ended by a fault of ours")]
    public static partial void StreamFault(ILogger logger, string address, Exception fault);

    [LoggerMessage(2001, LogLevel.Debug, "{Account} logged in from {Address} by {Mechanism}")]
    public static partial void LoggedIn(ILogger logger, string account, string address, string mechanism);

    [LoggerMessage(2003, LogLevel.Error, "A login could not be checked: the store does not answer")]
    public static partial void LoginStoreFault(ILogger logger, Exception fault);

    [LoggerMessage(2002, LogLevel.Information, "A login from {Address} by {Mechanism} failed: {Condition}")]
    public static partial void LoginFailed(ILogger logger, string address, string mechanism, string condition);

    [LoggerMessage(2004, LogLevel.Error, "What was to be done with a login failed: {Name} in {Ns}")]
    public static partial void InlineFault(ILogger logger, string name, string ns, Exception fault);
}
