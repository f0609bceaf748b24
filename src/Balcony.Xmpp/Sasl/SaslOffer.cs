// What a server offers to authenticate with: RFC 6120 §6.4.1, XEP-0440 §2, and the hash over both of XEP-0474.
using System.Text;
using Balcony.Xmpp.Tls;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Sasl;

/// <summary>The advertised mechanisms and channel-binding types. Immutable: connections that are offered the same share one.</summary>
public sealed class SaslOffer
{
    public const string ChannelBindingNs = "urn:xmpp:sasl-cb:0";

    // XEP-0474 §5.1: characters that XML cannot hold, so that no name can imitate a border.
    private const char Separator = '\x1E';
    private const char ListSeparator = '\x1F';

    private readonly byte[]?[] _hashes = new byte[]?[4];

    /// <param name="mechanisms">In the order in which they are to be written.</param>
    /// <param name="channelBindingTypes">In the order in which they are to be written; empty writes no feature.</param>
    public SaslOffer(IEnumerable<string> mechanisms, IEnumerable<string> channelBindingTypes)
    {
        Mechanisms = [.. mechanisms];
        ChannelBindingTypes = [.. channelBindingTypes];
        HasPlus = Mechanisms.Any(SaslMechanism.IsPlus);
    }

    public IReadOnlyList<string> Mechanisms { get; }

    public IReadOnlyList<string> ChannelBindingTypes { get; }

    /// <summary>Some mechanism binds to the channel.</summary>
    public bool HasPlus { get; }

    /// <summary>The server proves its offer inside SCRAM (XEP-0474). On by default; clients that do not know it skip an attribute.</summary>
    public bool HasDowngradeProtection { get; init; } = true;

    /// <summary>What to offer on one connection: -PLUS only when the channel can be bound to, and the types only together with it.</summary>
    public static SaslOffer For(IEnumerable<string> mechanisms, ChannelBindings bindings)
    {
        var canBind = bindings.Types.Count > 0;
        var offered = mechanisms.Where(name => canBind || !SaslMechanism.IsPlus(name)).ToList();
        return new SaslOffer(offered, offered.Any(SaslMechanism.IsPlus) ? bindings.Types : []);
    }

    /// <summary>Reads the offer in <c>stream:features</c>; null when there is none.</summary>
    public static SaslOffer? Read(XmlElement features)
    {
        if (features.Child("mechanisms", SaslCondition.Ns) is not { } list) return null;
        var mechanisms = new List<string>();
        foreach (var child in list.Children)
        {
            if (child.Is("mechanism", SaslCondition.Ns)) mechanisms.Add(child.Text);
        }
        var types = new List<string>();
        if (features.Child("sasl-channel-binding", ChannelBindingNs) is { } bindings)
        {
            foreach (var child in bindings.Children)
            {
                if (child.Is("channel-binding", ChannelBindingNs) && child.Attribute("type") is { } type) types.Add(type);
            }
        }
        return new SaslOffer(mechanisms, types);
    }

    /// <summary>Writes the features, without the <c>stream:features</c> around them.</summary>
    public void Write(XmlWriter writer)
    {
        if (ChannelBindingTypes.Count > 0)
        {
            writer.Start("sasl-channel-binding", ChannelBindingNs);
            foreach (var type in ChannelBindingTypes) writer.Start("channel-binding").Attribute("type", type).End();
            writer.End();
        }
        writer.Start("mechanisms", SaslCondition.Ns);
        foreach (var mechanism in Mechanisms) writer.TextElement("mechanism", null, mechanism);
        writer.End();
    }

    /// <summary>XEP-0474 §5.1: the attribute <c>h</c>, in base64. Computed once for each hash.</summary>
    internal byte[] DowngradeHash(ScramHash hash)
    {
        // Two threads may both compute it; they store equal arrays.
        return _hashes[(int)hash] ??= Compute(hash);
    }

    private byte[] Compute(ScramHash hash)
    {
        // "i;octet" is the order of the bytes.
        var text = string.Join(Separator, Mechanisms.Order(StringComparer.Ordinal));
        if (ChannelBindingTypes.Count > 0)
            text += ListSeparator + string.Join(Separator, ChannelBindingTypes.Order(StringComparer.Ordinal));
        var digest = new byte[hash.Length()];
        hash.Digest(Encoding.UTF8.GetBytes(text), digest);
        return SaslBase64.ToUtf8(digest);
    }
}
