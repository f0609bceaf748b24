// The memory store with faults, as the tests of the server use it.
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class FaultPlanTests
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");

    [Fact]
    public async Task A_planned_commit_fails_and_the_others_do_not()
    {
        var plan = new FaultPlan();
        await using var storage = new MemoryStorage(plan);
        var store = storage.OpenValue("value", TextCodec.Instance);
        plan.FailNext(2);
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "1"));
        await Assert.ThrowsAsync<StorageException>(storage.Commit(new UnitOfWork().Set(store, Juliet, "2")).AsTask);
        Assert.False(storage.Health.IsHealthy);
        Assert.Equal("1", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "3"));
        Assert.True(storage.Health.IsHealthy);
    }

    [Fact]
    public async Task Held_commits_become_durable_when_the_test_says()
    {
        var plan = new FaultPlan();
        await using var storage = new MemoryStorage(plan);
        var store = storage.OpenValue("value", TextCodec.Instance);
        plan.Hold();
        var tickets = Enumerable.Range(0, 3).Select(number => storage.Commit(new UnitOfWork().Set(store, Juliet, $"{number}"))).ToList();
        Assert.Equal(3, storage.Waiting);
        plan.Release(1);
        Assert.Equal([true, false, false], tickets.Select(ticket => ticket.IsCompleted));
        Assert.Equal("0", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
        plan.Release();
        await tickets[2];
        Assert.Equal("2", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_crash_loses_what_was_not_durable()
    {
        var plan = new FaultPlan();
        await using var storage = new MemoryStorage(plan);
        var store = storage.OpenValue("value", TextCodec.Instance);
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "kept"));
        plan.Hold();
        var lost = storage.Commit(new UnitOfWork().Set(store, Juliet, "lost"));
        plan.Crash();
        Assert.False(lost.IsCompleted);
        Assert.Equal("kept", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "next"));
    }
}
