// Which stanza of a peer is new, and which number is stored: what a crash of either side, a backup or a clock does to them.
using System.Globalization;
using Balcony.Server.Federation;
using Balcony.Server.Routing;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class PeerNumberTests
{
    [Theory]
    [InlineData("1:1 1:2 2:3", "", "one after the other")]
    [InlineData("1:1 2:2 1:1 2:2 3:3", "2 3", "a sender that crashed sends again")]
    [InlineData("5:10 6:1 6:2", "", "an older copy of the sender's database was put back")]
    [InlineData("5:10 6:1 6:2 6:1 6:2", "3 4", "and sends again")]
    [InlineData("5:10 3:11 4:12 6:13", "", "the sender's clock was put back")]
    [InlineData("5:10 3:11 5:10 3:11 4:12 4:12", "2 3 5", "and sends again")]
    public void What_came_before_is_known_again(string numbers, string known, string why)
    {
        var last = new PeerNumber(default);
        var came = numbers.Split(' ').Select(text => text.Split(':')).Select(parts => new StanzaNumber(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(known, string.Join(' ', Enumerable.Range(0, came.Count).Where(i => Take(last, came[i]) is not null)));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void What_was_stored_counts_after_a_restart()
    {
        var last = new PeerNumber(new StanzaNumber(5, 10));
        Assert.NotNull(Take(last, new StanzaNumber(5, 9)));
        Assert.NotNull(Take(last, new StanzaNumber(5, 10)));
        Assert.Null(Take(last, new StanzaNumber(5, 11)));
    }

    [Fact]
    public void A_stream_that_lingers_takes_no_stored_number_back()
    {
        var last = new PeerNumber(default);
        Assert.True(last.TryWrite(new StanzaNumber(1, 1)));
        Assert.True(last.TryWrite(new StanzaNumber(2, 2)));
        Assert.False(last.TryWrite(new StanzaNumber(1, 1)));
        Assert.False(last.TryWrite(new StanzaNumber(2, 2)));
    }

    private static Receipt? Take(PeerNumber last, StanzaNumber number) => last.Take(ref number, new Receipt());
}
