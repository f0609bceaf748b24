// The file of a backup: what is damaged is known to be, and what could not be written whole is not there.
using Balcony.Server.Sql.Backup;
using Balcony.Server.Storage;
using Xunit;

namespace Balcony.Server.Tests.Storage.Backup;

public sealed class BackupFileTests : IDisposable
{
    private static readonly TableLayout Table = new("t", [new("n", CellKind.Number, 1), new("s", CellKind.Text, 0), new("b", CellKind.Bytes, 0)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-backup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_read()
    {
        using var stream = new MemoryStream(Write());
        using var reader = new BackupReader(stream);
        Assert.Equal("t", reader.NextSection()!.Name);
        var read = new List<string>();
        while (reader.NextRow()) read.Add($"{reader.Row[0].Number} {reader.Row[1].Kind} {reader.Row[1].Text} {reader.Row[2].Bytes.Length}");
        Assert.Null(reader.NextSection());
        Assert.Equal([$"{long.MinValue} Text ä 0", "0 Null  200000", $"{long.MaxValue} Text  1"], read);
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_refused()
    {
        var whole = Write();
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 200))
        {
            // What was cut off may be Brotli's own end, behind the whole content.
            if (Record.Exception(() => Read(whole[..length])) is { } fault) Assert.Equal(BackupFault.Unreadable, Assert.IsType<BackupException>(fault).Fault);
            else Assert.True(length > whole.Length - 4 && Sums(whole) == Sums(whole[..length]), $"cut at {length} of {whole.Length}");
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused()
    {
        var whole = Write();
        for (var at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            // Brotli has bits that mean nothing: what they do not change is as it was written.
            if (Record.Exception(() => Read(changed)) is { } fault) Assert.IsType<BackupException>(fault);
            else Assert.Equal(Sums(whole), Sums(changed));
        }
    }

    [Fact]
    public void Another_file_is_no_backup_and_one_of_a_later_format_is_of_a_newer_program()
    {
        Assert.Contains("no backup", Assert.Throws<BackupException>(() => Read("SQLite format 3\0 and more"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Contains("newer", Assert.Throws<BackupException>(() => Read("BALCONY BACKUP 2\n and more"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_not_overwritten()
    {
        var path = Path.Combine(_folder, "backup");
        File.WriteAllText(path, "mine");
        Assert.Equal(BackupFault.Exists, Assert.Throws<BackupException>(() => DurableFile.Create(path)).Fault);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_is_given_up_leaves_nothing_and_what_a_killed_process_left_is_overwritten()
    {
        var path = Path.Combine(_folder, "backup");
        File.WriteAllText(path + ".part", "left behind, and longer than what follows");
        using (var file = DurableFile.Create(path))
        {
            file.Stream.Write("half"u8);
            Assert.Throws<IOException>(() => DurableFile.Create(path));
        }
        Assert.Empty(Directory.GetFiles(_folder));
        using (var file = DurableFile.Create(path))
        {
            file.Stream.Write("whole"u8);
            file.Publish();
        }
        Assert.Equal("whole", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        var (path, other) = (Path.Combine(_folder, "backup"), Path.Combine(_folder, "other"));
        File.WriteAllText(other, "somebody's");
        File.CreateSymbolicLink(path + ".part", other);
        Assert.Throws<IOException>(() => DurableFile.Create(path));
        Assert.Equal("somebody's", File.ReadAllText(other));
    }

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = BackupWriter.Create(stream, new BackupHeader("0.1.0", 1, "Sqlite", DateTimeOffset.UnixEpoch));
        writer.BeginSection(Table);
        writer.BeginRow();
        writer.Number(long.MinValue);
        writer.Text("ä");
        writer.Bytes([]);
        writer.BeginRow();
        writer.Number(0);
        writer.Null();
        writer.Bytes(new byte[200_000]);
        writer.BeginRow();
        writer.Number(long.MaxValue);
        writer.Text("");
        writer.Bytes([1]);
        writer.EndSection();
        writer.Finish();
        return stream.ToArray();
    }

    private static void Read(byte[] bytes) => Sums(bytes);

    private static string Sums(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SqlBackup.Verify(stream, "backup", null, CancellationToken.None).Digest;
    }
}
