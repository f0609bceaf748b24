// Crashes at every write: what a dead process left on the disk is the model after some whole number of commits, and never fewer than were acknowledged.
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class LedgerCrashTests
{
    private const int WalHeader = 32;

    // SQLite's page with its frame header in the WAL.
    private const int Frame = 4096 + 24;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_at_any_write_leaves_whole_commits_and_all_acknowledged_ones(int seed)
    {
        await using var rig = new SqliteRig();
        await using var model = new StorageModel(rig);
        var random = new Random(seed);
        var wal = rig.File + "-wal";
        var before = await model.DumpModelAsync();
        for (var commit = 0; commit < 20; commit++)
        {
            var acknowledged = new FileInfo(wal).Length;
            for (var i = random.Next(1, 4); i > 0; i--) model.Apply(random.Next(0, 0x100000));
            await model.CommitAsync();
            // A lot that follows is written behind the acknowledgement; this makes the writer finish it.
            await model.CompareAsync();
            var after = await model.DumpModelAsync();
            var written = new FileInfo(wal).Length;
            await CheckAsync(rig, model, written, [after]);
            foreach (var length in Cuts(acknowledged, written, random)) await CheckAsync(rig, model, length, [before, after]);
            before = after;
        }
    }

    // Each border between pages that the commit wrote, and somewhere inside of each.
    private static IEnumerable<long> Cuts(long acknowledged, long written, Random random)
    {
        for (var at = Math.Max(acknowledged, WalHeader); at < written; at += Frame)
        {
            yield return at;
            yield return at + random.Next(1, Frame);
        }
    }

    private static async Task CheckAsync(SqliteRig rig, StorageModel model, long walLength, List<string>[] allowed)
    {
        await using var copy = new SqliteRig();
        Directory.CreateDirectory(copy.Folder);
        File.Copy(rig.File, copy.File);
        using (var source = new FileStream(rig.File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        using (var target = File.Create(copy.File + "-wal"))
        {
            await source.CopyToAsync(target);
            target.SetLength(Math.Min(target.Length, walLength));
        }
        await using var storage = SqlStorage.OpenSqlite(copy.File, new StorageOptions { LotMessages = 5, Readers = 1 });
        var found = await model.DumpCopyAsync(storage);
        Assert.Contains(allowed, state => state.SequenceEqual(found));
    }
}
