// What one end of a TLS connection of the lab offers.
namespace Balcony.Cli.Lab.Ground;

/// <summary>As on the wire (RFC 8446 §4.1.2).</summary>
internal enum LabTlsVersion
{
    Tls10 = 0x0301,
    Tls11 = 0x0302,
    Tls12 = 0x0303,
    Tls13 = 0x0304,
}

internal sealed record LabTlsSettings
{
    /// <summary>What is shown; a client without one shows nothing.</summary>
    public LabIdentity? Identity { get; init; }

    public LabTlsVersion Lowest { get; init; } = LabTlsVersion.Tls12;

    public LabTlsVersion Highest { get; init; } = LabTlsVersion.Tls13;

    /// <summary>In order of preference; `xmpp-server` of XEP-0368. Empty leaves the extension out.</summary>
    public IReadOnlyList<string> Alpn { get; init; } = [];

    /// <summary>A server asks its client for a certificate, and takes any or none.</summary>
    public bool AsksForCertificate { get; init; } = true;

    /// <summary>The name that a client says (SNI).</summary>
    public string? ServerName { get; init; }
}
