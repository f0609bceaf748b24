// Durations and sizes, both ways.
using System.Globalization;
using Balcony.Server.Hosting.Options;
using Xunit;

namespace Balcony.Server.Tests.Options;

public sealed class OptionTextTests
{
    [Theory]
    [InlineData("0", "00:00:00", "0")]
    [InlineData("4m", "00:04:00", "4m")]
    [InlineData("1h30m", "01:30:00", "1h30m")]
    [InlineData("1h 30m", "01:30:00", "1h30m")]
    [InlineData("90s", "00:01:30", "1m30s")]
    [InlineData("1.5s", "00:00:01.5", "1s500ms")]
    [InlineData("500ms", "00:00:00.5", "500ms")]
    [InlineData("2d", "2.00:00:00", "2d")]
    [InlineData("00:04:00", "00:04:00", "4m")]
    public void A_duration_is_read_and_written(string text, string duration, string written)
    {
        Assert.True(Durations.TryParse(text, out var parsed));
        Assert.Equal(TimeSpan.Parse(duration, CultureInfo.InvariantCulture), parsed);
        Assert.Equal(written, Durations.Format(parsed));
        Assert.True(Durations.TryParse(written, out var again));
        Assert.Equal(parsed, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5m1h")]
    [InlineData("1m1m")]
    [InlineData("-5m")]
    [InlineData("5 fortnights")]
    [InlineData("1..5s")]
    [InlineData("99999999999999d")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData("65536", 65_536, "64KiB")]
    [InlineData("64KiB", 65_536, "64KiB")]
    [InlineData("256kB", 256_000, "250KiB")]
    [InlineData("1 MB", 1_000_000, "1MB")]
    [InlineData("2gib", 2_147_483_648, "2GiB")]
    [InlineData("100B", 100, "100")]
    public void A_size_is_read_and_written(string text, long bytes, string written)
    {
        Assert.True(Sizes.TryParse(text, out var parsed));
        Assert.Equal(bytes, parsed);
        Assert.Equal(written, Sizes.Format(parsed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kB")]
    [InlineData("1.5MB")]
    [InlineData("-1")]
    [InlineData("99999999999GiB")]
    public void What_is_no_size_is_refused(string text) => Assert.False(Sizes.TryParse(text, out _));
}
