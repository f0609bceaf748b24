// What a stream that several links share counts, against what each of them counts.
using Balcony.Server.Federation;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class SentRunsTests
{
    [Fact]
    public void Each_link_gets_what_is_its_own_of_a_count()
    {
        var (sent, one, other) = (new SentRuns<string>(0), "one", "other");
        Send(sent, one, one, other, one, other, other);
        Assert.Equal("one 2", Take(sent, 2));
        Assert.Equal("other 1, one 1", Take(sent, 4));
        Assert.Equal("other 2", Take(sent, 6));
        Assert.False(sent.AwaitsAcknowledgement);
    }

    [Fact]
    public void A_count_may_end_inside_a_run()
    {
        var (sent, one, other) = (new SentRuns<string>(0), "one", "other");
        Send(sent, one, one, one, other, other);
        Assert.Equal("one 1", Take(sent, 1));
        Assert.Equal("one 1", Take(sent, 2));
        Assert.Equal("one 1, other 1", Take(sent, 4));
        Send(sent, one);
        Assert.Equal("other 1, one 1", Take(sent, 6));
    }

    [Fact]
    public void A_count_of_more_than_was_sent_is_none()
    {
        var (sent, one) = (new SentRuns<string>(5), "one");
        Send(sent, one);
        Assert.False(sent.TryAcknowledge(7, []));
        Assert.False(sent.TryAcknowledge(4, []));
        Assert.Equal("one 1", Take(sent, 6));
    }

    [Fact]
    public void Counts_wrap_around()
    {
        var (sent, one) = (new SentRuns<string>(uint.MaxValue), "one");
        Send(sent, one, one);
        Assert.Equal("one 2", Take(sent, 1));
    }

    [Fact]
    public void What_is_sent_again_counts_again()
    {
        var (sent, one, other) = (new SentRuns<string>(0), "one", "other");
        Send(sent, one, other, one);
        Assert.Equal("one 1", Take(sent, 1));
        sent.Rewind();
        Assert.Equal(1u, sent.Sent);
        Send(sent, one);
        Assert.Equal("one 1", Take(sent, 2));
    }

    [Fact]
    public void Any_order_and_any_counts_give_each_link_what_it_sent()
    {
        var random = new Random(7);
        var links = Enumerable.Range(0, 5).Select(i => $"n{i}").ToArray();
        var (sent, expected, got) = (new SentRuns<string>(0), new int[5], new int[5]);
        var (written, acknowledged) = (0u, 0u);
        for (int step = 0; step < 2_000; step++)
        {
            int which = random.Next(5);
            sent.Add(links[which]);
            if (random.Next(4) == 0)
            {
                sent.TakeBack();
            }
            else
            {
                expected[which]++;
                written++;
            }
            acknowledged += (uint)random.Next((int)(written - acknowledged) + 1) / 2;
            var newly = new List<(string Link, uint Count)>();
            Assert.True(sent.TryAcknowledge(acknowledged, newly));
            newly.ForEach(run => got[Array.IndexOf(links, run.Link)] += (int)run.Count);
        }
        List<(string Link, uint Count)> last = [];
        Assert.True(sent.TryAcknowledge(written, last));
        last.ForEach(run => got[Array.IndexOf(links, run.Link)] += (int)run.Count);
        Assert.Equal(expected, got);
    }

    private static void Send(SentRuns<string> sent, params ReadOnlySpan<string> links)
    {
        foreach (var link in links)
        {
            sent.Add(link);
        }
    }

    private static string Take(SentRuns<string> sent, uint count)
    {
        List<(string Link, uint Count)> newly = [];
        Assert.True(sent.TryAcknowledge(count, newly));
        return string.Join(", ", newly.Select(run => $"{run.Link} {run.Count}"));
    }
}
