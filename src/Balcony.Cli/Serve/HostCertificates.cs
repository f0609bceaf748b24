// Which certificate files each host has, and throw-away ones where it has none yet.
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Server.Rooms;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Serve;

internal static class HostCertificates
{
    /// <summary>A host for which no certificate is configured and none lies in the data directory gets one that nobody trusts: TLS works, and a check says so.
    /// Its rooms have one of their own where one lies there for their domain, else the host's.</summary>
    public static IReadOnlyList<HostCertificateFiles> Find(IReadOnlyDictionary<BareJid, HostOptions> hosts, string data, string? rooms, TimeProvider clock)
    {
        var all = new List<HostCertificateFiles>();
        foreach (var (host, options) in hosts)
        {
            string? service = rooms is null ? null : $"{rooms}.{host.Domain}";
            var files = Find(options.FilesFor(host, data), options, service, clock);
            all.Add(files);
            if (service is not null)
            {
                var own = (options with { Certificate = null, Key = null }).FilesFor(BareJid.Parse(service), data);
                all.Add(File.Exists(own.CertificatePath) ? own : files with { Host = service, IsShared = true });
            }
        }
        return all;
    }

    /// <summary>The first label of the domain of rooms; null: there are none.</summary>
    public static string? RoomsOf(ServerOptions options) => options.Modules.Enabled.GetValueOrDefault("rooms", true)
        ? (options.Modules.Records.Values.OfType<RoomOptions>().FirstOrDefault() ?? new RoomOptions()).Service : null;

    private static HostCertificateFiles Find(HostCertificateFiles files, HostOptions options, string? service, TimeProvider clock) =>
        options.Certificate is not null || File.Exists(files.CertificatePath)
            ? files
            : DevCertificates.Ensure(Path.GetDirectoryName(files.CertificatePath)!, service is null ? [files.Host] : [files.Host, service], clock).Host;
}
