// Certificates from files, and what happens when these change.
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Net;

public sealed class CertificateStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-certificates-").FullName;
    private readonly SteppedClock _clock = new();

    [Fact]
    public void A_changed_file_is_loaded_at_the_next_look()
    {
        var files = Make("one");
        using var store = Store(files);
        var before = store.Find("localhost")!;
        store.Watch(TimeSpan.FromMinutes(1));

        Replace(files, Make("two"));
        Look();

        Assert.NotEqual(before.Leaf.Thumbprint, store.Find("localhost")!.Leaf.Thumbprint);
        Assert.Null(store.Statuses[0].Problem);
    }

    [Fact]
    public void A_bad_new_file_leaves_the_old_certificate_in_use_and_says_so()
    {
        var files = Make("one");
        using var store = Store(files);
        var before = store.Find("localhost");

        File.WriteAllText(files.CertificatePath, "no certificate");

        Assert.False(store.Reload());
        Assert.Same(before, store.Find("localhost"));
        Assert.NotNull(store.Statuses[0].Problem);
    }

    [Fact]
    public void A_key_that_is_written_after_its_certificate_is_found_at_the_next_look()
    {
        var (files, renewed) = (Make("one"), Make("two"));
        using var store = Store(files);
        store.Watch(TimeSpan.FromMinutes(1));

        File.Copy(renewed.CertificatePath, files.CertificatePath, overwrite: true);
        Look();
        Assert.NotNull(store.Statuses[0].Problem);
        File.Copy(renewed.KeyPath, files.KeyPath, overwrite: true);
        Look();

        Assert.Null(store.Statuses[0].Problem);
        Assert.Equal(HostCertificate.Load(renewed.CertificatePath, renewed.KeyPath).Leaf.Thumbprint, store.Find("localhost")!.Leaf.Thumbprint);
    }

    [Fact]
    public void An_unchanged_file_keeps_its_TLS_sessions()
    {
        using var store = Store(Make("one"));
        var before = store.Find("localhost");

        Assert.True(store.Reload());

        Assert.Same(before, store.Find("localhost"));
    }

    [Fact]
    public void An_internationalised_host_is_found_by_both_its_forms()
    {
        using var store = Store(Make("one") with { Host = "bücher.example" }, Make("two") with { Host = "other.example" });

        Assert.Same(store.Find("bücher.example"), store.Find("xn--bcher-kva.example"));
        Assert.NotSame(store.Find("other.example"), store.Find("xn--bcher-kva.example"));
    }

    [Fact]
    public void A_missing_file_is_a_problem_and_not_a_fault()
    {
        using var store = Store(new HostCertificateFiles("localhost", Path.Combine(_folder, "none.pem"), Path.Combine(_folder, "none.pem")));

        Assert.Null(store.Find("localhost"));
        Assert.NotNull(store.Statuses[0].Problem);
    }

    [Fact]
    public async Task Handshakes_after_a_reload_present_the_new_certificate_and_open_connections_go_on()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using var before = await net.ConnectTlsAsync();
        Replace(net.Certificates.Statuses[0].Files, Make("two"));

        Assert.True(net.Certificates.Reload());
        await using var after = await net.ConnectTlsAsync();

        Assert.NotEqual(before.RemoteCertificate!.GetCertHashString(), after.RemoteCertificate!.GetCertHashString());
        Assert.Equal("hello", await NetFixture.AskAsync(before, "hello"));
    }

    [Fact]
    public void A_development_certificate_names_the_host_in_every_way_and_is_used_again()
    {
        var made = DevCertificates.Ensure(_folder, ["localhost", "example.test"], TimeProvider.System);
        var again = DevCertificates.Ensure(_folder, ["localhost", "example.test"], TimeProvider.System);
        var leaf = HostCertificate.Load(made.Host.CertificatePath, made.Host.KeyPath).Leaf;
        using var authority = X509CertificateLoader.LoadCertificateFromFile(made.AuthorityPath);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;

        Assert.True(chain.Build(leaf));
        Assert.Equal((true, false), (made.Created, again.Created));
        Assert.All(["localhost", "example.test", "127.0.0.1", "::1"], name => Assert.True(leaf.MatchesHostname(name)));
        Assert.True(leaf.Extensions["2.5.29.17"]!.RawData.AsSpan().IndexOf("_xmpp-client.localhost"u8) > 0);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.Host.KeyPath));
    }

    [Fact]
    public void A_development_certificate_for_other_hosts_is_made_anew()
    {
        DevCertificates.Ensure(_folder, ["localhost"], TimeProvider.System);

        Assert.True(DevCertificates.Ensure(_folder, ["localhost", "example.test"], TimeProvider.System).Created);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CertificateStore Store(params HostCertificateFiles[] files) => new(files, _clock, NullLogger<CertificateStore>.Instance);

    private HostCertificateFiles Make(string name) => DevCertificates.Ensure(Path.Combine(_folder, name), ["localhost"], TimeProvider.System).Host;

    private static void Replace(HostCertificateFiles old, HostCertificateFiles renewed)
    {
        File.Copy(renewed.CertificatePath, old.CertificatePath, overwrite: true);
        File.Copy(renewed.KeyPath, old.KeyPath, overwrite: true);
        // Two writes within the clock's grain and of one length would else look like none.
        File.SetLastWriteTimeUtc(old.CertificatePath, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private void Look() => _clock.FireAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
}
