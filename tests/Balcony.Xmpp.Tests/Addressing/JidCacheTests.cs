// The cache of hot addresses: shared instances, a bound, and hot entries that outlive a flood.
using System.Text;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Xmpp.Tests.Addressing;

public sealed class JidCacheTests
{
    [Fact]
    public void An_address_that_is_asked_for_again_is_the_same_instance()
    {
        var cache = new JidCache(64);
        Assert.Same(Get(cache, "Juliet@capulet.lit/balcony"), Get(cache, "Juliet@capulet.lit/balcony"));
        Assert.Same(Get(cache, "Juliet@capulet.lit/balcony").Bare, Get(cache, "juliet@capulet.lit"));
        Assert.Same(Get(cache, "juliet@capulet.lit").Host, Get(cache, "capulet.lit"));
    }

    [Fact]
    public void A_cached_address_is_parsed_without_allocating()
    {
        ReadOnlySpan<byte> raw = "juliet@capulet.lit/balcony-0"u8;
        for (var i = 0; i < 3; i++) Assert.True(Jid.TryParse(raw, out Jid? _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Jid.TryParse(raw, out Jid? _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_flood_of_addresses_stays_in_its_bound_and_leaves_hot_ones_alone()
    {
        var cache = new JidCache(64);
        var hot = Get(cache, "hot@capulet.lit");
        Assert.Same(hot, Get(cache, "hot@capulet.lit"));
        for (var i = 0; i < 10_000; i++) Get(cache, $"guest{i}@capulet.lit");
        Assert.InRange(cache.Count, 1, 64);
        Assert.Same(hot, Get(cache, "hot@capulet.lit"));
    }

    [Fact]
    public void A_hot_address_that_cools_down_makes_room()
    {
        var cache = new JidCache(4);
        for (var i = 0; i < 3; i++)
        {
            Get(cache, $"host{i}.lit");
            Get(cache, $"host{i}.lit");
        }
        for (var i = 3; i < 9; i++)
        {
            Get(cache, $"host{i}.lit");
            Get(cache, $"host{i}.lit");
        }
        Assert.Same(Get(cache, "host8.lit"), Get(cache, "host8.lit"));
        Assert.Equal(4, cache.Count);
    }

    [Fact]
    public void A_long_address_and_a_wrong_one_are_not_kept()
    {
        var cache = new JidCache(64);
        Get(cache, new string('a', 2 * JidCache.MaxKeyBytes) + "@" + new string('b', 60));
        Assert.Equal(1, cache.Count); // the host alone
        Assert.False(cache.TryGet("@"u8, out _));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void Threads_that_race_for_the_same_set_get_right_addresses()
    {
        var cache = new JidCache(8);
        Parallel.For(0, 20_000, i => Assert.Equal($"user{i % 50}@capulet.lit", Get(cache, $"User{i % 50}@capulet.lit").ToString()));
        Assert.InRange(cache.Count, 1, 8);
    }

    private static Jid Get(JidCache cache, string text) =>
        cache.TryGet(Encoding.UTF8.GetBytes(text), out var jid) ? jid : throw new FormatException(text);
}
