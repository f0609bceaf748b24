// Log events of modules: ids 6000 to 6099.
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Modules;

internal static partial class ModulesLog
{
    [LoggerMessage(6000, LogLevel.Information, "{Account} is not notified at {Service} any more: it refused {Failures} publishes in a row, the last with {Condition}")]
    public static partial void PushDisabled(ILogger logger, BareJid account, Jid service, int failures, string condition);
}
