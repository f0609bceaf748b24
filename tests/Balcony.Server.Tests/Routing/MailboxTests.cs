// The single-threaded owner: order, bounds, and what stands between a chain of mailboxes and the end of the stack.
using System.Collections.Concurrent;
using Balcony.Server.Routing;
using Balcony.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Balcony.Server.Tests.Routing;

public sealed class MailboxTests
{
    private const int Plenty = 1_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void An_idle_mailbox_runs_on_the_thread_that_posts()
    {
        int thread = 0;
        var mailbox = new Probe(Plenty, _ =>
        {
            thread = Environment.CurrentManagedThreadId;
            return default;
        });
        Assert.True(mailbox.Post(1));
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(1, mailbox.TimesIdle);
    }

    [Fact]
    public void What_a_handler_posts_to_its_own_mailbox_comes_after_it()
    {
        var seen = new List<string>();
        Probe mailbox = null!;
        mailbox = new Probe(Plenty, item =>
        {
            seen.Add($"{item} begins");
            if (item == 1)
            {
                mailbox.Post(2);
            }
            seen.Add($"{item} ends");
            return default;
        });
        mailbox.Post(1);
        Assert.Equal(["1 begins", "1 ends", "2 begins", "2 ends"], seen);
    }

    // Whatever the handlers do: return, yield, or wait for something that others complete.
    [Fact]
    public void Each_producers_items_are_handled_in_its_order_and_one_at_a_time() =>
        Prop.ForAll(Gen.Choose(1, 6).Two().ToArbitrary(), Gen.Choose(0, 9).ListOf().ToArbitrary(), (shape, habits) =>
        {
            var (producers, burst) = shape;
            int each = 40 * burst;
            var last = new int[producers];
            var problems = new ConcurrentQueue<string>();
            int inside = 0, left = producers * each;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var mailbox = new Probe(Plenty, async item =>
            {
                if (Interlocked.Increment(ref inside) != 1)
                {
                    problems.Enqueue("two at a time");
                }
                int producer = item / Plenty, number = item % Plenty;
                if (last[producer]++ != number)
                {
                    problems.Enqueue($"producer {producer}: {number} after {last[producer] - 1} others");
                }
                int habit = habits.Count == 0 ? 0 : habits[number % habits.Count];
                if (habit == 9)
                {
                    await Task.Yield();
                }
                else if (habit == 8)
                {
                    await Task.Run(static () => { });
                }
                Interlocked.Decrement(ref inside);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.SetResult();
                }
            });
            Parallel.For(0, producers, producer =>
            {
                for (int i = 0; i < each; i++)
                {
                    mailbox.Post((producer * Plenty) + i);
                }
            });
            done.Task.Wait(Cancel);
            return problems.IsEmpty;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public async Task A_full_mailbox_refuses_what_is_not_urgent_and_loses_nothing_it_took()
    {
        var gate = new TaskCompletionSource();
        var handled = new ConcurrentQueue<int>();
        var all = new TaskCompletionSource();
        var mailbox = new Probe(3, async item =>
        {
            await gate.Task;
            handled.Enqueue(item);
            if (handled.Count == 5)
            {
                all.SetResult();
            }
        });
        bool[] taken = [.. Enumerable.Range(0, 6).Select(item => mailbox.Post(item))];
        // One is being handled, three wait.
        Assert.Equal([true, true, true, true, false, false], taken);
        Assert.Equal(3, mailbox.QueueLength);
        Assert.True(mailbox.Post(9, isUrgent: true));
        gate.SetResult();
        await all.Task.WaitAsync(Cancel);
        Assert.Equal([0, 1, 2, 3, 9], handled);
        Assert.True(mailbox.Post(6));
    }

    [Fact]
    public async Task A_chain_of_mailboxes_goes_to_the_pool_before_it_takes_the_stack()
    {
        const int Length = 20_000;
        int deepest = 0;
        var nesting = new ThreadLocal<int>();
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var chain = new Probe[Length];
        for (int i = 0; i < Length; i++)
        {
            int next = i + 1;
            chain[i] = new Probe(1, item =>
            {
                nesting.Value++;
                InterlockedMax(ref deepest, nesting.Value);
                if (next == Length)
                {
                    end.SetResult();
                }
                else
                {
                    chain[next].Post(item);
                }
                nesting.Value--;
                return default;
            });
        }
        Assert.True(chain[0].Post(1));
        await end.Task.WaitAsync(Cancel);
        Assert.InRange(deepest, 2, Probe.MaxDepth + 1);
    }

    [Fact]
    public async Task A_fault_in_an_item_is_logged_and_the_next_is_handled()
    {
        var handled = new ConcurrentQueue<int>();
        var third = new TaskCompletionSource();
        var mailbox = new Probe(Plenty, async item =>
        {
            if (item == 1)
            {
                throw new InvalidOperationException("before waiting");
            }
            await Task.Yield();
            if (item == 2)
            {
                throw new InvalidOperationException("after waiting");
            }
            handled.Enqueue(item);
            third.SetResult();
        });
        Assert.True(mailbox.Post(1));
        Assert.True(mailbox.Post(2));
        Assert.True(mailbox.Post(3));
        await third.Task.WaitAsync(Cancel);
        Assert.Equal([3], handled);
        Assert.Equal(2, mailbox.Errors.All.Count);
    }

    [Fact]
    public async Task A_thread_gives_a_long_queue_to_the_pool()
    {
        const int Items = 5_000;
        int here = Environment.CurrentManagedThreadId, byPoster = 0, handled = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var order = new ConcurrentQueue<int>();
        Probe mailbox = null!;
        mailbox = new Probe(Items, item =>
        {
            if (item == 0)
            {
                for (int i = 1; i < Items; i++)
                {
                    mailbox.Post(i);
                }
            }
            byPoster += Environment.CurrentManagedThreadId == here ? 1 : 0;
            order.Enqueue(item);
            if (Interlocked.Increment(ref handled) == Items)
            {
                all.SetResult();
            }
            return default;
        });
        mailbox.Post(0);
        // This thread is back, so it has no part in what is handled from here to the next await.
        int count = Volatile.Read(ref byPoster);
        await all.Task.WaitAsync(Cancel);
        Assert.InRange(count, 1, Probe.MaxHandledInOneGo + 1);
        Assert.Equal(Enumerable.Range(0, Items), order);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (int seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    private sealed class Probe(int capacity, Func<int, ValueTask> handle) : Mailbox<int>(capacity)
    {
        public LoggedErrors Errors { get; } = new();

        public int TimesIdle { get; private set; }

        protected override ILogger Logger => Errors;

        protected override ValueTask HandleAsync(int item) => handle(item);

        protected override void OnIdle() => TimesIdle++;
    }
}
