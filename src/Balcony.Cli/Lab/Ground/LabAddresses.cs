// Loopback addresses and ports of one lab. Nothing is fixed: two labs on one machine never meet.
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Balcony.Cli.Lab.Ground;

/// <summary>A block 127.x.y.0/24 of its own, claimed for as long as this lives.</summary>
internal sealed class LabAddresses : IDisposable
{
    private const int Tries = 64;
    private const int LastHost = 253;
    private const int Backlog = 128;
    private const int FillingConnections = 4;

    // Whoever holds this port on the block's last address has the block; it dies with the process.
    private const int ClaimHost = 254;
    private const int ClaimPort = 5269;

    private readonly List<Socket> _sockets = [];
    private readonly byte[] _block;
    private int _host;

    private LabAddresses(byte[] block, Socket claim)
    {
        _block = block;
        _sockets.Add(claim);
    }

    public static LabAddresses Claim()
    {
        for (var i = 0; i < Tries; i++)
        {
            // 127.0 and 127.1 are what resolvers and people use.
            byte[] block = [127, (byte)RandomNumberGenerator.GetInt32(64, 250), (byte)RandomNumberGenerator.GetInt32(0, 256)];
            if (TryBind(new IPEndPoint(new IPAddress([.. block, ClaimHost]), ClaimPort), SocketType.Dgram, out var claim))
                return new LabAddresses(block, claim);
        }
        throw new IOException("No block of loopback addresses (127.x.y.0/24) can be had: the lab needs Linux and its whole 127.0.0.0/8.");
    }

    /// <summary>An address that no other peer of this lab has.</summary>
    public IPAddress Next() => _host < LastHost
        ? new IPAddress([.. _block, (byte)++_host])
        : throw new InvalidOperationException($"A lab has at most {LastHost} addresses.");

    /// <summary>A listening socket; null when the port cannot be had. Port 0 is any.</summary>
    public Socket? Listen(IPAddress address, int port = 0)
    {
        if (!TryBind(new IPEndPoint(address, port), SocketType.Stream, out var socket)) return null;
        socket.Listen(Backlog);
        return Keep(socket);
    }

    /// <summary>Makes whoever connects wait for ever; false when the port cannot be had.</summary>
    public bool Deaf(IPEndPoint at)
    {
        if (!TryBind(at, SocketType.Stream, out var socket)) return false;
        socket.Listen(0);
        Keep(socket);
        // The queue of those who wait to be accepted is full with these, and Linux drops the SYNs of all others.
        for (var i = 0; i < FillingConnections; i++)
        {
            var filling = Keep(new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false });
            try
            {
                filling.Connect(at);
            }
            catch (SocketException)
            {
                // Under way.
            }
        }
        return true;
    }

    /// <summary>A port at which nobody listens and nobody will: connections are refused at once.</summary>
    public IPEndPoint Refusing(IPAddress address)
    {
        // Bound, and never listening.
        if (!TryBind(new IPEndPoint(address, 0), SocketType.Stream, out var socket)) throw new IOException($"No port of {address} can be had.");
        return (IPEndPoint)Keep(socket).LocalEndPoint!;
    }

    public void Dispose()
    {
        lock (_sockets)
        {
            foreach (var socket in _sockets) socket.Dispose();
            _sockets.Clear();
        }
    }

    private Socket Keep(Socket socket)
    {
        lock (_sockets) _sockets.Add(socket);
        return socket;
    }

    private static bool TryBind(IPEndPoint at, SocketType type, [NotNullWhen(true)] out Socket? socket)
    {
        socket = new Socket(at.AddressFamily, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        try
        {
            socket.Bind(at);
            return true;
        }
        catch (SocketException)
        {
            socket.Dispose();
            socket = null;
            return false;
        }
    }
}
