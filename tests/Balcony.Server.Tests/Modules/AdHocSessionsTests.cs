// XEP-0050: executions that wait: how many, how long, and whose.
using Balcony.Server.Modules;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class AdHocSessionsTests
{
    private static readonly Jid Juliet = Jid.Parse("juliet@example.org/balcony");

    private readonly TestClock _clock = new();
    private readonly AdHocOptions _options = new() { MaxSessions = 3 };

    [Fact]
    public void One_more_than_may_wait_ends_the_oldest()
    {
        var sessions = new AdHocSessions(_options, _clock);
        string[] ids = [.. Enumerable.Range(0, 4).Select(_ => Keep(sessions))];
        Assert.Equal(3, sessions.Count);
        Assert.Null(sessions.Take(ids[0]));
        Assert.All(ids[1..], id => Assert.NotNull(sessions.Take(id)));
    }

    [Fact]
    public void A_step_can_be_taken_once()
    {
        var sessions = new AdHocSessions(_options, _clock);
        string id = Keep(sessions);
        Assert.NotNull(sessions.Take(id));
        Assert.Null(sessions.Take(id));
    }

    [Fact]
    public void Time_ends_what_waits_and_a_step_begins_it_again()
    {
        var sessions = new AdHocSessions(_options, _clock);
        string id = Keep(sessions);
        _clock.Advance(_options.SessionLifetime * 0.9);
        sessions.Keep(sessions.Take(id)!);
        _clock.Advance(_options.SessionLifetime * 0.9);
        sessions.EndExpired();
        Assert.Equal(1, sessions.Count);
        _clock.Advance(_options.SessionLifetime * 0.2);
        Assert.Null(sessions.Take(id));
        Keep(sessions);
        _clock.Advance(_options.SessionLifetime);
        sessions.EndExpired();
        Assert.Equal(0, sessions.Count);
    }

    [Fact]
    public void An_id_tells_whether_it_was_issued_to_whom_and_for_what()
    {
        var sessions = new AdHocSessions(_options, _clock);
        string id = Keep(sessions), node = Form.Node;
        Assert.True(sessions.WasIssued(id, Juliet, node));
        Assert.False(sessions.WasIssued(id, Jid.Parse("nurse@example.org/house"), node));
        Assert.False(sessions.WasIssued(id, Juliet, node + "2"));
        Assert.False(sessions.WasIssued((id[0] == 'a' ? 'b' : 'a') + id[1..], Juliet, node));
        Assert.False(sessions.WasIssued("", Juliet, node));
        Assert.False(sessions.WasIssued(new string('z', id.Length), Juliet, node));
        Assert.False(new AdHocSessions(_options, _clock).WasIssued(id, Juliet, node));
    }

    private static CommandForm Form => ServiceAdministration.All[0];

    private string Keep(AdHocSessions sessions)
    {
        var execution = sessions.Begin(Juliet, Form);
        _clock.Advance(TimeSpan.FromSeconds(1));
        sessions.Keep(execution);
        return execution.Id;
    }
}
