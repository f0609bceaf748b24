// A listening socket with the options that accepted ones inherit.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Server.Net;

internal static class ListeningSocket
{
    private const int Tcp = 6, TcpUserTimeout = 18; // linux/tcp.h

    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public static Socket Open(IPEndPoint endPoint, NetLimits limits)
    {
        if (endPoint.Address.Equals(IPAddress.IPv6Any) && !Socket.OSSupportsIPv6) endPoint = new IPEndPoint(IPAddress.Any, endPoint.Port);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.Address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
            socket.Bind(endPoint);
            Configure(socket, limits);
            socket.Listen(limits.Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Linux copies these to each accepted socket, so that they cost no system call per connection.
    internal static void Configure(Socket socket, NetLimits limits)
    {
        socket.NoDelay = true;
        if (limits.TcpKeepAliveAfter > TimeSpan.Zero)
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Seconds(limits.TcpKeepAliveAfter));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 30);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
        }
        if (limits.TcpUserTimeout > TimeSpan.Zero && OperatingSystem.IsLinux())
        {
            Span<byte> milliseconds = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(milliseconds, (int)limits.TcpUserTimeout.TotalMilliseconds);
            socket.SetRawSocketOption(Tcp, TcpUserTimeout, milliseconds);
        }
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)time.TotalSeconds);
}
