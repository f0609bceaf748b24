// One SSL_CTX of the lab: what OpenSSL refuses by default, the bad peers must be able to do.
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Balcony.Cli.Lab.Ground;

/// <remarks>
/// SslStream takes its security level, ciphers and oldest protocol from the system (openssl.cnf, and .NET's own list), which leave out
/// TLS 1.0 and 1.1, keys of 1024 bits and SHA-1; and it decides itself which intermediates it sends. Here level 0 is set on a context of our own,
/// and what is sent is what was asked for.
/// </remarks>
internal sealed unsafe class LabTlsContext : IDisposable
{
    // With level 0, also what TLS 1.0 signs with (MD5 and SHA-1 together).
    private const string Ciphers = "ALL:!aNULL:!eNULL:@SECLEVEL=0";
    private const int AlertOk = 0;
    private const int NoAcknowledgement = 3;

    private readonly bool _isServer;
    private readonly LabTlsSettings _settings;
    private nint _context;
    private GCHandle _handle;
    private readonly byte[] _protocols;

    public LabTlsContext(LabTlsSettings settings, bool isServer)
    {
        (_settings, _isServer) = (settings, isServer);
        _protocols = [.. settings.Alpn.SelectMany(name => (byte[])[(byte)name.Length, .. Encoding.ASCII.GetBytes(name)])];
        _context = LabOpenSsl.NewContext(LabOpenSsl.Method());
        LabTlsException.ThrowIf(_context == 0, "SSL_CTX_new");
        try
        {
            Configure();
            if (settings.Identity is { } identity) Show(identity);
            if (_protocols.Length > 0) Negotiate();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public nint NewSsl()
    {
        var ssl = LabOpenSsl.NewSsl(_context);
        LabTlsException.ThrowIf(ssl == 0, "SSL_new");
        if (_isServer)
        {
            LabOpenSsl.SetAcceptState(ssl);
            return ssl;
        }
        LabOpenSsl.SetConnectState(ssl);
        if (_settings.ServerName is { } name) LabOpenSsl.ControlText(ssl, LabOpenSsl.CtrlSetHostName, 0, name);
        return ssl;
    }

    public void Dispose()
    {
        LabOpenSsl.FreeContext(Interlocked.Exchange(ref _context, 0));
        if (_handle.IsAllocated) _handle.Free();
    }

    private void Configure()
    {
        LabOpenSsl.SetSecurityLevel(_context, 0);
        LabTlsException.ThrowIf(LabOpenSsl.SetCiphers(_context, Ciphers) != 1, "ciphers");
        LabTlsException.ThrowIf(LabOpenSsl.ControlContext(_context, LabOpenSsl.CtrlLowestVersion, (nint)_settings.Lowest, 0) != 1, "lowest version");
        LabTlsException.ThrowIf(LabOpenSsl.ControlContext(_context, LabOpenSsl.CtrlHighestVersion, (nint)_settings.Highest, 0) != 1, "highest version");
        // Each connection is a test of its own: nothing is resumed.
        LabOpenSsl.SetOptions(_context, LabOpenSsl.OptionNoTicket | LabOpenSsl.OptionLegacyServerConnect);
        _ = LabOpenSsl.SetTickets(_context, 0);
        LabOpenSsl.SetVerifier(_context, &Believe, 0);
        if (!_isServer || _settings.AsksForCertificate) LabOpenSsl.SetVerify(_context, LabOpenSsl.VerifyPeer, 0);
    }

    private void Show(LabIdentity identity)
    {
        var certificate = Read(identity.Certificate);
        LabTlsException.ThrowIf(LabOpenSsl.UseCertificate(_context, certificate) != 1, "certificate");
        LabOpenSsl.FreeCertificate(certificate);
        foreach (var link in identity.Presented)
        {
            var read = Read(link);
            LabTlsException.ThrowIf(LabOpenSsl.ControlContext(_context, LabOpenSsl.CtrlAddChainCertificate, 1, read) != 1, "chain");
            LabOpenSsl.FreeCertificate(read);
        }
        var der = Convert.FromBase64String(identity.KeyPem[PemEncoding.Find(identity.KeyPem).Base64Data]);
        fixed (byte* start = der)
        {
            var at = start;
            var key = LabOpenSsl.ReadKey(0, &at, der.Length);
            LabTlsException.ThrowIf(key == 0 || LabOpenSsl.UseKey(_context, key) != 1, "key");
            LabOpenSsl.FreeKey(key);
        }
    }

    private static nint Read(X509Certificate2 certificate)
    {
        fixed (byte* start = certificate.RawDataMemory.Span)
        {
            var at = start;
            var read = LabOpenSsl.ReadCertificate(0, &at, certificate.RawDataMemory.Length);
            LabTlsException.ThrowIf(read == 0, "certificate");
            return read;
        }
    }

    private void Negotiate()
    {
        if (_isServer)
        {
            LabOpenSsl.SetProtocolChoice(_context, &Choose, Handle());
            return;
        }
        // The only function here that says 0 for success.
        fixed (byte* protocols = _protocols)
            LabTlsException.ThrowIf(LabOpenSsl.OfferProtocols(_context, protocols, (uint)_protocols.Length) != 0, "ALPN");
    }

    private nint Handle()
    {
        if (!_handle.IsAllocated) _handle = GCHandle.Alloc(this);
        return GCHandle.ToIntPtr(_handle);
    }

    // The lab's peers believe everybody: it is the other side that is tested.
    [UnmanagedCallersOnly]
    private static int Believe(nint store, nint argument) => 1;

    [UnmanagedCallersOnly]
    private static int Choose(nint ssl, byte** selected, byte* length, byte* theirs, uint theirsLength, nint argument)
    {
        var context = (LabTlsContext)GCHandle.FromIntPtr(argument).Target!;
        fixed (byte* ours = context._protocols)
        {
            // What is selected points into the client's list, or into ours when nothing fits (2), and then it is not used.
            return LabOpenSsl.SelectProtocol(selected, length, ours, (uint)context._protocols.Length, theirs, theirsLength) == 1 ? AlertOk : NoAcknowledgement;
        }
    }
}
