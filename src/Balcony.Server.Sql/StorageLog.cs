// What the databases log: event ids 5000 to 5099.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Sql;

internal sealed partial class StorageLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(5000, LogLevel.Error, "the store cannot commit; senders are told to wait, and it is tried again")]
    public partial void CommitFailed(Exception fault);

    [LoggerMessage(5001, LogLevel.Information, "the store commits again")]
    public partial void Recovered();

    [LoggerMessage(5002, LogLevel.Error, "one unit of work could not be committed; the others were")]
    public partial void UnitFailed(Exception fault);

    [LoggerMessage(5003, LogLevel.Error, "what waited for a commit failed by a fault of ours")]
    public partial void CallbackFailed(Exception fault);
}
