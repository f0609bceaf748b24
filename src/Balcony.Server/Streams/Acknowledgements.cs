// XEP-0198 §4 on one stream, to a client or a server: what is said about counts, and when. Whose counts they are is the stream's business.
using System.Buffers.Text;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

/// <summary>Any thread may owe and may be answered; what writes is called by the stream's writer.</summary>
internal sealed class Acknowledgements(TimeProvider clock)
{
    // What the other end is told with the next write; below zero: nothing.
    private long _owed = -1;
    private long _owedSince;

    // The last count that was written; the writer's.
    private long _told = -1;
    private int _writtenSinceRequest;

    // When the question was asked that waits for its answer, as a timestamp of the clock; below zero: none does.
    private long _requested = -1;

    /// <summary>The other end is told this count with the next write.</summary>
    /// <returns>Nothing was owed before.</returns>
    public bool Owe(uint count)
    {
        // Several threads may come with theirs at a time: the latest counts.
        long owed = Volatile.Read(ref _owed);
        while (owed < 0 || unchecked((int)(count - (uint)owed)) > 0)
        {
            long found = Interlocked.CompareExchange(ref _owed, count, owed);
            if (found == owed)
            {
                if (owed < 0)
                {
                    Volatile.Write(ref _owedSince, clock.GetTimestamp());
                }
                return owed < 0;
            }
            owed = found;
        }
        return false;
    }

    /// <summary>When what is owed became so, as a timestamp of the clock; null: nothing is.</summary>
    public long? OwedSince => Volatile.Read(ref _owed) >= 0 ? Volatile.Read(ref _owedSince) : null;

    /// <summary>Writes what is owed, if anything.</summary>
    public void WriteOwed(XmlWriter writer)
    {
        if (Volatile.Read(ref _owed) < 0)
        {
            return;
        }
        uint count = (uint)Interlocked.Exchange(ref _owed, -1);
        // One that was overtaken must not take back what the other end was told.
        WriteCount(writer, _told >= 0 ? StreamManagement.Later((uint)_told, count) : count);
    }

    /// <summary>Writes the last count of the stream instead of what is owed.</summary>
    public void WriteLast(XmlWriter writer, uint count)
    {
        Volatile.Write(ref _owed, -1);
        WriteCount(writer, count);
    }

    /// <summary>The other end told its count.</summary>
    public void Answered() => Volatile.Write(ref _requested, -1);

    /// <summary>Asks for the other end's count often enough that little has to be sent again, and seldom enough to cost little.</summary>
    /// <param name="writer">Where the question goes.</param>
    /// <param name="written">So many stanzas were written before it.</param>
    /// <param name="pace">How often.</param>
    public void AskAfter(XmlWriter writer, int written, AcknowledgementPace pace)
    {
        _writtenSinceRequest += written;
        if (_writtenSinceRequest >= pace.Stanzas && Volatile.Read(ref _requested) < 0)
        {
            Ask(writer);
        }
    }

    /// <summary>About once a second while something is not acknowledged: asks, unless it did.</summary>
    /// <returns>False: the other end does not answer.</returns>
    public bool Check(XmlStream stream, AcknowledgementPace pace, long now)
    {
        long requested = Volatile.Read(ref _requested);
        if (requested < 0)
        {
            stream.WriteControl(Ask);
            return true;
        }
        return clock.GetElapsedTime(requested, now) <= pace.AnswerWithin;
    }

    /// <summary>The stream error for an end that counts wrong.</summary>
    public static StreamException TooHigh(uint count, uint sent) =>
        new(StreamCondition.UndefinedCondition, $"acknowledged {count} stanzas, {sent} were sent") { Detail = new HandledCountTooHigh(count, sent) };

    private void Ask(XmlWriter writer)
    {
        _writtenSinceRequest = 0;
        Volatile.Write(ref _requested, clock.GetTimestamp());
        writer.Raw("<r xmlns='urn:xmpp:sm:3'/>"u8);
    }

    private void WriteCount(XmlWriter writer, uint count)
    {
        _told = count;
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat(count, digits, out int length);
        writer.Raw("<a xmlns='urn:xmpp:sm:3' h='"u8).Raw(digits[..length]).Raw("'/>"u8);
    }
}
