// Everything that happened to every message of a proof, as the clients saw it.
using System.Globalization;
using System.Text;

namespace Balcony.Testing.Delivery;

/// <summary>The model and the timeline. Any thread may call.</summary>
public sealed class DeliveryLog(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private readonly Dictionary<string, TrackedMessage> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan At, string What)> _notes = [];
    private readonly List<string> _problems = [];
    private readonly List<(TrackedMessage Message, string Device)> _suspects = [];
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private long _arrivals;

    private TimeSpan Now => clock.GetElapsedTime(_started);

    public int Count
    {
        get { lock (_lock) return _messages.Count; }
    }

    /// <summary>What a device saw that must never be, whatever the archives say at the end.</summary>
    internal IReadOnlyList<string> Problems
    {
        get { lock (_lock) return [.. _problems]; }
    }

    /// <summary>Messages of such problems, whose story is worth telling.</summary>
    internal IReadOnlyList<(TrackedMessage Message, string Device)> Suspects
    {
        get { lock (_lock) return [.. _suspects]; }
    }

    /// <summary>All that were sent, and what became of them.</summary>
    public IReadOnlyList<TrackedMessage> Messages
    {
        get { lock (_lock) return [.. _messages.Values]; }
    }

    /// <summary>Condition and type of every error that a sender got.</summary>
    public IReadOnlyList<string> Refusals
    {
        get { lock (_lock) return [.. _refusals.Order(StringComparer.Ordinal)]; }
    }

    public int CountOf(Fate fate)
    {
        lock (_lock) return _messages.Values.Count(message => message.Fate == fate);
    }

    /// <summary>Messages to the account that were acknowledged and that this device has not seen.</summary>
    public int CountMissing(string device, string account)
    {
        lock (_lock) return _messages.Values.Count(message => message.Recipient == account && message.Fate == Fate.Acknowledged && !message.Arrivals.ContainsKey(device));
    }

    /// <summary>Messages to the account or room that were acknowledged.</summary>
    public int CountAcknowledged(string recipient)
    {
        lock (_lock) return _messages.Values.Count(message => message.Recipient == recipient && message.Fate == Fate.Acknowledged);
    }

    public TrackedMessage Compose(string sender, string device, string recipient, bool isGroupchat = false)
    {
        lock (_lock)
        {
            var number = _numbers[sender] = _numbers.GetValueOrDefault(sender) + 1;
            var message = new TrackedMessage(sender, device, recipient, number) { IsGroupchat = isGroupchat };
            _messages.Add(message.Id, message);
            message.Add(Now, "is composed");
            return message;
        }
    }

    public void Note(string what)
    {
        lock (_lock) _notes.Add((Now, what));
    }

    public void Problem(string what)
    {
        lock (_lock)
        {
            _notes.Add((Now, "PROBLEM " + what));
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Now.TotalSeconds:0.000}  {what}"));
        }
    }

    public void Problem(string what, string messageId, string device)
    {
        Problem(what);
        lock (_lock)
        {
            if (_messages.TryGetValue(messageId, out var message)) _suspects.Add((message, device));
        }
    }

    public void Note(TrackedMessage message, string what)
    {
        lock (_lock) message.Add(Now, what);
    }

    /// <summary>Its sender sends it once more. A refusal that came before was of another try: after a crash the count may say that it never came.</summary>
    public void SentAgain(TrackedMessage message, string what)
    {
        lock (_lock)
        {
            message.Add(Now, what);
            message.Fate = Fate.Open;
        }
    }

    public void Decide(TrackedMessage message, Fate fate, string how)
    {
        lock (_lock)
        {
            message.Add(Now, $"{fate}: {how}");
            // A refusal comes late: it is the last word.
            if (message.Fate == Fate.Open || fate == Fate.Refused) message.Fate = fate;
        }
    }

    public void Refuse(string id, string condition)
    {
        lock (_lock)
        {
            if (!_messages.TryGetValue(id, out var message)) return;
            message.Add(Now, "is refused: " + condition);
            _refusals.Add(condition);
            message.Fate = Fate.Refused;
        }
    }

    public void Arrived(string device, string? id, string? stanzaId, string how, int stream)
    {
        lock (_lock)
        {
            if (id is null || !_messages.TryGetValue(id, out var message))
            {
                _problems.Add($"{device} got a message that nobody sent: {id ?? "(no id)"}");
                return;
            }
            if (!message.Arrivals.TryGetValue(device, out var arrivals)) message.Arrivals.Add(device, arrivals = []);
            arrivals.Add(new DeviceArrival(++_arrivals, stanzaId, how, stream));
            message.Add(Now, $"reaches {device}, {how}, on its stream {stream}, as {stanzaId ?? "(no stanza-id)"}");
        }
    }

    /// <summary>All that is known, for a failure that no message explains.</summary>
    public string Story(int lines)
    {
        lock (_lock)
        {
            var all = _messages.Values.SelectMany(message => message.Events).Concat(_notes).OrderBy(one => one.At).TakeLast(lines);
            return string.Join('\n', all.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At.TotalSeconds,9:0.000}  {one.What}")));
        }
    }

    /// <summary>What happened to these messages, and to the server and the named devices meanwhile, in order.</summary>
    internal string Timeline(IEnumerable<TrackedMessage> messages, params string[] devices)
    {
        lock (_lock)
        {
            var own = messages.SelectMany(message => message.Events).ToList();
            if (own.Count == 0) return "";
            var (from, to) = (own.Min(one => one.At) - TimeSpan.FromSeconds(2), own.Max(one => one.At) + TimeSpan.FromSeconds(2));
            var around = _notes.Where(note => note.At >= from && note.At <= to
                && (note.What.StartsWith("SERVER", StringComparison.Ordinal) || devices.Any(device => note.What.Contains(device, StringComparison.Ordinal))));
            var text = new StringBuilder();
            foreach (var (at, what) in own.Concat(around).OrderBy(one => one.At)) text.AppendLine(CultureInfo.InvariantCulture, $"    {at.TotalSeconds,9:0.000}  {what}");
            return text.ToString();
        }
    }
}
