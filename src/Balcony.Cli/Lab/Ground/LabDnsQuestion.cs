// A question as it comes from the network (RFC 1035 §4.1, RFC 6891 §6.1).
using System.Buffers.Binary;
using System.Text;

namespace Balcony.Cli.Lab.Ground;

/// <param name="Id">To be repeated.</param>
/// <param name="Flags">The second 16 bits of the header.</param>
/// <param name="Section">The question's own bytes, to be repeated as they are: some resolvers check the case of letters.</param>
/// <param name="MostBytes">What fits into a datagram for this one; 512 without EDNS.</param>
internal sealed record LabDnsQuestion(ushort Id, ushort Flags, string Name, ushort Type, byte[] Section, bool HasEdns, bool WantsSignatures, int MostBytes)
{
    private const int HeaderBytes = 12;
    private const int ClassicBytes = 512;

    // What crosses every path without fragments (RFC 9715 §3); on loopback it makes TCP happen, too.
    private const int EdnsBytes = 1232;
    private const int SignaturesWanted = 0x8000;

    /// <summary>Null for what is not a question that can be answered.</summary>
    public static LabDnsQuestion? Read(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderBytes || Number(message, 4) != 1 || (message[2] & 0xf8) != 0) return null;
        var name = new StringBuilder();
        var at = HeaderBytes;
        while (true)
        {
            if (at >= message.Length) return null;
            var length = message[at];
            if (length > 63 || at + 1 + length > message.Length) return null;
            if (length == 0) break;
            if (name.Length > 0) name.Append('.');
            name.Append(Encoding.Latin1.GetString(message.Slice(at + 1, length)).ToLowerInvariant());
            at += 1 + length;
        }
        at++;
        if (at + 4 > message.Length || Number(message, at + 2) != 1) return null;
        var type = (ushort)Number(message, at);
        at += 4;
        var section = message[HeaderBytes..at].ToArray();
        // The OPT record is first among the additional ones in all that resolvers send.
        var hasEdns = Number(message, 6) == 0 && Number(message, 8) == 0 && Number(message, 10) > 0
            && at + 11 <= message.Length && message[at] == 0 && Number(message, at + 1) == (int)LabType.Opt;
        return new LabDnsQuestion(
            (ushort)Number(message, 0), (ushort)Number(message, 2), name.ToString(), type, section, hasEdns,
            WantsSignatures: hasEdns && (Number(message, at + 7) & SignaturesWanted) != 0,
            MostBytes: hasEdns ? Math.Clamp(Number(message, at + 3), ClassicBytes, EdnsBytes) : ClassicBytes);
    }

    private static int Number(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
}
