// What a lab is asked to be.
using System.Net;

namespace Balcony.Cli.Lab.Ground;

internal sealed record LabOptions
{
    /// <summary>Where certificates, keys and the trust anchor are written; it exists and is the lab's own.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the DNS server listens; null is a free port of an address of the lab's own.</summary>
    public IPEndPoint? Dns { get; init; }

    /// <summary>Servers under test: the lab's DNS names them, and its authority gives them certificates.</summary>
    public IReadOnlyList<LabSubject> Subjects { get; init; } = [];
}

/// <summary>A server under test.</summary>
/// <param name="Domain">Below no zone of the lab's peers.</param>
/// <param name="StartTls">Where it listens for servers; what the lab's SRV record says.</param>
/// <param name="DirectTls">Where it listens for direct TLS of servers, if it does.</param>
internal sealed record LabSubject(string Domain, IPEndPoint StartTls, IPEndPoint? DirectTls = null)
{
    /// <summary>File of its certificate with the intermediate, in the lab's folder.</summary>
    public string CertificateFile => $"{Domain}.crt";

    public string KeyFile => $"{Domain}.key";
}
