// A TLS client on OpenSSL itself, for TlsSupport's handshake.
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Tls;

/// <summary>
/// A second opinion on what SslStream's handle exports. An SslStream as client would do, but it verifies certificates, whatever is done with the
/// verdict, and reads all of the system's roots for that.
/// </summary>
internal sealed partial class OpenSslClient : IDisposable
{
    private readonly nint _context;
    private readonly nint _ssl;
    private readonly nint _input;
    private readonly nint _output;

    public OpenSslClient()
    {
        _context = NewContext(Method());
        _ssl = NewSsl(_context);
        (_input, _output) = (NewBio(MemoryBio()), NewBio(MemoryBio()));
        if (_context == 0 || _ssl == 0 || _input == 0 || _output == 0) throw new InvalidOperationException("OpenSSL makes no client.");
        SetBio(_ssl, _input, _output); // which now owns both
        SetConnectState(_ssl);
    }

    /// <summary>Handshakes with whoever is at the other end of <paramref name="stream"/>; nobody's certificate is looked at.</summary>
    public async Task HandshakeAsync(Stream stream)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var isDone = Handshake(_ssl) == 1;
            while (Take(buffer) is var taken and > 0) await stream.WriteAsync(buffer.AsMemory(0, taken));
            if (isDone) return;
            var read = await stream.ReadAsync(buffer);
            if (read == 0) throw new EndOfStreamException();
            Give(buffer.AsSpan(0, read));
        }
    }

    public unsafe bool TryExport(ReadOnlySpan<byte> label, Span<byte> output)
    {
        fixed (byte* to = output, name = label)
        {
            return Export(_ssl, to, (nuint)output.Length, name, (nuint)label.Length, null, 0, 0) == 1;
        }
    }

    public void Dispose()
    {
        FreeSsl(_ssl);
        FreeContext(_context);
    }

    private unsafe int Take(Span<byte> buffer)
    {
        fixed (byte* to = buffer) return ReadBio(_output, to, buffer.Length);
    }

    private unsafe void Give(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* from = bytes) _ = WriteBio(_input, from, bytes.Length);
    }

    [LibraryImport("libssl.so.3", EntryPoint = "TLS_client_method")]
    private static partial nint Method();

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_CTX_new")]
    private static partial nint NewContext(nint method);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_new")]
    private static partial nint NewSsl(nint context);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_free")]
    private static partial void FreeSsl(nint ssl);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_set_bio")]
    private static partial void SetBio(nint ssl, nint input, nint output);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_set_connect_state")]
    private static partial void SetConnectState(nint ssl);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_do_handshake")]
    private static partial int Handshake(nint ssl);

    [LibraryImport("libssl.so.3", EntryPoint = "SSL_export_keying_material")]
    private static unsafe partial int Export(nint ssl, byte* to, nuint length, byte* label, nuint labelLength, byte* context, nuint contextLength, int useContext);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_s_mem")]
    private static partial nint MemoryBio();

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_new")]
    private static partial nint NewBio(nint type);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_read")]
    private static unsafe partial int ReadBio(nint bio, byte* to, int length);

    [LibraryImport("libcrypto.so.3", EntryPoint = "BIO_write")]
    private static unsafe partial int WriteBio(nint bio, byte* from, int length);
}
