// The queue of a session against a list: order, barriers, and both bounds.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class SessionQueueTests
{
    private const int MaxStanzas = 40;
    private const int MaxBytes = 4_000;

    private enum Step
    {
        AddSmall,
        AddLarge,
        AddBarrier,
        SettleOldest,
        Take,
        TakeAll,
    }

    private static readonly object Carrier = new();
    private static readonly Message Small = Stanza(10);
    private static readonly Message Large = Stanza(900);

    [Fact]
    public void It_is_a_bounded_list_with_barriers() =>
        Prop.ForAll(
            Gen.Frequency(
                (6, Gen.Constant(Step.AddSmall)), (2, Gen.Constant(Step.AddLarge)), (2, Gen.Constant(Step.AddBarrier)),
                (2, Gen.Constant(Step.SettleOldest)), (6, Gen.Constant(Step.Take)), (1, Gen.Constant(Step.TakeAll))).ListOf().ToArbitrary(),
            steps =>
            {
                var queue = Queue(MaxStanzas, MaxBytes);
                var model = new List<SessionItem>();
                return steps.All(step => Do(step, queue, model)) && queue.Count == model.Count;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(300));

    [Fact]
    public void One_stanza_is_taken_however_large()
    {
        var queue = Queue(10, 100);
        Assert.True(queue.TryAdd(Item(Large)));
        Assert.False(queue.TryAdd(Item(Small)));
        Assert.True(Take(queue, out var item, out _));
        Assert.Same(Large, item.Stanza);
        Assert.True(queue.TryAdd(Item(Small)));
    }

    [Fact]
    public void Nothing_behind_a_barrier_is_taken_before_it_is_settled()
    {
        var queue = Queue(10, 1000);
        var receipt = new Receipt();
        queue.TryAdd(new SessionItem { Gate = receipt });
        queue.TryAdd(Item(Small));
        Assert.False(Take(queue, out _, out var barrier));
        Assert.Same(receipt, barrier);
        receipt.Release();
        Assert.True(Take(queue, out var item, out barrier));
        Assert.Same(Small, item.Stanza);
        Assert.Null(barrier);
    }

    [Fact]
    public void Producers_on_many_threads_keep_their_own_order()
    {
        const int Each = 5_000;
        var queue = Queue(4 * Each, int.MaxValue);
        var stanzas = Enumerable.Range(0, 4).Select(p => Enumerable.Range(0, Each).Select(i => Stanza(1, $"{p} {i}")).ToArray()).ToArray();
        var taken = new List<string>();
        Parallel.Invoke(
            [
                .. stanzas.Select(mine => (Action)(() =>
                {
                    foreach (var stanza in mine)
                    {
                        Assert.True(queue.TryAdd(Item(stanza)));
                    }
                })),
                () =>
                {
                    while (taken.Count < 4 * Each)
                    {
                        if (Take(queue, out var item, out _))
                        {
                            taken.Add(item.Stanza!.Id!);
                        }
                    }
                },
            ]);
        for (int p = 0; p < 4; p++)
        {
            Assert.Equal(Enumerable.Range(0, Each).Select(i => $"{p} {i}"), taken.Where(id => id.StartsWith($"{p} ", StringComparison.Ordinal)));
        }
    }

    private static bool Do(Step step, SessionQueue queue, List<SessionItem> model)
    {
        switch (step)
        {
            case Step.AddSmall or Step.AddLarge or Step.AddBarrier:
                var item = step == Step.AddBarrier ? new SessionItem { Gate = new Receipt() } : Item(step == Step.AddSmall ? Small : Large);
                bool fits = model.Count < MaxStanzas && (model.Count == 0 || model.Sum(one => one.Stanza?.Bytes ?? 0) < MaxBytes);
                if (fits)
                {
                    model.Add(item);
                }
                return queue.TryAdd(item) == fits;
            case Step.SettleOldest:
                model.FirstOrDefault(one => one.Gate is { IsSettled: false }).Gate?.Release();
                return true;
            case Step.Take:
                while (model.Count > 0 && model[0].Gate is { IsSettled: true })
                {
                    model.RemoveAt(0);
                }
                bool isTaken = Take(queue, out var taken, out var barrier);
                if (model.Count == 0 || model[0].Gate is not null)
                {
                    return !isTaken && ReferenceEquals(barrier, model.Count == 0 ? null : model[0].Gate);
                }
                var expected = model[0];
                model.RemoveAt(0);
                return isTaken && taken == expected && barrier is null;
            default:
                var rest = model.Where(one => one.Gate is null).ToList();
                model.Clear();
                return queue.TakeAll().SequenceEqual(rest) && queue.Count == 0;
        }
    }

    private static SessionQueue Queue(int maxStanzas, int maxBytes)
    {
        var queue = new SessionQueue(BareJid.Parse("juliet@example.org"), maxStanzas, maxBytes);
        queue.SetCarrier(Carrier);
        return queue;
    }

    private static SessionItem Item(Stanza stanza) => new() { Stanza = stanza };

    private static bool Take(SessionQueue queue, out SessionItem item, out Receipt? gate) => queue.TryTake(Carrier, out item, out gate) == QueueState.Item;

    private static Message Stanza(int bodyBytes, string id = "m1") => new(MessageType.Chat, null, null, id, new Body(new string('x', bodyBytes)));
}
