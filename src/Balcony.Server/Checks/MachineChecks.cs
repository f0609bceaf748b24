// Whether the machine gives the server what it needs: files, disk, descriptors, ports, libraries.
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Balcony.Server.Hosting;
using Balcony.Server.Net;

namespace Balcony.Server.Checks;

/// <summary>The data directory can be written by us and read by nobody else: it holds keys and what people wrote.</summary>
public sealed class DataDirectoryCheck(string path) : Check("data.permissions")
{
    private const UnixFileMode Others =
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    protected override IEnumerable<CheckResult> Look()
    {
        if (!Directory.Exists(path))
            return [Failed(CheckSeverity.Error, $"{path} does not exist.", "Nothing can be kept.", "Create it, owned by the server's user.")];
        if (!CanWrite())
            return [Failed(CheckSeverity.Error, $"{path} cannot be written.", "Nothing can be kept.", $"chown it to {Environment.UserName}.")];
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) is var open and not 0)
            return [Failed(CheckSeverity.Warning, $"{path} is open to others: {open}.", "They may read messages and keys.", $"chmod 700 {path}")];
        return [Passed($"{path} can be written, and is private.")];
    }

    private bool CanWrite()
    {
        var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>Certificates' keys are readable by their owner (and a group, such as Debian's ssl-cert), not by everyone.</summary>
public sealed class KeyPermissionsCheck(CertificateStore certificates) : Check("certificate.key-permissions")
{
    protected override IEnumerable<CheckResult> Look()
    {
        foreach (var files in certificates.Unshared.Select(status => status.Files))
        {
            if (OperatingSystem.IsWindows() || !File.Exists(files.KeyPath))
                yield return NotTested($"{files.KeyPath} has no mode to look at.", files.Host);
            else if ((File.GetUnixFileMode(files.KeyPath) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != 0)
                yield return Failed(
                    CheckSeverity.Warning, $"{files.KeyPath} is open to others.", "Whoever has the key can pretend to be this server.",
                    $"chmod 640 {files.KeyPath}", files.Host);
            else
                yield return Passed($"{files.KeyPath} is private.", files.Host);
        }
    }
}

/// <summary>There is room on the disk that holds the data.</summary>
public sealed class DiskSpaceCheck(string path) : Check("data.disk-space")
{
    private const long Megabyte = 1 << 20, ErrorBelow = 100 * Megabyte, WarnBelow = 1024 * Megabyte;

    protected override IEnumerable<CheckResult> Look()
    {
        var free = new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
        var evidence = $"{free / Megabyte:N0} MB are free at {path}.";
        if (free >= WarnBelow) return [Passed(evidence)];
        return
        [
            Failed(
                free < ErrorBelow ? CheckSeverity.Error : CheckSeverity.Warning, evidence,
                "When the disk is full, messages are refused.", "Make room, or shorten how long archives are kept."),
        ];
    }
}

/// <summary>The process may open as many files as the limits allow connections.</summary>
public sealed class FileDescriptorCheck(NetLimits limits) : Check("process.file-descriptors")
{
    // Databases, logs, listeners, the runtime itself.
    private const ulong OwnUse = 512;

    protected override IEnumerable<CheckResult> Look()
    {
        if (FileDescriptorLimit.Current is not { } limit) return [NotTested("This system does not tell its limit.")];
        var evidence = $"{limit.Soft:N0} files may be open (hard limit {limit.Hard:N0}).";
        if (limit.Soft >= (ulong)limits.MaxConnections + OwnUse) return [Passed(evidence)];
        return
        [
            Failed(
                limit.Soft < 1_024 + OwnUse ? CheckSeverity.Warning : CheckSeverity.Info, evidence,
                $"That is fewer than the {limits.MaxConnections:N0} connections that the limits allow: beyond it, none is accepted.",
                "Set LimitNOFILE= in the unit, or nofile in limits.conf; or lower the limit of connections."),
        ];
    }
}

/// <summary>Every listener listens, or it is said why not.</summary>
public sealed class PortsCheck(IReadOnlyList<ListenerOptions> wanted, Listeners listeners) : Check("listeners.ports")
{
    protected override IEnumerable<CheckResult> Look() => wanted.Select(Look);

    private CheckResult Look(ListenerOptions options)
    {
        foreach (var (bound, endPoint) in listeners.Bound)
            if (bound == options) return Passed($"It listens on {endPoint}.", options.Name);
        try
        {
            ListeningSocket.Open(options.EndPoint, listeners.Limits).Dispose();
            return Failed(CheckSeverity.Error, $"{options.EndPoint} is free, but nobody listens.", "No client can connect there.", "Restart.", options.Name);
        }
        catch (SocketException e)
        {
            var fix = e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "Stop the program that has it, or choose another port.",
                SocketError.AccessDenied => "Ports below 1024 need CAP_NET_BIND_SERVICE.",
                SocketError.AddressNotAvailable => "Choose an address that this machine has.",
                _ => null,
            };
            return Failed(CheckSeverity.Error, $"{options.EndPoint} cannot be bound: {e.Message}.", "No client can connect there.", fix, options.Name);
        }
    }
}

/// <summary>A native library that a part of the server calls can be loaded.</summary>
/// <param name="library">Its file name, such as <c>libsqlite3.so.0</c>.</param>
/// <param name="without">What does not work without it.</param>
/// <param name="package">Debian's package of it.</param>
public sealed class NativeLibraryCheck(string library, string package, CheckSeverity severity, string without) : Check("system.libraries")
{
    public static NativeLibraryCheck Sqlite { get; } =
        new("libsqlite3.so.0", "libsqlite3-0", CheckSeverity.Error, "Nothing can be kept in SQLite.");

    public static NativeLibraryCheck Unbound { get; } =
        new("libunbound.so.8", "libunbound8", CheckSeverity.Warning, "DNS answers are not validated, and DANE is off.");

    protected override IEnumerable<CheckResult> Look()
    {
        if (!NativeLibrary.TryLoad(library, out var handle))
            return [Failed(severity, $"{library} cannot be loaded.", without, $"apt-get install {package}", library)];
        NativeLibrary.Free(handle);
        return [Passed("It can be loaded.", library)];
    }
}
