// The directory where a server keeps everything: whose it is, who uses it, and where the files in it are.
using System.Runtime.Versioning;

namespace Balcony.Server.Hosting;

/// <summary>One data directory, held by one process at a time.</summary>
public sealed class DataDirectory : IDisposable
{
    /// <summary>Of a unix socket's path on Linux, without the final zero (sockaddr_un).</summary>
    public const int MaxSocketPathLength = 107;

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>Where FHS puts a service's state, or XDG a person's.</summary>
    public static string DefaultPath
    {
        get
        {
            if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()) return "/var/lib/balcony";
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "balcony");
        }
    }

    /// <summary>Where a running server takes commands.</summary>
    public static string SocketPath(string path) => System.IO.Path.Combine(path, "balcony.sock");

    /// <summary>The SQLite database.</summary>
    public static string DatabasePath(string path) => System.IO.Path.Combine(path, "balcony.db");

    /// <summary>Takes the directory, and makes it if need be, for its owner alone.</summary>
    /// <returns>Null when another process has it.</returns>
    /// <exception cref="IOException">It cannot be made or written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static DataDirectory? TryTake(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else CreateForOwner(path);
        try
        {
            // .NET locks with flock(2): the system lets go of it however the process ends.
            var held = new FileStream(System.IO.Path.Combine(path, "balcony.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new DataDirectory(path, held);
        }
        catch (IOException e) when (IsLockedElsewhere(e))
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();

    [UnsupportedOSPlatform("windows")]
    private static void CreateForOwner(string path) =>
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // ERROR_SHARING_VIOLATION on Windows; elsewhere .NET reports flock's EWOULDBLOCK with the errno as the code.
    private static bool IsLockedElsewhere(IOException e)
    {
        const int SharingViolation = unchecked((int)0x80070020), WouldBlockOnLinux = 11, WouldBlockOnMac = 35;
        return e.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac;
    }
}
