// XEP-0357 §7: how often a service is told, what is merged, and when it is tried again.
using Balcony.Server.Modules;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class PushLineTests : IDisposable
{
    private static readonly Jid Romeo = Jid.Parse("romeo@example.org/orchard");
    private static readonly PushOptions Options = new() { Interval = TimeSpan.FromSeconds(10), RetryAfter = TimeSpan.FromSeconds(30), MaxRetries = 3 };

    private readonly TestClock _clock = new();
    private readonly List<(TimeSpan At, PushNews News)> _published = [];
    private readonly Queue<PushOutcome> _outcomes = [];
    private readonly PushLine _line;
    private TaskCompletionSource<PushOutcome>? _answer;
    private bool _answersLate;

    public PushLineTests() => _line = new PushLine(Options, _clock, Publish);

    public void Dispose() => _line.Dispose();

    [Fact]
    public void The_first_news_goes_out_at_once()
    {
        _line.Offer(News(1));
        Assert.Equal([(0, 1)], Published());
    }

    [Fact]
    public void What_comes_in_the_interval_is_told_together_at_its_end()
    {
        Offer(every: 1, seconds: 9);
        Assert.Equal([(0, 1)], Published());
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal([(0, 1), (10, 9)], Published());
    }

    [Fact]
    public void A_flood_costs_one_publish_in_an_interval_and_its_last_state_is_told()
    {
        Offer(every: 1, seconds: 100);
        _clock.Advance(Options.Interval);
        Assert.Equal([.. Enumerable.Range(0, 11).Select(i => i * 10)], Published().Select(one => one.Second));
        Assert.Equal(100, _published[^1].News.Messages);
    }

    [Fact]
    public void News_that_were_merged_are_as_urgent_as_the_most_urgent_and_tell_of_the_last_message()
    {
        _line.Offer(News(1));
        _line.Offer(new PushNews(2, Romeo, "two", PushUrgency.High));
        _line.Offer(new PushNews(3, Romeo, null, PushUrgency.Low));
        _line.Offer(new PushNews(3, null, null, PushUrgency.Low));
        _clock.Advance(Options.Interval);
        Assert.Equal(new PushNews(3, Romeo, null, PushUrgency.High), _published[^1].News);
    }

    [Fact]
    public void Nothing_is_told_while_an_answer_is_awaited()
    {
        _answersLate = true;
        _line.Offer(News(1));
        _line.Offer(News(2));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(_published);
        Assert.False(_line.IsIdle);
        _answersLate = false;
        _answer!.SetResult(PushOutcome.Done);
        Assert.Equal([(0, 1), (300, 2)], Published());
    }

    [Fact]
    public void What_the_service_could_not_take_is_tried_again_after_longer_and_longer_pauses()
    {
        foreach (int _ in Enumerable.Range(0, 3)) _outcomes.Enqueue(PushOutcome.TryAgain);
        _line.Offer(News(1));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([(0, 1), (30, 1), (90, 1), (210, 1)], Published());
        Assert.True(_line.IsIdle);
    }

    [Fact]
    public void News_that_come_while_it_waits_go_with_the_next_try()
    {
        _outcomes.Enqueue(PushOutcome.TryAgain);
        _line.Offer(News(1));
        _clock.Advance(TimeSpan.FromSeconds(20));
        _line.Offer(News(2));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([(0, 1), (30, 2)], Published());
    }

    [Fact]
    public void Trying_ends_and_the_next_news_begin_anew()
    {
        foreach (int _ in Enumerable.Range(0, 4)) _outcomes.Enqueue(PushOutcome.TryAgain);
        _line.Offer(News(1));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, _published.Count);
        _line.Offer(News(2));
        Assert.Equal((3600, 2), Published()[^1]);
    }

    [Fact]
    public void A_client_that_came_back_is_told_nothing_that_waited()
    {
        Offer(every: 1, seconds: 5);
        _line.Withdraw();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([(0, 1)], Published());
    }

    [Fact]
    public void A_client_that_came_back_meanwhile_is_not_told_again()
    {
        _answersLate = true;
        _line.Offer(News(1));
        _line.Withdraw();
        _answer!.SetResult(PushOutcome.TryAgain);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(_published);
        Assert.True(_line.IsIdle);
    }

    [Fact]
    public void It_rests_when_the_interval_is_over()
    {
        _line.Offer(News(1));
        Assert.False(_line.IsIdle);
        _clock.Advance(Options.Interval);
        Assert.True(_line.IsIdle);
    }

    private static PushNews News(int messages) => new(messages, Romeo, "hello", PushUrgency.Low);

    private void Offer(int every, int seconds)
    {
        for (int i = 1; i <= seconds; i += every)
        {
            _line.Offer(News(i));
            _clock.Advance(TimeSpan.FromSeconds(every));
        }
    }

    private List<(int Second, int Messages)> Published() => [.. _published.Select(one => ((int)one.At.TotalSeconds, one.News.Messages))];

    private Task<PushOutcome> Publish(PushNews news)
    {
        _published.Add((_clock.GetElapsedTime(0), news));
        if (_answersLate)
        {
            _answer = new TaskCompletionSource<PushOutcome>();
            return _answer.Task;
        }
        return Task.FromResult(_outcomes.TryDequeue(out var outcome) ? outcome : PushOutcome.Done);
    }
}
