// The steps of an attempt as bytes: one stands in memory for each stream there is, and is read when an operator asks.
using System.Buffers.Binary;
using System.Text;

namespace Balcony.Server.Federation.Diary;

/// <summary>
/// A fifth of what a list of records would take. The caller locks.
/// <code>
///   milliseconds since the beginning (8) │ length (2) what │ length (2) outcome │ ...
/// </code>
/// </summary>
internal sealed class PackedSteps
{
    private const int TimeBytes = 8;
    private const int LengthBytes = 2;

    private byte[] _bytes = [];
    private int _length;

    public int Count { get; private set; }

    /// <summary>Texts of at most a few hundred characters.</summary>
    public void Add(TimeSpan since, string what, string outcome)
    {
        int needed = _length + TimeBytes + LengthBytes + Encoding.UTF8.GetByteCount(what) + LengthBytes + Encoding.UTF8.GetByteCount(outcome);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        }
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), (long)since.TotalMilliseconds);
        _length += TimeBytes;
        Write(what);
        Write(outcome);
        Count++;
    }

    /// <summary>Nothing much comes any more.</summary>
    public void Trim() => Array.Resize(ref _bytes, _length);

    public List<AttemptStep> Read(DateTimeOffset began)
    {
        var steps = new List<AttemptStep>(Count);
        var left = _bytes.AsSpan(0, _length);
        while (!left.IsEmpty)
        {
            var at = began.AddMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(left));
            left = left[TimeBytes..];
            string what = ReadText(ref left);
            steps.Add(new AttemptStep(at, what, ReadText(ref left)));
        }
        return steps;
    }

    private void Write(string text)
    {
        int written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + LengthBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(_length), (ushort)written);
        _length += LengthBytes + written;
    }

    private static string ReadText(ref Span<byte> left)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(left);
        string text = Encoding.UTF8.GetString(left.Slice(LengthBytes, length));
        left = left[(LengthBytes + length)..];
        return text;
    }
}
