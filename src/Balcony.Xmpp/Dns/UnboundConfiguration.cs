// How a context of libunbound is set up (unbound.conf(5) has the options).
using System.Globalization;
using System.Net;

namespace Balcony.Xmpp.Dns;

internal static unsafe class UnboundConfiguration
{
    /// <exception cref="ResolverException">The library refuses an option.</exception>
    public static UnboundContext Create(DnsOptions options, IReadOnlyList<IPEndPoint> servers, bool validates)
    {
        try
        {
            return new UnboundContext(context => Configure(context, options, servers, validates ? TrustAnchors.Of(options) : null));
        }
        catch (ResolverException) when (validates && TrustAnchors.AreDefault(options))
        {
            // A file of the distribution's that cannot be understood is no reason to do without the anchors that are known here.
            return new UnboundContext(context => Configure(context, options, servers, TrustAnchors.Of(options) with { Files = [] }));
        }
    }

    private static void Configure(nint context, DnsOptions options, IReadOnlyList<IPEndPoint> servers, AnchorSet? anchors)
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
        Set("module-config", anchors is null ? "iterator" : "validator iterator");
        foreach (var server in servers)
            UnboundContext.Check(Unbound.SetForward(context, $"{server.Address}@{server.Port}"), $"the name server {server}");
        if (anchors is null) return;
        foreach (var record in anchors.Records) UnboundContext.Check(Unbound.AddAnchor(context, record), $"the trust anchor {record}");
        foreach (var file in anchors.Files) UnboundContext.Check(Unbound.AddAnchorFile(context, file), $"the trust anchors of {file}");
        foreach (var domain in anchors.InsecureDomains) Set("domain-insecure", domain);

        void Set(string option, string value) => UnboundContext.Check(Unbound.SetOption(context, option, value), $"{option}: {value}");
    }
}
