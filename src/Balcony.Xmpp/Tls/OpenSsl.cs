// The functions of OpenSSL that SslStream does not offer, called on the handle that it keeps.
using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Balcony.Xmpp.Tls;

// SslStream's handle is a private field, and the library that made it is loaded by the runtime: both may change with it. So nothing here
// is called unless the platform, the field, its type and the library's version are what we know, and TlsSupport then tries it out.
internal static unsafe class OpenSsl
{
    private const int CtrlMode = 33;                // SSL_CTRL_MODE
    private const nint ModeReleaseBuffers = 0x10;   // SSL_MODE_RELEASE_BUFFERS
    private const int CtrlSessionCacheMode = 44;    // SSL_CTRL_SET_SESS_CACHE_MODE; SSL_SESS_CACHE_OFF is 0
    private const ulong OptionNoTicket = 1 << 14;   // SSL_OP_NO_TICKET
    private const int CtrlOcspResponse = 70;        // SSL_CTRL_GET_TLSEXT_STATUS_REQ_OCSP_RESP

    private static readonly FieldInfo? HandleField =
        typeof(SslStream).GetField("_securityContext", BindingFlags.Instance | BindingFlags.NonPublic);

    // int SSL_export_keying_material(SSL *, unsigned char *out, size_t, const char *label, size_t, const unsigned char *context, size_t, int)
    private static readonly delegate* unmanaged<nint, byte*, nuint, byte*, nuint, byte*, nuint, int, int> ExportKeyingMaterial;

    // long SSL_ctrl(SSL *, int cmd, long larg, void *parg)
    private static readonly delegate* unmanaged<nint, int, nint, nint, nint> Control;

    // SSL_CTX *SSL_get_SSL_CTX(const SSL *)
    private static readonly delegate* unmanaged<nint, nint> ContextOf;

    // long SSL_CTX_ctrl(SSL_CTX *, int cmd, long larg, void *parg)
    private static readonly delegate* unmanaged<nint, int, nint, nint, nint> ControlContext;

    // uint64_t SSL_CTX_set_options(SSL_CTX *, uint64_t)
    private static readonly delegate* unmanaged<nint, ulong, ulong> SetContextOptions;

    // int SSL_CTX_set_num_tickets(SSL_CTX *, size_t)
    private static readonly delegate* unmanaged<nint, nuint, int> SetTickets;

#pragma warning disable CA1810 // the fields depend on each other and on one library handle
    static OpenSsl()
#pragma warning restore CA1810
    {
        Span<nint> functions = stackalloc nint[Functions.Length];
        WhyNot = Load(functions);
        ExportKeyingMaterial = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, byte*, nuint, int, int>)functions[0];
        Control = (delegate* unmanaged<nint, int, nint, nint, nint>)functions[1];
        ContextOf = (delegate* unmanaged<nint, nint>)functions[2];
        ControlContext = (delegate* unmanaged<nint, int, nint, nint, nint>)functions[3];
        SetContextOptions = (delegate* unmanaged<nint, ulong, ulong>)functions[4];
        SetTickets = (delegate* unmanaged<nint, nuint, int>)functions[5];
    }

    private static ReadOnlySpan<string> Functions => new[]
    {
        "SSL_export_keying_material", "SSL_ctrl", "SSL_get_SSL_CTX", "SSL_CTX_ctrl", "SSL_CTX_set_options", "SSL_CTX_set_num_tickets",
    };

    /// <summary>Why nothing can be called; null when it can.</summary>
    public static string? WhyNot { get; }

    public static bool TryExport(SslStream tls, ReadOnlySpan<byte> label, Span<byte> output)
    {
        if (!TryHandle(tls, out var handle)) return false;
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            fixed (byte* to = output, name = label)
            {
                return ExportKeyingMaterial(handle.DangerousGetHandle(), to, (nuint)output.Length, name, (nuint)label.Length, null, 0, 0) == 1;
            }
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    public static bool TryReleaseBuffers(SslStream tls)
    {
        if (!TryHandle(tls, out var handle)) return false;
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            OpenSslBio.Shrink(handle.DangerousGetHandle());
            // The answer is the new set of modes.
            return (Control(handle.DangerousGetHandle(), CtrlMode, ModeReleaseBuffers, 0) & ModeReleaseBuffers) != 0;
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    public static bool TryTurnOffResumption(SslStream tls)
    {
        if (!TryHandle(tls, out var handle)) return false;
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            var context = ContextOf(handle.DangerousGetHandle());
            if (context == 0) return false;
            ControlContext(context, CtrlSessionCacheMode, 0, 0);
            return (SetContextOptions(context, OptionNoTicket) & OptionNoTicket) != 0 && SetTickets(context, 0) == 1;
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    /// <summary>The OCSP response that the server stapled to the handshake; empty for none, or one larger than <paramref name="maxBytes"/>.</summary>
    public static byte[] StapleOf(SslStream tls, int maxBytes)
    {
        if (!TryHandle(tls, out var handle)) return [];
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            byte* response = null;
            var length = Control(handle.DangerousGetHandle(), CtrlOcspResponse, 0, (nint)(&response));
            // The bytes are OpenSSL's, and go with the connection. -1: none came.
            return length > 0 && length <= maxBytes && response is not null ? new ReadOnlySpan<byte>(response, (int)length).ToArray() : [];
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    private static bool TryHandle(SslStream tls, [NotNullWhen(true)] out SafeHandle? handle)
    {
        handle = WhyNot is null ? HandleField!.GetValue(tls) as SafeHandle : null;
        // Anything but an SSL* would crash the process.
        if (handle is null || handle.IsInvalid || handle.IsClosed || handle.GetType().Name != "SafeSslHandle") handle = null;
        return handle is not null;
    }

    private static string? Load(Span<nint> functions)
    {
        if (!OperatingSystem.IsLinux()) return "only on Linux";
        if (HandleField is null) return "this runtime's SslStream has no _securityContext";
        // The runtime may have been told to use another OpenSSL than the system's (CLR_OPENSSL_VERSION_OVERRIDE).
        if (SafeEvpPKeyHandle.OpenSslVersion >> 28 != 3) return "the runtime does not use OpenSSL 3";
        if (!NativeLibrary.TryLoad("libssl.so.3", out var library)) return "libssl.so.3 cannot be loaded";
        for (var i = 0; i < functions.Length; i++)
        {
            if (!NativeLibrary.TryGetExport(library, Functions[i], out functions[i])) return $"libssl.so.3 lacks {Functions[i]}";
        }
        return null;
    }
}
