// Drives the stream reader in tests: whole, cut, and as a list of what it gave.
using System.Buffers;
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

internal static class XmlReading
{
    public const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>";

    /// <summary>What the reader gives for these pieces: kinds and elements, and the condition last when it ends in an error.</summary>
    public static List<string> ReadAll(IEnumerable<byte[]> pieces, XmlLimits? limits = null, string contentNs = "jabber:client")
    {
        using var reader = new XmlStreamReader(limits ?? new XmlLimits(), contentNs);
        var seen = new List<string>();
        try
        {
            foreach (var piece in pieces)
            {
                ReadOnlySpan<byte> input = piece;
                while (reader.Read(ref input) is { Kind: not XmlReadKind.NeedMoreData } result)
                {
                    if (result.Kind != XmlReadKind.Whitespace)
                        seen.Add(result.Element is { } element ? $"{result.Kind} {Utf8(element)}" : result.Kind.ToString());
                }
                Assert.True(input.IsEmpty);
            }
            if (reader.HoldsData)
                seen.Add("incomplete");
        }
        catch (StreamException broken)
        {
            seen.Add(broken.Condition.Name);
        }
        return seen;
    }

    public static List<string> ReadAll(byte[] bytes, XmlLimits? limits = null, string contentNs = "jabber:client") =>
        ReadAll([bytes], limits, contentNs);

    public static List<string> ReadAll(string xml, XmlLimits? limits = null, string contentNs = "jabber:client") =>
        ReadAll(Encoding.UTF8.GetBytes(xml), limits, contentNs);

    /// <summary>The only stanza after the usual header, or the condition.</summary>
    public static string ReadStanza(string xml, XmlLimits? limits = null, string contentNs = "jabber:client", string? header = null)
    {
        var seen = ReadAll((header ?? Header.Replace("jabber:client", contentNs, StringComparison.Ordinal)) + xml, limits, contentNs);
        Assert.Equal(2, seen.Count);
        return seen[1].Replace("Element ", "", StringComparison.Ordinal);
    }

    public static string Utf8(XmlElement element) => Encoding.UTF8.GetString(element.Utf8.Span);

    /// <summary>The bytes cut at these positions.</summary>
    public static IEnumerable<byte[]> Cut(byte[] bytes, IEnumerable<int> positions)
    {
        var from = 0;
        foreach (var at in positions.Where(p => p > 0 && p < bytes.Length).Distinct().Order())
        {
            yield return bytes[from..at];
            from = at;
        }
        yield return bytes[from..];
    }

    /// <summary>One sequence with a segment per piece, empty ones included.</summary>
    public static ReadOnlySequence<byte> Sequence(IReadOnlyList<byte[]> pieces)
    {
        var first = new Segment(pieces[0]);
        var last = first;
        foreach (var piece in pieces.Skip(1))
            last = last.Append(piece);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes) => Memory = bytes;

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
