// What the checks say about good and bad surroundings.
using Balcony.Server.Checks;
using Balcony.Server.Net;
using Balcony.Server.Tests.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Checks;

public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-checks-").FullName;

    [Fact]
    public async Task A_good_certificate_passes_and_a_missing_chain_is_noted()
    {
        using var certificates = Certificates("localhost", ["localhost"]);

        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new CertificateFilesCheck(certificates))).Outcome);
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new CertificateNamesCheck(certificates))).Outcome);
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new CertificateExpiryCheck(certificates, TimeProvider.System))).Outcome);
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new KeyPermissionsCheck(certificates))).Outcome);
        var chain = await RunAsync(new CertificateChainCheck(certificates));
        Assert.Equal((CheckOutcome.Failed, CheckSeverity.Info), (chain.Outcome, chain.Severity));
    }

    [Fact]
    public async Task A_chain_must_be_in_order()
    {
        var dev = DevCertificates.Ensure(_folder, ["localhost"], TimeProvider.System);
        var other = DevCertificates.Ensure(Path.Combine(_folder, "other"), ["localhost"], TimeProvider.System);
        var leaf = File.ReadAllText(dev.Host.CertificatePath);
        using var certificates = Store(dev.Host);

        File.WriteAllText(dev.Host.CertificatePath, leaf + File.ReadAllText(dev.AuthorityPath));
        Assert.True(certificates.Reload());
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new CertificateChainCheck(certificates))).Outcome);
        File.WriteAllText(dev.Host.CertificatePath, leaf + File.ReadAllText(other.AuthorityPath));
        Assert.True(certificates.Reload());
        Assert.Equal(CheckSeverity.Warning, (await RunAsync(new CertificateChainCheck(certificates))).Severity);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_an_error()
    {
        using var certificates = Certificates("example.org", ["localhost", "example.com"]);

        var result = await RunAsync(new CertificateNamesCheck(certificates));

        Assert.Equal((CheckOutcome.Failed, CheckSeverity.Error, "example.org"), (result.Outcome, result.Severity, result.Subject));
        Assert.Contains("localhost, example.com", result.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, CheckOutcome.Passed, CheckSeverity.Info)]
    [InlineData(397 - 13, CheckOutcome.Failed, CheckSeverity.Warning)]
    [InlineData(398, CheckOutcome.Failed, CheckSeverity.Error)]
    [InlineData(-2, CheckOutcome.Failed, CheckSeverity.Error)]
    public async Task Expiry_is_told_in_time(int daysFromNow, CheckOutcome outcome, CheckSeverity severity)
    {
        using var certificates = Certificates("localhost", ["localhost"]);
        var clock = new SteppedClock();
        clock.Advance(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(daysFromNow) - clock.GetUtcNow());

        var result = await RunAsync(new CertificateExpiryCheck(certificates, clock));

        Assert.Equal((outcome, severity), (result.Outcome, result.Severity));
    }

    [Fact]
    public async Task A_key_of_another_certificate_is_an_error()
    {
        var one = DevCertificates.Ensure(Path.Combine(_folder, "one"), ["localhost"], TimeProvider.System).Host;
        var two = DevCertificates.Ensure(Path.Combine(_folder, "two"), ["localhost"], TimeProvider.System).Host;
        using var certificates = Store(one with { KeyPath = two.KeyPath });

        Assert.Equal(CheckSeverity.Error, (await RunAsync(new CertificateFilesCheck(certificates))).Severity);
        Assert.Equal(CheckOutcome.NotTested, (await RunAsync(new CertificateNamesCheck(certificates))).Outcome);
    }

    [Fact]
    public async Task A_data_directory_that_others_may_read_is_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no modes");
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new DataDirectoryCheck(_folder))).Outcome);

        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        Assert.Equal(CheckSeverity.Warning, (await RunAsync(new DataDirectoryCheck(_folder))).Severity);
        Assert.Equal(CheckSeverity.Error, (await RunAsync(new DataDirectoryCheck(Path.Combine(_folder, "none")))).Severity);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_an_error()
    {
        await using var other = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync);
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAsync);
        var own = net.Listeners.Bound[0].Options;
        var taken = own with { Name = "taken", EndPoint = other.Listeners.Bound[0].EndPoint };

        var results = await new PortsCheck([own, taken], net.Listeners).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([CheckOutcome.Passed, CheckOutcome.Failed], results.Select(result => result.Outcome));
        Assert.Contains("Stop the program", results[1].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_descriptors_than_connections_are_told()
    {
        Assert.Equal(CheckOutcome.Passed, (await RunAsync(new FileDescriptorCheck(new NetLimits { MaxConnections = 1 }))).Outcome);
        Assert.Equal(CheckOutcome.Failed, (await RunAsync(new FileDescriptorCheck(new NetLimits { MaxConnections = int.MaxValue }))).Outcome);
    }

    [Fact]
    public async Task A_missing_library_names_its_package()
    {
        var result = await RunAsync(new NativeLibraryCheck("libnosuch.so.1", "libnosuch1", CheckSeverity.Warning, "Nothing works."));

        Assert.Equal("warning: system.libraries (libnosuch.so.1): libnosuch.so.1 cannot be loaded. Nothing works. apt-get install libnosuch1", result.ToString());
    }

    [Fact]
    public async Task A_check_that_throws_is_not_tested_and_the_others_run()
    {
        var engine = new CheckEngine([new ThrowingCheck(), new DiskSpaceCheck(_folder)], TimeProvider.System, NullLogger<CheckEngine>.Instance);

        var results = await engine.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((CheckOutcome.NotTested, "out of luck"), (results[0].Outcome, results[0].Evidence));
        Assert.Equal(["test.throwing", "data.disk-space"], engine.Latest.Select(result => result.Id));
    }

    [Fact]
    public async Task What_has_become_worse_is_logged_once()
    {
        var clock = new SteppedClock();
        var check = new SwitchedCheck();
        var log = new LineLog();
        var engine = new CheckEngine([check], clock, log);
        await engine.RunAsync(TestContext.Current.CancellationToken);
        using var watching = engine.Watch(TimeSpan.FromMinutes(5));

        check.IsBad = true;
        for (var runs = 0; runs < 3; runs++)
        {
            var before = check.Runs;
            await clock.FireAsync(TimeSpan.FromMinutes(5));
            while (check.Runs == before) await Task.Yield();
        }

        Assert.Equal(["warning: test.switched: It is bad. It hurts."], log.Lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<CheckResult> RunAsync(ICheck check) =>
        Assert.Single(await check.RunAsync(TestContext.Current.CancellationToken));

    private CertificateStore Certificates(string host, string[] names) =>
        Store(DevCertificates.Ensure(_folder, names, TimeProvider.System).Host with { Host = host });

    private static CertificateStore Store(HostCertificateFiles files) =>
        new([files], TimeProvider.System, NullLogger<CertificateStore>.Instance);

    private sealed class ThrowingCheck : ICheck
    {
        public string Id => "test.throwing";

        public ValueTask<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel) => throw new IOException("out of luck");
    }

    private sealed class SwitchedCheck() : Check("test.switched")
    {
        public volatile bool IsBad;
        public volatile int Runs;

        protected override IEnumerable<CheckResult> Look()
        {
            Runs++;
            return [IsBad ? Failed(CheckSeverity.Warning, "It is bad.", "It hurts.", null) : Passed("It is good.")];
        }
    }

    private sealed class LineLog : ILogger<CheckEngine>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
