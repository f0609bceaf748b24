// How a context of libunbound is set up (unbound.conf(5) has the options).
using System.Globalization;
using System.Net;

namespace Balcony.Xmpp.Dns;

internal static unsafe class UnboundConfiguration
{
    /// <exception cref="ResolverException">The library refuses an option.</exception>
    public static UnboundContext Create(DnsOptions options, IReadOnlyList<IPEndPoint> servers, bool validates) =>
        new(context => Configure(context, options, servers, validates));

    private static void Configure(nint context, DnsOptions options, IReadOnlyList<IPEndPoint> servers, bool validates)
    {
        _ = Unbound.LogTo(context, 0);
        // Name servers on this machine are the rule, not a mistake.
        Set("do-not-query-localhost", "no");
        // For testing names (RFC 6761 §6.2) the library has answers of its own; whoever asks for one has a server for it.
        Set("local-zone", "test. transparent");
        Set("local-zone", "home.arpa. transparent");
        Set("num-queries-per-thread", (options.MaxQuestions * 2).ToString(CultureInfo.InvariantCulture));
        Set("outgoing-range", "128");
        Set("msg-cache-size", "4m");
        Set("rrset-cache-size", "8m");
        // A server that was down is asked again within a minute of its return, not within fifteen.
        Set("infra-host-ttl", "60");
        Set("infra-keep-probing", "yes");
        Set("module-config", validates ? "validator iterator" : "iterator");
        foreach (var server in servers)
            UnboundContext.Check(Unbound.SetForward(context, $"{server.Address}@{server.Port}"), $"the name server {server}");
        if (!validates) return;
        var (records, files, insecure) = TrustAnchors.Of(options);
        foreach (var record in records) UnboundContext.Check(Unbound.AddAnchor(context, record), $"the trust anchor {record}");
        foreach (var file in files) UnboundContext.Check(Unbound.AddAnchorFile(context, file), $"the trust anchors of {file}");
        foreach (var domain in insecure) Set("domain-insecure", domain);

        void Set(string option, string value) => UnboundContext.Check(Unbound.SetOption(context, option, value), $"{option}: {value}");
    }
}
