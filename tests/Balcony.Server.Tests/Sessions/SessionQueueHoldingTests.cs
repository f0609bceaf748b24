// A queue whose client is inactive (XEP-0352): what waits, for what, and how much of it.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class SessionQueueHoldingTests
{
    private static readonly object Carrier = new();

    [Fact]
    public void Something_urgent_brings_what_was_held_before_it_and_not_what_comes_after()
    {
        var queue = Inactive(maxHeld: 100);
        Add(queue, Message("1"), Urgency.Hold);
        Assert.False(queue.IsDue);
        Assert.Empty(Taken(queue));
        Add(queue, Message("2"), Urgency.Now);
        Add(queue, Message("3"), Urgency.Hold);
        Assert.Equal(["1", "2"], Taken(queue));
        queue.Release();
        Assert.Equal(["3"], Taken(queue));
    }

    [Fact]
    public void When_so_many_are_held_all_are_due()
    {
        var queue = Inactive(maxHeld: 3);
        Add(queue, Message("1"), Urgency.Hold);
        Add(queue, Message("2"), Urgency.Hold);
        Assert.Empty(Taken(queue));
        Add(queue, Message("3"), Urgency.Hold);
        Assert.True(queue.IsDue);
        Assert.Equal(["1", "2", "3"], Taken(queue));
        Add(queue, Message("4"), Urgency.Hold);
        Assert.Empty(Taken(queue));
    }

    [Fact]
    public void Of_a_senders_presence_the_last_is_held_and_of_everything_else_all()
    {
        var queue = Inactive(maxHeld: 100);
        Add(queue, Presence("a@b/c", PresenceType.Available, "1"), Urgency.Hold);
        Add(queue, Presence("a@b", PresenceType.Subscribe, "2"), Urgency.Hold);
        Add(queue, Presence("d@e/f", PresenceType.Available, "3"), Urgency.Hold);
        Add(queue, Presence("a@b", PresenceType.Subscribed, "4"), Urgency.Hold);
        Add(queue, Presence("a@b/c", PresenceType.Unavailable, "5"), Urgency.Hold);
        queue.Release();
        Assert.Equal(["2", "3", "4", "5"], Taken(queue));
    }

    [Fact]
    public void Who_comes_and_goes_all_the_time_takes_no_room_and_wakes_nobody()
    {
        var queue = Inactive(maxHeld: 10);
        Add(queue, Message("first"), Urgency.Hold);
        for (int i = 0; i < 10_000; i++)
        {
            Add(queue, Presence("a@b/c", i % 2 == 0 ? PresenceType.Available : PresenceType.Unavailable, $"{i}"), Urgency.Hold);
        }
        Assert.False(queue.IsDue);
        Assert.InRange(queue.Count, 2, 100);
        queue.Release();
        Assert.Equal(["first", "9999"], Taken(queue));
    }

    [Fact]
    public void Presence_that_was_written_is_not_replaced()
    {
        var queue = Inactive(maxHeld: 5);
        for (int i = 0; i < 2_000; i++)
        {
            Add(queue, Presence($"a@b/{i}", PresenceType.Available, $"{i}"), Urgency.Now);
            Assert.Equal([$"{i}"], Taken(queue));
        }
        Add(queue, Presence("a@b/0", PresenceType.Unavailable, "again"), Urgency.Now);
        Assert.Equal(["again"], Taken(queue));
    }

    private static SessionQueue Inactive(int maxHeld)
    {
        var queue = new SessionQueue(BareJid.Parse("romeo@example.org"), 1_000, 1_000_000);
        queue.SetCarrier(Carrier);
        queue.Hold(maxHeld, isAway: false);
        return queue;
    }

    private static void Add(SessionQueue queue, Stanza stanza, Urgency urgency) => Assert.True(queue.TryAdd(new SessionItem { Stanza = stanza }, urgency));

    private static List<string> Taken(SessionQueue queue)
    {
        var ids = new List<string>();
        while (queue.TryTake(Carrier, out var item, out _) == QueueState.Item)
        {
            ids.Add(item.Stanza!.Id!);
        }
        return ids;
    }

    private static Message Message(string id) => new(MessageType.Chat, null, Jid.Parse("a@b/c"), id);

    private static Presence Presence(string from, PresenceType type, string id) => new(type, null, Jid.Parse(from), id);
}
