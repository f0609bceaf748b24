// Where the chain of signatures begins.
namespace Balcony.Xmpp.Dns;

/// <summary>The root's keys, unless others are configured.</summary>
public static class TrustAnchors
{
    /// <summary>The root's key signing keys of 2017 and 2024, as IANA publishes them (https://data.iana.org/root-anchors/root-anchors.xml).</summary>
    public static IReadOnlyList<string> Root { get; } =
    [
        ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16",
    ];

    /// <summary>Where distributions keep the root's keys. They are updated, and programs are not always: either may know a key that the other does not.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["/var/lib/unbound/root.key", "/usr/share/dns/root.key", "/etc/unbound/root.key", "/etc/trusted-key.key"];

    // RFC 6761, RFC 8375, RFC 6762 appendix G and their like: names that the root does not have, and private networks do.
    // The proof that they do not exist would make every such network's own answers bogus.
    private static readonly string[] Private = ["test", "home.arpa", "internal", "local", "lan", "intranet", "private", "corp", "home"];

    /// <summary>Nobody named others.</summary>
    internal static bool AreDefault(DnsOptions options) => options.TrustAnchors.Count == 0 && options.TrustAnchorFile is null;

    internal static AnchorSet Of(DnsOptions options) => AreDefault(options)
        ? new(Root, [.. Files.Where(IsReadable).Take(1)], [.. options.InsecureDomains, .. Private])
        : new(options.TrustAnchors, options.TrustAnchorFile is { } file ? [file] : [], options.InsecureDomains);

    private static bool IsReadable(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <param name="Records">DS or DNSKEY records.</param>
/// <param name="Files">Files of them.</param>
/// <param name="InsecureDomains">Domains below which nothing is expected to be signed.</param>
internal sealed record AnchorSet(IReadOnlyList<string> Records, IReadOnlyList<string> Files, IReadOnlyList<string> InsecureDomains);
