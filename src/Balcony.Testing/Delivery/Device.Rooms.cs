// Rooms (XEP-0045) as a device is in them: it enters, learns that it is out, and asks the room's archive for what it missed meanwhile.
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Delivery;

public sealed partial class Device
{
    private const string Entered = "110";

    private static readonly XNamespace Muc = "http://jabber.org/protocol/muc";
    private static readonly XNamespace MucUser = "http://jabber.org/protocol/muc#user";

    // Under the lock: where it is, where it is about to be, and what it is to say again in a session in which it has not entered yet.
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource> _entering = new(StringComparer.Ordinal);
    private readonly Queue<TrackedMessage> _unsaid = new();

    /// <summary>XEP-0410: it is where it believes to be. A place that is lost without a word is a problem.</summary>
    public async Task CheckPlacesAsync(CancellationToken cancel)
    {
        foreach (var room in options.Rooms)
        {
            try
            {
                await AskAsync("get", $"{room}/{options.Local}", new XElement(XNamespace.Get("urn:xmpp:ping") + "ping"), cancel);
            }
            catch (IOException fault)
            {
                log.Problem($"{options} is not in {room}, and nobody told it so: {fault.Message}");
            }
        }
    }

    private bool IsRoom(string? address) => options.Rooms.Contains(Bare(address));

    /// <summary>Goes into the rooms that it is not in, catches up, and says what it could not say before.</summary>
    /// <exception cref="IOException">The connection broke, or it was not let in.</exception>
    private async Task EnterAsync(CancellationToken cancel)
    {
        foreach (var room in options.Rooms)
        {
            bool isInside;
            lock (_lock) isInside = _inside.Contains(room);
            if (isInside) continue;
            await EnterAsync(room, cancel);
            await CatchUpAsync(room, cancel);
        }
        while (true)
        {
            TrackedMessage? message;
            lock (_lock)
            {
                if (!_unsaid.TryDequeue(out message)) return;
            }
            log.SentAgain(message, $"is said again by {options} on stream {_streams}");
            await WriteAsync(Xml(message), message, cancel);
        }
    }

    private async Task EnterAsync(string room, CancellationToken cancel)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _entering[room] = entered;
        // What was said meanwhile is in the archive.
        if (!_isBound) FailRequests();
        else await WriteAsync($"<presence to='{room}/{options.Local}'><x xmlns='{Muc}'><history maxstanzas='0'/></x></presence>", null, cancel);
        try
        {
            await entered.Task.WaitAsync(Patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            log.Problem($"{options}: no answer from {room} within {Patience.TotalSeconds} s");
            throw new IOException("not let in in time");
        }
    }

    // Another session is nowhere yet. Said before it has entered, what is to be sent again would be refused. Under the lock.
    private void LeaveRooms()
    {
        _inside.Clear();
        for (var node = _unacknowledged.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Message is { IsGroupchat: true } message)
            {
                _unacknowledged.Remove(node);
                _unsaid.Enqueue(message);
            }
            node = next;
        }
    }

    private void HandlePresence(XElement presence)
    {
        var room = Bare(presence.Attribute("from")?.Value);
        if (!IsRoom(room)) return;
        var type = presence.Attribute("type")?.Value;
        lock (_lock)
        {
            if (type == "error")
            {
                if (_entering.Remove(room, out var refused)) refused.TrySetException(new IOException($"not let into {room}: {presence}"));
                return;
            }
            var codes = presence.Element(MucUser + "x")?.Elements(MucUser + "status").Select(status => status.Attribute("code")?.Value).ToList() ?? [];
            if (!codes.Contains(Entered)) return;
            if (type == "unavailable")
            {
                _inside.Remove(room);
            }
            else
            {
                _inside.Add(room);
                if (_entering.Remove(room, out var entered)) entered.TrySetResult();
            }
            log.Note($"{options} is {(type == "unavailable" ? "out of" : "in")} {room} ({string.Join(", ", codes)})");
        }
    }

    // Its subject, news of its configuration, invitations: nobody's messages.
    private void HandleRoomMessage(string room, XElement message)
    {
        if (IsSaid(message, room))
            Arrived(message, StanzaId(message, room), message.Element(Delay + "delay") is null ? "live" : "from the history");
    }
}
