// Where a domain's XMPP service is: RFC 6120 §3.2, RFC 2782, XEP-0368.
namespace Balcony.Xmpp.Dns;

public enum ServiceKind
{
    /// <summary><c>_xmpp-client</c> and <c>_xmpps-client</c>, port 5222.</summary>
    Client,

    /// <summary><c>_xmpp-server</c> and <c>_xmpps-server</c>, port 5269.</summary>
    Server,
}

/// <summary>A host to try.</summary>
/// <param name="Host">A-labels, lower case, no final dot; or an address without brackets.</param>
/// <param name="Port">Its port.</param>
/// <param name="DirectTls">TLS begins with the connection (XEP-0368); else by STARTTLS.</param>
/// <param name="IsSecure">That this is the host was learnt securely: by a signed SRV record, or because it is the domain itself.</param>
public sealed record ServiceTarget(string Host, int Port, bool DirectTls, bool IsSecure)
{
    public override string ToString() =>
        $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}{(DirectTls ? " (direct TLS)" : "")}";
}

public sealed record ServiceLookupResult
{
    /// <summary>In the order in which to try them; empty when there is none.</summary>
    public IReadOnlyList<ServiceTarget> Targets { get; init; } = [];

    /// <summary>The domain says that it does not offer the service: every record's target is <c>.</c>.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Of the SRV answers: the weakest of those that say something.</summary>
    public DnsSecurity Security { get; init; }

    /// <summary>There is no SRV record, and the target is the domain itself (RFC 6120 §3.2.2).</summary>
    public bool IsFallback { get; init; }

    /// <summary>Why there is no target, a sentence for operators; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>No target, but that may pass: the DNS did not answer.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>What was heard, for the diary.</summary>
    public IReadOnlyList<DnsAnswer> Answers { get; init; } = [];

    /// <summary>What is odd about the records, sentences for operators.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Finds the targets of a domain.</summary>
public static class ServiceLookup
{
    /// <summary>Targets beyond this are not tried.</summary>
    public const int MaxTargets = 16;

    /// <summary>Records of one answer that are looked at; real domains have a handful.</summary>
    private const int MaxRecords = 64;

    /// <summary>Asks for both SRV sets at once and puts their targets into one order.</summary>
    /// <param name="resolver">Whom to ask.</param>
    /// <param name="domain">The domainpart of an address.</param>
    /// <param name="kind">Which service.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static ValueTask<ServiceLookupResult> FindAsync(
        IDnsResolver resolver, string domain, ServiceKind kind, CancellationToken cancel = default) =>
        FindAsync(resolver, domain, kind, Random.Shared, cancel);

    /// <param name="random">Draws among equal priorities by weight; a test hands in its own.</param>
    /// <inheritdoc cref="FindAsync(IDnsResolver, string, ServiceKind, CancellationToken)"/>
    public static async ValueTask<ServiceLookupResult> FindAsync(
        IDnsResolver resolver, string domain, ServiceKind kind, Random random, CancellationToken cancel)
    {
        var (service, port) = kind == ServiceKind.Client ? ("client", 5222) : ("server", 5269);
        if (DnsNames.TryAddress(domain, out var address))
            return new ServiceLookupResult { Targets = [new ServiceTarget(address.ToString(), port, DirectTls: false, IsSecure: true)], IsFallback = true };
        if (!DnsNames.TryPrepare(domain, out var name))
            return new ServiceLookupResult { Failure = $"{domain} is no name that the DNS can have." };

        var tls = resolver.AskAsync($"_xmpps-{service}._tcp.{name}", DnsType.Srv, cancel).AsTask();
        var plain = resolver.AskAsync($"_xmpp-{service}._tcp.{name}", DnsType.Srv, cancel).AsTask();
        DnsAnswer[] answers = await Task.WhenAll(plain, tls).ConfigureAwait(false);
        var result = Sort(answers, name, port, random);
        return result.IsTemporary && await IsListedAsync(resolver, name, cancel).ConfigureAwait(false)
            ? result with { Targets = [new ServiceTarget(name, port, DirectTls: false, IsSecure: true)], IsFallback = true, IsTemporary = false, Failure = null }
            : result;
    }

    // A domain in this machine's own list of hosts can be reached without the DNS, and whoever keeps answers from us gains nothing by it.
    private static async ValueTask<bool> IsListedAsync(IDnsResolver resolver, string name, CancellationToken cancel) =>
        await resolver.AskAsync(name, DnsType.A, cancel).ConfigureAwait(false) is { IsLocal: true };

    private static ServiceLookupResult Sort(DnsAnswer[] answers, string name, int port, Random random)
    {
        var notes = new List<string>();
        var candidates = new List<Candidate>();
        var hasRecord = false;
        foreach (var answer in answers)
        {
            var directTls = answer.Name.StartsWith("_xmpps-", StringComparison.Ordinal);
            hasRecord |= answer.Records.Count > 0;
            candidates.AddRange(
                from record in answer.Services.Take(MaxRecords)
                where IsUsable(record, notes)
                select new Candidate(record, new ServiceTarget(record.Target, record.Port, directTls, answer.IsSecure)));
        }
        var failure = answers.FirstOrDefault(answer => answer.IsFailure);
        var result = new ServiceLookupResult { Answers = answers, Notes = notes, Security = SecurityOf(answers) };
        if (candidates.Count > 0)
            return result with { Targets = [.. Order(candidates, random).Distinct().Take(MaxTargets)] };
        // Not knowing is not knowing that there is none: whoever can stop an answer must not choose the host.
        if (failure is not null)
            return result with { Failure = Explain(failure), IsTemporary = failure.Code is not (DnsCode.Bogus or DnsCode.BadName) };
        if (hasRecord)
        {
            var isRefused = answers.SelectMany(answer => answer.Services).All(record => record.Target == DnsService.NotOffered);
            return result with
            {
                IsRefused = isRefused,
                Failure = isRefused ? $"{name} says by its SRV records that it does not offer the service." : $"{name} has SRV records, and none can be used.",
            };
        }
        return result with { Targets = [new ServiceTarget(name, port, DirectTls: false, IsSecure: true)], IsFallback = true };
    }

    private static bool IsUsable(DnsService record, List<string> notes)
    {
        // RFC 2782: "." stands alone. Among others it says nothing.
        if (record.Target == DnsService.NotOffered) return false;
        var fault = record.Port == 0 ? "has port 0"
            : DnsNames.TryAddress(record.Target, out _) ? "is an address, where the name of a host belongs"
            : DnsNames.IsHost(record.Target) ? null : "is not the name of a host";
        if (fault is not null) notes.Add($"The SRV target {record.Target} {fault}: it is passed over.");
        return fault is null;
    }

    // RFC 2782, "Weight": those of weight 0 first, then one is drawn in proportion, until none is left.
    private static IEnumerable<ServiceTarget> Order(List<Candidate> candidates, Random random)
    {
        foreach (var group in candidates.GroupBy(candidate => candidate.Record.Priority).OrderBy(group => group.Key))
        {
            // Shuffled before, because "weight 0" for all of them leaves the choice to us, and a cache hands out one order.
            var shuffled = group.ToArray();
            random.Shuffle(shuffled);
            var left = shuffled.OrderBy(candidate => candidate.Record.Weight != 0).ToList();
            while (left.Count > 0)
            {
                var draw = random.Next(left.Sum(candidate => candidate.Record.Weight) + 1);
                var sum = 0;
                var at = left.FindIndex(candidate => (sum += candidate.Record.Weight) >= draw);
                yield return left[at].Target;
                left.RemoveAt(at);
            }
        }
    }

    private static DnsSecurity SecurityOf(DnsAnswer[] answers)
    {
        if (answers.Any(answer => answer.Security == DnsSecurity.Bogus)) return DnsSecurity.Bogus;
        return answers.All(answer => answer.IsSecure) ? DnsSecurity.Secure : DnsSecurity.Insecure;
    }

    private static string Explain(DnsAnswer failure) => failure.Code switch
    {
        DnsCode.Bogus => $"The DNS records of {failure.Name} are not signed as they must be: {failure.WhyBogus ?? "no reason is given"}.",
        DnsCode.Timeout => $"The DNS did not answer in time for {failure.Name}.",
        DnsCode.BadName => $"{failure.Name} is no name that the DNS can have.",
        _ => $"The DNS could not answer for {failure.Name}: {failure.Detail ?? failure.Code.ToString()}.",
    };

    private readonly record struct Candidate(DnsService Record, ServiceTarget Target);
}
