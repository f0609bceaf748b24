// The rig itself: a script that does not go as written fails, and says where.
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Server.Tests.Scenarios;

public sealed class RigScriptTests
{
    private const string Romeo = "[Client] Romeo\n\tjid: romeo@example.org/orchard\n-----\n";
    private const string ToSelf = "Romeo sends:\n\t<message to='romeo@example.org/orchard' id='1'><body>hi</body><x xmlns='urn:x' a='1'><y/><z>t</z></x></message>\n";

    [Theory]
    [InlineData("<message/>")]
    [InlineData("<message id='{scansion:any}' type='{scansion:none}'/>")]
    [InlineData("<message><x xmlns='urn:x' a='1'><z>t</z><y/></x></message>")]
    [InlineData("<message><x xmlns='urn:x' scansion:strict='false'><z>t</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x' a='{scansion:not 2}'><y/><z>{scansion:any}</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x' a='2' scansion:absent='true'/></message>")]
    public Task What_fits_passes(string expected) => PlayAsync(ToSelf + "Romeo receives:\n\t" + expected);

    [Theory]
    [InlineData("<presence/>")]
    [InlineData("<message type='chat'/>")]
    [InlineData("<message id='2'/>")]
    [InlineData("<message><body>ho</body></message>")]
    [InlineData("<message><subject/></message>")]
    [InlineData("<message id='{scansion:none}'/>")]
    [InlineData("<message id='{scansion:not 1}'/>")]
    [InlineData("<message><x xmlns='urn:x' a='1'><z>t</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x'><y/><z>t</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x' a='1'><y/><y/><z>t</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x' a='1'><y/><z>u</z></x></message>")]
    [InlineData("<message><x xmlns='urn:x' a='1' scansion:ordered='true'><z>t</z><y/></x></message>")]
    [InlineData("<message><x xmlns='urn:x' scansion:strict='false' scansion:absent='true'/></message>")]
    public async Task What_does_not_fit_fails_at_its_line(string expected)
    {
        var failure = await Assert.ThrowsAsync<ScenarioException>(() => PlayAsync(ToSelf + "Romeo receives:\n\t" + expected));
        Assert.StartsWith("rig.xs:6: Romeo receives something else", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_unread_at_the_end_fails()
    {
        var failure = await Assert.ThrowsAsync<ScenarioException>(() => PlayAsync(ToSelf));
        Assert.Contains("at the script's end Romeo has something unread", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_where_nothing_is_expected_fails()
    {
        var failure = await Assert.ThrowsAsync<ScenarioException>(() => PlayAsync(ToSelf + "Romeo receives: nothing\n"));
        Assert.StartsWith("rig.xs:6: Romeo receives something\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Romeo dances", 4)]
    [InlineData("Tybalt sends:\n\t<presence/>", 4)]
    [InlineData("Romeo sends:\n", 4)]
    [InlineData("Romeo connects\n\n\t<presence/>\nRomeo jumps", 7)]
    public void A_script_that_is_none_says_where(string text, int line)
    {
        var failure = Assert.Throws<ScenarioException>(() => ScriptReader.Read("rig.xs", Romeo + text));
        Assert.StartsWith($"rig.xs:{line}: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_time_with_the_clock_at_it()
    {
        var clock = new TestClock();
        var began = clock.GetUtcNow();
        var fired = new List<string>();
        void Note(object? name) => fired.Add($"{name} {(clock.GetUtcNow() - began).TotalSeconds}");
        using var late = clock.CreateTimer(Note, "late", TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(Note, "often", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var never = clock.CreateTimer(Note, "never", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        never.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(["often 2", "often 4", "late 5", "often 6"], fired);
    }

    private static async Task PlayAsync(string actions)
    {
        await using var target = new MemoryTarget();
        await ScenarioRunner.RunAsync(ScriptReader.Read("rig.xs", Romeo + actions), target, TestContext.Current.CancellationToken);
    }
}
