// The verdict of a proof: every promise against the archives and the devices, with the story of each message that breaks one.
using System.Globalization;
using System.Text;

namespace Balcony.Testing.Delivery;

/// <summary>One entry of an account's archive, in its order.</summary>
/// <param name="Id">The archive's, which is the stanza-id that devices see.</param>
/// <param name="MessageId">What the sender named it.</param>
/// <param name="From">Bare.</param>
public sealed record ArchivedMessage(string Id, string MessageId, string From);

/// <summary>A device that was there to the end, and what may be asked of it.</summary>
/// <param name="Name">As the log knows it.</param>
/// <param name="Account">Bare.</param>
/// <param name="IsInOrder">It asks no archive: what it sees first from one sender is in that sender's order.</param>
public sealed record DeviceClaim(string Name, string Account, bool IsInOrder);

/// <summary>Collects what is wrong.</summary>
/// <param name="log">What the clients saw.</param>
/// <param name="isRefusalFinal">What was refused is not kept. A database behind a network may have kept it when nobody can know.</param>
public sealed class DeliveryVerdict(DeliveryLog log, bool isRefusalFinal = true)
{
    private const int MostStories = 8;

    private readonly List<string> _problems = [.. log.Problems];
    private readonly List<(TrackedMessage Message, string Device)> _stories = [.. log.Suspects];

    public bool IsClean => _problems.Count == 0;

    /// <summary>What was acknowledged is in the archive of the recipient, or of the room, exactly once, what was refused is not, and each sender's messages are in order.</summary>
    public void CheckArchive(string account, IReadOnlyList<ArchivedMessage> archive)
    {
        foreach (var twice in archive.GroupBy(entry => entry.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            _problems.Add($"the archive of {account} has the id {twice.Key} {twice.Count()} times");
        var byMessage = archive.ToLookup(entry => entry.MessageId, StringComparer.Ordinal);
        foreach (var message in log.Messages.Where(message => message.Recipient == account || (message.Sender == account && !message.IsGroupchat)))
        {
            var entries = byMessage[message.Id].ToList();
            if (entries.Count > 1) Tell(message, account, $"is {entries.Count} times in the archive of {account}: {string.Join(", ", entries.Select(entry => entry.Id))}");
            else if (entries.Count == 0 && message.Fate == Fate.Acknowledged) Tell(message, account, $"was acknowledged and is not in the archive of {account}");
            else if (entries.Count == 1 && message.Fate == Fate.Refused && isRefusalFinal) Tell(message, account, $"was refused and is in the archive of {account} all the same");
        }
        var known = log.Messages.ToDictionary(message => message.Id, StringComparer.Ordinal);
        // What one device wrote to one recipient has an order; copies of what went to different ones need not (ADR 006).
        var last = new Dictionary<(string Device, string Recipient), TrackedMessage>();
        foreach (var entry in archive)
        {
            if (!known.TryGetValue(entry.MessageId, out var message))
            {
                _problems.Add($"the archive of {account} has {entry.MessageId}, which nobody sent");
                continue;
            }
            var pair = (message.Device, message.Recipient);
            if (last.TryGetValue(pair, out var before) && before.Number > message.Number)
                Tell(message, account, $"is behind {before.Id} in the archive of {account}");
            last[pair] = message;
        }
    }

    /// <summary>What was acknowledged reached the device, under one stanza-id, which is the archive's if there is one.</summary>
    public void CheckDevice(DeviceClaim device, IReadOnlyList<ArchivedMessage>? archive)
    {
        var archived = archive?.GroupBy(entry => entry.MessageId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        foreach (var message in log.Messages.Where(message => message.Recipient == device.Account))
        {
            var arrivals = message.Arrivals.GetValueOrDefault(device.Name) ?? [];
            if (arrivals.Count == 0)
            {
                if (message.Fate == Fate.Acknowledged || archived?.ContainsKey(message.Id) is true) Tell(message, device.Name, $"never reached {device.Name}");
                continue;
            }
            if (message.Fate == Fate.Refused && isRefusalFinal) Tell(message, device.Name, $"was refused and reached {device.Name} all the same");
            var ids = arrivals.Select(arrival => arrival.StanzaId).Distinct().ToList();
            // Without an archive there need not be ids to tell a repetition by.
            if (archived is null && ids.Contains(null)) continue;
            if (ids.Count > 1 || ids[0] is null)
                Tell(message, device.Name, $"reached {device.Name} as {string.Join(" and ", ids.Select(id => id ?? "(no stanza-id)"))}, {arrivals.Count} times");
            else if (archived is not null && archived.GetValueOrDefault(message.Id) != ids[0])
                Tell(message, device.Name, $"reached {device.Name} as {ids[0]}, and the archive has it as {archived.GetValueOrDefault(message.Id) ?? "nothing"}");
        }
        if (device.IsInOrder) CheckOrder(device);
    }

    /// <summary>Null when all is well.</summary>
    public string? Report()
    {
        if (IsClean) return null;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_problems.Count} of {log.Count} messages or sessions went wrong:");
        foreach (var problem in _problems.Take(40)) text.Append("  ").AppendLine(problem);
        if (_problems.Count > 40) text.AppendLine(CultureInfo.InvariantCulture, $"  and {_problems.Count - 40} more");
        foreach (var (message, device) in _stories.Take(MostStories))
        {
            text.AppendLine().Append(message.Line()).AppendLine(":");
            text.Append(log.Timeline([message], device, message.Sender[..message.Sender.IndexOf('@', StringComparison.Ordinal)] + "/"));
        }
        return text.ToString();
    }

    private void CheckOrder(DeviceClaim device)
    {
        var first = log.Messages.Where(message => message.Recipient == device.Account && message.Arrivals.ContainsKey(device.Name))
            .Select(message => (Message: message, message.Arrivals[device.Name][0].Order));
        foreach (var sender in first.GroupBy(one => one.Message.Device, StringComparer.Ordinal))
        {
            var last = 0;
            foreach (var (message, _) in sender.OrderBy(one => one.Order))
            {
                if (message.Number < last) Tell(message, device.Name, $"reached {device.Name} behind number {last} of the same sender");
                last = Math.Max(last, message.Number);
            }
        }
    }

    /// <summary>What a device got live, on one stream, from one device in one room has the order in which it was said.</summary>
    public void CheckLiveOrder(string device, string room)
    {
        var live = log.Messages.Where(message => message.Recipient == room && message.Arrivals.ContainsKey(device))
            .SelectMany(message => message.Arrivals[device].Where(arrival => arrival.How == "live").Select(arrival => (Message: message, Arrival: arrival)));
        foreach (var said in live.GroupBy(one => (one.Message.Device, one.Arrival.Stream)))
        {
            var last = 0;
            foreach (var (message, _) in said.OrderBy(one => one.Arrival.Order))
            {
                if (message.Number < last) Tell(message, device, $"reached {device} live behind number {last} of the same sender");
                last = Math.Max(last, message.Number);
            }
        }
    }

    private void Tell(TrackedMessage message, string where, string what)
    {
        _problems.Add($"{message.Id} {what}");
        _stories.Add((message, where));
    }
}
