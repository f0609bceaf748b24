// How long an attempt counts, by account and by address.
using System.Net;
using Balcony.Server.Streams;
using Balcony.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Streams;

public sealed class AttemptCounterTests
{
    private const int MaxOfAccount = 3;
    private const int MaxOfAddress = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly AttemptLimits Limits = new(MaxOfAddress, MaxOfAccount, Window, HoldForLoopback: false);

    // A step: so many seconds pass, then one of three addresses fails for one of three accounts (or names none).
    [Fact]
    public void A_failure_counts_for_one_to_two_windows() =>
        Prop.ForAll(Gen.Choose(0, 400).Zip(Gen.Choose(0, 2).Zip(Gen.Choose(0, 3))).ListOf().ToArbitrary(), steps =>
        {
            var clock = new TestClock();
            var attempts = new AttemptCounter(Limits, clock);
            var failures = new List<(DateTimeOffset At, string Address, string? Account)>();
            foreach (var (seconds, (address, account)) in steps)
            {
                // Long pauses too: several windows may end unnoticed.
                clock.Advance(TimeSpan.FromSeconds(seconds < 350 ? seconds % 100 : seconds * 4));
                foreach (string from in Addresses)
                {
                    foreach (string? of in Accounts)
                    {
                        bool isThrottled = attempts.IsOverLimit(from, of);
                        if ((MustThrottle(failures, clock, from, of, Window) && !isThrottled) || (isThrottled && !MustThrottle(failures, clock, from, of, Window * 2)))
                        {
                            return false;
                        }
                    }
                }
                attempts.Count(Addresses[address], Accounts[account]);
                failures.Add((clock.GetUtcNow(), Addresses[address], Accounts[account]));
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(80));

    [Fact]
    public void An_address_and_an_account_of_the_same_text_are_counted_apart()
    {
        var attempts = new AttemptCounter(Limits, new TestClock());
        for (int i = 0; i < MaxOfAccount; i++)
        {
            attempts.Count("192.0.2.1", "romeo@example.org");
        }
        Assert.True(attempts.IsOverLimit("198.51.100.1", "romeo@example.org"));
        Assert.False(attempts.IsOverLimit("romeo@example.org", "192.0.2.1"));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_address_is_counted_with_what_its_owner_can_choose(string one, string other, bool isSame) => Assert.Equal(
        isSame,
        new AttemptCounter(Limits, new TestClock()) is var attempts
            && attempts.KeyOf(new IPEndPoint(IPAddress.Parse(one), 1)) == attempts.KeyOf(new IPEndPoint(IPAddress.Parse(other), 2)));

    [Fact]
    public void This_machines_own_address_is_not_limited_unless_that_is_wanted()
    {
        var own = new IPEndPoint(IPAddress.IPv6Loopback, 1);
        Assert.Null(new AttemptCounter(Limits, new TestClock()).KeyOf(own));
        Assert.NotNull(new AttemptCounter(Limits with { HoldForLoopback = true }, new TestClock()).KeyOf(own));
    }

    [Fact]
    public void A_flood_of_names_does_not_grow_without_bound()
    {
        var attempts = new AttemptCounter(Limits, new TestClock());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 400_000; i++)
        {
            attempts.Count("192.0.2.1", $"account{i}@example.org");
        }
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(attempts);
        Assert.InRange(grown, 0, 48 * 1024 * 1024);
    }

    private static readonly string[] Addresses = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];

    private static readonly string?[] Accounts = ["romeo@example.org", "juliet@example.org", "nurse@example.org", null];

    private static bool MustThrottle(
        List<(DateTimeOffset At, string Address, string? Account)> failures, TestClock clock, string address, string? account, TimeSpan within)
    {
        var recent = failures.Where(one => clock.GetUtcNow() - one.At < within).ToList();
        return recent.Count(one => one.Address == address) >= MaxOfAddress
            || (account is not null && recent.Count(one => one.Account == account) >= MaxOfAccount);
    }
}
