// XEP-0198 from the client's side, as a script's client does it: counts, answers, and judges the server's counts.
using System.Globalization;
using System.Text;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>The counts of one session, which outlive its connections. One thread sends and one reads, at the same time.</summary>
/// <param name="isByHand">The script says and sees everything itself; here it is only counted.</param>
internal sealed class ManagedStream(bool isByHand)
{
    public static readonly XNamespace Ns = "urn:xmpp:sm:3";

    private const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    private readonly Lock _gate = new();

    // The counts before the stanzas that the script saw: what it has not got of them it may have again.
    private readonly List<uint> _seen = [];
    private StreamCutter? _outbound;
    private TaskCompletionSource? _whenAcknowledged;
    private bool _countsSent;
    private bool _countsReceived;
    private uint _sent;
    private uint _received;
    private uint _acknowledged;

    public bool IsByHand => isByHand;

    /// <summary>By which the session is resumed; null when the server did not give one.</summary>
    public string? Id { get; private set; }

    public uint Sent => Volatile.Read(ref _sent);

    /// <summary>The <c>h</c> to tell the server.</summary>
    public uint Received => Volatile.Read(ref _received);

    /// <summary>A new stream's bytes are counted from here on; on a resumed one at once.</summary>
    public void Begin(bool isResumed)
    {
        lock (_gate)
        {
            _outbound = new StreamCutter();
            _outbound.Append(Encoding.UTF8.GetBytes(Header));
            _countsSent = _countsReceived = isResumed;
            if (!isResumed) (_sent, _received, _acknowledged, Id) = (0, 0, 0, null);
        }
    }

    /// <summary>The connection is gone: nothing that is still said on it counts.</summary>
    public void Pause() => _outbound = null;

    /// <summary>These bytes are sent.</summary>
    public void CountSent(byte[] bytes)
    {
        if (_outbound is not { } outbound) return;
        try
        {
            outbound.Append(bytes);
            while (outbound.Next() is { Kind: not CutKind.NeedMoreData } cut)
            {
                if (cut.Element is { } element) CountSent(element);
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or DecoderFallbackException)
        {
            // The script sends what is no XML: the stream is about to end.
            _outbound = null;
        }
    }

    /// <summary>With Bind 2 the success says that the counts have begun.</summary>
    public void BeginInline() => _countsSent = true;

    /// <summary>An element came.</summary>
    /// <param name="element">It.</param>
    /// <param name="isSeen">The script gets to see it.</param>
    /// <returns>What to send back at once; null: nothing.</returns>
    /// <exception cref="InvalidDataException">The server counts wrong.</exception>
    public string? Take(XElement element, bool isSeen)
    {
        if (element.Name == Ns + "enabled" || element.Descendants(Ns + "enabled").FirstOrDefault() is not null)
        {
            var enabled = element.DescendantsAndSelf(Ns + "enabled").First();
            Id = enabled.Attribute("resume")?.Value is "true" or "1" ? enabled.Attribute("id")?.Value : null;
            _countsReceived = true;
        }
        else if (_countsReceived && IsStanza(element))
        {
            if (isSeen) _seen.Add(_received);
            Volatile.Write(ref _received, unchecked(_received + 1));
        }
        else if (element.Name == Ns + "a") Acknowledge(element);
        return element.Name == Ns + "r" && _countsReceived && !isByHand ? Answer() : null;
    }

    /// <summary>An acknowledgement of what came so far.</summary>
    public string Answer() => $"<a xmlns='{Ns}' h='{Received}'/>";

    /// <summary>Completes when the server has acknowledged all that was sent.</summary>
    public Task WhenAcknowledged()
    {
        lock (_gate)
        {
            if (!_countsSent || _acknowledged == _sent) return Task.CompletedTask;
            _whenAcknowledged ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _whenAcknowledged.Task;
        }
    }

    /// <summary>As if the last so many of what the script has seen had never come.</summary>
    public void Forget(int stanzas)
    {
        if (stanzas > _seen.Count) throw new InvalidDataException($"only {_seen.Count} stanzas came");
        if (stanzas == 0) return;
        _received = _seen[^stanzas];
        _seen.RemoveRange(_seen.Count - stanzas, stanzas);
    }

    /// <exception cref="InvalidDataException">The server resumes another session, or has another count of what was sent.</exception>
    public void Resumed(XElement element)
    {
        if (element.Attribute("previd")?.Value != Id) throw new InvalidDataException($"another session is resumed: {element}");
        Acknowledge(element);
        if (_acknowledged != _sent) throw new InvalidDataException($"{_sent} stanzas were sent; the server has others: {element}");
    }

    private static bool IsStanza(XElement element) => element.Name.NamespaceName == "jabber:client" && element.Name.LocalName is "message" or "presence" or "iq";

    private void CountSent(XElement element)
    {
        lock (_gate)
        {
            if (element.Name == Ns + "enable") _countsSent = true;
            else if (_countsSent && IsStanza(element)) _sent = unchecked(_sent + 1);
        }
    }

    private void Acknowledge(XElement element)
    {
        TaskCompletionSource? waiting = null;
        lock (_gate)
        {
            if (!uint.TryParse(element.Attribute("h")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || unchecked(count - _acknowledged) > unchecked(_sent - _acknowledged))
            {
                throw new InvalidDataException($"the server acknowledges what was not sent, or less than before ({_acknowledged} of {_sent}): {element}");
            }
            _acknowledged = count;
            if (_acknowledged == _sent) (waiting, _whenAcknowledged) = (_whenAcknowledged, null);
        }
        waiting?.SetResult();
    }
}
