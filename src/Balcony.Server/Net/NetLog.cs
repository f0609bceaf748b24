// What this folder logs: event ids 1000 to 1099.
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Net;

internal sealed partial class NetLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    // Anyone can make these happen as often as he likes: Debug, and a counter each.
    [LoggerMessage(1001, LogLevel.Debug, "{Listener}: the TLS handshake of {Remote} failed: {Reason}")]
    public partial void HandshakeFailed(string listener, IPEndPoint? remote, string reason);

    [LoggerMessage(1002, LogLevel.Debug, "{Listener}: {Remote} refused: {Reason}")]
    public partial void ConnectionRefused(string listener, IPEndPoint? remote, Admission reason);

    [LoggerMessage(1003, LogLevel.Debug, "{Listener}: {Remote} is a trusted proxy, but: {Reason}")]
    public partial void BadProxyHeader(string listener, IPEndPoint? remote, string reason);

    [LoggerMessage(1004, LogLevel.Error, "{Listener}: no connection can be accepted: {Error}")]
    public partial void AcceptFailed(string listener, SocketError error);

    [LoggerMessage(1005, LogLevel.Error, "{Listener}: the connection of {Remote} ended by a fault of ours")]
    public partial void HandlerFailed(string listener, IPEndPoint? remote, Exception fault);
}
