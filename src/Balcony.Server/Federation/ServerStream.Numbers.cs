// Numbers of stanzas, an extension between servers of ours: before each stanza that its sender keeps until we have it comes the place that it has there.
// XEP-0198 §5 counts stanzas of a stream; who crashed does not know any more which of its stanzas were on which stream. A peer that does not know this is never told.
using System.Buffers.Text;
using System.Globalization;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream
{
    protected const string NumbersNs = "balcony:numbers:0";
    protected const string NumbersName = "numbers";

    // What the peer numbers is remembered as far as it is kept: with the receipt of the stanza, or not at all.
    private StanzaNumber? _number;
    private PeerNumber? _last;
    private (LinkKey Pair, PeerNumber Last, StanzaNumber Number)? _numbered;
    private Action<UnitOfWork>? _addNumber;

    /// <summary>The peer understands numbers.</summary>
    protected bool WantsNumbers { get; set; }

    // A stanza waits until the numbers of its pair are read, and until the one before it, which another stream brought, is placed.
    private bool MustWaitForNumbers(LinkKey pair) => _number is not null && (_last = Services.Numbers.Find(pair)) is not { Receipt.IsPlaced: true };

    private async ValueTask HandleNumberedAsync(XmlElement element, LinkKey pair)
    {
        if (_last is { } last)
        {
            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            last.Receipt.OnSettled(settled.SetResult);
            await settled.Task.WaitAsync(Services.Stopping).ConfigureAwait(false);
        }
        else
        {
            try
            {
                await Services.Numbers.LoadAsync(pair, Services.Stopping).ConfigureAwait(false);
            }
            catch (StorageException fault)
            {
                FederationLog.LoadFault(Services.Logger, pair, fault);
                throw new StreamException(StreamCondition.InternalServerError);
            }
        }
        await HandleStanza(element).ConfigureAwait(false);
    }

    // A number, or that the peer understands them.
    private void HandleNumber(XmlElement element)
    {
        if (element.Name == NumbersName)
        {
            WantsNumbers = true;
            return;
        }
        _number = long.TryParse(element.Attribute("at"), NumberStyles.None, CultureInfo.InvariantCulture, out long time)
            && long.TryParse(element.Attribute("id"), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? new StanzaNumber(time, id)
            : throw new StreamException(StreamCondition.BadFormat, "a number has a time and a place");
    }

    // False: the stanza came before, on this stream or another. It may be acknowledged when that one may be.
    private bool IsNews(LinkKey pair, Receipt receipt)
    {
        if (_number is not { } number)
        {
            return true;
        }
        _number = null;
        // Without counts there is nothing that the number could be kept with in order.
        if (_inbound is not { } inbound)
        {
            return true;
        }
        if (_last!.Take(ref number, receipt) is { } earlier)
        {
            earlier.OnSettled(receipt.Release);
            return false;
        }
        _numbered = (pair, _last, number);
        inbound.WithCount = _addNumber ??= AddNumber;
        return true;
    }

    // One stanza at a time is under way (WhenPlacedAsync): what is kept now is the one with the last number, or comes behind it.
    private void AddNumber(UnitOfWork unit)
    {
        if (_numbered is { } last && last.Last.TryWrite(last.Number))
        {
            Services.Numbers.Add(unit, last.Pair, last.Number);
        }
    }

    private void WriteNumber(XmlWriter writer, in SessionItem item)
    {
        if (!WantsNumbers || item.LedgerId == 0 || item.Kept == 0)
        {
            return;
        }
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(new DateTimeOffset(item.Kept, TimeSpan.Zero).ToUnixTimeMilliseconds(), digits, out int length);
        writer.Raw("<number xmlns='balcony:numbers:0' at='"u8).Raw(digits[..length]);
        Utf8Formatter.TryFormat(item.LedgerId, digits, out length);
        writer.Raw("' id='"u8).Raw(digits[..length]).Raw("'/>"u8);
    }
}
