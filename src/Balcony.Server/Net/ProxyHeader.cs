// The PROXY protocol, version 2 (haproxy's doc/proxy-protocol.txt §2.2): the client's address, as a trusted proxy saw it.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Server.Net;

/// <summary>Reads the header exactly, so that not one byte of what follows is taken.</summary>
/// <remarks><code>
///  0            12       13      14     16            16 + length
///  | signature  | ver cmd| fam pr| len  | addresses   TLVs |
/// </code></remarks>
internal static class ProxyHeader
{
    private const int FixedLength = 16;

    // The largest address block has 216 bytes; proxies add TLVs (TLS details, a certificate's name) of some hundred more.
    private const int MaxVariableLength = 2_048;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>The address that the proxy names; null if it speaks for itself (LOCAL, or an address family that has no IP address).</summary>
    /// <exception cref="IOException">The connection ended.</exception>
    /// <exception cref="InvalidDataException">Malformed, too long, or not version 2.</exception>
    public static async ValueTask<IPEndPoint?> ReadAsync(Socket socket, CancellationToken cancel)
    {
        var header = new byte[FixedLength];
        await ReadExactlyAsync(socket, header, cancel);
        var rest = new byte[VariableLength(header)];
        await ReadExactlyAsync(socket, rest, cancel);
        return Parse(header, rest);
    }

    internal static int VariableLength(ReadOnlySpan<byte> header)
    {
        if (!header[..12].SequenceEqual(Signature) || header[12] >> 4 != 2) throw Malformed();
        var length = BinaryPrimitives.ReadUInt16BigEndian(header[14..]);
        return length <= MaxVariableLength ? length : throw Malformed();
    }

    internal static IPEndPoint? Parse(ReadOnlySpan<byte> header, ReadOnlySpan<byte> rest)
    {
        const int Local = 0, Proxy = 1;
        const int TcpOverIPv4 = 0x11, TcpOverIPv6 = 0x21;
        return (header[12] & 0xF, header[13]) switch
        {
            (Local, _) => null,
            (Proxy, TcpOverIPv4) => EndPoint(rest, addressLength: 4),
            (Proxy, TcpOverIPv6) => EndPoint(rest, addressLength: 16),
            // §2.2: a family that the receiver does not handle means that the real connection's addresses stand.
            (Proxy, _) => null,
            _ => throw Malformed(),
        };
    }

    // source address, destination address, source port, destination port
    private static IPEndPoint EndPoint(ReadOnlySpan<byte> block, int addressLength)
    {
        if (block.Length < (2 * addressLength) + 4) throw Malformed();
        var port = BinaryPrimitives.ReadUInt16BigEndian(block[(2 * addressLength)..]);
        return new IPEndPoint(new IPAddress(block[..addressLength]).Unmapped(), port);
    }

    private static async ValueTask ReadExactlyAsync(Socket socket, Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                var read = await socket.ReceiveAsync(buffer, cancel);
                if (read == 0) throw new EndOfStreamException("The connection ended inside the PROXY protocol header.");
                buffer = buffer[read..];
            }
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    private static InvalidDataException Malformed() => new("The PROXY protocol header is malformed, or is not version 2.");
}
