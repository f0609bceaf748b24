// The memory BIOs between SslStream and OpenSSL, made small again after a handshake.
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Tls;

/// <summary>
/// Their buffers only grow: after the handshake they have the size of its messages, certificate chain included, which is 2 to 5 kB a connection.
/// Only for an SSL* of OpenSSL 3; anything but an empty memory BIO is left as it is.
/// </summary>
internal static partial class OpenSslBio
{
    private const int TypeMemory = 1 | 0x400;                              // BIO_TYPE_MEM
    private const int CtrlPending = 10, SetBufferMemory = 114, Close = 1;  // BIO_CTRL_PENDING, BIO_C_SET_BUF_MEM, BIO_CLOSE

    public static void Shrink(nint ssl)
    {
        Replace(GetReadBio(ssl));
        Replace(GetWriteBio(ssl));
    }

    private static void Replace(nint bio)
    {
        if (bio == 0 || MethodType(bio) != TypeMemory || Control(bio, CtrlPending, 0, 0) != 0) return;
        // BIO_C_SET_BUF_MEM frees the buffer that it replaces.
        if (NewBuffer() is var empty and not 0) Control(bio, SetBufferMemory, Close, empty);
    }

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_get_rbio")]
    private static partial nint GetReadBio(nint ssl);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_get_wbio")]
    private static partial nint GetWriteBio(nint ssl);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_method_type")]
    private static partial int MethodType(nint bio);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_ctrl")]
    private static partial nint Control(nint bio, int command, nint argument, nint pointer);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BUF_MEM_new")]
    private static partial nint NewBuffer();
}
