// A server that stops while a client logs in (RFC 6120 §4.9.1.1): the stream error is in a stream, whenever it comes.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Streams;

public sealed class StopDuringLoginTests : IAsyncLifetime
{
    private const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>";

    private static readonly BareJid Host = BareJid.Parse("example.org");

    private readonly TestClock _clock = new();
    private readonly MemoryStorage _storage = new();
    private readonly ServerMetrics _metrics = new();
    private AccountDirectory? _accounts;
    private BalconyServer? _server;

    public async ValueTask InitializeAsync()
    {
        _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, _clock);
        await _accounts.CreateAsync(BareJid.Parse("romeo@example.org"), "secret", TestContext.Current.CancellationToken);
        var settings = new ServerSettings { Hosts = [Host], Login = new LoginOptions { AllowPlain = true } };
        _server = new BalconyServer(settings, _storage, _accounts, _clock, NullLoggerFactory.Instance, _metrics);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _accounts!.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
    }

    [Theory]
    [InlineData("<stream:features>", 1)]
    [InlineData("<success", 2)]
    public async Task Each_stream_error_stands_behind_a_stream_header(string moment, int headers)
    {
        await using var transport = new WordsTransport();
        Task? stopping = null;
        transport.Written = text =>
        {
            if (stopping is null && text.Contains(moment, StringComparison.Ordinal)) stopping = _server!.StopAsync();
        };
        transport.Say(Header);
        transport.Say("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + Convert.ToBase64String("\0romeo\0secret"u8) + "</auth>");
        var serving = _server!.ServeAsync(transport);
        await transport.Closed;
        transport.Leave();
        await serving;
        while (!stopping!.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        var all = transport.Said;
        Assert.Equal(headers, all.Split("<stream:stream ").Length - 1);
        var last = all[all.LastIndexOf("<stream:stream ", StringComparison.Ordinal)..];
        Assert.Contains("<stream:error><system-shutdown", last, StringComparison.Ordinal);
        Assert.EndsWith("</stream:error></stream:stream>", last, StringComparison.Ordinal);
        if (headers == 2) Assert.EndsWith("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><?xml version='1.0'?>", all[..^last.Length], StringComparison.Ordinal);
    }
}
