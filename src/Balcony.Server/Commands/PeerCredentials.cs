// Who is at the other end of a unix socket.
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Balcony.Server.Commands;

internal static partial class PeerCredentials
{
    private const uint Root = 0;

    /// <summary>The same user as this process, or root. The mode of the socket's file says the same; this holds even where that was changed.</summary>
    public static bool MayAdminister(Socket socket, out uint user)
    {
        user = uint.MaxValue;
        // Elsewhere the file's mode has to do.
        if (!OperatingSystem.IsLinux()) return true;
        const int SolSocket = 1, SoPeerCred = 17;
        Span<byte> credentials = stackalloc byte[12]; // struct ucred: pid, uid, gid
        var length = socket.GetRawSocketOption(SolSocket, SoPeerCred, credentials);
        if (length < credentials.Length) return false;
        user = MemoryMarshal.Read<uint>(credentials[4..]);
        return user == Root || user == EffectiveUserId();
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUserId();
}
