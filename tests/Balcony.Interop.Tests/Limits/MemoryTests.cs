// What strangers and slow readers may cost, measured at the running program.
using System.Globalization;
using System.Text;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Limits;

public sealed class MemoryTests : IAsyncLifetime
{
    private const int Connections = 1_000;
    private const int MostMegabytes = 64;
    private readonly BalconyProcess _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        using var warm = await RawClient.LoginAsync(_server.DirectTlsPort, "warm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_thousand_endless_start_tags_cost_at_most_64_MB()
    {
        var idle = Rss();
        var clients = new List<RawClient>();
        try
        {
            for (var i = 0; i < Connections; i++)
                clients.Add(await RawClient.ConnectAsync(_server.StartTlsPort));
            var most = 0;
            var chunk = Encoding.UTF8.GetBytes(new string('x', 1_024));
            foreach (var client in clients)
                await client.SendAsync("<stream:stream xmlns='jabber:client' to='");
            // Round after round, so that all of them hold what they hold at the same time.
            var open = clients.ToList();
            for (var round = 0; round < 200 && open.Count > 0; round++)
            {
                foreach (var client in open.ToList())
                {
                    try
                    {
                        await client.SendAsync(chunk);
                    }
                    catch (IOException)
                    {
                        open.Remove(client);
                    }
                }
                most = Math.Max(most, Rss() - idle);
            }
            Assert.True(open.Count == 0, $"{open.Count} of {Connections} may go on after 200 kB of a start tag");
            Assert.True(most <= MostMegabytes * 1_024, $"{most / 1_024} MB above idle");
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
        using var afterwards = await RawClient.LoginAsync(_server.DirectTlsPort, "afterwards");
    }

    [Fact]
    public async Task An_endless_start_tag_is_answered_with_policy_violation()
    {
        using var client = await RawClient.ConnectAsync(_server.StartTlsPort);
        await client.SendAsync("<stream:stream xmlns='jabber:client' to='" + new string('x', 64 * 1_024));
        Assert.Contains("<policy-violation", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_stops_reading_loses_its_own_connection_only()
    {
        var address = $"deaf@{BalconyProcess.Domain}";
        using var deaf = await RawClient.LoginAsync(_server.DirectTlsPort, "deaf");
        using var sender = await RawClient.LoginAsync(_server.DirectTlsPort, "sender");
        using var other = await RawClient.LoginAsync(_server.DirectTlsPort, "other");
        var idle = Rss();
        // 40 MB: more than any buffer between the two may hold. The body would be kept offline after the loss; headlines are not.
        var message = $"<message to='{address}' type='headline'><body>{new string('z', 50_000)}</body></message>";
        for (var sent = 0; sent < 800; sent++)
        {
            await sender.SendAsync(message);
            if (sent % 100 == 0)
            {
                await sender.AskAsync($"<iq type='get' id='sent-{sent}.' to='{BalconyProcess.Domain}'><ping xmlns='urn:xmpp:ping'/></iq>", $"sent-{sent}.");
                await other.AskAsync($"<iq type='get' id='other-{sent}.' to='{BalconyProcess.Domain}'><ping xmlns='urn:xmpp:ping'/></iq>", $"other-{sent}.");
            }
            Assert.True(Rss() - idle <= MostMegabytes * 1_024, $"{(Rss() - idle) / 1_024} MB above idle after {sent} messages");
        }
        var read = await deaf.ReadToEndAsync();
        Assert.DoesNotContain("</message></message>", read, StringComparison.Ordinal);
        Assert.True(read.Length < 32 * 1_024 * 1_024, $"{read.Length} bytes were kept for a client that does not read");
    }

    private int Rss()
    {
        var line = File.ReadLines($"/proc/{_server.ProgramId}/smaps_rollup").First(text => text.StartsWith("Rss:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
