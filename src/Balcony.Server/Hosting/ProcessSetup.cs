// What the process must settle before its first socket and its first allocation in earnest.
using System.Runtime.InteropServices;
using Balcony.Server.Net;

namespace Balcony.Server.Hosting;

/// <summary>To be applied first thing by a program that serves. On other systems than Linux the parts that need it do nothing.</summary>
public static class ProcessSetup
{
    public static void Apply()
    {
        Listeners.UseInlineCompletions();
        FileDescriptorLimit.Raise();
        NativeMemory.LimitArenas();
    }
}

/// <summary>RLIMIT_NOFILE: one connection is one descriptor.</summary>
public static partial class FileDescriptorLimit
{
    private const int NoFile = 7; // linux/resource.h

    /// <summary>Null where the system has no such limit or does not say.</summary>
    public static (ulong Soft, ulong Hard)? Current =>
        OperatingSystem.IsLinux() && GetLimit(NoFile, out var limit) == 0 ? (limit.Soft, limit.Hard) : null;

    /// <summary>To what the administrator allows; the default soft limit of 1,024 is for programs that use select().</summary>
    public static void Raise()
    {
        if (Current is not { } current || current.Soft >= current.Hard) return;
        var wanted = new Limit { Soft = current.Hard, Hard = current.Hard };
        _ = SetLimit(NoFile, in wanted); // refused: the check reports what is in force
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}

/// <summary>OpenSSL's and SQLite's memory comes from the C library, which keeps what is freed unless told.</summary>
internal static partial class NativeMemory
{
    private const int ArenaMax = -8; // malloc.h

    /// <summary>Few arenas: each keeps free memory of its own, and the threads that handshake are few.</summary>
    public static void LimitArenas() => Call(static () => _ = MallocOption(ArenaMax, 2));

    /// <summary>Gives free pages back to the system: a handshake needs five times the memory that its connection then keeps.</summary>
    public static void Trim() => Call(static () => _ = MallocTrim(0));

    private static void Call(Action action)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            action();
        }
        catch (EntryPointNotFoundException)
        {
            // A C library other than GNU's (musl) has neither.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int MallocOption(int option, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nint keep);
}
