// A file that is there whole or not at all: backups and exports.
using System.Runtime.InteropServices;

namespace Balcony.Server.Storage;

/// <summary>
/// Written beside its place under the name with <c>.part</c> behind it, readable by its owner only; put in its place when it is complete and on disk. What is
/// given up, or meets a full disk, leaves nothing.
/// </summary>
internal sealed partial class DurableFile : IDisposable
{
    private readonly string _part;
    private bool _isPublished;

    private DurableFile(string path, string part, FileStream stream) => (Path, _part, Stream) = (path, part, stream);

    public string Path { get; }

    /// <summary>Readable too, so that what was written can be checked before it is published.</summary>
    public FileStream Stream { get; }

    /// <exception cref="BackupException">Something has that name already.</exception>
    /// <exception cref="IOException">It cannot be made there; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static DurableFile Create(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        Refuse(path);
        var part = path + ".part";
        // In a folder that others write to, a link would lead the bytes to a file of their choice.
        if (new FileInfo(part).LinkTarget is not null) throw new IOException($"{part} is a link");
        var options = new FileStreamOptions
        {
            // What a process that was killed left behind is overwritten; what another one is writing is not.
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(part, options);
        stream.SetLength(0);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new DurableFile(path, part, stream);
    }

    /// <summary>All that was written is on disk.</summary>
    public void Sync() => Stream.Flush(flushToDisk: true);

    /// <exception cref="BackupException">Something has got that name meanwhile.</exception>
    public void Publish()
    {
        Sync();
        Refuse(Path);
        File.Move(_part, Path, overwrite: false);
        _isPublished = true;
        SyncDirectoryOf(Path);
    }

    public void Dispose()
    {
        // Removed before it is closed: nobody else can have begun to write it.
        if (!_isPublished) File.Delete(_part);
        Stream.Dispose();
    }

    /// <summary>A name is on disk when its directory is.</summary>
    public static void SyncDirectoryOf(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var directory = OpenDirectory(System.IO.Path.GetDirectoryName(path)!, 0);
        if (directory < 0) return;
        _ = Synchronize(directory);
        _ = Close(directory);
    }

    private static void Refuse(string path)
    {
        if (System.IO.Path.Exists(path)) throw new BackupException(BackupFault.Exists, $"{path} exists already, and is not overwritten");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);
}
