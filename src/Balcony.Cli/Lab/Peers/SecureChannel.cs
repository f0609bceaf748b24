// TLS below a stream of a scripted server, and what was agreed on.
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Peers;

/// <summary>What a handshake came to. The bytes belong to whoever got it.</summary>
internal sealed record SecureChannel(Stream Bytes)
{
    public required string Protocol { get; init; }

    public string Cipher { get; init; } = "";

    public string Alpn { get; init; } = "";

    /// <summary>The tested server's certificate; null: it showed none.</summary>
    public X509Certificate2? Certificate { get; init; }

    public override string ToString() =>
        $"TLS: {Protocol}, {Cipher}, ALPN '{Alpn}', " + (Certificate is null ? "it shows no certificate" : $"its certificate is for '{Certificate.Subject}'");
}

/// <summary>How a peer speaks TLS, with its certificate and its weaknesses.</summary>
internal interface IPeerTls
{
    /// <exception cref="IOException">The tested server will not, or the connection is gone.</exception>
    Task<SecureChannel> AcceptAsync(Stream bytes, bool isDirect, CancellationToken cancel);

    /// <inheritdoc cref="AcceptAsync"/>
    Task<SecureChannel> ConnectAsync(Stream bytes, string domain, bool isDirect, CancellationToken cancel);
}
