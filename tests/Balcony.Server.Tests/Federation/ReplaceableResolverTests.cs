// A resolver that a reload replaces while it is asked.
using Balcony.Server.Federation;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class ReplaceableResolverTests
{
    [Fact]
    public async Task The_one_that_was_put_there_last_is_asked()
    {
        var (first, second) = (new Asked(), new Asked());
        await using var resolver = new ReplaceableResolver(first);
        await resolver.ReplaceAsync(second);
        var asking = resolver.AskAsync("example.org", DnsType.A, TestContext.Current.CancellationToken);
        second.Answer();
        await asking;
        Assert.Equal((0, 1), (first.Questions, second.Questions));
        Assert.Same(second, resolver.Current);
    }

    [Fact]
    public async Task The_one_before_goes_when_its_last_question_is_answered()
    {
        var first = new Asked();
        await using var resolver = new ReplaceableResolver(first);
        var asking = resolver.AskAsync("example.org", DnsType.A, TestContext.Current.CancellationToken);
        await resolver.ReplaceAsync(new Asked());
        Assert.False(first.IsDisposed);
        first.Answer();
        await asking;
        Assert.True(first.IsDisposed);
    }

    [Fact]
    public async Task One_that_nobody_asks_goes_at_once_and_the_last_one_with_its_owner()
    {
        var (first, second) = (new Asked(), new Asked());
        var resolver = new ReplaceableResolver(first);
        await resolver.ReplaceAsync(second);
        Assert.True(first.IsDisposed);
        await resolver.DisposeAsync();
        Assert.True(second.IsDisposed);
    }

    private sealed class Asked : IDnsResolver
    {
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Questions { get; private set; }

        public bool IsDisposed { get; private set; }

        public bool Validates => true;

        public void Answer() => _answer.SetResult();

        public async ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default)
        {
            Questions++;
            await _answer.Task;
            return DnsAnswer.Without(name, type, DnsCode.NoData);
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return default;
        }
    }
}
