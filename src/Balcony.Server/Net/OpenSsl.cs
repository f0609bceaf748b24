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
    private const int BioTypeMemory = 1 | 0x400;
    private const int BioCtrlPending = 10, BioSetBufMem = 114, BioClose = 1;

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
        Shrink(SslGetReadBio(ssl));
        Shrink(SslGetWriteBio(ssl));
        return (SslCtrl(ssl, SslCtrlMode, SslModeReleaseBuffers, 0) & SslModeReleaseBuffers) != 0;
    }

    // The runtime talks to OpenSSL through two memory BIOs, whose buffers only grow: they have the size of the handshake's messages now, the
    // certificate chain included.
    private static void Shrink(nint bio)
    {
        if (bio == 0 || BioMethodType(bio) != BioTypeMemory || BioControl(bio, BioCtrlPending, 0, 0) != 0) return;
        var empty = BufMemNew();
        if (empty != 0) BioControl(bio, BioSetBufMem, BioClose, empty);
    }

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_ctrl")]
    private static partial nint SslCtrl(SafeHandle ssl, int command, nint argument, nint pointer);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_get_rbio")]
    private static partial nint SslGetReadBio(SafeHandle ssl);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_get_wbio")]
    private static partial nint SslGetWriteBio(SafeHandle ssl);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_method_type")]
    private static partial int BioMethodType(nint bio);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_ctrl")]
    private static partial nint BioControl(nint bio, int command, nint argument, nint pointer);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BUF_MEM_new")]
    private static partial nint BufMemNew();
}
