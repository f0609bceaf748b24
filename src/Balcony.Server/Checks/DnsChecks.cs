// Whether the DNS answers, and whether its answers can be believed.
using Balcony.Server.Federation;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Checks;

/// <summary>Some name server answers: without the DNS no other server is found.</summary>
/// <param name="resolver">The server's.</param>
/// <param name="domains">Our hosts: in a closed network their names may be all that is known.</param>
/// <param name="clock">The time.</param>
public sealed class DnsAnswerCheck(IDnsResolver resolver, IReadOnlyList<string> domains, TimeProvider clock) : ICheck
{
    private const int MostDomains = 3;

    // A name server that takes longer is no use to a peer that waits.
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);

    public string Id => "dns.answers";

    public async ValueTask<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        string[] names = [".", .. domains.Take(MostDomains)];
        var began = clock.GetTimestamp();
        var answers = await Task.WhenAll(names.Select(name => AskAsync(name, either.Token))).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (answers.FirstOrDefault(answer => answer is { IsFailure: false, IsLocal: false }) is { } heard)
            return [Result(CheckOutcome.Passed, $"{heard.Name} was answered after {clock.GetElapsedTime(began).TotalMilliseconds:F0} ms.")];
        // Nothing but names of this machine, such as localhost, was asked for: nothing was learnt of the DNS. The root always is.
        var failure = answers.First(answer => answer.IsFailure);
        return
        [
            Result(CheckOutcome.Failed, $"No question is answered: {failure}.") with
            {
                Severity = CheckSeverity.Warning,
                Explanation = "Other servers cannot be found, and messages to them come back.",
                Fix = failure.Code == DnsCode.Bogus
                    ? "Use name servers that deliver DNSSEC signatures, set resolver:trustAnchors for a root of your own, or resolver:validation: off."
                    : "See /etc/resolv.conf, or set resolver:servers to name servers that answer this machine.",
            },
        ];
    }

    private async Task<DnsAnswer> AskAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await resolver.AskAsync(name, name == "." ? DnsType.NS : DnsType.A, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return DnsAnswer.Without(name, DnsType.NS, DnsCode.Timeout);
        }
    }

    private CheckResult Result(CheckOutcome outcome, string evidence) => new() { Id = Id, Outcome = outcome, Evidence = evidence };
}

/// <summary>Answers are validated: else DANE is off, and whoever can forge an answer chooses where we connect to.</summary>
public sealed class DnsValidationCheck(IDnsResolver resolver) : Check("dns.validation")
{
    protected override IEnumerable<CheckResult> Look()
    {
        yield return resolver.WhyNotValidating is not { } why
            ? Passed("Signatures (DNSSEC) are checked.")
            : Failed(
                CheckSeverity.Info, $"Signatures (DNSSEC) are not checked: {why}.",
                "DANE is off, and a forged answer may name the host to connect to; its certificate is verified all the same.",
                (resolver is ReplaceableResolver replaceable ? replaceable.Current : resolver) is StubResolver ? "apt-get install libunbound8, and resolver:library: auto" : "Set resolver:servers to name servers that deliver signatures.");
    }
}
