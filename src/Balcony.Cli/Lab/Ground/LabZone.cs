// A zone of the lab: what it holds, signed or not, and what it can prove about what it does not hold.
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Cli.Lab.Ground;

/// <summary>How the signatures of one set of records are wrong.</summary>
internal enum LabSignature
{
    Right,
    Wrong,
    Missing,
    Expired,
}

/// <summary>Filled first, then asked: <see cref="Seal"/> stands between.</summary>
internal sealed class LabZone(string origin, LabZoneKey? key, TimeProvider clock)
{
    public const string ServerName = "ns." + LabNames.SecureZone;
    public const uint Ttl = 60;

    /// <summary>How long an answer "there is none" may be kept (RFC 2308 §5).</summary>
    public const uint NegativeTtl = 10;

    private readonly Dictionary<string, LabNode> _nodes = [];
    private readonly Dictionary<(string, LabType), LabSignature> _faults = [];
    private string[] _inOrder = [];

    public string Origin => origin;

    /// <summary>Null for a zone that is not signed.</summary>
    public LabZoneKey? Key => key;

    /// <summary>What all signatures of the zone are.</summary>
    public LabSignature Signatures { get; init; }

    public LabZone Add(LabRecord record)
    {
        if (!_nodes.TryGetValue(record.Owner, out var node)) _nodes[record.Owner] = node = new LabNode(record.Owner);
        node.Add(record);
        return this;
    }

    public void Spoil(string owner, LabType type, LabSignature how) => _faults[(owner, type)] = how;

    /// <summary>Names a zone below: its own data are elsewhere.</summary>
    /// <param name="fingerprint">Null leaves the zone below without security (RFC 4035 §5.2).</param>
    public void Delegate(string child, byte[]? fingerprint)
    {
        Add(LabRecord.NameServer(child, ServerName, Ttl));
        if (fingerprint is not null) Add(new LabRecord(child, LabType.Ds, Ttl, fingerprint));
    }

    /// <summary>Adds what every zone has, and signs. Nothing can be added afterwards.</summary>
    public LabZone Seal()
    {
        Add(LabRecord.Authority(origin, NegativeTtl));
        Add(LabRecord.NameServer(origin, ServerName, Ttl));
        if (key is not null) Add(new LabRecord(origin, LabType.DnsKey, Ttl, key.Data));
        _inOrder = [.. _nodes.Keys.OrderBy(name => name, LabNameOrder.Instance)];
        if (key is null) return this;
        for (var i = 0; i < _inOrder.Length; i++)
        {
            var node = _nodes[_inOrder[i]];
            var types = node.Types.Append(LabType.Nsec).Append(LabType.Rrsig);
            node.Add(new LabRecord(node.Name, LabType.Nsec, NegativeTtl, LabZoneKey.NsecData(_inOrder[(i + 1) % _inOrder.Length], types)));
            foreach (var type in node.Types.ToList()) Sign(node, type);
        }
        return this;
    }

    public bool TryFind(string name, [NotNullWhen(true)] out LabNode? node) => _nodes.TryGetValue(name, out node);

    /// <summary>The name itself, or one below it, is in the zone.</summary>
    public bool Exists(string name) => _nodes.ContainsKey(name) || _inOrder.Any(other => IsBelow(other, name));

    /// <summary>The node whose NSEC record covers a name that has none of its own (RFC 4034 §4.1.1).</summary>
    public LabNode Before(string name) => _nodes[_inOrder.Last(other => LabNameOrder.Instance.Compare(other, name) < 0)];

    /// <summary>The longest existing name at or above (RFC 5155 §1.3 has the word).</summary>
    public string ClosestEncloser(string name)
    {
        while (name != origin && !Exists(name)) name = ParentOf(name);
        return name;
    }

    public static bool IsAtOrBelow(string name, string top) => name == top || IsBelow(name, top);

    public static string ParentOf(string name) => name.IndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";

    private static bool IsBelow(string name, string top) => top.Length == 0 ? name.Length > 0 : name.EndsWith("." + top, StringComparison.Ordinal);

    // A delegation's NS records are the child's to sign (RFC 4035 §2.2).
    private void Sign(LabNode node, LabType type)
    {
        if (type is LabType.Rrsig || (type is LabType.Ns && node.Name != origin)) return;
        var how = _faults.GetValueOrDefault((node.Name, type), Signatures);
        if (how != LabSignature.Missing) node.AddSignature(type, key!.Sign(origin, node.Of(type), how, clock.GetUtcNow()));
    }
}

/// <summary>All records of one name.</summary>
internal sealed class LabNode(string name)
{
    private readonly SortedDictionary<LabType, List<LabRecord>> _sets = [];
    private readonly Dictionary<LabType, LabRecord> _signatures = [];

    public string Name => name;

    public IEnumerable<LabType> Types => _sets.Keys;

    public void Add(LabRecord record)
    {
        if (!_sets.TryGetValue(record.Type, out var set)) _sets[record.Type] = set = [];
        set.Add(record);
    }

    public void AddSignature(LabType type, LabRecord signature) => _signatures[type] = signature;

    public IReadOnlyList<LabRecord> Of(LabType type) => _sets.TryGetValue(type, out var set) ? set : [];

    public LabRecord? SignatureOf(LabType type) => _signatures.GetValueOrDefault(type);
}

/// <summary>Canonical order of names (RFC 4034 §6.1): label by label from the right.</summary>
internal sealed class LabNameOrder : IComparer<string>
{
    public static LabNameOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (DnsWriter.LabelsOf(x ?? ""), DnsWriter.LabelsOf(y ?? ""));
        for (var i = 1; i <= Math.Min(left.Length, right.Length); i++)
        {
            var order = string.CompareOrdinal(left[^i], right[^i]);
            if (order != 0) return order;
        }
        return left.Length.CompareTo(right.Length);
    }
}
