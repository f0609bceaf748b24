// The lab's DNS server, UDP and TCP: the only resolver of the server under test.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabDnsServer : IAsyncDisposable
{
    private const int MostConnections = 32;
    private const int MostMessageBytes = 64 * 1024;
    private const int HeaderFlags = 0x8480;     // a response, authoritative, recursion available
    private const int FlagsToRepeat = 0x0110;   // recursion desired, checking disabled
    private const int Truncated = 0x0200;
    private const int Tries = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly LabDnsData _data;
    private readonly TimeProvider _clock;
    private readonly Socket _datagrams;
    private readonly Socket _connections;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _places = new(MostConnections);
    private readonly Task _running;
    private long _questions;

    private LabDnsServer(LabDnsData data, Socket datagrams, Socket connections, TimeProvider clock)
    {
        (_data, _clock, _datagrams, _connections) = (data, clock, datagrams, connections);
        _running = Task.WhenAll(AnswerDatagramsAsync(), AcceptAsync());
    }

    public IPEndPoint EndPoint => (IPEndPoint)_connections.LocalEndPoint!;

    /// <summary>How many were asked.</summary>
    public long Questions => Interlocked.Read(ref _questions);

    /// <param name="at">Port 0 is any that both transports can have.</param>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    public static LabDnsServer Start(IPEndPoint at, LabDnsData data, TimeProvider clock)
    {
        for (var i = 0; ; i++)
        {
            var (connections, datagrams) = (new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp), new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp));
            try
            {
                connections.Bind(at);
                connections.Listen(MostConnections);
                datagrams.Bind(connections.LocalEndPoint!);
                return new LabDnsServer(data, datagrams, connections, clock);
            }
            catch (SocketException) when (at.Port == 0 && i < Tries)
            {
                connections.Dispose();
                datagrams.Dispose();
            }
            catch
            {
                connections.Dispose();
                datagrams.Dispose();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _datagrams.Dispose();
        _connections.Dispose();
        await _running;
        // Each connection gives its place back when it has ended.
        for (var i = 0; i < MostConnections; i++) await _places.WaitAsync();
        _stopping.Dispose();
        _places.Dispose();
    }

    private async Task AnswerDatagramsAsync()
    {
        var buffer = new byte[MostMessageBytes];
        var anybody = new IPEndPoint(_datagrams.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var received = await _datagrams.ReceiveFromAsync(buffer, SocketFlags.None, anybody, _stopping.Token);
                if (Answer(buffer.AsSpan(0, received.ReceivedBytes), isDatagram: true) is { } answer)
                    await _datagrams.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint, _stopping.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever asked is gone, or we are.
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            Socket? accepted = null;
            try
            {
                accepted = await _connections.AcceptAsync(_stopping.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                _places.Release();
                continue;
            }
            _ = AnswerConnectionAsync(accepted); // gives its place back, for which disposing waits
        }
    }

    private async Task AnswerConnectionAsync(Socket socket)
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            var length = new byte[2];
            while (true)
            {
                using var patience = new CancellationTokenSource(Patience, _clock);
                using var cancel = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stopping.Token);
                await stream.ReadExactlyAsync(length, cancel.Token);
                var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(message, cancel.Token);
                if (Answer(message, isDatagram: false) is not { } answer) continue;
                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)answer.Length);
                await stream.WriteAsync((byte[])[.. length, .. answer], cancel.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Ended by either side.
        }
        finally
        {
            _places.Release();
        }
    }

    private byte[]? Answer(ReadOnlySpan<byte> message, bool isDatagram)
    {
        if (LabDnsQuestion.Read(message) is not { } question) return null;
        Interlocked.Increment(ref _questions);
        if (_data.Ask(question.Name, (LabType)question.Type, question.WantsSignatures) is not { } reply) return null;
        var whole = Write(question, reply);
        return isDatagram && whole.Length > question.MostBytes ? Write(question, reply with { Answer = [], Authority = [] }, Truncated) : whole;
    }

    private static byte[] Write(LabDnsQuestion question, LabDnsReply reply, int moreFlags = 0)
    {
        var writer = new DnsWriter()
            .Number16(question.Id).Number16(HeaderFlags | (question.Flags & FlagsToRepeat) | moreFlags | reply.Code)
            .Number16(1).Number16(reply.Answer.Count).Number16(reply.Authority.Count).Number16(question.HasEdns ? 1 : 0)
            .Bytes(question.Section);
        foreach (var record in reply.Answer) record.WriteTo(writer);
        foreach (var record in reply.Authority) record.WriteTo(writer);
        if (question.HasEdns) writer.Byte(0).Number16((int)LabType.Opt).Number16(1232).Number32(question.WantsSignatures ? 0x8000u : 0).Number16(0);
        return writer.ToArray();
    }
}
