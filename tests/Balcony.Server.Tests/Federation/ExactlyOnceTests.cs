// XEP-0198 between servers: streams that break at any moment, and servers that crash, lose nothing and bring nothing twice.
using System.Text;
using Balcony.Client;
using Balcony.Server.Federation;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class ExactlyOnceTests
{
    private const int Messages = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_both_send_over_streams_that_break_arrives_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        await using var rig = await FederationRig.StartAsync(new LinkOptions { AskEvery = 3, Bidirectional = seed % 2 == 0 });
        await using var romeo = await rig.LogInAsync(rig.Montague);
        await using var juliet = await rig.LogInAsync(rig.Capulet);
        for (int i = 0; i < Messages; i++)
        {
            await SendAsync(romeo, rig.Capulet.Account, i);
            await SendAsync(juliet, rig.Montague.Account, i);
            await DisturbAsync(rig, random);
        }

        await ArriveAsync(rig, rig.Montague, rig.Capulet);
        await ArriveAsync(rig, rig.Capulet, rig.Montague);
        Assert.Empty(rig.Errors.All);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_is_sent_to_a_server_that_crashes_arrives_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        await using var rig = await FederationRig.StartAsync(new LinkOptions { AskEvery = 3, Bidirectional = false });
        await using var romeo = await rig.LogInAsync(rig.Montague);
        for (int i = 0; i < Messages; i++)
        {
            await SendAsync(romeo, rig.Capulet.Account, i);
            if (random.Next(8) == 0)
            {
                await rig.CrashCapuletAsync();
            }
            await DisturbAsync(rig, random);
        }

        await ArriveAsync(rig, rig.Montague, rig.Capulet);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_both_send_between_two_servers_that_crash_arrives_once_and_in_order(int seed)
    {
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(seed);
        await using var rig = await FederationRig.StartAsync(new LinkOptions { AskEvery = 3, Bidirectional = seed % 2 == 0 });
        var romeo = await rig.LogInAsync(rig.Montague);
        var juliet = await rig.LogInAsync(rig.Capulet);
        for (int i = 0; i < Messages; i++)
        {
            await SendAsync(romeo, rig.Capulet.Account, i);
            await SendAsync(juliet, rig.Montague.Account, i);
            // What they were told is kept is kept.
            if (random.Next(6) == 0)
            {
                await juliet.AskAsync(new Ping(), rig.Capulet.Host, cancel);
                await rig.CrashCapuletAsync();
                await juliet.DisposeAsync();
                juliet = await rig.LogInAsync(rig.Capulet);
            }
            if (random.Next(6) == 0)
            {
                await romeo.AskAsync(new Ping(), rig.Montague.Host, cancel);
                await rig.CrashMontagueAsync();
                await romeo.DisposeAsync();
                romeo = await rig.LogInAsync(rig.Montague);
            }
            await DisturbAsync(rig, random);
        }
        await ArriveAsync(rig, rig.Montague, rig.Capulet);
        await ArriveAsync(rig, rig.Capulet, rig.Montague);
        await romeo.DisposeAsync();
        await juliet.DisposeAsync();
    }

    private static async Task DisturbAsync(FederationRig rig, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                rig.Network.CutAll();
                break;
            case 1:
                await rig.RestAsync();
                break;
            case 2:
                await rig.RestAsync();
                rig.Clock.Advance(TimeSpan.FromSeconds(1));
                break;
            case 3:
                await Task.Yield();
                break;
        }
    }

    // The clock moves only while nothing else does, so that no deadline passes because this machine is slow.
    private static async Task ArriveAsync(FederationRig rig, MemoryServer sender, MemoryServer recipient)
    {
        string[] all = [.. Enumerable.Range(0, Messages).Select(i => $"{i}")];
        long began = TimeProvider.System.GetTimestamp();
        while ((await ArrivedAsync(sender, recipient)).Count < Messages && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await rig.RestAsync();
            rig.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
        for (int i = 0; i < 60; i++)
        {
            await rig.RestAsync();
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var arrived = await ArrivedAsync(sender, recipient);
        Assert.True(all.SequenceEqual(arrived), $"{recipient.Account} got {string.Join(' ', arrived)}\n{rig.Story}");
        // Nothing is left to be sent.
        Assert.Empty(await sender.Storage.Ledger.OfflineAsync(BareJid.Create(sender.Host.Domain, recipient.Host.Domain), 10));
    }

    private static async Task<List<string>> ArrivedAsync(MemoryServer sender, MemoryServer recipient) =>
    [
        .. (await recipient.Storage.Ledger.PageAsync(recipient.Account, LedgerQuery.All with { Limit = 1_000 }))
            .Select(entry => Stanza.Read(XmlElement.Parse(entry.Stanza.Span))).OfType<Message>()
            .Where(message => message.From!.Bare.Equals(sender.Account)).Select(message => message.Body!),
    ];

    private static ValueTask SendAsync(XmppClient client, BareJid to, int number) =>
        client.SendAsync(Stanza.Read(XmlElement.Parse(Encoding.UTF8.GetBytes($"<message to='{to}' type='chat' id='m{number}'><body>{number}</body></message>"))));
}
