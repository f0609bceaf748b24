// When a stanza may be acknowledged: after everything it caused, once, whoever finishes last.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Routing;

public sealed class ReceiptTests
{
    // True holds, false releases: any order in which nothing is released that was not held.
    [Fact]
    public void It_settles_with_the_last_release_and_calls_back_once_wherever_that_was_asked() =>
        Prop.ForAll(Gen.Elements(true, false).ListOf().ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (steps, askAt) =>
        {
            var receipt = new Receipt();
            int pending = 1, calls = 0, at = 0;
            foreach (bool isHold in steps.TakeWhile(_ => pending > 0))
            {
                if (at++ == askAt)
                {
                    receipt.OnSettled(() => calls++);
                }
                if (isHold)
                {
                    receipt.Hold();
                    pending++;
                }
                else
                {
                    receipt.Release();
                    pending--;
                }
                if (receipt.IsSettled != (pending == 0) || calls > (pending == 0 ? 1 : 0))
                {
                    return false;
                }
            }
            if (at <= askAt)
            {
                receipt.OnSettled(() => calls++);
            }
            for (; pending > 0; pending--)
            {
                receipt.Release();
            }
            return receipt.IsSettled && calls == 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private enum Act
    {
        Ask,
        Hold,
        Release,
        HoldCommit,
        Succeed,
        Fail,
    }

    // Mailboxes and commits in any order, and any number who ask, at any time.
    [Fact]
    public void Whoever_asks_is_called_once_and_in_turn_after_all_mailboxes_and_all_commits() =>
        Prop.ForAll(Gen.Choose(0, 5).Select(act => (Act)act).ListOf().ToArbitrary(), acts =>
        {
            var receipt = new Receipt();
            var commits = new Queue<CommitTicket>();
            var called = new List<int>();
            int asked = 0, handling = 1;
            bool hasFailed = false;
            bool isWell = true;
            foreach (var act in acts.Concat(Enumerable.Repeat(Act.Release, acts.Count + 1)).Concat(Enumerable.Repeat(Act.Succeed, acts.Count)))
            {
                switch (act)
                {
                    case Act.Ask:
                        int number = asked++;
                        receipt.OnSettled(() => called.Add(number));
                        break;
                    case Act.Hold when handling > 0:
                        receipt.Hold();
                        handling++;
                        break;
                    case Act.Release when handling > 0:
                        handling--;
                        receipt.Release();
                        break;
                    case Act.HoldCommit when handling > 0:
                        var ticket = new CommitTicket();
                        commits.Enqueue(ticket);
                        receipt.Hold(ticket);
                        break;
                    case Act.Succeed or Act.Fail when commits.TryDequeue(out var done):
                        if (act == Act.Fail)
                        {
                            done.SetError(new StorageException("the disk is full"));
                            hasFailed = true;
                        }
                        done.Complete(_ => isWell = false);
                        break;
                }
                bool isSettled = handling == 0 && commits.Count == 0;
                isWell &= receipt.IsPlaced == (handling == 0) && receipt.IsSettled == isSettled && receipt.IsFailed == hasFailed
                    && called.SequenceEqual(Enumerable.Range(0, isSettled ? asked : 0));
            }
            return isWell && called.Count == asked;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Many_threads_release_and_one_asks_and_it_is_told_once()
    {
        for (int round = 0; round < 500; round++)
        {
            var receipt = new Receipt();
            for (int i = 0; i < 3; i++)
            {
                receipt.Hold();
            }
            int calls = 0;
            Parallel.Invoke(
                receipt.Release, receipt.Release, receipt.Release, receipt.Release, () => receipt.OnSettled(() => Interlocked.Increment(ref calls)));
            Assert.True(receipt.IsSettled);
            Assert.Equal(1, calls);
        }
    }

    [Fact]
    public void A_commit_that_is_done_holds_nothing_up()
    {
        var receipt = new Receipt();
        receipt.Hold(CommitTicket.Completed);
        receipt.Release();
        Assert.True(receipt.IsSettled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_commit_settles_it_whether_it_succeeds_or_fails(bool fails)
    {
        var receipt = new Receipt();
        var ticket = new CommitTicket();
        receipt.Hold(ticket);
        receipt.Release();
        Assert.False(receipt.IsSettled);
        if (fails)
        {
            ticket.SetError(new StorageException("the disk is gone"));
        }
        ticket.Complete(_ => { });
        Assert.True(receipt.IsSettled);
    }
}
