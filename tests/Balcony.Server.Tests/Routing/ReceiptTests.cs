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
