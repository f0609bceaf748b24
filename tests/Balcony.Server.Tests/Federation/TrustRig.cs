// A verifier over an own authority, DNS in memory, and a web server on the loopback address.
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Xunit;

namespace Balcony.Server.Tests.Federation;

internal sealed class TrustRig : IDisposable
{
    public static readonly BareJid Host = BareJid.Parse("montague.example");

    private readonly List<string> _files = [];
    private PeerVerifier? _verifier;

    public TestAuthority Root { get; } = TestAuthority.Root();

    public TestAuthority Intermediate => field ??= Root.Intermediate();

    public FixedClock Clock { get; } = new(TestAuthority.Now);

    public MemoryResolver Dns { get; } = new();

    public FederationOptions Options { get; set; } = new() { Posh = false, Fetch = new FetchOptions { AllowedNetworks = [System.Net.IPNetwork.Parse("127.0.0.0/8")] } };

    /// <summary>Where the fetcher's connections end instead of where they should; null: there.</summary>
    public FetchConnect? Connect { get; set; }

    public PeerVerifier Verifier => _verifier ??= Create();

    public X509Certificate2 Leaf(Func<Wanted, Wanted>? change = null) => Intermediate.Issue(change is null ? new Wanted() : change(new Wanted()));

    public PeerClaim Claim(X509Certificate2? leaf, bool isOutgoing = true) => new()
    {
        Host = Host,
        Domain = "capulet.example",
        IsOutgoing = isOutgoing,
        Certificate = leaf,
        Chain = [Intermediate.Certificate],
        Target = isOutgoing ? new ServiceTarget("xmpp.capulet.example", 5269, DirectTls: false, IsSecure: true) : null,
        IsAddressSecure = true,
    };

    public ValueTask<TrustVerdict> VerifyAsync(X509Certificate2? leaf, PeerPolicy? policy = null, bool isOutgoing = true) => VerifyAsync(Claim(leaf, isOutgoing), policy);

    public ValueTask<TrustVerdict> VerifyAsync(PeerClaim claim, PeerPolicy? policy = null) =>
        Verifier.VerifyAsync(claim, policy ?? new PeerPolicy { Revocation = RevocationMode.Off }, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _verifier?.Dispose();
        Intermediate.Dispose();
        Root.Dispose();
        foreach (var file in _files) File.Delete(file);
    }

    private PeerVerifier Create()
    {
        var file = Path.GetTempFileName();
        _files.Add(file);
        File.WriteAllText(file, Root.Certificate.ExportCertificatePem());
        var settings = new FederationSettings { Server = Options, Anchors = new Dictionary<BareJid, IReadOnlyList<string>> { [Host] = [file] } };
        return new PeerVerifier(settings, Dns, Clock, Connect);
    }
}

/// <summary>A time that stands still until it is moved; timers run on the real one.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
