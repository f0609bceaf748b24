// Log events of routing: ids 3000 to 3099.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Routing;

internal static partial class RoutingLog
{
    [LoggerMessage(3000, LogLevel.Error, "A mailbox could not handle an item")]
    public static partial void MailboxFault(ILogger logger, Exception fault);

    [LoggerMessage(3001, LogLevel.Error, "Stage {Stage} failed in module {Module}; the stanza is refused")]
    public static partial void StageFault(ILogger logger, Stage stage, string module, Exception fault);

    [LoggerMessage(3002, LogLevel.Error, "Stage {Stage} failed in module {Module}; the stanza goes on")]
    public static partial void CopyFault(ILogger logger, Stage stage, string module, Exception fault);

    [LoggerMessage(3003, LogLevel.Error, "The handler of {Name} in {Ns} failed")]
    public static partial void IqFault(ILogger logger, string name, string ns, Exception fault);

    [LoggerMessage(3004, LogLevel.Error, "Account {Account} could not be loaded; what was sent to it is refused")]
    public static partial void LoadFault(ILogger logger, string account, Exception fault);

    [LoggerMessage(3005, LogLevel.Error, "A handler of {Event} failed in module {Module}")]
    public static partial void EventFault(ILogger logger, string @event, string module, Exception fault);

    [LoggerMessage(3006, LogLevel.Error, "A change of account {Account} could not be stored; its state is loaded again")]
    public static partial void CommitFault(ILogger logger, string account, Exception? fault);

    [LoggerMessage(3007, LogLevel.Error, "Sessions that wait for their clients could not be carried over the restart")]
    public static partial void SuspendFault(ILogger logger, Exception fault);
}
