// What the checks say about pins, authorities and those who know what was taken back.
using Balcony.Server.Checks;
using Balcony.Server.Federation;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Federation;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Checks;

public sealed class FederationCheckTests : IDisposable
{
    private static readonly BareJid Host = BareJid.Parse("montague.example");
    private static readonly string Key = new('a', 64);

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-checks-").FullName;
    private readonly FixedClock _clock = new(TestAuthority.Now);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_pins_there_is_nothing_to_say() => Assert.Equal(CheckOutcome.Passed, (await OnlyAsync(Pins())).Outcome);

    [Theory]
    [InlineData(null, CheckOutcome.Passed, CheckSeverity.Info)]
    [InlineData(15, CheckOutcome.Passed, CheckSeverity.Info)]
    [InlineData(13, CheckOutcome.Failed, CheckSeverity.Warning)]
    [InlineData(-1, CheckOutcome.Failed, CheckSeverity.Info)]
    public async Task A_pin_that_ends_soon_is_told_and_one_that_has_ended_is_noted(int? days, CheckOutcome outcome, CheckSeverity severity)
    {
        var result = await OnlyAsync(Pins(Pin(days, isByCommand: true)));
        Assert.Equal((outcome, severity), (result.Outcome, result.Severity));
        if (outcome == CheckOutcome.Failed) Assert.Contains("balcony federation ", result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_of_the_configuration_is_mended_there() =>
        Assert.Contains("federation:peers:capulet.example", (await OnlyAsync(Pins(Pin(3, isByCommand: false)))).Fix, StringComparison.Ordinal);

    [Fact]
    public async Task Of_several_pins_of_a_peer_the_last_one_counts() =>
        Assert.Equal(CheckOutcome.Passed, (await OnlyAsync(Pins(Pin(3, isByCommand: true), Pin(100, isByCommand: true)))).Outcome);

    [Fact]
    public async Task All_places_of_pins_are_looked_at()
    {
        var settings = new FederationSettings
        {
            Server = new FederationOptions { Peers = WithPin("a.example") },
            Hosts = new Dictionary<BareJid, HostFederationOptions> { [Host] = new() { Peers = WithPin("b.example") } },
        };
        await using var storage = new MemoryStorage();
        using var policies = new PeerPolicies(settings, storage);
        await policies.SetAsync(Host, "c.example", before => before with { Pins = [new PinnedKey(new byte[32], _clock.Now)] }, TestContext.Current.CancellationToken);
        Assert.Equal(
            [("a.example", null, false), ("b.example", Host, false), ("c.example", Host, true)],
            policies.Pins.Select(entry => (entry.Pattern, entry.Host, entry.IsByCommand)).OrderBy(entry => entry.Pattern, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(31, CheckOutcome.Passed, "")]
    [InlineData(29, CheckOutcome.Failed, "expires in 29 days")]
    [InlineData(-1, CheckOutcome.Failed, "expired at")]
    public async Task An_authority_that_expires_is_told(int days, CheckOutcome outcome, string evidence)
    {
        var result = await OnlyAsync(Authorities(Write(days)));
        Assert.Equal(outcome, result.Outcome);
        Assert.Contains(evidence, result.Evidence, StringComparison.Ordinal);
        if (outcome == CheckOutcome.Failed) Assert.Contains("hosts:NAME:trust", result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_with_a_newer_certificate_beside_the_old_one_is_fine() =>
        Assert.Equal(CheckOutcome.Passed, (await OnlyAsync(Authorities(Write(3), Write(300)))).Outcome);

    [Fact]
    public async Task Authorities_that_cannot_be_read_any_more_are_told_before_the_next_start()
    {
        var result = await OnlyAsync(Authorities(Path.Combine(_folder, "gone.pem")));
        Assert.Equal((CheckOutcome.Failed, CheckSeverity.Warning), (result.Outcome, result.Severity));
    }

    [Theory]
    [InlineData(RevocationMode.SoftFail, CheckSeverity.Info, "let in")]
    [InlineData(RevocationMode.HardFail, CheckSeverity.Warning, "refused")]
    public async Task A_list_that_is_stale_is_told(RevocationMode mode, CheckSeverity severity, string consequence)
    {
        byte[] list = [];
        await using var web = new LoopbackWeb((_, _) => new WebAnswer(list));
        using var rig = new TrustRig();
        var leaf = rig.Leaf(wanted => wanted with { More = [SanOf.ListsAt($"{web.Address}/a.crl")] });
        list = rig.Intermediate.RevocationList(TestAuthority.Now.AddDays(-9), TestAuthority.Now.AddDays(-2));
        var check = new RevocationSourcesCheck(() => new FederationSettings { Server = new FederationOptions { Revocation = mode } }, () => rig.Verifier.RevocationTroubles);
        Assert.Equal(CheckOutcome.Passed, (await OnlyAsync(check)).Outcome);

        await rig.VerifyAsync(leaf, new PeerPolicy { Revocation = mode });
        var result = await OnlyAsync(check);
        Assert.Equal((CheckOutcome.Failed, severity), (result.Outcome, result.Severity));
        Assert.Contains("too old", result.Evidence, StringComparison.Ordinal);
        Assert.Contains("a.crl", result.Subject, StringComparison.Ordinal);
        Assert.Contains(consequence, result.Explanation, StringComparison.Ordinal);
        Assert.NotNull(result.Fix);

        // Once it is renewed nothing is left to say.
        list = rig.Intermediate.RevocationList(TestAuthority.Now.AddHours(-1), TestAuthority.Now.AddDays(9));
        rig.Clock.Now += TimeSpan.FromMinutes(6);
        await rig.VerifyAsync(leaf, new PeerPolicy { Revocation = mode });
        Assert.Equal(CheckOutcome.Passed, (await OnlyAsync(check)).Outcome);
    }

    [Fact]
    public async Task A_silent_responder_is_told_for_a_day()
    {
        using var rig = new TrustRig();
        var leaf = rig.Leaf(wanted => wanted with { More = [SanOf.AsksAt("http://127.0.0.1:1/ocsp")] });
        await rig.VerifyAsync(leaf, new PeerPolicy());
        Assert.Single(rig.Verifier.RevocationTroubles);
        rig.Clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(rig.Verifier.RevocationTroubles);
    }

    [Fact]
    public async Task Where_nobody_is_asked_nothing_is_tested() => Assert.Equal(
        CheckOutcome.NotTested,
        (await OnlyAsync(new RevocationSourcesCheck(() => new FederationSettings { Server = new FederationOptions { Revocation = RevocationMode.Off } }, () => []))).Outcome);

    private static async Task<CheckResult> OnlyAsync(ICheck check) => Assert.Single(await check.RunAsync(TestContext.Current.CancellationToken));

    private static Dictionary<string, PeerOptions> WithPin(string peer) => new() { [peer] = new PeerOptions { Pins = [new PinOptions { Sha256 = Key, Until = "2027-03-02" }] } };

    private PinExpiryCheck Pins(params PinEntry[] pins) => new(() => pins, _clock);

    private PinEntry Pin(int? days, bool isByCommand) => new(Host, "capulet.example", new PinnedKey(new byte[32], days is { } count ? _clock.Now.AddDays(count) : null), isByCommand);

    private AuthorityExpiryCheck Authorities(params string[] files) =>
        new(() => new FederationSettings { Anchors = new Dictionary<BareJid, IReadOnlyList<string>> { [Host] = files } }, _clock);

    private string Write(int days)
    {
        using var root = TestAuthority.Root();
        using var authority = root.Intermediate(change: wanted => wanted with { Until = _clock.Now.AddDays(days).AddHours(1) });
        var file = Path.Combine(_folder, $"{days}.pem");
        File.WriteAllText(file, authority.Certificate.ExportCertificatePem());
        return file;
    }
}
