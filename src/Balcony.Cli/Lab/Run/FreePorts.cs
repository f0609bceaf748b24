// Ports for a server under test that is not running yet.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Run;

internal static class FreePorts
{
    /// <summary>A port of the loopback address that nobody has at the moment.</summary>
    public static IPEndPoint Next()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)listener.LocalEndPoint!;
    }
}
