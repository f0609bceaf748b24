// TLS of the lab's peers, on OpenSSL itself: any version, any key, any chain, and the other side's alerts in words.
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Balcony.Cli.Lab.Ground;

/// <summary>A TLS connection over another stream, which it owns. One may read while another writes.</summary>
internal sealed class LabTls : Stream
{
    private const int BufferBytes = 16 * 1024;

    // SSL* is for one thread at a time.
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Stream _inner;
    private readonly LabTlsContext _context;
    private readonly byte[] _received = new byte[BufferBytes];
    private readonly byte[] _toSend = new byte[BufferBytes];
    private readonly nint _input;
    private readonly nint _output;
    private nint _ssl;

    private LabTls(Stream inner, LabTlsSettings settings, bool isServer)
    {
        _inner = inner;
        _context = new LabTlsContext(settings, isServer);
        _ssl = _context.NewSsl();
        (_input, _output) = (LabOpenSsl.NewBio(LabOpenSsl.MemoryBio()), LabOpenSsl.NewBio(LabOpenSsl.MemoryBio()));
        LabOpenSsl.SetBio(_ssl, _input, _output); // which now owns both
    }

    /// <exception cref="LabTlsException">The handshake failed.</exception>
    public static Task<LabTls> AcceptAsync(Stream inner, LabTlsSettings settings, CancellationToken cancel) =>
        HandshakeAsync(new LabTls(inner, settings, isServer: true), cancel);

    /// <exception cref="LabTlsException">The handshake failed.</exception>
    /// <remarks>Under TLS 1.3 a client learns that its certificate was refused only when it reads.</remarks>
    public static Task<LabTls> ConnectAsync(Stream inner, LabTlsSettings settings, CancellationToken cancel) =>
        HandshakeAsync(new LabTls(inner, settings, isServer: false), cancel);

    /// <summary>In OpenSSL's words: TLSv1, TLSv1.1, TLSv1.2, TLSv1.3.</summary>
    public string Protocol => With(ssl => Text(LabOpenSsl.GetVersion(ssl)) ?? "");

    public string Cipher => With(ssl => Text(LabOpenSsl.GetCipherName(LabOpenSsl.GetCipher(ssl))) ?? "");

    /// <summary>What the client called this server (SNI).</summary>
    public string? ServerName => With(ssl => Text(LabOpenSsl.GetServerName(ssl, 0)));

    public string? ApplicationProtocol => With(ReadProtocol);

    /// <summary>The other side ended the connection without saying so (RFC 8446 §6.1).</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>What the other side showed, its own first; empty when it showed nothing.</summary>
    public IReadOnlyList<X509Certificate2> RemoteCertificates => With(ReadRemote);

    /// <summary>RFC 5705, without a context.</summary>
    public byte[] Export(string label, int length) => With(ssl => Export(ssl, label, length));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (TryRead(buffer.Span, out var count)) return count;
            await SendAsync(cancellationToken);
            if (await ReceiveAsync(cancellationToken)) continue;
            IsTruncated = true;
            return 0;
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return;
        Encrypt(buffer.Span);
        await SendAsync(cancellationToken);
    }

    /// <summary>Says that nothing more comes (close_notify).</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_ssl != 0) _ = LabOpenSsl.Shutdown(_ssl);
            LabOpenSsl.ClearErrors();
        }
        await SendAsync(cancel);
    }

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            if (_ssl == 0) return;
            LabOpenSsl.FreeSsl(_ssl);
            _ssl = 0;
        }
        _context.Dispose();
        _inner.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<LabTls> HandshakeAsync(LabTls tls, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var fault = tls.Handshake(out var isDone);
                // An alert is sent, too.
                await tls.SendAsync(cancel);
                if (fault is not null) throw fault;
                if (isDone) return tls;
                if (!await tls.ReceiveAsync(cancel)) throw new LabTlsException("the connection ended during the handshake");
            }
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private LabTlsException? Handshake(out bool isDone)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ssl == 0, this);
            LabOpenSsl.ClearErrors();
            var result = LabOpenSsl.Handshake(_ssl);
            isDone = result == 1;
            return isDone || LabOpenSsl.GetError(_ssl, result) == LabOpenSsl.ErrorWantRead ? null : LabTlsException.FromOpenSsl("handshake");
        }
    }

    private unsafe bool TryRead(Span<byte> buffer, out int count)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ssl == 0, this);
            LabOpenSsl.ClearErrors();
            fixed (byte* to = buffer) count = LabOpenSsl.Read(_ssl, to, buffer.Length);
            if (count > 0) return true;
            var error = LabOpenSsl.GetError(_ssl, count);
            count = 0;
            if (error == LabOpenSsl.ErrorZeroReturn) return true;
            return error == LabOpenSsl.ErrorWantRead ? false : throw LabTlsException.FromOpenSsl("reading");
        }
    }

    private unsafe void Encrypt(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ssl == 0, this);
            LabOpenSsl.ClearErrors();
            // Into memory: all of it, or an error.
            fixed (byte* from = bytes) LabTlsException.ThrowIf(LabOpenSsl.Write(_ssl, from, bytes.Length) != bytes.Length, "writing");
        }
    }

    private async ValueTask<bool> ReceiveAsync(CancellationToken cancel)
    {
        var read = await _inner.ReadAsync(_received, cancel);
        if (read == 0) return false;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ssl == 0, this);
            Give(read);
        }
        return true;
    }

    private unsafe void Give(int count)
    {
        fixed (byte* from = _received) _ = LabOpenSsl.WriteBio(_input, from, count);
    }

    // Records leave in the order in which they were made: they are taken by one at a time only.
    private async ValueTask SendAsync(CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            while (Take() is var taken and > 0) await _inner.WriteAsync(_toSend.AsMemory(0, taken), cancel);
            await _inner.FlushAsync(cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    private unsafe int Take()
    {
        lock (_gate)
        {
            if (_ssl == 0) return 0;
            fixed (byte* to = _toSend) return LabOpenSsl.ReadBio(_output, to, _toSend.Length);
        }
    }

    private T With<T>(Func<nint, T> ask)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ssl == 0, this);
            return ask(_ssl);
        }
    }

    private static unsafe string? ReadProtocol(nint ssl)
    {
        byte* name;
        uint length;
        LabOpenSsl.GetProtocol(ssl, &name, &length);
        return length == 0 ? null : Marshal.PtrToStringUTF8((nint)name, (int)length);
    }

    private static unsafe byte[] Export(nint ssl, string label, int length)
    {
        var output = new byte[length];
        var name = Encoding.ASCII.GetBytes(label);
        fixed (byte* to = output, from = name)
            LabTlsException.ThrowIf(LabOpenSsl.Export(ssl, to, (nuint)length, from, (nuint)name.Length, null, 0, 0) != 1, "exporter");
        return output;
    }

    private static List<X509Certificate2> ReadRemote(nint ssl)
    {
        var own = LabOpenSsl.GetPeerCertificate(ssl);
        if (own == 0) return [];
        List<X509Certificate2> found = [Copy(own)];
        LabOpenSsl.FreeCertificate(own);
        var chain = LabOpenSsl.GetPeerChain(ssl);
        for (var i = 0; chain != 0 && i < LabOpenSsl.Count(chain); i++)
        {
            // A client's chain begins with the server's own certificate, a server's does not.
            var link = Copy(LabOpenSsl.At(chain, i));
            if (i > 0 || !link.RawDataMemory.Span.SequenceEqual(found[0].RawDataMemory.Span)) found.Add(link);
        }
        return found;
    }

    private static unsafe X509Certificate2 Copy(nint certificate)
    {
        var der = new byte[LabOpenSsl.WriteCertificate(certificate, null)];
        fixed (byte* start = der)
        {
            var at = start;
            _ = LabOpenSsl.WriteCertificate(certificate, &at);
        }
        return X509CertificateLoader.LoadCertificate(der);
    }

    private static string? Text(nint text) => text == 0 ? null : Marshal.PtrToStringUTF8(text);

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => SendAsync(cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
