// Our server behind real sockets and real TLS on loopback, on a free port; only the clock is the test's.
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Net;
using Balcony.Testing.Scenarios;
using Microsoft.Extensions.Logging.Abstractions;

namespace Balcony.Testing;

/// <summary>Runs scripts over TCP with STARTTLS, or with direct TLS (XEP-0368). The client trusts the throw-away authority and nothing else.</summary>
/// <param name="folder">Where certificates are made; shared by the runs of one test program.</param>
/// <param name="isDirectTls">TLS from the first byte.</param>
public sealed class LoopbackTarget(string folder, bool isDirectTls) : BalconyTarget
{
    private static readonly string[] Hosts = ["example.org", "example.net"];

    private readonly Lazy<X509Certificate2> _authority = new(() => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "authority.pem")));
    private CertificateStore? _certificates;
    private Listeners? _listeners;
    private IPEndPoint? _plain;
    private IPEndPoint? _endPoint;
    private IPEndPoint? _components;

    public override string? ReasonToSkip(ScenarioScript script) => script.Tags.GetValueOrDefault("sockets")
        ?? (script.IsFederated ? "it needs several servers" : null) ?? (isDirectTls && NegotiatesTls(script) ? "it is about STARTTLS" : null);

    public override async Task PrepareAsync(ScenarioScript script, CancellationToken cancel)
    {
        await base.PrepareAsync(script, cancel);
        var files = DevCertificates.Ensure(folder, Hosts, TimeProvider.System);
        if (!File.Exists(Path.Combine(folder, "authority.pem"))) File.Copy(files.AuthorityPath, Path.Combine(folder, "authority.pem"));
        _certificates = new CertificateStore([.. Hosts.Select(host => files.Host with { Host = host })], TimeProvider.System, NullLogger<CertificateStore>.Instance);
        _listeners = new Listeners(new NetLimits(), _certificates, TimeProvider.System, Metrics, NullLogger<Listeners>.Instance);
        _endPoint = Listen(isDirectTls ? ListenerSecurity.DirectTls : ListenerSecurity.StartTls);
        _plain = Listen(ListenerSecurity.PlainOnLoopback);
        _components = _listeners.Listen(
            new ListenerOptions { Name = "components", EndPoint = new IPEndPoint(IPAddress.Loopback, 0), Security = ListenerSecurity.PlainOnLoopback },
            Server.ServeComponentAsync);
    }

    public override async ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel)
    {
        if (client.Kind == ParticipantKind.Component) return await SocketWire.ConnectAsync(_components!, Accepts, cancel);
        var isPlain = client["plaintext"] is not null;
        var wire = await SocketWire.ConnectAsync(isPlain ? _plain! : _endPoint!, Accepts, cancel);
        if (isDirectTls && !isPlain) await wire.StartTlsAsync(client.Host, cancel);
        return wire;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_listeners is not null) await _listeners.DisposeAsync();
        _certificates?.Dispose();
        if (_authority.IsValueCreated) _authority.Value.Dispose();
        await base.DisposeAsync();
    }

    // What a script does on the plain stream has no place where TLS comes first.
    private static bool NegotiatesTls(ScenarioScript script) =>
        script.Tags.ContainsKey("direct") || script.Steps.Any(s => s.Kind is StepKind.StartsTls or StepKind.HandshakesTls);

    private IPEndPoint Listen(ListenerSecurity security) => _listeners!.Listen(
        new ListenerOptions { Name = "c2s", EndPoint = new IPEndPoint(IPAddress.Loopback, 0), Security = security, ApplicationProtocols = ["xmpp-client"] },
        transport => Server.ServeAsync(transport, isTlsRequired: security != ListenerSecurity.PlainOnLoopback));

    private bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 leaf || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(_authority.Value);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return own.Build(leaf);
    }
}
