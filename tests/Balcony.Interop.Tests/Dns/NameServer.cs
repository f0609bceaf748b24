// A real BIND, with zones that are signed, unsigned, or signed wrongly, below a root of its own.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Dns;

internal enum Signing
{
    /// <summary>The root proves that it is not signed.</summary>
    None,

    Signed,

    /// <summary>Signed, with hashed names in its denials (RFC 5155).</summary>
    SignedNsec3,

    /// <summary>Its signatures were good once.</summary>
    Expired,

    /// <summary>The root says that it is signed, and it comes without signatures.</summary>
    Stripped,
}

/// <param name="Name">Without the final dot.</param>
/// <param name="Records">Lines of a zone file; SOA and NS are there already.</param>
/// <param name="Signing">What is wrong with it.</param>
internal sealed record Zone(string Name, string Records, Signing Signing);

/// <summary>Answers for the root and every zone, on a free port of the IPv4 and IPv6 loopback.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-named-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public IPEndPoint EndPoint => new(IPAddress.Loopback, _port);

    public IPEndPoint EndPoint6 => new(IPAddress.IPv6Loopback, _port);

    /// <summary>The root's key, a DS record.</summary>
    public string Anchor { get; private set; } = "";

    public static async Task<NameServer> StartAsync(params Zone[] zones)
    {
        var server = new NameServer();
        var root = new StringBuilder();
        foreach (var zone in zones)
        {
            root.AppendLine(CultureInfo.InvariantCulture, $"{zone.Name}. NS ns.{zone.Name}.").AppendLine(CultureInfo.InvariantCulture, $"ns.{zone.Name}. A 127.0.0.1");
            root.AppendLine(await server.WriteAsync(zone));
        }
        server.Anchor = (await server.WriteAsync(new Zone("", root.ToString(), Signing.Signed))).Trim();
        server.WriteConfiguration([.. zones.Select(zone => zone.Name), ""]);
        await server.StartAsync();
        return server;
    }

    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task StartAsync()
    {
        _process = ClientProgram.Start("/usr/sbin/named", ["-g", "-c", File("named.conf")]);
        var said = new StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            said.AppendLine(line);
            if (!line.EndsWith(" running", StringComparison.Ordinal)) continue;
            // It must not wait for somebody to read what it says.
            _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return;
        }
        Assert.Fail($"named does not start:\n{said}");
    }

    /// <summary>What delv, BIND's own validator, thinks of an answer.</summary>
    public async Task<string> DelvAsync(string name, string type)
    {
        var words = Anchor.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        await System.IO.File.WriteAllTextAsync(
            File("anchor.conf"), $"trust-anchors {{ . static-ds {string.Join(' ', words[3..6])} \"{string.Concat(words[6..])}\"; }};\n");
        return (await ClientProgram.RunAsync(
            "/usr/bin/delv", ["@127.0.0.1", "-p", $"{_port}", "-a", File("anchor.conf"), "+root=.", name, type])).Output;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The DS record for the parent; empty when it must not have one.
    private async Task<string> WriteAsync(Zone zone)
    {
        var path = File($"zone.{zone.Name}");
        var origin = zone.Name + ".";
        await System.IO.File.WriteAllTextAsync(path, $"""
            $ORIGIN {origin}
            $TTL 300
            @ SOA ns hostmaster 1 3600 600 86400 60
            @ NS ns
            ns A 127.0.0.1

            """ + zone.Records + "\n");
        if (zone.Signing == Signing.None) return "";
        var key = (await RunAsync("/usr/bin/dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-f", "KSK", "-K", _folder, origin)).Trim();
        var ds = await RunAsync("/usr/bin/dnssec-dsfromkey", "-2", File(key));
        if (zone.Signing == Signing.Stripped) return ds;
        string[] times = zone.Signing == Signing.Expired ? ["-s", "20200101000000", "-e", "20200201000000"] : ["-s", "now-1d", "-e", "now+30d"];
        string[] denials = zone.Signing == Signing.SignedNsec3 ? ["-3", "AABB", "-H", "0"] : [];
        await RunAsync(
            "/usr/bin/dnssec-signzone", ["-S", "-z", "-P", "-K", _folder, "-d", _folder, .. times, .. denials, "-o", origin, "-f", path + ".signed", path]);
        System.IO.File.Move(path + ".signed", path, overwrite: true);
        return ds;
    }

    private void WriteConfiguration(IEnumerable<string> zones)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""
            options {
                directory "{{_folder}}"; pid-file none; session-keyfile "{{_folder}}/session.key";
                listen-on port {{_port}} { 127.0.0.1; }; listen-on-v6 port {{_port}} { ::1; };
                recursion no; dnssec-validation no; minimal-responses yes; allow-transfer { none; };
            };
            controls { };

            """);
        foreach (var zone in zones) text.AppendLine(CultureInfo.InvariantCulture, $$"""zone "{{zone}}." { type primary; file "{{File($"zone.{zone}")}}"; };""");
        System.IO.File.WriteAllText(File("named.conf"), text.ToString());
    }

    private static async Task<string> RunAsync(string file, params string[] arguments)
    {
        var run = await ClientProgram.RunAsync(file, arguments);
        run.AssertSucceeded();
        return run.Output;
    }

    private string File(string name) => Path.Combine(_folder, name);

    // Free for both: named takes UDP and TCP, IPv4 and IPv6.
    private static int FreePort()
    {
        while (true)
        {
            using var tcp = new TcpListener(IPAddress.IPv6Any, 0);
            tcp.Server.DualMode = true;
            tcp.Start();
            var port = ((IPEndPoint)tcp.LocalEndpoint).Port;
            try
            {
                using var udp = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = true };
                udp.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody's; another one.
            }
        }
    }
}
