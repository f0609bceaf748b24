// A store that fails while a link writes, removes or commits: senders are told, nothing is lost silently, nothing comes twice, and it recovers.
using System.Text;
using Balcony.Client;
using Balcony.Server.Federation;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class LinkStoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_message_that_cannot_be_kept_goes_back_and_the_next_one_goes_out()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await using var juliet = await rig.LogInAsync(rig.Capulet);
        await SayAsync(rig, romeo, "before");
        Assert.Equal("before", await BodyAsync(juliet));

        rig.Montague.Disk.FailAll();
        await SayAsync(rig, romeo, "lost");
        var back = await NextAsync<Message>(romeo);
        rig.Montague.Disk.Recover();
        await SayAsync(rig, romeo, "after");

        Assert.Equal((StanzaErrorType.Wait, "resource-constraint", "lost"), (back.Error!.Type, back.Error.Condition, back.Id));
        Assert.Equal("after", await BodyAsync(juliet));
        await ArriveAsync(rig, "before", "after");
        Assert.Equal(["before", "after"], await ArchiveAsync(rig.Montague, rig.Montague.Account));
    }

    [Fact]
    public async Task It_goes_back_as_well_while_there_is_no_stream()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        rig.Network.SetSilent(rig.Capulet.Host, true);
        await SayAsync(rig, romeo, "one");

        rig.Montague.Disk.FailNext();
        await SayAsync(rig, romeo, "two");
        var back = await NextAsync<Message>(romeo);
        await SayAsync(rig, romeo, "three");
        rig.Network.SetSilent(rig.Capulet.Host, false);

        Assert.Equal(("resource-constraint", "two"), (back.Error!.Condition, back.Id));
        await ArriveAsync(rig, "one", "three");
    }

    [Fact]
    public async Task A_start_finds_what_waits_though_the_first_entry_of_the_link_failed()
    {
        await using var rig = await FederationRig.StartAsync();
        rig.Network.SetSilent(rig.Capulet.Host, true);
        await using (var romeo = await rig.LogInAsync(rig.Montague))
        {
            rig.Montague.Disk.FailNext();
            await SayAsync(rig, romeo, "lost");
            await NextAsync<Message>(romeo);
            await SayAsync(rig, romeo, "kept");
            await BackAsync(rig, romeo);
        }

        await rig.CrashMontagueAsync();
        rig.Network.SetSilent(rig.Capulet.Host, false);
        await ArriveAsync(rig, "kept");
    }

    [Fact]
    public async Task What_the_peer_has_is_removed_when_the_store_is_back_and_does_not_go_out_again()
    {
        await using var rig = await FederationRig.StartAsync(new LinkOptions { AskEvery = 1 });
        await using (var romeo = await rig.LogInAsync(rig.Montague))
        {
            await SayAsync(rig, romeo, "warm");
            await ArriveAsync(rig, "warm");
            // The first commit keeps it, the second one is for what the peer acknowledged.
            rig.Montague.Disk.FailNext(2);
            await SayAsync(rig, romeo, "once");
            await ArriveAsync(rig, "warm", "once");
        }

        Assert.Contains(rig.Errors.All, error => error.Contains("could not be removed", StringComparison.Ordinal));
        await rig.CrashMontagueAsync();
        await ArriveAsync(rig, "warm", "once");
    }

    [Fact]
    public async Task A_recipients_server_that_cannot_keep_it_says_so_to_the_sender()
    {
        await using var rig = await FederationRig.StartAsync();
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await SayAsync(rig, romeo, "before");
        await ArriveAsync(rig, "before");

        rig.Capulet.Disk.FailAll();
        await SayAsync(rig, romeo, "lost");
        var back = await NextAsync<Message>(romeo);
        rig.Capulet.Disk.Recover();
        await SayAsync(rig, romeo, "after");

        Assert.Equal((StanzaErrorType.Wait, "resource-constraint", "lost"), (back.Error!.Type, back.Error.Condition, back.Id));
        await ArriveAsync(rig, "before", "after");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Over_disks_that_fail_now_and_then_each_message_arrives_once_or_comes_back(int seed)
    {
        const int Count = 60;
        var random = new Random(seed);
        var back = new List<string>();
        await using var rig = await FederationRig.StartAsync(new LinkOptions { AskEvery = 3, Bidirectional = seed % 2 == 0 });
        await using var romeo = await rig.LogInAsync(rig.Montague);
        for (int i = 0; i < Count; i++)
        {
            switch (random.Next(8))
            {
                case 0: rig.Montague.Disk.FailNext(random.Next(1, 4)); break;
                case 1: rig.Capulet.Disk.FailNext(random.Next(1, 4)); break;
                case 2: rig.Network.CutAll(); break;
                case 3: await PassAsync(rig, 1); break;
            }
            await SayAsync(rig, romeo, $"{i}");
        }
        List<string> arrived;
        long began = TimeProvider.System.GetTimestamp();
        do
        {
            await BackAsync(rig, romeo, into: back);
            await PassAsync(rig, 1);
            arrived = await ArchiveAsync(rig.Capulet, rig.Capulet.Account);
        }
        while ((arrived.Count + back.Count < Count || (await WaitingAsync(rig)).Count > 0) && TimeProvider.System.GetElapsedTime(began) < Patience);
        Assert.True(arrived.Select(int.Parse).Zip(arrived.Skip(1).Select(int.Parse)).All(pair => pair.First < pair.Second), $"not in order, or twice: {string.Join(' ', arrived)}\n{rig.Story}");
        Assert.Empty(arrived.Intersect(back));
        string missing = string.Join(' ', Enumerable.Range(0, Count).Select(i => $"{i}").Except(arrived).Except(back));
        Assert.True(missing.Length == 0, $"neither arrived nor came back: {missing}\n{string.Join('\n', rig.Errors.All)}\n{rig.Story}");
        Assert.Empty(await WaitingAsync(rig));
    }

    // These are in her archive in the end, and nothing is left to be sent.
    private static async Task ArriveAsync(FederationRig rig, params string[] bodies)
    {
        long began = TimeProvider.System.GetTimestamp();
        List<string> arrived;
        int waiting;
        do
        {
            await PassAsync(rig, 1);
            arrived = await ArchiveAsync(rig.Capulet, rig.Capulet.Account);
            waiting = (await WaitingAsync(rig)).Count;
        }
        while ((arrived.Count < bodies.Length || waiting > 0) && TimeProvider.System.GetElapsedTime(began) < Patience);
        // What would come twice would come now.
        await PassAsync(rig, 5);
        arrived = await ArchiveAsync(rig.Capulet, rig.Capulet.Account);
        Assert.True(waiting == 0 && arrived.SequenceEqual(bodies), $"arrived: {string.Join(' ', arrived)}; {waiting} wait\n{string.Join('\n', rig.Errors.All)}\n{rig.Story}");
    }

    // What comes back, up to his own message to himself: what he sent before was dealt with.
    private static async Task BackAsync(FederationRig rig, XmppClient client, List<string>? into = null)
    {
        await client.SendAsync(Stanza.Read(XmlElement.Parse(Encoding.UTF8.GetBytes($"<message to='{rig.Montague.Account}' id='end'><body>end</body></message>"))));
        while (await NextAsync<Message>(client) is { Id: not "end" } message)
        {
            into?.Add(message.Id!);
        }
    }

    // Time passes, as far as the servers have kept up with it.
    private static async Task PassAsync(FederationRig rig, int seconds)
    {
        for (int i = 0; i <= 2 * seconds; i++)
        {
            long began = TimeProvider.System.GetTimestamp();
            for (int calm = 0; calm < 3; calm = rig.IsAtRest ? calm + 1 : 0)
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("the servers do not come to rest");
                await Task.Yield();
            }
            rig.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private static async Task<List<string>> ArchiveAsync(MemoryServer server, BareJid account) =>
    [
        .. (await server.Storage.Ledger.PageAsync(account, LedgerQuery.All with { Limit = 1_000 }))
            .Select(entry => Stanza.Read(XmlElement.Parse(entry.Stanza.Span))).OfType<Message>().Where(message => message is { IsError: false, Id: not "end" }).Select(message => message.Body!),
    ];

    private static async Task<IReadOnlyList<LedgerEntry>> WaitingAsync(FederationRig rig) =>
        await rig.Montague.Storage.Ledger.OfflineAsync(BareJid.Create(rig.Montague.Host.Domain, rig.Capulet.Host.Domain), 10);

    private static ValueTask SayAsync(FederationRig rig, XmppClient client, string body) =>
        client.SendAsync(Stanza.Read(XmlElement.Parse(Encoding.UTF8.GetBytes($"<message to='{rig.Capulet.Account}' type='chat' id='{body}'><body>{body}</body></message>"))));

    private static async Task<string> BodyAsync(XmppClient client) => (await NextAsync<Message>(client)).Body!;

    private static async Task<T> NextAsync<T>(XmppClient client)
        where T : Stanza
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var stanza in client.ReadAllAsync(patience.Token))
        {
            if (stanza is T found) return found;
        }
        throw new InvalidOperationException("The stream ended.");
    }
}
