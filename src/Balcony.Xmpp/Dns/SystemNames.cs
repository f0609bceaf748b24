// What the system's files say: name servers (resolv.conf(5)) and names that need no question (hosts(5)).
using System.Net;

namespace Balcony.Xmpp.Dns;

internal sealed class SystemNames(DnsOptions options, TimeProvider clock)
{
    private const int MaxServers = 3, DnsPort = 53;

    private readonly WatchedFile<IReadOnlyList<IPEndPoint>>? _servers =
        options.Servers.Count > 0 ? null : new(options.ResolvConf, ReadServers, clock);

    private readonly WatchedFile<Dictionary<string, List<IPAddress>>>? _hosts =
        options.HostsFile is { } path ? new(path, ReadHosts, clock) : null;

    public IReadOnlyList<IPEndPoint> Servers => _servers?.Value ?? options.Servers;

    /// <summary>What is known without a question; null when it must be asked.</summary>
    public DnsAnswer? Find(string name, DnsType type)
    {
        if (type is not (DnsType.A or DnsType.Aaaa)) return IsLocalhost(name) ? Answer(name, type, []) with { Code = DnsCode.NxDomain } : null;
        if (_hosts?.Value.GetValueOrDefault(name) is { } addresses) return Answer(name, type, addresses);
        // RFC 6761 §6.3: never asked for.
        return IsLocalhost(name) ? Answer(name, type, [IPAddress.Loopback, IPAddress.IPv6Loopback]) : null;
    }

    internal static IReadOnlyList<IPEndPoint> ReadServers(IEnumerable<string> lines)
    {
        var servers = new List<IPEndPoint>();
        foreach (var line in lines)
        {
            var words = Words(line, "#;");
            if (words.Length >= 2 && words[0] == "nameserver" && servers.Count < MaxServers && IPAddress.TryParse(words[1], out var address))
                servers.Add(new IPEndPoint(address, DnsPort));
        }
        // "If no nameserver entries are present, the default is to use the name server on the local machine."
        return servers.Count > 0 ? servers : [new IPEndPoint(IPAddress.Loopback, DnsPort)];
    }

    internal static Dictionary<string, List<IPAddress>> ReadHosts(IEnumerable<string> lines)
    {
        var hosts = new Dictionary<string, List<IPAddress>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var words = Words(line, "#");
            if (words.Length < 2 || !IPAddress.TryParse(words[0], out var address)) continue;
            foreach (var word in words.AsSpan(1))
            {
                if (!DnsNames.TryPrepare(word, out var name)) continue;
                if (!hosts.TryGetValue(name, out var addresses)) hosts[name] = addresses = [];
                if (addresses.Count < AddressLookup.MaxPerFamily * 2) addresses.Add(address);
            }
        }
        return hosts;
    }

    private static bool IsLocalhost(string name) => name == "localhost" || name.EndsWith(".localhost", StringComparison.Ordinal);

    private static string[] Words(string line, string comments)
    {
        var end = line.AsSpan().IndexOfAny(comments);
        return (end < 0 ? line : line[..end]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static DnsAnswer Answer(string name, DnsType type, IEnumerable<IPAddress> addresses)
    {
        var length = type == DnsType.A ? 4 : 16;
        List<ReadOnlyMemory<byte>> records = [.. addresses.Select(address => address.GetAddressBytes()).Where(bytes => bytes.Length == length)];
        return new DnsAnswer
        {
            Name = name,
            Type = type,
            CanonicalName = name,
            Records = records,
            Code = records.Count > 0 ? DnsCode.NoError : DnsCode.NoData,
            IsLocal = true,
        };
    }
}
