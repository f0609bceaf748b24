// A DNS server in the test, over UDP: where two servers find each other, and nobody else.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Balcony.Interop.Tests.Rig;

/// <summary>Filled before it is asked. Names that it does not have do not exist.</summary>
internal sealed class SmallDns : IAsyncDisposable
{
    private const ushort Address4 = 1;
    private const ushort Address6 = 28;
    private const ushort Service = 33;
    private const ushort AuthoritativeAnswer = 0x8480;
    private const ushort RecursionDesired = 0x0100;
    private const ushort NoSuchName = 3;
    private const int HeaderBytes = 12;

    private readonly Dictionary<string, List<(ushort Type, byte[] Data)>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Task _running;

    public SmallDns() => _running = AnswerAsync();

    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    public void AddAddress(string name, IPAddress address) =>
        Add(name, address.AddressFamily == AddressFamily.InterNetwork ? Address4 : Address6, address.GetAddressBytes());

    /// <param name="service">Such as _xmpp-server.</param>
    /// <param name="domain">Whose.</param>
    /// <param name="target">A host's name.</param>
    /// <param name="port">Where it listens.</param>
    public void AddService(string service, string domain, string target, int port) =>
        Add($"{service}._tcp.{domain}", Service, [0, 0, 0, 0, (byte)(port >> 8), (byte)port, .. Encode(target)]);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _running;
    }

    private void Add(string name, ushort type, byte[] data)
    {
        lock (_names)
        {
            if (!_names.TryGetValue(name, out var records)) _names[name] = records = [];
            records.Add((type, data));
        }
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync();
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] question)
    {
        var name = new StringBuilder();
        var at = HeaderBytes;
        for (; question[at] != 0; at += question[at] + 1)
            name.Append(name.Length == 0 ? "" : ".").Append(Encoding.ASCII.GetString(question, at + 1, question[at]));
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(at + 1));
        List<(ushort Type, byte[] Data)>? records;
        bool isKnown;
        lock (_names)
        {
            records = _names.GetValueOrDefault(name.ToString())?.FindAll(record => record.Type == type) ?? [];
            // What has names below it exists, too (RFC 8020).
            isKnown = _names.Keys.Any(known => $".{known}".EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
        }
        var flags = (ushort)(AuthoritativeAnswer | (BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(2)) & RecursionDesired) | (isKnown ? 0 : NoSuchName));
        List<byte> answer = [.. question[..2], .. Two(flags), 0, 1, .. Two((ushort)records.Count), 0, 0, 0, 0, .. question[HeaderBytes..(at + 5)]];
        foreach (var (_, data) in records)
            answer.AddRange([0xC0, HeaderBytes, .. Two(type), 0, 1, 0, 0, 0, 60, .. Two((ushort)data.Length), .. data]);
        return [.. answer];
    }

    private static byte[] Two(ushort number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Encode(string name) =>
        [.. name.Split('.').SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];
}
