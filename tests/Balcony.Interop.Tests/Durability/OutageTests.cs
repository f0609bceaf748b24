// What can go wrong around a server that goes on: senders are told what is not kept, nothing else is lost, and it recovers by itself.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class OutageTests
{
    private const string Refusal = "resource-constraint, wait";

    // BALCONY_STANDSTILL=120 with the server's own patience is the long proof.
    private static readonly string? LongStandstill = Environment.GetEnvironmentVariable("BALCONY_STANDSTILL");

    // In the short one the server loses its patience long before the client goes on.
    private const string ShortPatience = "  stream-management: { answerWithin: 5s }";

    [Fact]
    public async Task A_full_disk_is_told_to_senders_and_forgotten_when_there_is_room_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        var disk = Directory.CreateTempSubdirectory("balcony-full-").FullName;
        try
        {
            // A small disk of its own, seen by the server only; it goes with the server.
            var asRoot = Environment.UserName == "root" ? Array.Empty<string>() : ["--map-root-user"];
            await using var server = new BalconyProcess
            {
                DataFolder = disk + "/data",
                Wrapper = ["/usr/bin/unshare", "--mount", .. asRoot, "/bin/sh", "-c", $"mount -t tmpfs -o size=24m tmpfs {disk} && exec \"$@\"", "sh"],
            };
            await server.InitializeAsync();
            await using var talk = new Conversation(server);
            await talk.BeginAsync(cancel);
            await talk.SayAsync(20, cancel);
            await talk.Sender.FlushAsync(cancel);

            var ballast = $"/proc/{server.ProgramId.ToString(CultureInfo.InvariantCulture)}/root{disk}/ballast";
            Fill(ballast);
            talk.History.Note("has a full disk");
            // What room there still was in the files that exist is used first.
            await talk.SayUntilAsync(() => talk.Log.CountOf(Fate.Refused) >= 5, "Nothing is refused although the disk is full", cancel);
            Assert.Equal([Refusal], talk.Log.Refusals);
            File.Delete(ballast);
            talk.History.Note("has room again");

            await RecoveredAsync(talk, server, isRefusalFinal: true, cancel);
        }
        finally
        {
            Directory.Delete(disk, recursive: true);
        }
    }

    [Fact]
    public async Task A_database_that_is_away_for_ten_seconds_is_told_to_senders_and_found_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var postgres = new PostgresCluster();
        await postgres.CreateAsync();
        await using var server = new BalconyProcess { PostgreSql = await postgres.CreateDatabaseAsync() };
        await server.InitializeAsync();
        await using var talk = new Conversation(server);
        await talk.BeginAsync(cancel);
        await talk.SayAsync(20, cancel);
        await talk.Sender.FlushAsync(cancel);

        await postgres.CrashAsync();
        talk.History.Note("has no database");
        await talk.SayUntilAsync(() => talk.Log.CountOf(Fate.Refused) >= 5, "Nothing is refused although there is no database", cancel);
        await Task.Delay(TimeSpan.FromSeconds(10), cancel);
        await talk.SayAsync(5, cancel);
        await talk.SayUntilAsync(() => talk.Log.CountOf(Fate.Refused) >= 10, "Nothing is refused although there is no database", cancel);
        Assert.Equal([Refusal], talk.Log.Refusals);
        await postgres.StartAsync();
        talk.History.Note("has its database again");

        // A commit that was under way when the connection broke may have been done: nobody can know.
        await RecoveredAsync(talk, server, isRefusalFinal: false, cancel);
    }

    [Fact]
    public async Task A_recipient_that_stands_still_gets_everything_when_it_goes_on()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = new BalconyProcess { MoreModules = LongStandstill is null ? ShortPatience : "" };
        await server.InitializeAsync();
        await using var talk = new Conversation(server);
        await talk.BeginAsync(cancel);
        await talk.Recipient.ConnectAsync(cancel);
        await talk.SayAsync(20, cancel);
        await talk.Sender.FlushAsync(cancel);

        talk.Recipient.IsStopped = true;
        talk.Log.Note($"{talk.Recipient.Options} stands still");
        var seconds = int.Parse(LongStandstill ?? "15", CultureInfo.InvariantCulture);
        for (var second = 0; second < seconds; second++)
        {
            await talk.SayAsync(20, cancel);
            await talk.Sender.FlushAsync(cancel);
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
        talk.Recipient.IsStopped = false;
        talk.Log.Note($"{talk.Recipient.Options} goes on");

        Assert.Equal(0, talk.Log.CountOf(Fate.Refused));
        var report = await talk.EndAsync(isRefusalFinal: true, cancel);
        Assert.True(report is null, $"{report}\nThe server's log:\n{server.Log}");
    }

    private static async Task RecoveredAsync(Conversation talk, BalconyProcess server, bool isRefusalFinal, CancellationToken cancel)
    {
        var acknowledged = talk.Log.CountOf(Fate.Acknowledged);
        await talk.SayUntilAsync(() => talk.Log.CountOf(Fate.Acknowledged) > acknowledged + 5, "Nothing is acknowledged although all is well again", cancel);
        var report = await talk.EndAsync(isRefusalFinal, cancel);
        Assert.True(report is null, $"{report}\nThe server's log:\n{server.Log}");
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        // Ever smaller pieces, until not a byte more fits.
        foreach (var size in new[] { 1 << 20, 1 << 14, 1 << 12, 1 })
        {
            try
            {
                while (true)
                    stream.Write(new byte[size]);
            }
            catch (IOException)
            {
                // This size does not fit any more.
            }
        }
    }
}
