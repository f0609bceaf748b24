// What a TLS channel can be bound to: RFC 5929 (tls-unique, tls-server-end-point) and RFC 9266 (tls-exporter).
using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>The channel-binding types of one connection. The data is computed when it is first asked for.</summary>
public sealed class ChannelBindings
{
    public const string Exporter = "tls-exporter";
    public const string ServerEndPoint = "tls-server-end-point";
    public const string Unique = "tls-unique";

    internal const int ExporterBytes = 32;

    // Before the data: SEC_CHANNEL_BINDINGS of Windows' SSPI, which the runtime imitates everywhere, and the type's name with a colon.
    private const int BindingHeaderBytes = 32;

    private static readonly string[] ExporterAndEndPoint = [Exporter, ServerEndPoint];
    private static readonly string[] ExporterOnly = [Exporter];
    private static readonly string[] UniqueAndEndPoint = [Unique, ServerEndPoint];
    private static readonly string[] UniqueOnly = [Unique];
    private static readonly string[] EndPointOnly = [ServerEndPoint];

    private readonly Func<string, byte[]?> _compute;
    private string? _lastType;
    private byte[]? _lastData;

    private ChannelBindings(IReadOnlyList<string> types, Func<string, byte[]?> compute)
    {
        Types = types;
        _compute = compute;
    }

    /// <summary>A channel without TLS, or one that can be bound to nothing.</summary>
    public static ChannelBindings None { get; } = new([], static _ => null);

    /// <summary>Strongest first. Connections that can do the same share one list.</summary>
    public IReadOnlyList<string> Types { get; }

    // RFC 9266 §2.
    internal static ReadOnlySpan<byte> ExporterLabel => "EXPORTER-Channel-Binding"u8;

    /// <summary>Those of a connection that we accepted, with the certificate that we presented. The handshake must be done.</summary>
    public static ChannelBindings ForServer(SslStream tls, X509Certificate2 own) => For(tls, ServerEndPointHash.OfOwn(own));

    /// <summary>Those of a connection that we opened. The handshake must be done.</summary>
    public static ChannelBindings ForClient(SslStream tls) =>
        For(tls, tls.RemoteCertificate is X509Certificate2 certificate ? ServerEndPointHash.Of(certificate) : null);

    /// <summary>Bindings known from elsewhere, such as from a proxy that ends TLS for us.</summary>
    public static ChannelBindings Of(params (string Type, byte[] Data)[] known) =>
        new([.. known.Select(binding => binding.Type)], type => Array.Find(known, binding => binding.Type == type).Data);

    /// <summary>The data of a type; null for one that is not among <see cref="Types"/>. Call it while nobody reads or writes the channel.</summary>
    public byte[]? Data(string type)
    {
        if (!Types.Contains(type)) return null;
        if (_lastType != type) (_lastType, _lastData) = (type, _compute(type));
        return _lastData;
    }

    private static ChannelBindings For(SslStream tls, byte[]? endPoint)
    {
        // tls-unique has no meaning under TLS 1.3 (RFC 8446 §C.5); tls-exporter under 1.2 would need the extended master secret
        // (RFC 9266 §4.2), which SslStream does not tell.
        string[] types = tls.SslProtocol switch
        {
            SslProtocols.Tls13 when TlsSupport.IsTested => endPoint is null ? ExporterOnly : ExporterAndEndPoint,
            SslProtocols.Tls12 => endPoint is null ? UniqueOnly : UniqueAndEndPoint,
            _ => endPoint is null ? [] : EndPointOnly,
        };
        return new ChannelBindings(types, type => type switch
        {
            Exporter => Export(tls),
            Unique => Finished(tls),
            _ => endPoint,
        });
    }

    private static byte[]? Export(SslStream tls)
    {
        var data = new byte[ExporterBytes];
        return OpenSsl.TryExport(tls, ExporterLabel, data) ? data : null;
    }

    private static byte[]? Finished(SslStream tls)
    {
        using var binding = tls.TransportContext.GetChannelBinding(ChannelBindingKind.Unique);
        var start = BindingHeaderBytes + "tls-unique:".Length;
        if (binding is null || binding.IsInvalid || binding.Size <= start) return null;
        var data = new byte[binding.Size - start];
        Marshal.Copy(binding.DangerousGetHandle() + start, data, 0, data.Length);
        return data;
    }
}
