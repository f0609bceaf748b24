// What is written to a component: its queue, and a space when nothing else was for a while.
using Balcony.Server.Routing;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Components;

internal sealed partial class ComponentStream
{
    private readonly List<ComponentItem> _taken = [];
    private Receipt? _awaited;
    private volatile bool _isLeaving;
    private volatile bool _owesWelcome;
    private long _lastWritten;

    protected override bool FillQueued(XmlWriter writer)
    {
        if (_owesWelcome)
        {
            // XEP-0114 §3: "the server MUST return an empty <handshake/> element", and stanzas come behind it.
            _owesWelcome = false;
            writer.Raw("<handshake/>"u8);
        }
        // Once its side is closed nobody reads what is left: it goes another way.
        while (writer.Written.Length < WriteBytes && TryTake(out var item, out bool isGated))
        {
            if (isGated)
            {
                Await(item.Gate!);
                return true;
            }
            if (item.Stanza is { } stanza && item.Gate is not { IsFailed: true })
            {
                Services.Metrics.Stanza(stanza, Flow.Outbound);
                stanza.WriteTo(writer, item.To);
            }
        }
        return !_isLeaving && Queue.TryPeek(out _);
    }

    protected override void OnWritten()
    {
        Volatile.Write(ref _lastWritten, Clock.GetTimestamp());
        lock (_taken)
        {
            if (_taken.Count > 0)
            {
                _component!.Written(_taken);
                _taken.Clear();
            }
        }
    }

    // It stays in _taken, and goes another way when the stream has ended.
    protected override void OnNotWritten()
    {
    }

    // What is queued is written before the error; nothing new comes behind it, and another connection may take its place.
    protected override void OnClosing(StreamCondition condition)
    {
        if (_phase == Phase.Joined)
        {
            _component!.Leave(this);
        }
    }

    protected override void OnLost()
    {
        _isLeaving = true;
        if (_phase == Phase.Joined)
        {
            _component!.Leave(this);
        }
    }

    protected override void OnEnded()
    {
        if (_phase == Phase.Joined)
        {
            List<ComponentItem> left;
            lock (_taken)
            {
                left = [.. _taken, .. Queue.TakeAll()];
                _taken.Clear();
            }
            _component!.Ended(this, left);
            _directory.Left(_component);
        }
        _directory.Remove(this);
    }

    // A writer that was broken off may still be here when the stream has ended.
    private bool TryTake(out ComponentItem item, out bool isGated)
    {
        lock (_taken)
        {
            isGated = false;
            if (_isLeaving || !Queue.TryPeek(out item))
            {
                item = default;
                return false;
            }
            isGated = item.Gate is { IsSettled: false };
            if (!isGated)
            {
                Queue.Take();
                _taken.Add(item);
            }
            return true;
        }
    }

    // One call for each gate, however often the writer comes to it.
    private void Await(Receipt gate)
    {
        if (ReferenceEquals(_awaited, gate))
        {
            return;
        }
        _awaited = gate;
        gate.OnSettled(Flush);
    }

    private void KeepAlive(long now)
    {
        var after = _component!.Options.Limits.KeepAliveAfter;
        if (after > TimeSpan.Zero && Clock.GetElapsedTime(Volatile.Read(ref _lastWritten), now) > after)
        {
            WriteControl(static writer => writer.Raw(" "u8));
        }
    }
}
