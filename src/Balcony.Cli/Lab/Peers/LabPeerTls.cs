// The TLS of a peer of the lab: its certificate, its versions, with OpenSSL's own limits off.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal sealed class LabPeerTls(LabPeer peer, bool namesAlpn) : IPeerTls
{
    private readonly string _alpn = peer.Spec.Service == LabService.Client ? "xmpp-client" : "xmpp-server";

    public async Task<SecureChannel> AcceptAsync(Stream bytes, bool isDirect, CancellationToken cancel) =>
        Of(await LabTls.AcceptAsync(bytes, Settings(isDirect), cancel).ConfigureAwait(false));

    public async Task<SecureChannel> ConnectAsync(Stream bytes, string domain, bool isDirect, CancellationToken cancel) =>
        Of(await LabTls.ConnectAsync(bytes, Settings(isDirect) with { ServerName = domain }, cancel).ConfigureAwait(false));

    private LabTlsSettings Settings(bool isDirect) => new()
    {
        Identity = peer.Identity,
        Lowest = peer.Spec.Tls switch
        {
            LabTlsOffer.Tls10 => LabTlsVersion.Tls10,
            LabTlsOffer.Tls11 => LabTlsVersion.Tls11,
            LabTlsOffer.Tls13 => LabTlsVersion.Tls13,
            _ => LabTlsVersion.Tls12,
        },
        Highest = peer.Spec.Tls switch
        {
            LabTlsOffer.Tls10 => LabTlsVersion.Tls10,
            LabTlsOffer.Tls11 => LabTlsVersion.Tls11,
            LabTlsOffer.Tls12 => LabTlsVersion.Tls12,
            _ => LabTlsVersion.Tls13,
        },
        Alpn = isDirect && namesAlpn ? [_alpn] : [],
    };

    private static SecureChannel Of(LabTls tls) => new(tls)
    {
        Protocol = tls.Protocol,
        Cipher = tls.Cipher,
        Alpn = tls.ApplicationProtocol ?? "",
        Certificate = tls.RemoteCertificates is [var own, ..] ? own : null,
    };
}
