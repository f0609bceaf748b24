// Tries out, once per process, what we add to SslStream: it rests on a private field and must never be wrong silently.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>What this process can do beyond <see cref="SslStream"/>. Until <see cref="TestAsync"/> is done the answer is no.</summary>
public static class TlsSupport
{
    private static readonly Lazy<Task> Test = new(RunAsync);
    private static volatile string? _whyNot = "not tested yet";

    /// <summary>tls-exporter can be computed, buffers can be released, and contexts can be shared without resumption.</summary>
    public static bool IsTested => _whyNot is null;

    /// <summary>Why not, for people; null when it works.</summary>
    public static string? WhyNot => _whyNot;

    /// <summary>Makes a TLS 1.3 handshake in memory, SslStream with OpenSSL itself, and compares what both ends export: milliseconds, once. Never throws.</summary>
    public static Task TestAsync() => Test.Value;

    private static async Task RunAsync()
    {
        try
        {
            _whyNot = OpenSsl.WhyNot ?? await HandshakeAsync();
        }
#pragma warning disable CA1031 // whatever goes wrong means that the features stay off
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _whyNot = fault.Message;
        }
    }

    private static async Task<string?> HandshakeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=self-test", key, HashAlgorithmName.SHA256);
        // Nobody looks at the dates.
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var (left, right) = MemoryDuplex.Create();
        await using var server = new SslStream(left);
        using var client = new OpenSslClient();
        var accepting = server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = CertificateContext.Create(certificate, []),
            EnabledSslProtocols = SslProtocols.Tls13,
        });
        await client.HandshakeAsync(right);
        await accepting;
        return Compare(server, client);
    }

    private static string? Compare(SslStream server, OpenSslClient client)
    {
        var (ours, theirs) = (new byte[ChannelBindings.ExporterBytes], new byte[ChannelBindings.ExporterBytes]);
        if (!OpenSsl.TryExport(server, ChannelBindings.ExporterLabel, ours) || !client.TryExport(ChannelBindings.ExporterLabel, theirs))
            return "the exporter fails";
        if (!ours.AsSpan().SequenceEqual(theirs) || !ours.AsSpan().ContainsAnyExcept((byte)0)) return "the exporter of both ends differs";
        if (!OpenSsl.TryTurnOffResumption(server)) return "resumption cannot be turned off";
        return OpenSsl.TryReleaseBuffers(server) ? null : "SSL_MODE_RELEASE_BUFFERS cannot be set";
    }
}
