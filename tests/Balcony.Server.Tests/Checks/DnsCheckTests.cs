// What the checks say about the DNS.
using Balcony.Server.Checks;
using Balcony.Testing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Server.Tests.Checks;

public sealed class DnsCheckTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_name_server_that_knows_anything_will_do()
    {
        await using var dns = new MemoryResolver();
        dns.Fail(".", DnsType.NS, DnsCode.Refused);

        Assert.Equal(CheckOutcome.Passed, (await AnswersAsync(dns)).Outcome);
    }

    [Theory]
    [InlineData(DnsCode.Timeout, "resolver:servers")]
    [InlineData(DnsCode.Bogus, "resolver:validation")]
    public async Task When_nothing_is_answered_it_is_said_what_to_do(DnsCode code, string fix)
    {
        await using var dns = new MemoryResolver();
        dns.Fail(".", DnsType.NS, code).Fail("example.org", DnsType.A, code);
        var result = await AnswersAsync(dns);

        Assert.Equal((CheckOutcome.Failed, CheckSeverity.Warning), (result.Outcome, result.Severity));
        Assert.Contains(fix, result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_name_server_does_not_hold_up_the_checks()
    {
        await using var dns = new MemoryResolver(_clock);
        dns.Delay(".", DnsType.NS, TimeSpan.FromMinutes(1)).Delay("example.org", DnsType.A, TimeSpan.FromMinutes(1));
        var checking = AnswersAsync(dns);
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(CheckOutcome.Failed, (await checking).Outcome);
    }

    [Fact]
    public async Task Without_validation_dane_is_said_to_be_off()
    {
        await using var validating = new MemoryResolver();
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new DnsValidationCheck(validating))).Outcome);

        await using var stub = new StubResolver(new DnsOptions(), _clock);
        var result = await RunAsync(new DnsValidationCheck(stub));
        Assert.Equal(CheckOutcome.Failed, result.Outcome);
        Assert.Contains("DANE is off", result.Explanation, StringComparison.Ordinal);
        Assert.Contains("libunbound", result.Fix, StringComparison.Ordinal);
    }

    private Task<CheckResult> AnswersAsync(IDnsResolver dns) => RunAsync(new DnsAnswerCheck(dns, ["example.org"], _clock));

    private static async Task<CheckResult> RunAsync(ICheck check) => Assert.Single(await check.RunAsync(TestContext.Current.CancellationToken));
}
