// How the stub resolver's bytes come and go.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Xmpp.Dns;

/// <summary>One exchange with one server. Tests have their own.</summary>
internal abstract class DnsTransport
{
    /// <summary>Sends a question and waits for what <paramref name="isReply"/> takes for its answer.</summary>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    public abstract Task<byte[]> AskAsync(
        IPEndPoint server, ReadOnlyMemory<byte> question, bool isTcp, Func<ReadOnlyMemory<byte>, bool> isReply, CancellationToken cancel);
}

/// <summary>UDP from a port of the kernel's choice, anew for each try (RFC 5452 §9.2), and TCP (RFC 7766).</summary>
internal sealed class SocketDnsTransport : DnsTransport
{
    // Whoever sends more than this many wrong answers is guessing (RFC 5452 §9.3): the try is over.
    private const int MaxWrong = 32;

    public override Task<byte[]> AskAsync(
        IPEndPoint server, ReadOnlyMemory<byte> question, bool isTcp, Func<ReadOnlyMemory<byte>, bool> isReply, CancellationToken cancel) =>
        isTcp ? TcpAsync(server, question, isReply, cancel) : UdpAsync(server, question, isReply, cancel);

    private static async Task<byte[]> UdpAsync(
        IPEndPoint server, ReadOnlyMemory<byte> question, Func<ReadOnlyMemory<byte>, bool> isReply, CancellationToken cancel)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        // Connected: the kernel drops what others send, and reports a closed port.
        await socket.ConnectAsync(server, cancel).ConfigureAwait(false);
        await socket.SendAsync(question, cancel).ConfigureAwait(false);
        var buffer = new byte[DnsQuery.MaxDatagram + 1];
        for (var wrong = 0; wrong < MaxWrong; wrong++)
        {
            var length = await socket.ReceiveAsync(buffer, cancel).ConfigureAwait(false);
            if (isReply(buffer.AsMemory(0, length))) return buffer[..length];
        }
        throw new SocketException((int)SocketError.NoRecovery, $"{server} sent {MaxWrong} answers to other questions");
    }

    private static async Task<byte[]> TcpAsync(
        IPEndPoint server, ReadOnlyMemory<byte> question, Func<ReadOnlyMemory<byte>, bool> isReply, CancellationToken cancel)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancel).ConfigureAwait(false);
        // RFC 7766 §8: the length and the message in one go.
        var framed = new byte[2 + question.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)question.Length);
        question.CopyTo(framed.AsMemory(2));
        await SendAsync(socket, framed, cancel).ConfigureAwait(false);
        await FillAsync(socket, framed.AsMemory(0, 2), cancel).ConfigureAwait(false);
        var reply = new byte[BinaryPrimitives.ReadUInt16BigEndian(framed)];
        await FillAsync(socket, reply, cancel).ConfigureAwait(false);
        return isReply(reply) ? reply : throw new SocketException((int)SocketError.NoRecovery, $"{server} answered another question");
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, cancel).ConfigureAwait(false)..];
    }

    private static async Task FillAsync(Socket socket, Memory<byte> buffer, CancellationToken cancel)
    {
        while (!buffer.IsEmpty)
        {
            var read = await socket.ReceiveAsync(buffer, cancel).ConfigureAwait(false);
            if (read == 0) throw new SocketException((int)SocketError.ConnectionReset);
            buffer = buffer[read..];
        }
    }
}
