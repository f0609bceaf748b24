// Log events of rooms: ids 7000 to 7099.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Rooms;

internal static partial class RoomsLog
{
    [LoggerMessage(7000, LogLevel.Error, "Room {Room} could not be loaded; what was sent to it is refused")]
    public static partial void LoadFault(ILogger logger, string room, Exception fault);

    [LoggerMessage(7001, LogLevel.Error, "A change of room {Room} could not be stored; its state is loaded again")]
    public static partial void CommitFault(ILogger logger, string room, Exception? fault);

    [LoggerMessage(7002, LogLevel.Error, "Feature {Feature} failed in room {Room}")]
    public static partial void FeatureFault(ILogger logger, string feature, string room, Exception fault);

    [LoggerMessage(7003, LogLevel.Error, "Nothing answers for rooms at {Domain}: the name is that of a host or component. Set modules: rooms: service to another one")]
    public static partial void DomainTaken(ILogger logger, string domain);

    [LoggerMessage(7004, LogLevel.Error, "Temporary rooms of the last run could not be removed")]
    public static partial void AwakenFault(ILogger logger, Exception fault);

    [LoggerMessage(7005, LogLevel.Error, "What was said in room {Room}, which is no more, could not be removed")]
    public static partial void EraseFault(ILogger logger, string room, Exception fault);
}
