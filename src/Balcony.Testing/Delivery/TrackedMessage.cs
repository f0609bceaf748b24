// One message of the proof, from its sender's thumb to each device of its recipient.
using System.Globalization;

namespace Balcony.Testing.Delivery;

public enum Fate
{
    /// <summary>Sent, perhaps; nobody has promised anything.</summary>
    Open,

    /// <summary>The server took it: it must be kept and delivered.</summary>
    Acknowledged,

    /// <summary>The server refused it: it must not be kept.</summary>
    Refused,

    /// <summary>The connection broke before an answer and the client cannot know more: kept once, or not at all.</summary>
    Uncertain,
}

/// <summary>How a device got it, and in what order with everything else.</summary>
public sealed record DeviceArrival(long Order, string? StanzaId, string How, int Stream);

/// <summary>Changed under the lock of its log.</summary>
public sealed class TrackedMessage(string sender, string device, string recipient, int number)
{
    private readonly List<(TimeSpan At, string What)> _events = [];

    /// <summary>Bare addresses.</summary>
    public string Sender { get; } = sender;

    public string Recipient { get; } = recipient;

    /// <summary>To a room, and so to everybody in it.</summary>
    public bool IsGroupchat { get; init; }

    /// <summary>Which of the sender's devices it was written on: only its own messages have an order.</summary>
    public string Device { get; } = device;

    /// <summary>Grows with each message of the sender.</summary>
    public int Number { get; } = number;

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{sender[..sender.IndexOf('@', StringComparison.Ordinal)]}-{number:000000}");

    public Fate Fate { get; internal set; }

    /// <summary>By device.</summary>
    internal Dictionary<string, List<DeviceArrival>> Arrivals { get; } = new(StringComparer.Ordinal);

    internal void Add(TimeSpan at, string what) => _events.Add((at, what));

    internal IEnumerable<(TimeSpan At, string What)> Events => _events.Select(one => (one.At, $"{Id}  {one.What}"));

    internal string Line() => $"{Id} from {Sender} to {Recipient}, {Fate}";
}
