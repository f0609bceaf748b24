// The few things that SslStream does not ask OpenSSL for.
using System.Net.Security;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Balcony.Server.Net;

/// <summary>Reaches the SSL object below an <see cref="SslStream"/>. Where that is not OpenSSL 3, or the runtime has moved the field, nothing happens.</summary>
internal static partial class OpenSsl
{
    private const int SslCtrlMode = 33;
    private const nint SslModeReleaseBuffers = 0x10;

    private static readonly FieldInfo? Handle = typeof(SslStream).GetField("_securityContext", BindingFlags.Instance | BindingFlags.NonPublic);
    private static readonly bool HasLibrary = OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libssl.so.3", out _);

    /// <summary>
    /// SSL_MODE_RELEASE_BUFFERS: between records OpenSSL gives back its two 16 kB buffers, by far the largest part of an idle connection.
    /// To be called when the handshake is done.
    /// </summary>
    /// <returns>Whether it is in force.</returns>
    public static bool ReleaseBuffers(SslStream stream)
    {
        if (!HasLibrary || Handle?.GetValue(stream) is not SafeHandle { IsInvalid: false } ssl) return false;
        return (SslCtrl(ssl, SslCtrlMode, SslModeReleaseBuffers, 0) & SslModeReleaseBuffers) != 0;
    }

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_ctrl")]
    private static partial nint SslCtrl(SafeHandle ssl, int command, nint argument, nint pointer);
}
