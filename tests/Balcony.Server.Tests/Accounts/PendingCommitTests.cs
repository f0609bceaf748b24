// What clients see while commits are on their way: nothing out of its order, and in the archive what came before they asked.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Delivery;
using Balcony.Server.Tests.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Accounts;

public sealed class PendingCommitTests : IAsyncLifetime
{
    private static readonly BareJid Host = BareJid.Parse("example.org");

    private readonly TestClock _clock = new();
    private readonly ForgetfulDisk _disk = new();
    private readonly MemoryStorage _storage;
    private readonly ServerMetrics _metrics = new();
    private readonly List<(WordsTransport Transport, Task Serving)> _clients = [];
    private AccountDirectory? _accounts;
    private BalconyServer? _server;

    public PendingCommitTests() => _storage = new MemoryStorage(_disk);

    public async ValueTask InitializeAsync()
    {
        _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, _clock);
        foreach (var name in (string[])["romeo", "juliet"])
            await _accounts.CreateAsync(BareJid.Create(name, Host.Domain), "secret", TestContext.Current.CancellationToken);
        _server = new BalconyServer(new ServerSettings { Hosts = [Host] }, _storage, _accounts, _clock, NullLoggerFactory.Instance, _metrics);
    }

    public async ValueTask DisposeAsync()
    {
        _disk.Release();
        foreach (var (transport, serving) in _clients)
        {
            transport.Leave();
            await serving;
            await transport.DisposeAsync();
        }
        await _server!.DisposeAsync();
        _accounts!.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Presence_comes_behind_the_subscription_that_allows_it(bool isOneByOne)
    {
        var (romeo, juliet) = (await LogInAsync("romeo"), await LogInAsync("juliet"));
        await romeo.AskAsync("<iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq><presence/>", "<presence");
        await juliet.AskAsync("<iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq><presence/>", "<presence");
        var asked = juliet.HearAsync("type='subscribe'");
        await romeo.AskAsync("<presence to='juliet@example.org' type='subscribe'/>", "ask='subscribe'");
        await asked;
        _disk.Hold();
        var told = romeo.HearAsync("from='juliet@example.org/");
        juliet.Say("<presence to='romeo@example.org' type='subscribed'/>");
        while (!told.IsCompleted)
        {
            // The moment in which the approval is committed, and what it is for Romeo is not.
            if (isOneByOne) _disk.Apply(1);
            else _disk.Release();
            _disk.Hold();
            await Task.Yield();
        }
        await told;
        var said = romeo.Said;
        int subscribed = said.IndexOf("type='subscribed'", StringComparison.Ordinal);
        int push = said.IndexOf("subscription='to'", StringComparison.Ordinal);
        int presence = said.IndexOf("from='juliet@example.org/", StringComparison.Ordinal);
        Assert.True(subscribed >= 0 && subscribed < push && push < presence, said);
    }

    [Fact]
    public async Task A_query_waits_for_what_another_device_has_sent_and_the_account_got_before()
    {
        var (orchard, garden, juliet) = (await LogInAsync("romeo"), await LogInAsync("romeo"), await LogInAsync("juliet"));
        await orchard.AskAsync("<presence/>", "<presence");
        _disk.Hold();
        orchard.Say("<message to='juliet@example.org' type='chat'><body>sent before</body></message>");
        juliet.Say("<message to='romeo@example.org' type='chat'><body>got before</body></message>");
        await UntilAsync(() => _disk.Waiting >= 2);
        var answer = garden.AskAsync("<iq type='set' id='q'><query xmlns='urn:xmpp:mam:2'/></iq>", "<fin");
        // Answered in its turn, which shows that the query was heard.
        await garden.AskAsync("<iq type='get' id='p' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>", "id='p'");
        Assert.False(answer.IsCompleted);
        orchard.Say("<message to='juliet@example.org' type='chat'><body>sent later</body></message>");
        await UntilAsync(() => _disk.Waiting >= 3);
        while (!answer.IsCompleted && _disk.Waiting > 1) _disk.Apply(1);
        await answer;
        Assert.Equal(1, _disk.Waiting);
        Assert.Contains("sent before", garden.Said, StringComparison.Ordinal);
        Assert.Contains("got before", garden.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("sent later", garden.Said, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<WordsTransport> LogInAsync(string name)
    {
        var transport = new WordsTransport();
        _clients.Add((transport, _server!.ServeAsync(transport)));
        await transport.LogInAsync(name, "secret");
        return transport;
    }
}
