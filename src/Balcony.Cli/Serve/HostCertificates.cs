// Which certificate files each host has, and throw-away ones where it has none yet.
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Serve;

internal static class HostCertificates
{
    /// <summary>A host for which no certificate is configured and none lies in the data directory gets one that nobody trusts: TLS works, and a check says so.</summary>
    public static IReadOnlyList<HostCertificateFiles> Find(IReadOnlyDictionary<BareJid, HostOptions> hosts, string data, TimeProvider clock) =>
        [.. hosts.Select(host => Find(host.Value.FilesFor(host.Key, data), host.Value, clock))];

    private static HostCertificateFiles Find(HostCertificateFiles files, HostOptions options, TimeProvider clock) =>
        options.Certificate is not null || File.Exists(files.CertificatePath)
            ? files
            : DevCertificates.Ensure(Path.GetDirectoryName(files.CertificatePath)!, [files.Host], clock).Host;
}
