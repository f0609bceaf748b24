// The events of federation: 1600 to 1699.
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Federation;

internal static partial class FederationLog
{
    [LoggerMessage(1600, LogLevel.Warning, "{Host} cannot speak with {Peer}: {Code}: {Explanation}")]
    public static partial void Failed(ILogger logger, BareJid host, BareJid peer, string code, string explanation);

    [LoggerMessage(1601, LogLevel.Error, "Stanzas for {Pair} could not be read; trying again")]
    public static partial void LoadFault(ILogger logger, LinkKey pair, Exception fault);

    [LoggerMessage(1602, LogLevel.Error, "Connecting {Pair} failed in an unexpected way")]
    public static partial void ConnectFault(ILogger logger, LinkKey pair, Exception fault);

    [LoggerMessage(1603, LogLevel.Information, "{Peer} from {Address} was refused as peer of {Host}: {Code}: {Explanation}")]
    public static partial void Refused(ILogger logger, string peer, string address, string host, string code, string explanation);

    [LoggerMessage(1604, LogLevel.Debug, "{Pair}: a stream is up ({Direction}, {Security})")]
    public static partial void Up(ILogger logger, LinkKey pair, string direction, string? security);

    [LoggerMessage(1605, LogLevel.Debug, "{Pair}: a stream ended: {Why}")]
    public static partial void Ended(ILogger logger, LinkKey pair, string why);

    [LoggerMessage(1607, LogLevel.Warning, "{Count} more refusals and failures were not written (federation:diary:maxLogLines); balcony federation show PEER has them")]
    public static partial void Unwritten(ILogger logger, int count);

    [LoggerMessage(1606, LogLevel.Error, "Judging a dialback request for {Pair} failed in an unexpected way")]
    public static partial void DialbackFault(ILogger logger, LinkKey pair, Exception fault);

    [LoggerMessage(1607, LogLevel.Error, "{Count} stanzas of {Pair} that the peer has could not be removed from the store; trying again")]
    public static partial void RemoveFault(ILogger logger, LinkKey pair, int count, Exception fault);
}
