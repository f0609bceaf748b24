// The addresses of a host, both families at once, in the order in which to try them (RFC 8305 §3, §4).
using System.Net;
using System.Net.Sockets;

namespace Balcony.Xmpp.Dns;

public sealed record AddressLookupResult
{
    /// <summary>IPv6 and IPv4 by turns, IPv6 first.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>All that was learnt is signed.</summary>
    public bool IsSecure { get; init; }

    /// <summary>The host, or what it is an alias of (RFC 7671 §7 wants to know).</summary>
    public required string CanonicalName { get; init; }

    /// <summary>NoError when there is an address, else the worse of both answers.</summary>
    public required DnsCode Code { get; init; }

    /// <summary>Why there is no address, a sentence for operators; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>What was heard, for the diary.</summary>
    public IReadOnlyList<DnsAnswer> Answers { get; init; } = [];
}

/// <summary>Finds the addresses of a host.</summary>
public static class AddressLookup
{
    /// <summary>Addresses of each family beyond this are not tried.</summary>
    public const int MaxPerFamily = 8;

    /// <summary>Asks for A and AAAA and waits for both. <see cref="HappyEyeballs"/> waits less.</summary>
    public static async ValueTask<AddressLookupResult> ResolveAsync(IDnsResolver resolver, string host, CancellationToken cancel = default)
    {
        if (Literal(host) is { } literal) return literal;
        var six = resolver.AskAsync(host, DnsType.Aaaa, cancel).AsTask();
        var four = resolver.AskAsync(host, DnsType.A, cancel).AsTask();
        return Combine(host, await Task.WhenAll(six, four).ConfigureAwait(false));
    }

    /// <summary>The result for a host that is an address; null for a name.</summary>
    internal static AddressLookupResult? Literal(string host) => DnsNames.TryAddress(host, out var address)
        ? new AddressLookupResult { Addresses = [address], CanonicalName = address.ToString(), Code = DnsCode.NoError } : null;

    internal static AddressLookupResult Combine(string host, IReadOnlyList<DnsAnswer> answers)
    {
        var told = answers.Where(answer => !answer.IsFailure).ToList();
        var addresses = Interleave(answers.SelectMany(Usable));
        var code = addresses.Count > 0 ? DnsCode.NoError : Worst(answers);
        var isAlias = told.FirstOrDefault(answer => answer.CanonicalName != answer.Name);
        return new AddressLookupResult
        {
            Addresses = addresses,
            // A family that was not learnt is not tried, and cannot make the other insecure.
            IsSecure = told.Count > 0 && told.All(answer => answer.IsSecure),
            CanonicalName = isAlias?.CanonicalName ?? (answers.Count > 0 ? answers[0].CanonicalName : host),
            Code = code,
            Failure = addresses.Count > 0 ? null : Explain(host, code, answers),
            Answers = answers,
        };
    }

    /// <summary>Those that a connection can be made to.</summary>
    internal static IEnumerable<IPAddress> Usable(DnsAnswer answer) => answer.Addresses.Where(IsUnicast).Take(MaxPerFamily);

    /// <summary>RFC 8305 §4, with a First Address Family Count of one.</summary>
    internal static List<IPAddress> Interleave(IEnumerable<IPAddress> addresses)
    {
        var all = addresses.Distinct().ToList();
        var six = all.Where(address => address.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        var four = all.Where(address => address.AddressFamily == AddressFamily.InterNetwork).ToList();
        var ordered = new List<IPAddress>(all.Count);
        for (var i = 0; i < Math.Max(six.Count, four.Count); i++)
        {
            if (i < six.Count) ordered.Add(six[i]);
            if (i < four.Count) ordered.Add(four[i]);
        }
        return ordered;
    }

    private static bool IsUnicast(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any) && !address.IsIPv4MappedToIPv6;
        var first = address.GetAddressBytes()[0];
        return first is > 0 and < 224;
    }

    private static DnsCode Worst(IReadOnlyList<DnsAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.IsFailure) return answer.Code;
        }
        return answers.Any(answer => answer.Code == DnsCode.NxDomain) ? DnsCode.NxDomain : DnsCode.NoData;
    }

    private static string Explain(string host, DnsCode code, IReadOnlyList<DnsAnswer> answers) => code switch
    {
        DnsCode.NxDomain => $"The host {host} does not exist.",
        DnsCode.NoData => $"The host {host} has no address.",
        DnsCode.Bogus => $"The addresses of {host} are not signed as they must be: {answers.First(answer => answer.Code == code).WhyBogus ?? "no reason is given"}.",
        DnsCode.Timeout => $"The DNS did not answer in time for {host}.",
        DnsCode.BadName => $"{host} is no name that the DNS can have.",
        _ => $"The DNS could not answer for {host}: {answers.First(answer => answer.Code == code).Detail ?? code.ToString()}.",
    };
}
