// XEP-0480: the server gets the keys of a hash that it lacks, from a client that has the password.
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Upgrade tasks (§2.1, §3), named after the mechanism that becomes possible.</summary>
public static class ScramUpgrade
{
    /// <summary>Of the features and requests that name tasks.</summary>
    public const string Ns = "urn:xmpp:sasl:upgrade:0";

    /// <summary>Of what a SCRAM task says.</summary>
    public const string ScramNs = "urn:xmpp:scram-upgrade:0";

    private const string Prefix = "UPGR-";

    /// <summary>§3: never with -PLUS; the keys are the same.</summary>
    public static string TaskFor(ScramHash hash) => Prefix + SaslMechanism.Of(hash);

    /// <summary>The hash of a task; null for what is none.</summary>
    public static ScramHash? HashOf(string task) =>
        task.StartsWith(Prefix, StringComparison.Ordinal) && !SaslMechanism.IsPlus(task) ? SaslMechanism.HashOf(task[Prefix.Length..]) : null;

    /// <summary>The tasks named inside a feature or a request.</summary>
    public static IReadOnlyList<string> ReadNames(XmlElement element) =>
        [.. element.Children.Where(child => child.Is("upgrade", Ns)).Select(child => child.Text.Trim()).Distinct()];

    internal static void WriteNames(XmlWriter writer, IReadOnlyList<string> tasks)
    {
        foreach (var task in tasks) writer.TextElement("upgrade", Ns, task);
    }
}

/// <summary>What the client computes the salted password from (§3).</summary>
/// <param name="Salt">Never empty.</param>
/// <param name="Iterations">More than zero.</param>
public sealed record UpgradeSalt(byte[] Salt, int Iterations) : IPayload<UpgradeSalt>
{
    public static string ElementName => "salt";

    public static string ElementNs => ScramUpgrade.ScramNs;

    public static UpgradeSalt Read(XmlElement element) =>
        Sasl2Data.TryDecode(element.Text, out var salt) && salt.Length > 0 && Schema.ReadNumber(element.Required("iterations")) is > 0 and <= int.MaxValue and var count
            ? new UpgradeSalt(salt, (int)count) : throw Schema.BadRequest("no salt, or no iterations");

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("iterations", Schema.WriteNumber(Iterations)).Text(Convert.ToBase64String(Salt)).End();
}

/// <summary>The salted password (RFC 5802 §3), which the client sends back (§3).</summary>
/// <param name="SaltedPassword">Never empty.</param>
public sealed record UpgradeHash(byte[] SaltedPassword) : IPayload<UpgradeHash>
{
    public static string ElementName => "hash";

    public static string ElementNs => ScramUpgrade.ScramNs;

    public static UpgradeHash Read(XmlElement element) => Sasl2Data.TryDecode(element.Text, out var salted) && salted.Length > 0
        ? new UpgradeHash(salted) : throw Schema.BadRequest("no salted password");

    public void Write(XmlWriter writer) => writer.TextElement(ElementName, ElementNs, Convert.ToBase64String(SaltedPassword));
}
