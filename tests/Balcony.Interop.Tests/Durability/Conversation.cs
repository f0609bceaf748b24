// Two accounts while something goes wrong: one writes, the other is away or there; at the end all is compared.
using System.Diagnostics;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

/// <summary>A sender, a recipient, and what became of each message.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly BalconyProcess _server;

    public Conversation(BalconyProcess server)
    {
        _server = server;
        Log = new DeliveryLog(TimeProvider.System);
        History = new ServerHistory(Log);
        Sender = Make("sender");
        Recipient = Make("recipient");
    }

    public DeliveryLog Log { get; }

    public ServerHistory History { get; }

    public Device Sender { get; }

    public Device Recipient { get; }

    public async Task BeginAsync(CancellationToken cancel)
    {
        await Sender.RegisterAsync(cancel);
        await Recipient.RegisterAsync(cancel);
        await Sender.ConnectAsync(cancel);
    }

    public async Task SayAsync(int count, CancellationToken cancel)
    {
        for (var i = 0; i < count; i++)
            await Sender.SendAsync(Recipient.Options.Account, cancel);
    }

    /// <summary>Says something now and then until it is so.</summary>
    public async Task SayUntilAsync(Func<bool> isSo, string what, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(waited.Elapsed < Patience, $"{what} within {Patience.TotalSeconds} s; {Log.CountOf(Fate.Acknowledged)} acknowledged, {Log.CountOf(Fate.Refused)} refused\n{Log.Story(200)}\n{_server.Log}");
            if (Sender.IsOnline)
                await SayAsync(1, cancel);
            else
                await Sender.ConnectAsync(cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }

    /// <summary>Everything is acknowledged or refused, and the recipient, online at the latest now, has all that was acknowledged.</summary>
    public async Task<string?> EndAsync(bool isRefusalFinal, CancellationToken cancel)
    {
        await Sender.SettleAsync(Patience, cancel);
        var waited = Stopwatch.StartNew();
        while (Log.CountMissing(Recipient.Options.ToString(), Recipient.Options.Account) > 0 && waited.Elapsed < Patience)
        {
            await Recipient.SettleAsync(Patience, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
        var archive = Offers.All.HasArchive ? await Recipient.ReadArchiveAsync(50, cancel) : null;
        var verdict = new DeliveryVerdict(Log, isRefusalFinal);
        if (archive is not null)
            verdict.CheckArchive(Recipient.Options.Account, archive);
        verdict.CheckDevice(new DeviceClaim(Recipient.Options.ToString(), Recipient.Options.Account, IsInOrder: true), archive);
        return verdict.Report();
    }

    public async ValueTask DisposeAsync()
    {
        await Sender.DisposeAsync();
        await Recipient.DisposeAsync();
    }

    private Device Make(string local) => new(
        new DeviceOptions { Local = local, Host = BalconyProcess.Domain, Password = "talk", Resource = "r", HasStreamManagement = true, Window = 1_000 },
        cancel => StormServer.ConnectAsync(_server.DirectTlsPort, BalconyProcess.Domain, cancel), Log, History, TimeProvider.System);
}
