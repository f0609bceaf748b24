// Requests of the server: who may answer, and what happens when nobody does.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Xunit;

namespace Balcony.Server.Tests.Routing;

public sealed class IqRequestsTests : IDisposable
{
    private static readonly BareJid Host = BareJid.Parse("example.org");
    private static readonly Jid Service = Jid.Parse("push.example.net");

    private readonly TestClock _clock = new();
    private readonly Sent _sent = new();
    private readonly IqRequests _requests;

    public IqRequestsTests() => _requests = new IqRequests(_sent, _clock);

    public void Dispose() => _requests.Dispose();

    [Fact]
    public async Task A_result_completes_the_request()
    {
        var answer = Ask();
        _requests.Answer(_sent.Last.Result(new Ping()));
        Assert.Equal("ping", (await answer).Payload!.Name);
        Assert.Equal(0, _requests.Count);
    }

    [Fact]
    public async Task An_error_completes_it_too()
    {
        var answer = Ask();
        _requests.Answer((Iq)_sent.Last.ErrorReply(StanzaError.Forbidden));
        Assert.Equal("forbidden", (await answer).Error!.Condition);
    }

    [Fact]
    public void Only_who_was_asked_answers()
    {
        var answer = Ask();
        var asked = _sent.Last;
        _requests.Answer(new Iq(IqType.Result, Host, Jid.Parse("mallory@example.net"), asked.Id!));
        _requests.Answer(new Iq(IqType.Result, Host, null, asked.Id!));
        _requests.Answer(new Iq(IqType.Result, Jid.Parse("other.example"), Service, asked.Id!));
        _requests.Answer(new Iq(IqType.Result, Host, Service, "another id"));
        Assert.False(answer.IsCompleted);
    }

    [Fact]
    public async Task Without_an_answer_it_ends_in_time()
    {
        var answer = Ask();
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(answer.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((StanzaErrorType.Wait, "remote-server-timeout"), await ErrorOf(answer));
        _requests.Answer(_sent.Last.Result());
        Assert.Equal(0, _requests.Count);
    }

    [Fact]
    public async Task No_more_than_a_bounded_number_are_under_way()
    {
        for (int i = 0; i < IqRequests.MaxPending; i++) _ = Ask();
        Assert.Equal("resource-constraint", (await Ask()).Error!.Condition);
        Assert.Equal(IqRequests.MaxPending, _requests.Count);
    }

    private Task<IqAnswer> Ask() => _requests.AskAsync(IqType.Get, Host, Service, new Ping(), TimeSpan.FromSeconds(30));

    private static async Task<(StanzaErrorType, string)> ErrorOf(Task<IqAnswer> answer) => ((await answer).Error!.Type, (await answer).Error!.Condition);

    private sealed class Sent : IRouter
    {
        public Iq Last { get; private set; } = null!;

        public IReadOnlyCollection<BareJid> Hosts => [Host];

        public void Route(Stanza stanza, Jid? to, Receipt? receipt, Session? origin) => Last = (Iq)stanza;

        public bool IsLocal(BareJid host) => false;

        public bool IsOurs(BareJid domain) => false;

        public void Bounce(Stanza? stanza, StanzaError error, Jid? to, Session? origin) => throw new NotSupportedException();

        public bool Attach(BareJid domain, IDomainService service) => throw new NotSupportedException();

        public void Detach(BareJid domain, IDomainService service) => throw new NotSupportedException();
    }
}
