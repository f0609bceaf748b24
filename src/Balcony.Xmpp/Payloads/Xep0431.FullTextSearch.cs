// XEP-0431: words as a filter for an archive of messages.
namespace Balcony.Xmpp.Payloads;

public static class FullTextSearch
{
    /// <summary>The feature of an archive that can be searched.</summary>
    public const string Ns = "urn:xmpp:fulltext:0";

    /// <summary>The field in the form of a query (§3.1).</summary>
    public const string Var = "{urn:xmpp:fulltext:0}fulltext";
}
