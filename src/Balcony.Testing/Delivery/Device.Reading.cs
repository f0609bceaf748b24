// What arrives at a device.
using System.Globalization;
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Delivery;

public sealed partial class Device
{
    private static readonly TimeSpan StoppedLook = TimeSpan.FromMilliseconds(20);

    private static readonly XNamespace Sid = "urn:xmpp:sid:0";
    private static readonly XNamespace Forward = "urn:xmpp:forward:0";
    private static readonly XNamespace Carbons = "urn:xmpp:carbons:2";
    private static readonly XNamespace Delay = "urn:xmpp:delay";
    private static readonly XNamespace Stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

    private async Task ReadAllAsync(DeviceStream stream)
    {
        try
        {
            while (await stream.ReadAsync(CancellationToken.None) is { } element)
            {
                while (IsStopped) await Task.Delay(StoppedLook, clock);
                await HandleAsync(element);
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            log.Problem($"{options} got what is not XMPP: {broken.Message}");
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The end follows.
        }
        _isBound = false;
        FailRequests();
        if (!_isLeaving) log.Note($"{options}: its stream {_streams} is over");
    }

    private async Task HandleAsync(XElement element)
    {
        if (element.Name.Namespace == Sm)
        {
            await HandleAcknowledgementAsync(element);
            return;
        }
        if (element.Name == DeviceStream.Client + "message") HandleMessage(element);
        else if (element.Name == DeviceStream.Client + "iq") await HandleIqAsync(element);
        else if (element.Name == DeviceStream.Client + "presence") HandlePresence(element);
        else
        {
            if (element.Name.LocalName == "error") log.Note($"{options}: {element.ToString(SaveOptions.DisableFormatting)}");
            return;
        }
        // XEP-0198 §4: counted once it has been handled.
        Interlocked.Increment(ref _handled);
    }

    private void HandleMessage(XElement message)
    {
        if (message.Attribute("type")?.Value == "error")
        {
            var error = message.Element(DeviceStream.Client + "error");
            var condition = error?.Elements().FirstOrDefault(child => child.Name.Namespace == Stanzas)?.Name.LocalName ?? "?";
            log.Refuse(message.Attribute("id")?.Value ?? "", $"{condition}, {error?.Attribute("type")?.Value}");
        }
        else if (message.Element(Mam + "result") is { } result) HandleArchived(result);
        else if (Bare(message.Attribute("from")?.Value) is var room && IsRoom(room)) HandleRoomMessage(room, message);
        else if (message.Element(Carbons + "received")?.Element(Forward + "forwarded")?.Element(DeviceStream.Client + "message") is { } copy)
            Arrived(copy, StanzaId(copy, options.Account), "as a carbon");
        else if (message.Element(Carbons + "sent") is null)
            Arrived(message, StanzaId(message, options.Account), message.Element(Delay + "delay") is null ? "live" : "delayed");
    }

    private static string? StanzaId(XElement message, string by) =>
        message.Elements(Sid + "stanza-id").FirstOrDefault(id => id.Attribute("by")?.Value == by)?.Attribute("id")?.Value;

    private void Arrived(XElement message, string? stanzaId, string how)
    {
        var id = message.Attribute("id")?.Value;
        log.Arrived(options.ToString(), id, stanzaId, how, _streams);
        if (how == "live" || how == "delayed") Repeated(id);
    }

    private async Task HandleIqAsync(XElement iq)
    {
        var (id, type) = (iq.Attribute("id")?.Value ?? "", iq.Attribute("type")?.Value);
        if (type is "result" or "error")
        {
            TaskCompletionSource<XElement>? asked;
            lock (_lock) _asked.Remove(id, out asked);
            Answered(id, type == "result");
            asked?.TrySetResult(iq);
            return;
        }
        if (type != "get" || iq.Element(XNamespace.Get("urn:xmpp:ping") + "ping") is null) return;
        await WriteAsync($"<iq type='result' id='{id}' to='{iq.Attribute("from")?.Value ?? options.Account}'/>", null, CancellationToken.None);
    }

    /// <exception cref="IOException">The connection broke, or the answer is an error.</exception>
    private async Task<XElement> AskAsync(string type, string? to, XElement payload, CancellationToken cancel)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"ask-{++_requests}");
        var answer = new TaskCompletionSource<XElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _asked[id] = answer;
        if (!_isBound) FailRequests();
        else await WriteAsync(Iq(type, id, to, payload), null, cancel);
        XElement iq;
        try
        {
            iq = await answer.Task.WaitAsync(Patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            log.Problem($"{options}: no answer within {Patience.TotalSeconds} s to {payload.ToString(SaveOptions.DisableFormatting)}");
            throw new IOException("no answer in time");
        }
        if (iq.Attribute("type")?.Value != "error") return iq;
        throw new IOException($"{payload.Name.LocalName} is answered by {iq.ToString(SaveOptions.DisableFormatting)}");
    }

    private void FailRequests()
    {
        lock (_lock)
        {
            foreach (var waiting in _asked.Values) waiting.TrySetException(new IOException("the connection ended"));
            _asked.Clear();
            foreach (var entering in _entering.Values) entering.TrySetException(new IOException("the connection ended"));
            _entering.Clear();
            _acknowledged?.TrySetException(new IOException("the connection ended"));
        }
    }
}
