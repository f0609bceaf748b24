// Log events of components: ids 6500 to 6599.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Components;

internal static partial class ComponentLog
{
    [LoggerMessage(6500, LogLevel.Information, "Component {Component} is connected from {Address}")]
    public static partial void Connected(ILogger logger, string component, string address);

    [LoggerMessage(6501, LogLevel.Information, "Component {Component} is not connected from {Address} any more")]
    public static partial void Lost(ILogger logger, string component, string address);

    [LoggerMessage(6502, LogLevel.Warning, "{Address} would be component {Component}, but: {Reason}")]
    public static partial void Refused(ILogger logger, string address, string component, string reason);

    [LoggerMessage(6503, LogLevel.Warning, "Component {Component} cannot be connected to at {Address}: {Reason}; the next attempt is in {Seconds} s")]
    public static partial void NotReached(ILogger logger, string component, string address, string reason, double seconds);

    [LoggerMessage(6504, LogLevel.Error, "The secret of component {Component} cannot be read")]
    public static partial void NoSecret(ILogger logger, string component, Exception fault);

    [LoggerMessage(6505, LogLevel.Error, "Messages that wait for component {Component} cannot be read or written")]
    public static partial void StoreFault(ILogger logger, string component, Exception fault);

    [LoggerMessage(6506, LogLevel.Warning, "Component {Component} answered a delegated request wrongly: {Reason}")]
    public static partial void BadAnswer(ILogger logger, string component, string reason);

    [LoggerMessage(6507, LogLevel.Warning, "Component {Component} may not {What}")]
    public static partial void NoPrivilege(ILogger logger, string component, string what);

    [LoggerMessage(6508, LogLevel.Error, "What follows from the connection of component {Component} failed")]
    public static partial void HandlerFault(ILogger logger, string component, Exception fault);
}
