// All zones of a lab together, as a resolver would answer from them: aliases are followed, and what is not there is proven.
namespace Balcony.Cli.Lab.Ground;

/// <summary>What becomes of questions for a name or all below it, whatever the zones say.</summary>
internal enum LabDnsRefusal
{
    /// <summary>SERVFAIL.</summary>
    Fail,

    /// <summary>No answer.</summary>
    Ignore,
}

internal sealed record LabDnsReply(int Code, IReadOnlyList<LabRecord> Answer, IReadOnlyList<LabRecord> Authority);

internal sealed class LabDnsData(IReadOnlyList<LabZone> zones)
{
    public const int NoError = 0;
    public const int ServerFailure = 2;
    public const int NxDomain = 3;
    private const int MostAliases = 8;

    private readonly Dictionary<(string Name, LabType? Type), LabDnsRefusal> _refusals = [];

    public IReadOnlyList<LabZone> Zones => zones;

    /// <param name="type">Null is every type.</param>
    public void Refuse(string name, LabType? type, LabDnsRefusal how) => _refusals[(name, type)] = how;

    /// <summary>The zone that has the data of a name; for DS that is the zone above (RFC 4035 §3.1.4.1).</summary>
    public LabZone ZoneOf(string name, LabType type) => zones
        .Where(zone => LabZone.IsAtOrBelow(name, zone.Origin) && (type != LabType.Ds || zone.Origin != name || name.Length == 0))
        .MaxBy(zone => zone.Origin.Length)!;

    /// <summary>Null when there is to be no answer at all.</summary>
    public LabDnsReply? Ask(string name, LabType type, bool wantsSignatures)
    {
        if (RefusalOf(name, type) is { } refusal) return refusal == LabDnsRefusal.Ignore ? null : new LabDnsReply(ServerFailure, [], []);
        var (answer, authority) = (new List<LabRecord>(), new List<LabRecord>());
        for (var i = 0; i < MostAliases; i++)
        {
            var zone = ZoneOf(name, type);
            if (!zone.TryFind(name, out var node))
            {
                Prove(zone, name, wantsSignatures, authority);
                return new LabDnsReply(zone.Exists(name) ? NoError : NxDomain, answer, authority);
            }
            if (node.Of(type).Count > 0)
            {
                Append(node, type, wantsSignatures, answer);
                return new LabDnsReply(NoError, answer, authority);
            }
            if (node.Of(LabType.Cname) is not [var alias])
            {
                AppendStart(zone, wantsSignatures, authority);
                if (wantsSignatures) Append(node, LabType.Nsec, wantsSignatures, authority);
                return new LabDnsReply(NoError, answer, authority);
            }
            Append(node, LabType.Cname, wantsSignatures, answer);
            name = TargetOf(alias);
        }
        return new LabDnsReply(ServerFailure, answer, authority);
    }

    private LabDnsRefusal? RefusalOf(string name, LabType type)
    {
        if (_refusals.TryGetValue((name, type), out var own)) return own;
        for (; name.Length > 0; name = LabZone.ParentOf(name))
        {
            if (_refusals.TryGetValue((name, null), out var above)) return above;
        }
        return null;
    }

    // RFC 4035 §3.1.3: no such name, and no wildcard that could have made it; or a name that only has others below it.
    private static void Prove(LabZone zone, string name, bool wantsSignatures, List<LabRecord> authority)
    {
        AppendStart(zone, wantsSignatures, authority);
        if (!wantsSignatures || zone.Key is null) return;
        var covering = zone.Before(name);
        Append(covering, LabType.Nsec, true, authority);
        if (zone.Exists(name)) return;
        var encloser = zone.ClosestEncloser(name);
        var wildcard = zone.Before(encloser.Length == 0 ? "*" : "*." + encloser);
        if (wildcard != covering) Append(wildcard, LabType.Nsec, true, authority);
    }

    private static void AppendStart(LabZone zone, bool wantsSignatures, List<LabRecord> authority)
    {
        if (zone.TryFind(zone.Origin, out var apex)) Append(apex, LabType.Soa, wantsSignatures, authority);
    }

    private static void Append(LabNode node, LabType type, bool wantsSignatures, List<LabRecord> to)
    {
        to.AddRange(node.Of(type));
        if (wantsSignatures && node.SignatureOf(type) is { } signature) to.Add(signature);
    }

    private static string TargetOf(LabRecord alias)
    {
        var labels = new List<string>();
        for (var at = 0; alias.Data[at] != 0; at += 1 + alias.Data[at]) labels.Add(System.Text.Encoding.ASCII.GetString(alias.Data, at + 1, alias.Data[at]));
        return string.Join('.', labels);
    }
}
